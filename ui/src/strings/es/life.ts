/** How long a pad lives, and what its host decides about that. */
import type { Said } from "..";
import type { life as english, steer as englishSteer } from "../en/life";
import { afterwards } from "./ending";
import { las, long, short } from "./numbers";

export const life: Said<typeof english> = {
  label: "Cuánto vive este pad",
  title: "Cuánto vive este pad",
  alive: (ttl: number) => `Vive mientras haya alguien, y ${short(ttl)} más`,
  alivePhone: "Vive mientras haya alguien",
  until: (time: string) => `Vive hasta ${las(time)}`,
  kept: "Se queda hasta nuevo aviso",
  ends: (left: string) => `Termina en ${left}`,
  fades: (left: string) => `Se desvanece en ${left}`,
  connecting: "Abriendo…",
  lost: "Reconectando…",
  ended: "Terminado",
  what: (ttl: number, saves: boolean) =>
    `Cuando sale la última persona, el texto se queda ${long(ttl)} más. ` +
    `Después se borra de la memoria${afterwards(saves)}`,
  whatUntil: (time: string, saves: boolean) =>
    `El pad se queda hasta ${las(time)}, haya gente o no. ` +
    `Después su texto se borra de la memoria${afterwards(saves)}`,
  whatKept: (hardEnd: string | null) =>
    "El pad se queda hasta que quien organiza decida otra cosa, aunque no haya nadie. En todo caso " +
    `${hardEnd ? `termina a ${las(hardEnd)}` : "termina al cumplirse su tiempo máximo"}; ` +
    "antes se avisa a todas las personas que están aquí.",
  hard: (time: string) => `Termina a ${las(time)}, aunque haya gente.`,
  where: (saves: boolean) =>
    "El texto está en la memoria del equipo que comparte este pad, y en las páginas que lo muestran. " +
    (saves
      ? "Fadepad lo escribe en un disco cuando el pad termina, y no antes."
      : "Fadepad no lo escribe en ningún disco."),
  whoDecides: "Quien organiza decide cuánto vive. Todo el mundo lo ve aquí enseguida.",
  saved: "Todo lo que has escrito ha llegado allí.",
  sending: "Enviando lo que has escrito…",
  held: "Lo último que has escrito no está llegando: está solo en esta página.",
  waiting: "Lo que has escrito espera en esta página hasta que vuelva la conexión.",
  reading: "Aquí puedes leer.",
};

export const steer: Said<typeof englishSteer> = {
  detour: "Esta red no deja pasar conexiones en directo. Todo llega igualmente, un poco más tarde.",
  label: "Mantener este pad",
  fade: "Mientras se use",
  until: "Hasta una hora",
  keep: "Hasta que yo diga",
  graces: "Cuando haya salido la última persona",
  grace: (ttl: number) => `${long(ttl)} después de que salga la última persona`,
  time: "Mantenerlo hasta las",
  set: "Fijar",
  untilHint: "Entonces termina, aunque haya gente.",
  tomorrow: "Eso es mañana.",
  tooLate: (hardEnd: string | null) =>
    "Eso es más de lo que puede vivir este pad. Se queda " +
    `${hardEnd ? `hasta ${las(hardEnd)}` : "todo lo que pueda"}, y antes de que termine se avisa a todos.`,
  keepHint: (hardEnd: string | null) =>
    "Se queda aunque todo el mundo haya salido. En todo caso termina " +
    `${hardEnd ? `a ${las(hardEnd)}` : "al cumplirse su tiempo máximo"}.`,
};
