/** "Until 18:00" as seconds from now: the server hears no clock times. */

/** Whole seconds from `now` to the next time that a clock here shows `time` ("18:00"); `null` where that is no time. */
export function secondsUntil(time: string, now: Date): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const at = new Date(now);
  at.setHours(Number(hours), Number(minutes), 0, 0);
  if (at <= now) at.setDate(at.getDate() + 1); // by the calendar: a day with a clock change is not 24 hours long
  return Math.ceil((at.getTime() - now.getTime()) / 1000);
}

/** Whether that time is only tomorrow. */
export const isTomorrow = (seconds: number, now: Date): boolean =>
  new Date(now.getTime() + seconds * 1000).getDate() !== now.getDate();

/** A full hour at least this many minutes away is what the field offers first. */
const AWAY_MIN = 30;

/** "18:00": the next full hour that is worth a meeting. */
export function nextHour(now: Date): string {
  const at = new Date(now.getTime() + AWAY_MIN * 60_000);
  if (at.getMinutes() > 0 || at.getSeconds() > 0) at.setHours(at.getHours() + 1, 0, 0, 0);
  return `${String(at.getHours()).padStart(2, "0")}:00`;
}
