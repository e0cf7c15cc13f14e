/** The start page, and the page of a new pad. */
import type { Said } from "..";
import type { fresh as englishFresh, start as englishStart } from "../en/start";
import { long, people } from "./numbers";

const wait = (s: number | null): string => (s === null ? "een minuut" : long(Math.max(1, s)));

export const start: Said<typeof englishStart> = {
  title: "Fadepad",
  lead: "Typ de code van het grote scherm.",
  label: "Code",
  join: "Meedoen",
  joining: "Openen…",
  notInAlphabet: (letters: string) =>
    `${letters} ${letters.length === 1 ? "komt" : "komen"} in geen enkele code voor, ` +
    "omdat O en 0, I, L en 1, U en V op elkaar lijken. Kijk nog eens op het grote scherm.",
  unknown: "Die code is hier niet bekend. Codes hebben zes tekens, zoals K7Q\u00a0PM3.",
  ended: "Dat blad is er niet meer.",
  /** `wait`: how long (seconds), where that is known. */
  tooMany: (s: number | null) => `Te veel pogingen. Probeer het over ${wait(s)} nog eens.`,
  notNow: (s: number | null) =>
    `De host kan je nu niet binnenlaten. Probeer het over ${wait(s)} nog eens.`,
  tryNow: "Je kunt het nu weer proberen.",
  closed: "Bij dat blad komt nu niemand meer bij. Vraag het de host.",
  pin: "PIN",
  pinNeeded: "Dit blad vraagt ook om een PIN. Vraag die aan de host.",
  pinWrong: "Dat is niet de PIN van dit blad. Kijk nog eens, of vraag het de host.",
  offline: "Fadepad is niet bereikbaar. Zit dit apparaat nog op hetzelfde netwerk?",
  newPad: "Nieuw blad",
  near: "Op dit netwerk",
  nearOn: (host: string) => `op ${host}`,
  nearFading: "vervaagt",
  nearWaiting: "nog niemand",
  nearPeople: people,
};

export const fresh: Said<typeof englishFresh> = {
  title: "Nieuw blad",
  lead: "Het blijft zolang er iemand is.",
  lives: (ttl: number) => `Het blijft zolang er iemand is, en dan nog ${long(ttl)}.`,
  unkept: "Er wordt niets van opgeslagen.",
  unread: (said: readonly string[]) =>
    `In de link staat ${said.join(", ")}, en dat is niet te lezen. Daar blijft het blad zoals gewoonlijk.`,
  kept: "De computer van de host bewaart een kopie als het eindigt.",
  label: "Naam, als je wilt",
  hint: "Kleine letters, cijfers, - en _",
  create: "Het blad openen",
  withFile: "Beginnen met een bestand…",
  beginsWith: (file: string) => `Het begint met ${file}.`,
  without: "Zonder het bestand",
  taken: "Er is al een blad met deze naam. Kies een andere naam.",
  hostOnly: "Alleen de host kan hier een nieuw blad openen.",
  badName: "Gebruik kleine letters, cijfers, - en _, hoogstens 64.",
};
