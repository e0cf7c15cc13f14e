/** The list of all keys, and what is written on them: the sentences of the language in use. */
import { locale, part } from ".";
import { keys } from "./en/keys";

export const y = part("keys", keys);

/** Keys that are called otherwise on the keyboards of a language; on a Mac all have signs. */
const NAMES: Record<string, Record<string, string>> = {
  de: { Ctrl: "Strg", Shift: "Umschalt", Enter: "Eingabe" },
  fr: { Shift: "Maj", Enter: "Entrée", Escape: "Échap" },
  es: { Shift: "Mayús", Enter: "Intro" },
  it: { Shift: "Maiusc", Enter: "Invio" },
};
const SHORT: Record<string, string> = { Escape: "Esc", ArrowUp: "↑", ArrowDown: "↓" };

/** What stands on a key. */
export const keyName = (key: string): string =>
  NAMES[locale.slice(0, 2)]?.[key] ?? SHORT[key] ?? key;
