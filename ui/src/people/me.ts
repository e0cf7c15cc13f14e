/** Who writes in this browser: a name, a colour, a random id. Kept under one key, and never anything of a pad. */
import { randomBelow, randomId } from "../kit/device";
import { COLOURS, isColour } from "./colours";
import { cleanName } from "./names";

export interface Me {
  /** Random id of this browser, `[A-Za-z0-9_-]{8,32}`. */
  person: string;
  name: string;
  color: string;
  /** The colour was chosen by hand, and stays whatever others have. */
  chosen?: boolean;
}

const STORED = "fadepad.me";
const PERSON = /^[A-Za-z0-9_-]{8,32}$/;

const ADJECTIVES = "Calm Bright Quiet Merry Gentle Swift Sunny Clever Kind Brave Quick Mild Warm Keen Jolly Fair".split(" ");
const ANIMALS = "Heron Otter Fox Wren Lynx Hare Finch Badger Robin Seal Crane Beaver Swan Marten Ibis Moth".split(" ");

/** A friendly name for someone who has not given one. */
export const inventName = (): string =>
  `${ADJECTIVES[randomBelow(ADJECTIVES.length)]} ${ANIMALS[randomBelow(ANIMALS.length)]}`;

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
