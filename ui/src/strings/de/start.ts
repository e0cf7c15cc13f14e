/** The start page, and the page of a new pad. */
import type { Said } from "..";
import type { fresh as englishFresh, start as englishStart } from "../en/start";
import { long, people } from "./numbers";

const wait = (s: number | null): string => (s === null ? "einer Minute" : long(Math.max(1, s)));

export const start: Said<typeof englishStart> = {
  title: "Fadepad",
  lead: "Den Code von der Wand eingeben.",
  label: "Code",
  join: "Beitreten",
  joining: "Wird geöffnet…",
  notInAlphabet: (letters: string) =>
    `${letters} ${letters.length === 1 ? "kommt" : "kommen"} in keinem Code vor, ` +
    "weil O und 0, I, L und 1, U und V sich ähnlich sehen. Schauen Sie noch einmal zur Wand.",
  unknown: "Dieser Code ist hier nicht bekannt. Codes haben sechs Zeichen, wie K7Q\u00a0PM3.",
  ended: "Dieses Pad ist zu Ende.",
  /** `wait`: how long (seconds), where that is known. */
  tooMany: (s: number | null) => `Zu viele Versuche. Bitte in ${wait(s)} noch einmal versuchen.`,
  notNow: (s: number | null) =>
    `Der Host kann Sie gerade nicht hereinlassen. Bitte in ${wait(s)} noch einmal versuchen.`,
  tryNow: "Jetzt können Sie es wieder versuchen.",
  closed: "Dieses Pad nimmt gerade keine neuen Personen auf. Fragen Sie den Host.",
  pin: "PIN",
  pinNeeded: "Dieses Pad fragt auch nach einer PIN. Der Host kann sie Ihnen sagen.",
  pinWrong:
    "Das ist nicht die PIN dieses Pads. Schauen Sie noch einmal hin, oder fragen Sie den Host.",
  offline: "Fadepad ist nicht erreichbar. Ist dieses Gerät noch im selben Netz?",
  newPad: "Neues Pad",
  near: "In diesem Netz",
  nearOn: (host: string) => `auf ${host}`,
  nearFading: "verblasst",
  nearWaiting: "noch niemand",
  nearPeople: people,
};

export const fresh: Said<typeof englishFresh> = {
  title: "Neues Pad",
  lead: "Es bleibt, solange jemand da ist.",
  lives: (ttl: number) => `Es bleibt, solange jemand da ist, und danach noch ${long(ttl)}.`,
  unkept: "Nichts davon wird gespeichert.",
  unread: (said: readonly string[]) =>
    `Im Link steht ${said.join(", ")}, und das lässt sich nicht lesen. Da bleibt das Pad wie üblich.`,
  kept: "Der Computer des Hosts behält eine Kopie, wenn es endet.",
  label: "Name, wenn Sie mögen",
  hint: "Kleinbuchstaben, Ziffern, - und _",
  create: "Pad öffnen",
  withFile: "Mit einer Datei beginnen…",
  beginsWith: (file: string) => `Es beginnt mit ${file}.`,
  without: "Ohne die Datei",
  taken: "Ein Pad mit diesem Namen gibt es schon. Wählen Sie einen anderen.",
  hostOnly: "Nur der Host kann hier ein neues Pad öffnen.",
  badName: "Bitte nur Kleinbuchstaben, Ziffern, - und _, höchstens 64.",
};
