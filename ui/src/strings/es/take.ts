/** Sentences of the sheet by which a text is taken out and brought in. */
import type { Said } from "..";
import type { bring as englishBring, take as english } from "../en/take";
import { las, plural } from "./numbers";

const linesOf = (n: number) => `${n} ${plural(n, { one: "línea", other: "líneas" })}`;

export const take: Said<typeof english> = {
  title: "Llévate el texto",
  way: "Llevar o traer",
  out: "Llevar",
  bring: "Traer",
  form: "En qué forma",
  forms: {
    markdown: {
      sign: "md",
      name: "Markdown",
      hint: "para notas y tareas; un zip con sus imágenes",
    },
    docx: { sign: "docx", name: "Word", hint: "para la oficina, con estilos" },
    odt: { sign: "odt", name: "OpenDocument", hint: "para LibreOffice y otros" },
    pdf: { sign: "pdf", name: "PDF", hint: "páginas fijas, listas para imprimir" },
    page: { sign: "html", name: "Página web", hint: "se lee en cualquier navegador, sin red" },
    text: { sign: "txt", name: "Texto sin formato", hint: "las palabras y nada más" },
    capsule: { sign: "", name: "Cápsula", hint: "se abre sin red, continúa en cualquier Fadepad" },
    yjs: { sign: "yjs", name: "Archivo Yjs", hint: "para programas que continúan con él" },
  },
  keep: {
    markdown: "Guardar el archivo Markdown",
    docx: "Guardar el archivo Word",
    odt: "Guardar el archivo OpenDocument",
    pdf: "Imprimir o guardar un PDF",
    page: "Guardar la página web",
    text: "Guardar el archivo de texto",
    capsule: "Guardar la cápsula",
    yjs: "Guardar el archivo Yjs",
  },
  copy: { rich: "Copiar el texto", markdown: "Copiar en Markdown", text: "Copiar las palabras" },
  stays: (lines: number) => `${linesOf(lines)}. Se queda en este dispositivo.`,
  making: "Creando el archivo…",
  failed: "Este archivo no se ha podido crear ahora. En su lugar se ha guardado Markdown.",
  digest: {
    title: "Resumen al principio",
    hint: "Qué se decidió y quién hace qué",
    off: "El archivo empieza con el texto.",
    never:
      "Este archivo lleva solo el documento, como lo leen los programas: no hay nada encima del texto.",
    how:
      "Recoge las casillas, y las líneas que empiezan por !decision o ?question. " +
      "Nombra a quien lo hace: @Jana.",
    none: "En este texto aún no hay ninguna casilla, ni !decision, ni ?question.",
    people: "Nombrar a quienes están",
    until: (time: string) => `hasta ${las(time)}`,
    heads: {
      open: (n: number) => `Pendiente, ${n}`,
      done: (n: number) => `Hecho, ${n}`,
      decided: (_n: number) => "Decidido",
      questions: (n: number) => plural(n, { one: "Pregunta", other: "Preguntas" }),
    },
    more: (n: number) => `y ${n} más`,
    alone: "Solo el resumen",
    table: "Como tabla",
    days: (n: number) =>
      plural(n, { one: "1 fecha para un calendario", other: `${n} fechas para un calendario` }),
    mail: "Por correo",
    columns: ["Qué", "Palabras", "Quién", "Cuándo"],
    kinds: { open: "Pendiente", done: "Hecho", decided: "Decidido", questions: "Pregunta" },
  },
};

/** The same for what is brought in. */
export const bring: Said<typeof englishBring> = {
  title: "Traer algo",
  choose: "Elegir un archivo",
  another: "Elegir otro archivo",
  what:
    "Suelta aquí Markdown, Word, OpenDocument, una página web, texto o una cápsula: " +
    "8 MB de texto, y sus imágenes",
  whatTouch:
    "Markdown, Word, OpenDocument, una página web, texto o una cápsula: 8 MB de texto, y sus imágenes",
  reading: (name: string) => `Leyendo ${name}…`,
  found: (
    size: string,
    { lines, boxes, pictures }: Record<"lines" | "boxes" | "pictures", number>,
  ) => [
    size,
    linesOf(lines),
    ...(boxes ? [`${boxes} ${plural(boxes, { one: "casilla", other: "casillas" })}`] : []),
    ...(pictures ? [`${pictures} ${plural(pictures, { one: "imagen", other: "imágenes" })}`] : []),
  ],
  lost: (n: number) =>
    plural(n, {
      one: "1 imagen se queda fuera: este navegador no la puede mostrar, o no está en el archivo.",
      other: `${n} imágenes se quedan fuera: este navegador no las puede mostrar, o no están en el archivo.`,
    }),
  where: "¿Dónde va?",
  places: {
    here: { name: "En este pad", hint: "aquí aún no hay nada escrito" },
    on: { name: "Continuar con este texto", hint: "entra solo lo que es nuevo" },
    back: { name: "Lo eliminado, al final", hint: "debajo de lo que hay aquí" },
    end: { name: "Al final", hint: "debajo de lo que hay aquí" },
    fresh: { name: "En un pad nuevo", hint: "este se queda como está" },
    instead: { name: "En lugar de este texto", hint: "lo ven todos, se puede deshacer" },
  },
  put: {
    here: "Ponerlo aquí",
    on: "Continuar con ello",
    back: "Recuperarlo",
    end: "Ponerlo al final",
    fresh: "Ponerlo en un pad nuevo",
    instead: "Ponerlo en lugar de esto",
  },
  history:
    "Una cápsula continúa con su propio historial. Si dos personas traen la misma, no se duplica nada.",
  words:
    "Entran sus palabras, como si las hubieras escrito. Su historial continúa en un pad vacío.",
  same: "Todo lo de esta cápsula ya está aquí.",
  gone: (n: number) =>
    plural(n, {
      one:
        "Todo lo de esta cápsula estuvo aquí. Una de sus líneas ya se ha eliminado, " +
        "y se puede recuperar.",
      other:
        `Todo lo de esta cápsula estuvo aquí. ${n} de sus líneas ya se han eliminado, ` +
        "y se pueden recuperar.",
    }),
  changed:
    "Todo lo de esta cápsula estuvo aquí, y desde entonces se ha seguido escribiendo. " +
    "Puede volver como era.",
  notNow: "Ahora no",
  putting: "Poniéndolo…",
  away: "No hay conexión. Se podrá poner cuando vuelva.",
  opening: "Este pad se está abriendo de nuevo. No ha entrado nada: prueba otra vez.",
  beside: "Alguien había empezado a escribir aquí: lo que has traído está al final.",
  done: (name: string) => `${name} está en el texto`,
  tooMuch: (name: string) => `${name} es más de lo que cabe en este pad. No ha entrado nada.`,
  begun: "Alguien ha empezado a escribir aquí. Elige otra vez dónde va.",
  failed: "No se ha podido abrir el pad nuevo. No ha entrado nada.",
  offline:
    "No se ha podido traer lo que hace falta para leer este tipo de archivos. Prueba otra vez cuando vuelva la conexión.",
  broken: "Algo ha fallado al ponerlo. Mira el texto: puede que haya entrado una parte.",
  refused: {
    large: (name: string, size: string) =>
      `${name} ocupa ${size}, o mucho más una vez descomprimido. ` +
      "Caben textos de hasta 8 MB, con imágenes de hasta 64 MB.",
    empty: (name: string) => `${name} está vacío.`,
    silent: (name: string) => `No hay texto en ${name}.`,
    unreadable: (name: string) =>
      `${name} no se puede leer: está dañado, o no es lo que dice su nombre.`,
    deep: (name: string) =>
      `${name} no se puede leer: sus partes están unas dentro de otras, a cientos. ` +
      "Guárdalo como texto sin formato (.txt) y trae eso.",
    closed: (name: string) =>
      `${name} no se puede abrir: es una carpeta, o se ha movido o cambiado desde que lo elegiste.`,
    fault: (name: string) =>
      `Fadepad ha fallado con ${name}. Puede que el archivo esté bien: ` +
      "guárdalo como texto sin formato (.txt) y trae eso.",
    away: (name: string) =>
      `No se ha podido traer lo que hace falta para leer ${name}. Prueba otra vez cuando vuelva la conexión.`,
    picture: (name: string) =>
      `${name} es una imagen: suéltala sobre el texto, pégala allí, ` +
      "o elige Imagen en el menú “/” o Foto en un teléfono.",
    pdf: (name: string) =>
      `${name} es un PDF, que contiene páginas y no un texto con el que continuar. ` +
      "Trae el documento del que se hizo.",
    doc: (name: string) =>
      `${name} es un archivo antiguo de Office. Guárdalo antes como Word (.docx) u OpenDocument (.odt).`,
    rtf: (name: string) =>
      `${name} es texto con formato (RTF). Guárdalo antes como Word (.docx) u OpenDocument (.odt).`,
    cells: (name: string) =>
      `${name} contiene tablas o diapositivas. Copia lo que necesites donde se abre, y pégalo: ` +
      "las celdas entran como tabla.",
    zip: (name: string) => `No hay Markdown en ${name}. Descomprímelo y trae lo que hay dentro.`,
    unknown: (name: string) =>
      `${name} no es de los archivos que pueden entrar: ` +
      "Markdown, Word, OpenDocument, páginas web, texto y cápsulas.",
  },
};
