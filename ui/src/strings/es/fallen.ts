/** What stands in the place of an editor that fails; fetched only then. */
import type { Said } from "..";
import type { fallen as english } from "../en/fallen";

export const fallen: Said<typeof english> = {
  title: "Ahora no se puede seguir escribiendo aquí",
  body: "El texto sigue en el pad. Abajo están sus palabras. Llévate una copia o prueba otra vez.",
  copy: "Copiar el texto",
  text: "Las palabras del texto",
  host:
    "Si sigue así, puedes empezar de nuevo con el texto tal como esta página lo mostró bien por última vez. " +
    "Será el texto de todos; lo que llegó después se pierde.",
  afresh: "Empezar desde el último texto bueno",
};
