/** The twelve colours of people: each readable under white text, sent to the others as `#rrggbb`. */
import { randomBelow } from "../kit/device";

export const COLOURS = [
  "#2f6bd8",
  "#b4466e",
  "#0b7d63",
  "#9a5b13",
  "#7a4fd0",
  "#4b5563",
  "#b03a2e",
  "#0b7285",
  "#8a4b9a",
  "#5b6e12",
  "#9c3f8f",
  "#7d5a44",
] as const;

/** How many are offered at a time. */
const OFFERED = 6;

/** Six neighbours of the twelve, starting anywhere, so that people in one room rarely choose alike; `keep` is among them. */
export function offerColours(keep?: string): string[] {
  const start = randomBelow(COLOURS.length);
  const six: string[] = Array.from(
    { length: OFFERED },
    (_, i) => COLOURS[(start + i) % COLOURS.length] as string,
  );
  if (keep && !six.includes(keep)) six[0] = keep;
  return six;
}

/** Any colour that nobody of these has; `null` where all are taken. */
export function freeColour(taken: readonly string[]): string | null {
  const free = COLOURS.filter((colour) => !taken.includes(colour));
  return free[randomBelow(free.length)] ?? null;
}

export const isColour = (value: unknown): value is string =>
  typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value);

/** A colour for someone who brought none that we take: always the same for the same id. */
export function colourFor(id: string): string {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) >>> 0;
  return COLOURS[sum % COLOURS.length] as string;
}
