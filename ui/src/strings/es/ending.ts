/** Sentences of a pad's end while it lives: the host's last word, and the last call. */
import type { Said } from "..";
import type { call as englishCall, end as english } from "../en/ending";
import { las, long, people, plural } from "./numbers";

/** What is left of the text after its end. */
export const afterwards = (saves: boolean): string =>
  saves
    ? ". El equipo de quien organiza guarda una copia en archivos."
    : ", y Fadepad no lo puede recuperar.";

const after = (saves: boolean): string =>
  saves
    ? "Después, el equipo de quien organiza tiene una copia en archivos."
    : "Después, Fadepad no lo puede recuperar.";

export const end: Said<typeof english> = {
  title: "¿Terminar este pad para todos?",
  body: (n: number, seconds: number, saves: boolean) =>
    `${n > 1 ? `Hay ${people(n)} aquí. A cada una` : "No hay nadie más. A quien entre"} ` +
    `se le ofrece una copia durante ${long(seconds)}, o hasta que respondan todos. Mientras tanto aún puedes pararlo. ` +
    `Después el texto se borra de la memoria y de las páginas que lo muestran${afterwards(saves)}`,
  bodyAtOnce: (n: number, saves: boolean) =>
    `${n > 1 ? `Hay ${people(n)} aquí, y a ninguna se le ofrece una copia` : "No hay nadie más"}: ` +
    `el texto se borra enseguida de la memoria y de las páginas que lo muestran${afterwards(saves)}`,
  copy: "Guardar antes un archivo Markdown",
  confirm: "Quiero terminarlo",
  now: "Terminar ahora",
  stay: "Ahora no",
  failed: "Sin conexión. El pad se podrá terminar cuando vuelva.",
};

export const call: Said<typeof englishCall> = {
  title: {
    soon: "Este pad termina pronto",
    leaving: "Solo quedas tú",
    unsent: "No ha llegado todo",
  },
  ends: (name: string) => `${name} termina este pad`,
  youEnd: "Terminas este pad",
  why: {
    host: "Quien organiza termina este pad",
    stop: "El equipo que comparte este pad se detiene",
    announced: "Este pad termina ahora, como fijó quien organiza",
    max_lifetime: "Se ha cumplido el tiempo máximo de este pad",
  },
  lead: "Después su texto ya no está. Llévate una copia si la necesitas.",
  leadKept:
    "Después se borra aquí, y el equipo de quien organiza guarda una copia. Llévate una si la necesitas.",
  seconds: (n: number) => plural(n, { one: "segundo", other: "segundos" }),
  minutes: "minutos",
  copied: "Copiado. Pégalo donde quieras",
  file: "Guardar un archivo",
  fileHint: "Word, página web, cápsula y otros",
  fileForm: "¿Qué archivo?",
  forms: { markdown: "Markdown", docx: "Word", page: "Página web", capsule: "Cápsula" },
  fileKept: "Guardado. Está entre tus descargas",
  none: "No lo necesito",
  noneHint: "No queda nada en este dispositivo",
  fadeHint: "Termina poco después de que todos respondan",
  another: "Pedir un minuto más",
  anotherGiven: "Todos tienen un minuto más. ",
  /** `asked`: whether who reads this is among them. */
  answered: (n: number, of: number, asked: boolean) => {
    if (of === 0) return "No se pregunta a nadie más. Termina en un momento.";
    if (of === 1) {
      if (n === of)
        return `${asked ? "Ya has respondido" : "La otra persona ya ha respondido"}. Termina en un momento.`;
      return `Termina poco después de que ${asked ? "respondas" : "responda la otra persona"}.`;
    }
    if (n === of) return "Todos han respondido. Termina en un momento.";
    const have = plural(n, { one: "Ha respondido", other: "Han respondido" });
    return `${have} ${n} de ${of}. Termina poco después de que respondan todos.`;
  },
  back: "Volver al texto",
  soon: (time: string) =>
    `Termina a ${las(time)}, aunque haya gente. Llévate una copia si necesitas el texto.`,
  leaving: (ttl: number, saves: boolean) =>
    `Si sales, este pad se desvanece en ${long(ttl)}. ${after(saves)}`,
  leavingUntil: (time: string, saves: boolean) =>
    `Si sales, este pad se queda hasta ${las(time)}. ${after(saves)}`,
  leavingKept:
    "Si sales, este pad se queda hasta que quien organiza lo termine o se cumpla su tiempo máximo.",
  unsent: (time: string) =>
    `Lo que has escrito desde ${las(time)} está solo en esta página. Si sales ahora, se pierde.`,
  leftOut: (time: string) =>
    `Una parte de lo que has escrito desde ${las(time)} no está en el pad, sino solo en esta página. ` +
    "Si sales ahora, se pierde. Cópiala desde la línea que hay sobre el texto.",
  copy: "Copiar el texto",
  copyHint: "En Markdown, para pegar donde quieras",
  keep: "Guardar un archivo Markdown",
  keepHint: "Texto sencillo para notas y tareas",
  page: "Guardar una página web",
  pageHint: "Se abre en cualquier navegador, sin red",
  others: "Otras formas…",
  othersHint: "Word, PDF, una cápsula para continuar",
  letFade: "Dejar que se desvanezca",
  goOn: "Volver al texto",
  stop: "Que siga",
  stopped: "Este pad sigue.",
  stay: "Quedarme",
  leave: "Salir igualmente",
  foot: (pad: string, when: string) => `${pad}, guardado desde Fadepad el ${when}.`,
};
