/** What the lifetime chip says and how full its ring is. Pure: time comes in as an argument. */
import type { CallWhy, LifeState } from "../api";
import { daysAhead, timeOfDay } from "../kit/device";
import type { LifeTold, Message } from "../live/messages";
import { t } from "../strings";

/** From here on (seconds) the end is told as a countdown, in ember. */
export const LAST_MINUTES_S = 600;

/** How long the pad lives. Moments are `performance.now()`, counted from the receipt of the seconds that remain. */
export interface Life {
  state: LifeState;
  /** It ends `ttl_s` after the last person; else it is kept until `endsAt`, or until the host's word. */
  fades: boolean;
  ttl_s: number;
  endsAt: number | null;
  /** When it ends whatever the host decides; `null` until the server has told. */
  hardEndsAt: number | null;
  /** When this end was first heard of: the ring is full there. */
  startedAt: number;
  /** The last call that runs. */
  countdown: Countdown | null;
}

/** A last call: the pad ends `at` this moment, which is counted down since `from`. */
export interface Countdown {
  at: number;
  from: number;
  why: CallWhy;
  /** Who ends it, where that is known. */
  by: string | null;
  /** How many have answered, of those who are asked. */
  answered: number;
  of: number;
  /** How many more minutes can be asked for. */
  more: number;
  /** The host may let it live after all. */
  mayStay: boolean;
  /** Persons who are not asked: they end it themselves. */
  excused: readonly string[];
}

export interface ChipInput {
  /** The connection's word for itself. */
  connection: "connecting" | "live" | "lost" | "ended";
  life: Life;
  now: number;
  phone: boolean;
}

export interface Chip {
  text: string;
  /** The same for screen readers: by the minute, so that they are not made to count. */
  spoken: string;
  tone: "life" | "ember" | "gone";
  /** What the ring shows, 0 to 1. */
  left: number;
}

/** Whole seconds until `endsAt`, never below zero. */
export const secondsLeft = (endsAt: number, now: number): number =>
  Math.max(0, Math.round((endsAt - now) / 1000));

/** The time of day at `endsAt`, with the day where it is not today: "18:00", "18:00 tomorrow". */
export function endTime(endsAt: number, now: number): string {
  const today = new Date();
  const at = new Date(today.getTime() + endsAt - now);
  return t.onDay(timeOfDay(at), daysAhead(at, today), at);
}

/** The same for the end that comes whatever the host decides, where it is known. */
export const hardEnd = ({ hardEndsAt }: Life, now: number): string | null =>
  hardEndsAt === null ? null : endTime(hardEndsAt, now);

/** A life of which the server has said nothing yet. */
export const unheard = (ttl_s: number, now: number): Life => ({
  state: "alive",
  fades: true,
  ttl_s,
  endsAt: null,
  hardEndsAt: null,
  startedAt: now,
  countdown: null,
});

/** Seconds are told rounded up: two tellings of one moment differ by less than this (ms). */
const SAME_MOMENT_MS = 1000;

/** A last call as it is told; without the rest where the pad does not end after all. */
type CallTold = Omit<Message<"ending">, "t">;

/** The life after `ending`: the last call that runs, or that the pad lives after all. */
export function counted(life: Life, told: CallTold | null, now: number): Life {
  if (!told || told.in_s === null) return { ...life, countdown: null };
  const { in_s, total_s = in_s, why, by = null, answered = 0, of = 0, more = 0 } = told;
  const { stay: mayStay = false, excused = [] } = told;
  const before = life.countdown;
  const heard = now + in_s * 1000;
  const at = before && Math.abs(heard - before.at) < SAME_MOMENT_MS ? before.at : heard;
  const from = Math.min(now, at - total_s * 1000);
  return {
    ...life,
    countdown: { at, from, why, by, answered, of, more, mayStay, excused },
  };
}

/** Two tellings of one end differ by the way they took and by whole seconds, at most this much (ms). */
const SAME_END_MS = 2000;

/** The life as the server has just told it by `welcome` or `life`. */
export function heard(
  life: Life,
  { t: kind, state, ends_in_s, hard_end_s, ttl_s, fades }: LifeTold & { t: string },
  now: number,
): Life {
  const endsAt = ends_in_s === null ? null : now + ends_in_s * 1000;
  const same =
    life.endsAt !== null && endsAt !== null && Math.abs(life.endsAt - endsAt) < SAME_END_MS;
  return {
    state,
    fades,
    ttl_s,
    endsAt,
    hardEndsAt: now + hard_end_s * 1000,
    startedAt: same ? life.startedAt : now,
    countdown: kind === "welcome" ? null : life.countdown, // where one runs, it is told again after the welcome
  };
}

/** Which of the two ways the host has chosen, and until when. */
export function wayOf({ fades, ttl_s, endsAt }: Life, now: number): string {
  if (fades) return t.life.alive(ttl_s);
  return endsAt === null ? t.life.kept : t.life.until(endTime(endsAt, now));
}

export function chipOf({ connection, life, now, phone }: ChipInput): Chip {
  const { countdown, endsAt, startedAt, fades, ttl_s } = life;
  const left = endsAt === null ? 1 : (endsAt - now) / Math.max(1, endsAt - startedAt);
  const say = (text: string, tone: Chip["tone"], ring = left): Chip => ({
    text,
    spoken: text,
    tone,
    left: ring,
  });
  if (connection === "ended") return say(t.life.ended, "gone", 0);
  if (connection === "lost") return say(t.life.lost, "gone");
  if (connection === "connecting") return say(t.life.connecting, "life");
  if (countdown)
    return counting(
      t.life.ends,
      secondsLeft(countdown.at, now),
      (countdown.at - now) / Math.max(1, countdown.at - countdown.from),
    );
  if (endsAt === null) return say(phone && fades ? t.life.alivePhone : wayOf(life, now), "life");
  const seconds = secondsLeft(endsAt, now);
  if (life.state === "fading" && fades)
    return counting(t.life.fades, seconds, (endsAt - now) / 1000 / Math.max(1, ttl_s));
  if (seconds > LAST_MINUTES_S) return say(t.life.until(endTime(endsAt, now)), "life");
  return counting(t.life.ends, seconds, seconds / LAST_MINUTES_S);
}

const counting = (words: (left: string) => string, seconds: number, left: number): Chip => ({
  text: words(t.shortLeft(seconds)),
  spoken: words(seconds < 60 ? t.lessThanAMinute : t.shortLeft(seconds)),
  tone: "ember",
  left,
});
