/** Every sentence on the wall. Apart from the others, because only the projector page loads it. */
import type { Said } from "..";
import type { wall as english } from "../en/wall";
import { long, people, plural, shortLeft } from "./numbers";

/** Held together: where the line is short, it breaks between the sentences. */
const stored = (saves: boolean): string =>
  saves
    ? "Al\u00a0terminar\u00a0se\u00a0guarda\u00a0una\u00a0copia."
    : "No\u00a0se\u00a0guarda\u00a0nada.";

export const wall: Said<typeof english> = {
  scan: "Escanea o escribe",
  scanRead: "Escanea para leer",
  after: "Después escanea o escribe",
  afterRead: "Después escanea para leer",
  here: (name: string) => `${name} está aquí`,
  /** After a name. */
  isHere: "está aquí",
  /** After the name of the only one; after how many, where they are more. */
  asks: "quiere escribir",
  ask: (n: number) => `${n} quieren escribir:`,
  nobody: "Aún no hay nadie aquí.",
  alive: (ttl: number, saves: boolean) =>
    `Vive mientras haya alguien aquí, y después ${long(ttl)} más. ${stored(saves)}`,
  stored,
  blocked: "Esta red muestra la página, pero no quién está aquí. Ábrela por otro camino.",
  fading: (left: number) =>
    `No hay nadie aquí. Este pad se desvanece en ${left < 60 ? long(left) : shortLeft(left)}.`,
  knocks: (n: number) =>
    `${people(n)} ${plural(n, { one: "espera", other: "esperan" })} para entrar`,
  letsIn: "Quien organiza deja entrar.",
  pin: "y el PIN, de quien organiza",
  knockFirst: "Quien llega por primera vez llama, y quien organiza le deja entrar.",
  closed: "La puerta está cerrada: ahora no entra nadie nuevo.",
  tools: "Esta pantalla",
  /** A button that is pressed while it is shown. */
  text: "Texto",
  theText: "El texto",
  headings: "Títulos",
  empty: "Aún no hay nada escrito.",
  /** Whom it follows. */
  shows: (name: string) => `Muestra ${name}`,
  /** To everyone who writes. */
  told: "El texto está ahora en la pantalla: toda la sala puede leerlo.",
  toldNoMore: "El texto ya no está en la pantalla.",
  full: "Pantalla completa",
  light: "Claro",
  dark: "Oscuro",
  wifi: "Wi-Fi…",
  wifiTitle: "Mostrar también un código de Wi-Fi",
  wifiLead:
    "Se escanea primero, para estar en la misma red. Se queda solo en esta página y se va al cerrarla.",
  wifiName: "Nombre de la red",
  wifiPassword: "Contraseña, si tiene",
  wifiShow: "Mostrarlo",
  wifiHide: "Dejar de mostrarlo",
  wifiQr: (name: string) => `Código QR de la red Wi-Fi ${name}`,
  wifiFirst: "Primero el Wi-Fi",
};
