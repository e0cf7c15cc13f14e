/** After the end, and after leaving. */
import type { Said } from "..";
import type { ended as englishEnded, left as englishLeft } from "../en/ended";
import { inWords } from "./numbers";

export const left: Said<typeof englishLeft> = {
  title: "Sie haben das Pad verlassen",
  body: "Auf dieser Seite steht kein Text mehr. Solange es das Pad gibt, können Sie zurückkommen.",
  back: "Zurück zum Pad",
};

export const ended: Said<typeof englishEnded> = {
  title: "Dieses Pad ist verblasst",
  faded: (time: string, ttl: number) =>
    `Beendet um ${time} Uhr, ${inWords(ttl)} nachdem niemand mehr da war.`,
  fadedPlain: "Es ging zu Ende, einige Zeit nachdem niemand mehr da war.",
  host: (time: string) => `Der Host hat es um ${time} Uhr beendet.`,
  hostPlain: "Der Host hat es beendet.",
  stop: (time: string) =>
    `Beendet um ${time} Uhr, als das Programm auf dem Computer des Hosts beendet wurde.`,
  stopPlain: "Es ging zu Ende, als das Programm auf dem Computer des Hosts beendet wurde.",
  announced: (time: string) => `Beendet um ${time} Uhr, wie vom Host festgelegt.`,
  announcedPlain: "Es ging zu der Zeit zu Ende, die der Host festgelegt hatte.",
  maxLifetime: (time: string) => `Beendet um ${time} Uhr: Länger kann ein Pad nicht bleiben.`,
  afresh: (time: string) =>
    `Der Host hat es um ${time} Uhr neu begonnen. Es geht weiter: ` +
    "den Code noch einmal scannen oder nach dem neuen Link fragen.",
  afreshPlain:
    "Der Host hat es neu begonnen. Es geht weiter: " +
    "den Code noch einmal scannen oder nach dem neuen Link fragen.",
  handedOn: (time: string) => `Seit ${time} Uhr geht es auf einem anderen Computer weiter.`,
  handedOnPlain: "Es geht auf einem anderen Computer weiter.",
  at: (time: string) => `Beendet um ${time} Uhr.`,
  plain: "Der Text ist aus dem Speicher gelöscht, und Fadepad kann ihn nicht zurückholen.",
  slept: "Dieses Gerät war zu dieser Zeit nicht da. Nach dem Ende wurde nichts gesendet.",
  held: "Sie haben noch eine Kopie",
  heldLead:
    "Auf dieser Seite steht der Text, wie Sie ihn zuletzt gesehen haben. " +
    "Er verschwindet, wenn Sie die Seite schließen.",
  anew: "Neues Pad damit beginnen",
  anewFailed: "Das neue Pad ließ sich nicht öffnen. Ihre Kopie ist noch hier.",
  keep: "Als Datei speichern",
  page: "Als Webseite speichern",
  forget: "Verwerfen",
  dropped: "Auf dieser Seite steht kein Text mehr.",
  receipt: "Beleg",
  erased: "Aus dem Speicher gelöscht",
  told: "Personen benachrichtigt",
  copies: "In Browsern verworfene Kopien",
  files: "Beim Ende gespeicherte Dateien",
  filesKept: (n: number) => `${n}, vom Computer des Hosts`,
  honest: "Wer es offen hatte, kann Kopien behalten haben.",
  nobody: "niemand war da",
  nOf: (n: number, of: number) => `${n} von ${of}`,
  stands:
    "Sein Code gilt weiter: Wer ihn scannt, beginnt ein neues, leeres Pad, und diese Seite wechselt dorthin.",
  again: (pad: string) => `${pad} ist wieder da, leer.`,
  goThere: "Dorthin",
  newPad: "Neues Pad",
  start: "Anderen Code eingeben",
};
