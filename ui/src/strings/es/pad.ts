/** The pad itself: its bar, its lines of state, the text. */
import type { Said } from "..";
import type {
  decided as englishDecided,
  hands as englishHands,
  more as englishMore,
  pad as english,
  templates as englishTemplates,
  thumb as englishThumb,
} from "../en/pad";
import { las, plural } from "./numbers";

export const pad: Said<typeof english> = {
  share: "Compartir",
  more: "Más",
  fullEditor: "Editor completo",
  companion: "Vista sencilla",
  opening: "Abriendo el pad…",
  editor: (pad: string) => `Texto de ${pad}`,
  placeholder: "Escribe “/” para títulos, listas, tablas…",
  emptyPlaceholder: "Escribe algo. Lo verán todas las personas que están aquí.",
  misfit: "Esta parte no se puede mostrar aquí",
  misfitInLine: "no se puede mostrar aquí",
  misfitStays: "Sigue en el pad y va en cada copia.",
  misfitRemove: "Quitar",
  misfitCopy: "(Una parte que no se puede mostrar)",
  saves: ["Al terminar este pad, el equipo de quien organiza ", "guarda una copia", "."],
  readOnly: "Aquí puedes leer.",
  isOff: "Aquí puedes leer. Ahora no se puede escribir.",
  /** When a host has just decided so. */
  mayNow: {
    edit: "Ya puedes escribir.",
    host: "Ahora también organizas este pad.",
    noHost: "Ya no organizas este pad.",
  },
  tooMuch: "Es más de lo que cabe en el pad. No se ha pegado nada.",
  noFiles: "Las imágenes de otras páginas no entran. Trae una de este dispositivo.",
  noWay: "Se ha perdido la conexión. Prueba de nuevo en un momento.",
  notConnected: "Sin conexión. Sigue escribiendo, se enviará.",
  notInYet: "Sin conexión. El pad se abre en cuanto Fadepad responda.",
  notConnectedReading: "Sin conexión. Lo que escriben los demás llega en cuanto vuelva.",
  blocked:
    "Esta red muestra la página, pero no deja pasar nada de lo que se escribe. " +
    "Pide a quien organiza otra forma de entrar.",
  blockedReading:
    "Esta red muestra la página, pero no lo que escriben los demás. " +
    "Pide a quien organiza otra forma de entrar.",
  staysHere: (time: string) => `Lo que has escrito desde ${las(time)} está solo en esta página.`,
  waits: (time: string) => `Lo que has escrito desde ${las(time)} espera en esta página.`,
  allSent: "Todo lo que habías escrito ha llegado.",
  full: "Este pad está lleno ahora. Entras en cuanto haya sitio.",
  held: (time: string) => [
    `Lo que has escrito desde ${las(time)} `,
    "no está llegando",
    ". Los demás no lo ven.",
  ],
  left: (time: string, isTooMuch: boolean) =>
    isTooMuch
      ? [
          `Una parte de lo que has escrito desde ${las(time)} es `,
          "más de lo que cabe en este pad",
          ". Ya no está en el texto.",
        ]
      : [
          `Una parte de lo que has escrito desde ${las(time)} `,
          "no puede quedarse en este pad",
          ". Ya no está en el texto.",
        ],
  takenOut: (time: string) => [
    `Lo que has escrito desde ${las(time)} estaba en una línea que mientras tanto `,
    "se ha quitado",
    ". Ya no está en el texto.",
  ],
  begunAfresh: () => [
    "El pad ha empezado de nuevo por decisión de quien organiza. Tus últimas palabras ",
    "se han quedado fuera",
    ". Cópialas: ya no están en el texto.",
  ],
  tooLate: (time: string) => [
    `Ya no se puede escribir. Tus últimas palabras, desde ${las(time)}, `,
    "no han entrado",
    ". Cópialas: ya no están en el texto.",
  ],
  takenBack: (time: string, isTooMuch: boolean) =>
    isTooMuch
      ? [`Lo que hiciste a ${las(time)} es `, "más de lo que cabe en este pad", ". Se ha deshecho."]
      : [`Lo que hiciste a ${las(time)} `, "no puede quedarse en este pad", ". Se ha deshecho."],
  guessing: (wrong: number) =>
    "Alguien está probando códigos: " +
    `${wrong} ${plural(wrong, { one: "equivocado", other: "equivocados" })} en diez minutos. ` +
    "Ahora tiene que esperar, y el código sigue igual.",
  filling: (name: string) =>
    `${name} ya ha puesto en este pad todo lo que puede poner una persona. No cabe nada más suyo.`,
  copyWords: "Copiar mis palabras",
  wordsCopied: "Tus palabras están copiadas",
  openAgain: "Volver a abrir el pad",
  ending: (left: string) => `Este pad termina en ${left}.`,
  takeCopy: "Llevarme una copia",
  done: "Listo",
  fold: "Mostrar u ocultar lo que hay dentro",
  language: "Lenguaje de este código",
  /** For who only reads: a block of another program that nobody has given a file. */
  missing: {
    image: "Una imagen sin dirección",
    video: "Un vídeo sin dirección",
    audio: "Un sonido sin dirección",
    file: "Un archivo sin dirección",
  },
};

/** What another host has decided: by name, where it was no program. */
export const decided: Said<typeof englishDecided> = {
  writing: (host: string | null, on: boolean) => {
    if (on) return host ? `${host} activó la escritura.` : "Se activó la escritura.";
    return host ? `${host} desactivó la escritura.` : "Se desactivó la escritura.";
  },
  roles: {
    edit: (host: string | null, name: string) =>
      host ? `${host} dejó escribir a ${name}.` : `${name} ya puede escribir.`,
    view: (host: string | null, name: string) =>
      host ? `${host} dejó a ${name} en solo lectura.` : `${name} ahora solo lee.`,
    host: (host: string | null, name: string) =>
      host ? `${host} dejó organizar a ${name}.` : `${name} ahora también organiza.`,
  },
  door: {
    open: (host: string | null) => (host ? `${host} abrió la puerta.` : "La puerta está abierta."),
    knock: (host: string | null) =>
      host ? `${host} pide que se llame antes de entrar.` : "Ahora hay que llamar antes de entrar.",
    closed: (host: string | null) =>
      host ? `${host} cerró la puerta: ya no entra nadie nuevo.` : "Ya no entra nadie nuevo.",
  },
  pin: (host: string | null, on: boolean) => {
    if (!on) return host ? `${host} quitó el PIN.` : "Ya no hay PIN.";
    return host ? `${host} puso un PIN: con el código solo no se entra.` : "Ahora hay un PIN.";
  },
  pencil: (host: string | null, name: string) =>
    host ? `${host} pasó el lápiz a ${name}.` : `${name} tiene ahora el lápiz.`,
  newLinks: (host: string | null, of: "edit" | "view" | "host") => {
    const which = { edit: "escribir", view: "leer", host: "organizar" }[of];
    return host
      ? `${host} creó enlaces nuevos para ${which}.`
      : `Hay enlaces nuevos para ${which}.`;
  },
  showOut: (host: string | null, name: string) =>
    host ? `${host} hizo salir a ${name}.` : `Se hizo salir a ${name}.`,
  /** Why what one has decided oneself is not done. */
  refused: {
    notHost: "No se ha hecho: eso lo decide solo quien entró con un enlace para organizar.",
    oneself: "No se ha hecho: quien organiza no puede quitarse permisos.",
    tooFast: "No hay enlaces nuevos: como mucho diez veces por minuto.",
    nobody: "Ya no está aquí.",
    tooMany: "No se ha hecho: hay demasiadas personas fuera o con permisos propios.",
  },
};

/** Who reads and asks to write. */
export const hands: Said<typeof englishHands> = {
  ask: "Quiero escribir",
  asked: "Aquí puedes leer. Quien organiza ve que quieres escribir.",
  askNoMore: "Ya no quiero",
  /** For hosts: the one who asks the longest, and how many more. */
  asking: (name: string, more: number) =>
    more === 0 ? `${name} quiere escribir.` : `${name} y ${more} más quieren escribir.`,
  answer: "Responder",
};

export const templates: Said<typeof englishTemplates> = {
  label: "Empezar con",
  agenda: "Orden del día",
  goal: "Objetivo",
  topics: "Temas",
  next: "Próximos pasos",
  minutes: "Acta",
  present: "Quién está",
  decisions: "Decisiones",
  todo: "Tareas",
  open: "Por aclarar",
  retro: "Retrospectiva",
  well: "Qué ha ido bien",
  hard: "Qué ha costado",
  tried: "Qué probamos ahora",
};

export const thumb: Said<typeof englishThumb> = {
  label: "Escribir",
  line: "Línea",
  tick: "Casilla",
  list: "Lista",
  heading: "Título",
  photo: "Foto",
  undo: "Deshacer",
};

export const more: Said<typeof englishMore> = {
  theme: "Aspecto",
  language: "Idioma",
  system: "Sistema",
  light: "Claro",
  dark: "Oscuro",
  people: "Personas",
  outline: "Esquema",
  find: "Buscar…",
  copy: "Copiar el texto en Markdown",
  copied: "Texto copiado",
  take: "Llevarme el texto…",
  bring: "Traer algo…",
  kept: "Archivo guardado",
  keptWithout:
    "Archivo guardado. Algunas imágenes o archivos no se han podido traer y no están en él.",
  licenses: "Licencias",
  leave: "Salir",
  end: "Terminar ahora…",
  handOver: "Traspasar…",
  newPad: "Pad nuevo…",
  pads: "Pads de este equipo",
};
