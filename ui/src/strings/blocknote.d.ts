/** What BlockNote says itself, a file a language: its sources, since its own `locales` is one file with all of them. */
declare module "@blocknote/core/locale/*" {
  import type { Dictionary } from "@blocknote/core";
  export const ar: Dictionary;
  export const de: Dictionary;
  export const en: Dictionary;
  export const es: Dictionary;
  export const fr: Dictionary;
  export const he: Dictionary;
  export const it: Dictionary;
  export const ja: Dictionary;
  export const ko: Dictionary;
  export const nl: Dictionary;
  export const pl: Dictionary;
  export const pt: Dictionary;
  export const uk: Dictionary;
  export const zh: Dictionary;
}
