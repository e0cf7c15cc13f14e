/** What a phone shows below the text. Apart from the others, because only phones load it. */
import type { Said } from "..";
import type { companion as english } from "../en/companion";

export const companion: Said<typeof english> = {
  label: "Añadir al pad",
  line: "Añade una línea",
  send: "Enviar la línea",
  where: (name: string) => `Una línea al final, de ${name}`,
  later: (name: string) => `Se envía cuando vuelva la conexión, de ${name}`,
  away: "El texto aún no está aquí. Prueba de nuevo en un momento.",
  unsent: "No se ha enviado: ahora solo puedes leer",
  photo: "Foto",
  tick: "Casilla",
  undo: "Deshacer",
  follow: "Seguir",
  boxes: "Casillas de este pad",
  noBoxes: "Aún no hay ninguna casilla en este pad.",
  noWords: "(sin palabras)",
};
