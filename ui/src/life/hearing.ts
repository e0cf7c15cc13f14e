/** What the server says of a pad's life, as moments of this page's own clock: the clocks of two machines differ. */
import type { LifeState } from "../api";
import type { Life } from "./life";

/** Two tellings of one end differ by the way they took and by whole seconds, at most this much (ms). */
const SAME_END_MS = 2000;

/** Before the server has said anything. */
export const unheard = (ttl_s: number, now: number): Life => ({ state: "alive", fades: true, ttl_s, endsAt: null, startedAt: now, countdown: null });

/** `welcome` or `life`: the seconds that remain count from `now`. */
export function hearLife(life: Life, { t: kind, state, ends_in_s, ttl_s, fades }: Record<string, unknown>, now: number): Life {
  const endsAt = typeof ends_in_s === "number" ? now + ends_in_s * 1000 : null;
  const same = life.endsAt !== null && endsAt !== null && Math.abs(life.endsAt - endsAt) < SAME_END_MS;
  return {
    state: state as LifeState,
    fades: fades !== false,
    ttl_s: typeof ttl_s === "number" ? ttl_s : life.ttl_s,
    endsAt,
    startedAt: same ? life.startedAt : now,
    countdown: kind === "welcome" ? null : life.countdown, // where one runs, it is told again after the welcome
  };
}

/** `ending`: the host's countdown, or that it was stopped. */
export const hearCountdown = (life: Life, in_s: unknown, now: number): Life => ({
  ...life,
  countdown: typeof in_s === "number" ? { at: now + in_s * 1000, from: now } : null,
});
