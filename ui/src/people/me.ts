/** What who writes in this browser is called: a name and a colour. Kept under one key, and never anything of a pad. */
import { randomBelow } from "../kit/device";
import { isColour, nthColour } from "./colours";
import { cleanName } from "./names";

export interface Me {
  name: string;
  color: string;
  /** The colour was chosen by hand, and stays whatever others have. */
  chosen?: boolean;
}

const STORED = "fadepad.me";

const ADJECTIVES =
  "Calm Bright Quiet Merry Gentle Swift Sunny Clever Kind Brave Quick Mild Warm Keen Jolly Fair".split(
    " ",
  );
const ANIMALS =
  "Heron Otter Fox Wren Lynx Hare Finch Badger Robin Seal Crane Beaver Swan Marten Ibis Moth".split(
    " ",
  );

/** A friendly name for someone who has not given one. */
export const inventName = (): string =>
  `${ADJECTIVES[randomBelow(ADJECTIVES.length)]} ${ANIMALS[randomBelow(ANIMALS.length)]}`;

/** Who this browser was last time, or `null` the first time. */
export function rememberedMe(): Me | null {
  try {
    const { name, color, chosen } = JSON.parse(localStorage.getItem(STORED) ?? "null") ?? {};
    if (!isColour(color) || !cleanName(name)) return null;
    return { color, name: cleanName(name), ...(chosen === true ? { chosen } : {}) };
  } catch {
    return null;
  }
}

/** A newcomer to so many: an invented name, the next colour. */
export const newMe = (here: number): Me => ({ name: inventName(), color: nthColour(here) });

let invented: Me | null = null;

/** How somebody appears before they are in: as last time, else under an invented name that stays while the page does. */
export const arriving = (): Me => rememberedMe() ?? (invented ??= newMe(randomBelow(6)));

/** Remembers who writes here, where the browser lets us. */
export function rememberMe({ name, color, chosen }: Me): void {
  try {
    localStorage.setItem(STORED, JSON.stringify({ name, color, chosen }));
  } catch {
    // storage is switched off: the name is asked again next time
  }
}
