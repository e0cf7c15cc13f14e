/** What the lifetime chip says and how full its ring is. Pure: time comes in as an argument. */
import { timeOfDay } from "../kit/device";
import { t } from "../strings";

/** From here on (seconds) the end is told as a countdown, in ember. */
export const LAST_MINUTES_S = 600;

export interface ChipInput {
  /** The connection's word for itself. */
  connection: "connecting" | "live" | "lost" | "ended";
  fading: boolean;
  ttl_s: number;
  /** `performance.now()` of the end, or `null` while it has none. */
  endsAt: number | null;
  startedAt: number;
  now: number;
  phone: boolean;
}

export interface Chip {
  text: string;
  tone: "life" | "ember" | "gone";
  /** What the ring shows, 0 to 1. */
  left: number;
}

/** Whole seconds until `endsAt`, never below zero. */
export const secondsLeft = (endsAt: number, now: number): number => Math.max(0, Math.round((endsAt - now) / 1000));

/** The time of day at `endsAt`. */
export const endTime = (endsAt: number, now: number): string => timeOfDay(new Date(Date.now() + endsAt - now));

export function chipOf({ connection, fading, ttl_s, endsAt, startedAt, now, phone }: ChipInput): Chip {
  const left = endsAt === null ? 1 : (endsAt - now) / Math.max(1, endsAt - startedAt);
  if (connection === "ended") return { text: t.life.ended, tone: "gone", left: 0 };
  if (connection === "lost") return { text: t.life.lost, tone: "gone", left };
  if (connection === "connecting") return { text: t.life.connecting, tone: "life", left };
  if (endsAt === null) return { text: phone ? t.life.alivePhone : t.life.alive(ttl_s), tone: "life", left };
  const seconds = secondsLeft(endsAt, now);
  if (fading) return { text: t.life.fades(seconds), tone: "ember", left: (endsAt - now) / 1000 / Math.max(1, ttl_s) };
  if (seconds > LAST_MINUTES_S) return { text: t.life.until(endTime(endsAt, now)), tone: "life", left };
  return { text: t.life.ends(seconds), tone: "ember", left: seconds / LAST_MINUTES_S };
}
