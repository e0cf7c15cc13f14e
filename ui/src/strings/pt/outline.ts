/** The outline of a text, and how long it is. */
import type { Said } from "..";
import type { outline as english } from "../en/outline";
import { plural } from "./numbers";

const number = (n: number) => n.toLocaleString("pt");

export const outline: Said<typeof english> = {
  title: "Estrutura",
  headings: "Títulos",
  none: "Ainda não há títulos. Eles aparecem aqui conforme forem escritos.",
  done: (done: number, of: number) =>
    `${done} de ${of} ${plural(of, { one: "feita", other: "feitas" })}`,
  words: (n: number) => `${number(n)} ${plural(n, { one: "palavra", other: "palavras" })}`,
  length: (minutes: number, letters: number) =>
    `${number(minutes)} ${plural(minutes, { one: "minuto", other: "minutos" })} de leitura · ` +
    `${number(letters)} ${plural(letters, { one: "letra", other: "letras" })}`,
  empty: "Nada foi escrito ainda.",
};
