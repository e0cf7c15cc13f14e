/** Every sentence on the host's page. Apart from the others, because only a host's browser loads it. */
import type { Said } from "..";
import type { host as english } from "../en/host";
import { afterwards } from "./ending";
import { long, people } from "./numbers";

/** What those who are here get before the end. */
function offered(n: number, lastCall: number | null): string {
  if (n === 0 || lastCall === null) return "";
  return lastCall === 0
    ? " Niemand krijgt een kopie aangeboden."
    : ` Iedereen krijgt een kopie aangeboden: ${long(lastCall)} lang, of tot iedereen heeft geantwoord.`;
}

export const host: Said<typeof english> = {
  title: "Bladen op deze computer",
  newPad: "Nieuw blad",
  asking: "Je bladen worden gezocht…",
  empty: "Hier is geen blad open.",
  away: "Fadepad is niet bereikbaar. Wat je hier ziet, kan veranderd zijn.",
  failed: "Dat is niet gelukt. Probeer het zo nog eens.",
  nobody: "niemand hier",
  elsewhere: "elders begonnen",
  knocks: (n: number) => `${people(n)} ${n === 1 ? "wil" : "willen"} naar binnen`,
  letIn: "Antwoorden",
  letInOne: (pad: string) => `Antwoorden: iemand wil naar binnen bij ${pad}`,
  keep: "Openhouden",
  keepOne: (pad: string) => `Openhouden: ${pad}`,
  more: (pad: string) => `Meer voor ${pad}`,
  open: "Openen",
  rename: "Naam wijzigen…",
  renameTitle: (pad: string) => `Naam van ${pad} wijzigen`,
  renameLabel: "Wat iedereen leest",
  renameHint: "Links en code blijven zoals ze zijn. Laat het leeg voor de oorspronkelijke naam.",
  renameDone: "Wijzigen",
  join: "Meedoen aan een ander blad",
  foot: (saves: boolean) =>
    saves
      ? "Tekst staat alleen in het geheugen, en in bestanden hier zodra het blad ten einde is. Stopt Fadepad, dan eindigen alle bladen."
      : "Tekst staat alleen in het geheugen. Stopt Fadepad, dan eindigen alle bladen hier.",
  endTitle: (pad: string) => `${pad} voor iedereen beëindigen?`,
  /** `lastCall`: how long everyone is offered a copy (seconds); `null` before it is known. */
  endBody: (n: number, lastCall: number | null, saves: boolean) =>
    `${n === 0 ? "Er is hier niemand." : `Er ${n === 1 ? "is" : "zijn"} hier ${people(n)}.`}${offered(n, lastCall)} ` +
    `Dan wordt de tekst gewist uit het geheugen en van de pagina’s die hem tonen${afterwards(saves)}` +
    (saves ? "" : " Wil je zelf een kopie houden, open het blad dan eerst."),
};
