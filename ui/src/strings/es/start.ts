/** The start page, and the page of a new pad. */
import type { Said } from "..";
import type { fresh as englishFresh, start as english } from "../en/start";
import { long, people } from "./numbers";

const waiting = (wait: number | null) => (wait === null ? "un minuto" : long(Math.max(1, wait)));

export const start: Said<typeof english> = {
  title: "Fadepad",
  lead: "Escribe el código que ves en la pantalla.",
  label: "Código",
  join: "Entrar",
  joining: "Abriendo…",
  notInAlphabet: (letters: string) =>
    `${letters} no ${letters.length === 1 ? "está" : "están"} en ningún código, ` +
    "porque O y 0, I, L y 1, U y V se parecen. Vuelve a mirar la pantalla.",
  unknown: "Ese código no se conoce aquí. Los códigos tienen seis caracteres, como K7Q\u00a0PM3.",
  ended: "Ese pad ya terminó.",
  /** `wait`: how long (seconds), where that is known. */
  tooMany: (wait: number | null) =>
    `Demasiados intentos. Espera ${waiting(wait)} y prueba otra vez.`,
  notNow: (wait: number | null) =>
    `Ahora no te pueden dejar entrar. Prueba otra vez en ${waiting(wait)}.`,
  tryNow: "Ya puedes probar otra vez.",
  closed: "Por ahora no entra nadie nuevo en ese pad. Pregunta a quien organiza.",
  pin: "PIN",
  pinNeeded: "Este pad pide también un PIN. Pregunta a quien organiza.",
  pinWrong: "Ese no es el PIN de este pad. Míralo otra vez o pregunta a quien organiza.",
  offline: "No hay conexión con Fadepad. ¿Sigue este dispositivo en la misma red?",
  newPad: "Pad nuevo",
  near: "En esta red",
  nearOn: (host: string) => `en ${host}`,
  nearFading: "se desvanece",
  nearWaiting: "aún no hay nadie",
  nearPeople: people,
};

export const fresh: Said<typeof englishFresh> = {
  title: "Pad nuevo",
  lead: "Vive mientras haya alguien aquí.",
  lives: (ttl: number) => `Vive mientras haya alguien aquí, y después ${long(ttl)} más.`,
  unkept: "No se guarda nada.",
  unread: (said: readonly string[]) =>
    `El enlace dice ${said.join(", ")}, y eso no se entiende. En ese punto, el pad es como siempre.`,
  kept: "Al terminar, el equipo de quien organiza guarda una copia.",
  label: "Nombre, si quieres",
  hint: "Minúsculas, números, - y _",
  create: "Abrir el pad",
  withFile: "Empezar con un archivo…",
  beginsWith: (file: string) => `Empieza con ${file}.`,
  without: "Sin el archivo",
  taken: "Ya hay un pad con este nombre. Elige otro.",
  hostOnly: "Aquí solo quien organiza puede abrir un pad nuevo.",
  badName: "Usa minúsculas, números, - y _, como mucho 64.",
};
