/** The names of the tools over the keyboard of a touch device. */
import type { Said } from "..";
import type { keybar as english } from "../en/keybar";

export const keybar: Said<typeof english> = {
  label: "Herramientas de la línea",
  tick: "Casilla",
  list: "Lista",
  heading: "Título",
  bold: "Negrita",
  italic: "Cursiva",
  underline: "Subrayado",
  strike: "Tachado",
  code: "Código",
  mark: "Resaltar",
  link: "Enlace",
  address: "Dirección del enlace",
  example: "example.org",
  set: "Poner",
  unlink: "Quitar el enlace",
  back: "Atrás",
  noLink: "Un enlace lleva a una dirección web, de correo o de teléfono.",
  indent: "Más sangría",
  outdent: "Menos sangría",
  undo: "Deshacer",
  picture: "Imagen",
  more: "Más bloques",
  done: "Listo",
};
