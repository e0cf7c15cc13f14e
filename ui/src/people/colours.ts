/**
 * The twelve colours of people: each readable under white text, sent to the others as `#rrggbb`. The first eight are those
 * that are farthest from one another, for colour-blind eyes too, and so are the first of them (`people.test.ts` has the figures).
 */
import { randomBelow } from "../kit/device";

export const COLOURS = [
  "#2f6bd8",
  "#b03a2e",
  "#8a4b9a",
  "#4b5563",
  "#0b7d63",
  "#b4466e",
  "#7d5a44",
  "#5b6e12",
  "#9a5b13",
  "#9c3f8f",
  "#0b7285",
  "#7a4fd0",
] as const;

/** How many are offered at a time. */
const OFFERED = 6;

/** Six neighbours of the twelve, beginning with one's own, which is another for each who comes; any that is none of them is among them. */
export function offerColours(own: string): string[] {
  const at = COLOURS.indexOf(own as (typeof COLOURS)[number]);
  const start = at < 0 ? randomBelow(COLOURS.length) : at;
  const six: string[] = Array.from({ length: OFFERED }, (_, i) => nthColour(start + i));
  if (at < 0) six[0] = own;
  return six;
}

/** The colour of who comes as the n-th, counted from 0. */
export const nthColour = (n: number): string => COLOURS[n % COLOURS.length] as string;

/** The first colour that nobody of these has; `null` where all are taken. */
export const freeColour = (taken: readonly string[]): string | null =>
  COLOURS.find((colour) => !taken.includes(colour)) ?? null;

export const isColour = (value: unknown): value is string =>
  typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value);

/** A colour for someone who brought none that we take: always the same for the same id. */
export function colourFor(id: string): string {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) >>> 0;
  return nthColour(sum);
}
