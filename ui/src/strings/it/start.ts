/** The start page, and the page of a new pad. */
import type { Said } from "..";
import type { fresh as englishFresh, start as englishStart } from "../en/start";
import { long, people } from "./numbers";

const wait = (s: number | null): string => (s === null ? "un minuto" : long(Math.max(1, s)));

export const start: Said<typeof englishStart> = {
  title: "Fadepad",
  lead: "Scrivi il codice dello schermo grande.",
  label: "Codice",
  join: "Entra",
  joining: "Apertura…",
  notInAlphabet: (letters: string) =>
    `${letters} non ${letters.length === 1 ? "è" : "sono"} in nessun codice, ` +
    "perché O e 0, I, L e 1, U e V si somigliano. Guarda di nuovo lo schermo grande.",
  unknown: "Quel codice qui non è noto. I codici hanno sei caratteri, come K7Q\u00a0PM3.",
  ended: "Quel foglio è finito.",
  /** `wait`: how long (seconds), where that is known. */
  tooMany: (s: number | null) => `Troppi tentativi. Riprova tra ${wait(s)}.`,
  notNow: (s: number | null) => `L’host ora non può farti entrare. Riprova tra ${wait(s)}.`,
  tryNow: "Ora puoi riprovare.",
  closed: "In quel foglio al momento non entra più nessuno. Chiedi all’host.",
  pin: "PIN",
  pinNeeded: "Questo foglio chiede anche un PIN. Chiedilo all’host.",
  pinWrong: "Non è il PIN di questo foglio. Guarda di nuovo, o chiedi all’host.",
  offline: "Fadepad non è raggiungibile. Questo dispositivo è ancora sulla stessa rete?",
  newPad: "Nuovo foglio",
  near: "Su questa rete",
  nearOn: (host: string) => `su ${host}`,
  nearFading: "svanisce",
  nearWaiting: "ancora nessuno",
  nearPeople: people,
};

export const fresh: Said<typeof englishFresh> = {
  title: "Nuovo foglio",
  lead: "Resta finché c’è qualcuno.",
  lives: (ttl: number) => `Resta finché c’è qualcuno, e poi ancora ${long(ttl)}.`,
  unkept: "Non ne viene salvato nulla.",
  unread: (said: readonly string[]) =>
    `Il link dice ${said.join(", ")}, che non si può leggere. Per questo il foglio resta come al solito.`,
  kept: "Il computer dell’host ne tiene una copia quando finisce.",
  label: "Nome, se vuoi",
  hint: "Lettere minuscole, cifre, - e _",
  create: "Apri il foglio",
  withFile: "Inizia con un file…",
  beginsWith: (file: string) => `Inizia con ${file}.`,
  without: "Senza il file",
  taken: "C’è già un foglio con questo nome. Scegli un altro nome.",
  hostOnly: "Solo l’host può aprire qui un nuovo foglio.",
  badName: "Usa lettere minuscole, cifre, - e _, al massimo 64.",
};
