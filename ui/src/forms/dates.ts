/** The day that a line names, as people write it: 2026-11-30, 30.11.2026, 30 November, Monday at 10:00. What is not clear is none. */

export interface When {
  year: number;
  month: number;
  day: number;
  /** Minutes since midnight; `null`: the whole day. */
  minutes: number | null;
}

const MONTHS =
  "january february march april may june july august september october november december".split(
    " ",
  );
const DAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
const MONTH = `(${MONTHS.map((month) => `${month}|${month.slice(0, 3)}`).join("|")})\\.?`;

const ISO = /\b(\d{4})-(\d{2})-(\d{2})(?=\b|T)/;
const DOTTED = /\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/;
const DAY_MONTH = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?\\.? (?:of )?${MONTH}(?:,? (\\d{4}))?\\b`,
  "i",
);
const MONTH_DAY = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?\\b`, "i");
const WEEKDAY = new RegExp(`\\b(${DAYS.join("|")})\\b`, "i");
const TIME = /\b([01]?\d|2[0-3])[:.h]([0-5]\d)\b(?!\.\d)/;

const monthOf = (word: string): number =>
  MONTHS.findIndex((month) => month.startsWith(word.toLowerCase().slice(0, 3))) + 1;

/** A day that the calendar has. */
function dayOf(year: number, month: number, day: number): Omit<When, "minutes"> | null {
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day ? { year, month, day } : null;
}

/** Without a year it is the next such day. */
function nextOf(month: number, day: number, year: string | undefined, today: Date) {
  if (year) return dayOf(Number(year), month, day);
  const now = today.getFullYear();
  const from = new Date(now, today.getMonth(), today.getDate());
  return dayOf(new Date(now, month - 1, day) < from ? now + 1 : now, month, day);
}

function weekday(name: string, today: Date) {
  const ahead = (DAYS.indexOf(name.toLowerCase()) - today.getDay() + 7) % 7;
  const date = new Date(today.getFullYear(), today.getMonth(), today.getDate() + ahead);
  return dayOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
}

/** The first day that is named, with its time of day, or `null`. A day of the week is the next one, today included. */
export function whenIn(words: string, today: Date): When | null {
  const read = (): [RegExpExecArray, Omit<When, "minutes"> | null] | null => {
    let found = ISO.exec(words);
    if (found) return [found, dayOf(Number(found[1]), Number(found[2]), Number(found[3]))];
    found = DOTTED.exec(words);
    if (found) return [found, dayOf(Number(found[3]), Number(found[2]), Number(found[1]))];
    found = DAY_MONTH.exec(words);
    if (found) return [found, nextOf(monthOf(found[2] ?? ""), Number(found[1]), found[3], today)];
    found = MONTH_DAY.exec(words);
    if (found) return [found, nextOf(monthOf(found[1] ?? ""), Number(found[2]), found[3], today)];
    found = WEEKDAY.exec(words);
    return found && [found, weekday(found[1] ?? "", today)];
  };
  const [found, day] = read() ?? [];
  if (!found || !day) return null;
  const [, hours, minutes] = TIME.exec(words.replace(found[0], " ".repeat(found[0].length))) ?? [];
  return { ...day, minutes: hours ? Number(hours) * 60 + Number(minutes) : null };
}
