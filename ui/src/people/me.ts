/** Who writes in this browser: a name, a colour, a random id. Kept under one key, and never anything of a pad. */
import { randomBelow, randomId } from "../kit/device";
import { COLOURS, isColour } from "./colours";

export interface Me {
  /** Random id of this browser, `[A-Za-z0-9_-]{8,32}`. */
  person: string;
  name: string;
  color: string;
  /** The colour was chosen by hand, and stays whatever others have. */
  chosen?: boolean;
}

const STORED = "fadepad.me";
/** A name longer than this does not fit beside a cursor. */
export const NAME_MAX = 32;
const PERSON = /^[A-Za-z0-9_-]{8,32}$/;

const ADJECTIVES = "Calm Bright Quiet Merry Gentle Swift Sunny Clever Kind Brave Quick Mild Warm Keen Jolly Fair".split(" ");
const ANIMALS = "Heron Otter Fox Wren Lynx Hare Finch Badger Robin Seal Crane Beaver Swan Marten Ibis Moth".split(" ");

/** A friendly name for someone who has not given one. */
export const inventName = (): string =>
  `${ADJECTIVES[randomBelow(ADJECTIVES.length)]} ${ANIMALS[randomBelow(ANIMALS.length)]}`;

/** A name as it is shown: one line, no control or direction-turning characters, at most 32 characters. */
export function cleanName(value: unknown): string {
  if (typeof value !== "string") return "";
  // Cc, Cf and the like would break the label or turn the text around it
  const plain = value.slice(0, 512).replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, " ").replace(/\s+/gu, " ").trim();
  return [...plain].slice(0, NAME_MAX).join("").trim();
}

export const isPerson = (value: unknown): value is string => typeof value === "string" && PERSON.test(value);

/** Who this browser was last time, or `null` the first time. */
export function rememberedMe(): Me | null {
  try {
    const { person, name, color, chosen } = JSON.parse(localStorage.getItem(STORED) ?? "null") ?? {};
    if (!isPerson(person) || !isColour(color) || !cleanName(name)) return null;
    return { person, color, name: cleanName(name), ...(chosen === true ? { chosen } : {}) };
  } catch {
    return null;
  }
}

/** A newcomer: an invented name, any colour, a new id. */
export const newMe = (): Me => ({
  person: randomId(16),
  name: inventName(),
  color: COLOURS[randomBelow(COLOURS.length)] as string,
});

/** Remembers who writes here, where the browser lets us. */
export function rememberMe({ person, name, color, chosen }: Me): void {
  try {
    localStorage.setItem(STORED, JSON.stringify({ person, name, color, chosen }));
  } catch {
    // storage is switched off: the name is asked again next time
  }
}
