/**
 * The sentences of the language in use: short, about the text, no technical nouns, no exclamation marks. A folder holds a
 * language, a file what is said on a screen. What few pages need comes with their part, by a file of its name beside this one.
 */
import type { en } from "./en";

/** The same sentences in any words. */
export type Said<S> = S extends string
  ? string
  : S extends (...of: infer Of) => infer Told
    ? (...of: Of) => Said<Told>
    : { readonly [K in keyof S]: Said<S[K]> };

/** The shape that every language fills. */
export type Strings = Said<typeof en>;

/** Set before anything is drawn. It is read where something is said, and never while a file is loaded. */
export let t: Strings;

/** From now on the page speaks this language. */
export function speak(language: Strings): void {
  t = language;
}
