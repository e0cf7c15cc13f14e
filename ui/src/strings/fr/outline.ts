/** The outline of a text, and how long it is. */
import type { Said } from "..";
import type { outline as english } from "../en/outline";
import { plural } from "./numbers";

const number = (n: number) => n.toLocaleString("fr");

export const outline: Said<typeof english> = {
  title: "Plan",
  headings: "Titres",
  none: "Pas encore de titres. Ils apparaîtront ici à mesure qu’on les écrit.",
  done: (done: number, of: number) =>
    `${plural(done, { one: `${done} fait`, other: `${done} faits` })} sur ${of}`,
  words: (n: number) => `${number(n)} ${plural(n, { one: "mot", other: "mots" })}`,
  length: (minutes: number, letters: number) =>
    `${number(minutes)} ${plural(minutes, { one: "minute", other: "minutes" })} de lecture · ` +
    `${number(letters)} ${plural(letters, { one: "signe", other: "signes" })}`,
  empty: "Rien n’est encore écrit.",
};
