/** The outline of a text, and how long it is. */
import type { Said } from "..";
import type { outline as english } from "../en/outline";
import { plural } from "./numbers";

const number = (n: number) => n.toLocaleString("pl");

export const outline: Said<typeof english> = {
  title: "Spis treści",
  headings: "Nagłówki",
  none: "Nie ma jeszcze nagłówków. Pojawią się tutaj, gdy powstaną.",
  done: (done: number, of: number) => `Zrobione: ${done} z ${of}`,
  words: (n: number) => `${number(n)} ${plural(n, { one: "słowo", few: "słowa", other: "słów" })}`,
  length: (minutes: number, letters: number) =>
    `${number(minutes)} ${plural(minutes, { one: "minuta", few: "minuty", other: "minut" })} czytania · ` +
    `${number(letters)} ${plural(letters, { one: "litera", few: "litery", other: "liter" })}`,
  empty: "Nic jeszcze nie jest napisane.",
};
