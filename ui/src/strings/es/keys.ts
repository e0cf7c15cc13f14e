/** The list of all keys. */
import type { Said } from "..";
import type { keys as english } from "../en/keys";

export const keys: Said<typeof english> = {
  title: "Atajos de teclado",
  page: "La página",
  lines: "Líneas, una o todas las seleccionadas",
  typed: "Escrito al principio de una línea",
  sheet: "Esta lista",
  redo: "Rehacer",
  tick: "Marcar una casilla",
  breaks: "Línea nueva en el mismo bloque",
  leave: "Salir del texto",
};
