/** Every word on the menus of the text. Apart from the others, because only the editor loads it. */
import type { Said } from "..";
import type { menus as english } from "../en/menus";

export const menus: Said<typeof english> = {
  slash: "Qué se puede poner aquí",
  emoji: "Emoji",
  none: "No hay nada con ese nombre",
  format: "Dar formato a las palabras",
  link: "Este enlace",
  noLink: "Un enlace lleva a una dirección web, de correo o de teléfono.",
  add: "Añadir una línea debajo",
  block: "Menú de esta línea",
  turnInto: "Convertir en",
  callout: "Recuadro",
  duplicate: "Duplicar",
  copyLink: "Copiar el enlace a esta línea",
  lineGone: "La línea a la que lleva este enlace ya no está.",
  insert: {
    up: "Insertar encima",
    down: "Insertar debajo",
    left: "Insertar a la izquierda",
    right: "Insertar a la derecha",
  },
  move: {
    up: "Mover hacia arriba",
    down: "Mover hacia abajo",
    left: "Mover a la izquierda",
    right: "Mover a la derecha",
  },
  words: "Palabras",
  ground: "Fondo",
  remove: "Eliminar",
  back: "Atrás",
  ofRow: "Fila",
  ofColumn: "Columna",
  header: { row: "Fila de cabecera", column: "Columna de cabecera" },
  removeLine: { row: "Eliminar fila", column: "Eliminar columna" },
  row: "Menú de esta fila",
  column: "Menú de esta columna",
  cell: "Menú de esta celda",
  moreRows: "Añade una fila, o arrastra para más",
  moreColumns: "Añade una columna, o arrastra para más",
};
