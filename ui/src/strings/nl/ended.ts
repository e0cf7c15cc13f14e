/** After the end, and after leaving. */
import type { Said } from "..";
import type { ended as englishEnded, left as englishLeft } from "../en/ended";
import { inWords } from "./numbers";

export const left: Said<typeof englishLeft> = {
  title: "Je bent weggegaan",
  body: "Op deze pagina staat geen tekst meer. Zolang het blad er is, kun je terugkomen.",
  back: "Terug naar het blad",
};

export const ended: Said<typeof englishEnded> = {
  title: "Dit blad is vervaagd",
  faded: (time: string, ttl: number) =>
    `Geëindigd om ${time} uur, ${inWords(ttl)} nadat iedereen weg was.`,
  fadedPlain: "Het eindigde een tijdje nadat iedereen weg was.",
  host: (time: string) => `De host heeft het om ${time} uur beëindigd.`,
  hostPlain: "De host heeft het beëindigd.",
  stop: (time: string) =>
    `Geëindigd om ${time} uur, toen het programma op de computer van de host werd gestopt.`,
  stopPlain: "Het eindigde toen het programma op de computer van de host werd gestopt.",
  announced: (time: string) => `Geëindigd om ${time} uur, zoals de host had ingesteld.`,
  announcedPlain: "Het eindigde op de tijd die de host had ingesteld.",
  maxLifetime: (time: string) => `Geëindigd om ${time} uur: langer kan een blad niet blijven.`,
  afresh: (time: string) =>
    `De host is om ${time} uur opnieuw begonnen. Het gaat verder: scan de code nog eens, of vraag om de nieuwe link.`,
  afreshPlain:
    "De host is opnieuw begonnen. Het gaat verder: scan de code nog eens, of vraag om de nieuwe link.",
  handedOn: (time: string) => `Sinds ${time} uur gaat het verder op een andere computer.`,
  handedOnPlain: "Het gaat verder op een andere computer.",
  at: (time: string) => `Geëindigd om ${time} uur.`,
  plain: "De tekst is uit het geheugen gewist, en Fadepad kan hem niet terughalen.",
  slept: "Dit apparaat was er toen niet bij. Na het einde is niets meer verstuurd.",
  held: "Je hebt nog een kopie",
  heldLead:
    "Op deze pagina staat de tekst zoals je hem het laatst zag. Hij verdwijnt als je de pagina sluit.",
  anew: "Er een nieuw blad mee beginnen",
  anewFailed: "Het nieuwe blad kon niet worden geopend. Je kopie is er nog.",
  keep: "Een bestand bewaren",
  page: "Een webpagina bewaren",
  forget: "Weggooien",
  dropped: "Op deze pagina staat geen tekst meer.",
  receipt: "Bewijs",
  erased: "Gewist uit het geheugen",
  told: "Personen ingelicht",
  copies: "Kopieën gewist in browsers",
  files: "Bestanden bewaard bij het einde",
  filesKept: (n: number) => `${n}, door de computer van de host`,
  honest: "Wie het open had, kan kopieën hebben bewaard.",
  nobody: "er was niemand",
  nOf: (n: number, of: number) => `${n} van ${of}`,
  stands:
    "De code blijft gelden: wie hem scant, begint een nieuw, leeg blad, en deze pagina gaat daarheen.",
  again: (pad: string) => `${pad} is er weer, leeg.`,
  goThere: "Erheen",
  newPad: "Nieuw blad",
  start: "Een andere code typen",
};
