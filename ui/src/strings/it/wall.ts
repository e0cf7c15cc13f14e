/** Every sentence on the wall. Apart from the others, because only the projector page loads it. */
import type { Said } from "..";
import type { wall as english } from "../en/wall";
import { long, longLeft } from "./numbers";

/** Held together: where the line is short, it breaks between the sentences. */
const stored = (saves: boolean): string =>
  saves
    ? "L’host\u00a0ne\u00a0tiene\u00a0una\u00a0copia."
    : "Non\u00a0viene\u00a0salvato\u00a0nulla.";

export const wall: Said<typeof english> = {
  scan: "Scansiona, o scrivi",
  scanRead: "Scansiona per leggere",
  after: "Poi scansiona, o scrivi",
  afterRead: "Poi scansiona per leggere",
  here: (name: string) => `${name} è qui`,
  /** After a name. */
  isHere: "è qui",
  /** After the name of the only one; after how many, where they are more. */
  asks: "chiede di scrivere",
  ask: (n: number) => `${n} chiedono di scrivere:`,
  nobody: "Non c’è ancora nessuno.",
  alive: (ttl: number, saves: boolean) =>
    `Resta finché c’è qualcuno, poi ${long(ttl)}. ${stored(saves)}`,
  stored,
  blocked: "Questa rete mostra questa pagina, ma non chi c’è. Aprila per un’altra via.",
  fading: (left: number) => `Non c’è nessuno. Questo foglio svanisce tra ${longLeft(left)}.`,
  knocks: (n: number) =>
    n === 1 ? "1 persona aspetta di entrare" : `${n} persone aspettano di entrare`,
  letsIn: "L’host fa entrare.",
  pin: "e il PIN, dall’host",
  knockFirst: "Chi arriva bussa, e l’host apre.",
  closed: "La porta è chiusa: non entra più nessuno.",
  tools: "Questo schermo",
  /** A button that is pressed while it is shown. */
  text: "Testo",
  theText: "Il testo",
  headings: "Titoli",
  empty: "Non è ancora scritto nulla.",
  /** Whom it follows. */
  shows: (name: string) => `Mostra ${name}`,
  /** To everyone who writes. */
  told: "Ora il testo è sul grande schermo: tutta la sala può leggerlo.",
  toldNoMore: "Il testo non è più sul grande schermo.",
  full: "Schermo intero",
  light: "Chiaro",
  dark: "Scuro",
  wifi: "Wi-Fi…",
  wifiTitle: "Mostra anche un codice Wi-Fi",
  wifiLead:
    "Si scansiona per primo, per essere sulla stessa rete. Resta solo in questa pagina, e sparisce quando si chiude.",
  wifiName: "Nome della rete",
  wifiPassword: "Password, se c’è",
  wifiShow: "Mostra",
  wifiHide: "Non mostrare più",
  wifiQr: (name: string) => `Codice QR per il Wi-Fi ${name}`,
  wifiFirst: "Prima il Wi-Fi",
};
