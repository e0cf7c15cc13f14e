/** The outline of a text, and how long it is. */
import type { Said } from "..";
import type { outline as english } from "../en/outline";
import { plural } from "./numbers";

const number = (n: number) => n.toLocaleString("es");

export const outline: Said<typeof english> = {
  title: "Esquema",
  headings: "Títulos",
  none: "Aún no hay títulos. Aparecerán aquí según se escriban.",
  done: (done: number, of: number) =>
    `${done} de ${of} ${plural(of, { one: "hecha", other: "hechas" })}`,
  words: (n: number) => `${number(n)} ${plural(n, { one: "palabra", other: "palabras" })}`,
  length: (minutes: number, letters: number) =>
    `${number(minutes)} ${plural(minutes, { one: "minuto", other: "minutos" })} de lectura · ` +
    `${number(letters)} ${plural(letters, { one: "letra", other: "letras" })}`,
  empty: "Aún no hay nada escrito.",
};
