/**
 * The sentences of the language in use: short, about the text, no technical nouns, no exclamation marks. A folder holds a
 * language, a file what is said on a screen. What few pages need comes with their part, by a file of its name beside this one.
 */
import type { Dictionary } from "@blocknote/core";
import type { en } from "./en";
import type * as english from "./en/parts";

/** The same sentences in any words. */
export type Said<S> = S extends string
  ? string
  : S extends (...of: infer Of) => infer Told
    ? (...of: Of) => Said<Told>
    : { readonly [K in keyof S]: Said<S[K]> };

/** What comes with parts of the page, by the part. */
export type Parts = { readonly [Name in keyof typeof english]: Said<(typeof english)[Name]> };

/** All that most pages say. */
export type Strings = Said<typeof en>;

/** What no page says before a piece of it has been fetched. */
type Behind = "call" | "left" | "life" | "name";

/** What the folder of a language says at once. */
export type First = Omit<Strings, Behind>;

/** What comes behind that: the rest, the parts, and what BlockNote says itself. */
export type Rest = Pick<Strings, Behind> & Parts & { readonly editor: Dictionary };

/** Set before anything is drawn. It is read where something is said, and never while a file is loaded. */
export let t: Strings & Partial<Rest>;

/** Where a language is written in several ways: days before months, and the digits that codes and addresses have, too. */
const LOCALES: Record<string, string> = { en: "en-GB", ar: "ar-u-nu-latn" };

/** The locale in which numbers, dates and times are written beside them. */
export let locale = "en-GB";

/** From now on the page speaks this language. */
export function speak(language: Strings & Partial<Rest>, tag = "en"): void {
  t = language;
  locale = LOCALES[tag] ?? tag;
}

/** A part in the language in use: English brings each with its piece of the page, others all of them in `t`. */
export const part = <Name extends keyof Parts>(name: Name, english: Parts[Name]): Parts[Name] =>
  new Proxy(english, { get: (_, key) => Reflect.get(t[name] ?? english, key) as unknown });
