/** What the engine of the browser knows of a language's grammar, for the files of that language. */
import type { InUnit } from "./times";

/** The words for a number by the plural categories of a language, as CLDR names them. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Which of the words belongs to a number: `plural(2, { one: "osoba", few: "osoby", other: "osób" })`. */
export function pluralOf(language: string): (n: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language);
  return (n, forms) => forms[rules.select(n)] ?? forms.other;
}

/** "15 Minuten", "1 Std.": a number of a unit, as the engine says it in a language. */
export function unitsOf(language: string, unitDisplay: "long" | "short" | "narrow"): InUnit {
  return (n, unit) =>
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay }).format(n);
}

/** A name, code, size or link inside a sentence that runs the other way: it keeps its own direction, and the sentence its order. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
