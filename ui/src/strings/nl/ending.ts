/** Sentences of a pad's end while it lives: the host's last word, and the last call. */
import type { Said } from "..";
import type { call as englishCall, end as englishEnd } from "../en/ending";
import { long, people } from "./numbers";

/** What is left of the text after its end. */
export const afterwards = (saves: boolean): string =>
  saves
    ? ". De computer van de host bewaart een kopie in bestanden."
    : ", en Fadepad kan hem niet terughalen.";

const after = (saves: boolean): string =>
  saves
    ? "Daarna heeft de computer van de host een kopie in bestanden."
    : "Daarna kan Fadepad het niet terughalen.";

export const end: Said<typeof englishEnd> = {
  title: "Dit blad voor iedereen beëindigen?",
  body: (n: number, seconds: number, saves: boolean) =>
    `${n > 1 ? `Er zijn hier ${people(n)}. Iedereen` : "Er is verder niemand. Wie nog komt,"} ` +
    `krijgt een kopie aangeboden: ${long(seconds)} lang, of tot iedereen heeft geantwoord. ` +
    "Zo lang kun je het nog tegenhouden. " +
    `Daarna wordt de tekst gewist uit het geheugen en van de pagina’s die hem tonen${afterwards(saves)}`,
  bodyAtOnce: (n: number, saves: boolean) =>
    `${n > 1 ? `Er zijn hier ${people(n)}, en niemand krijgt een kopie aangeboden` : "Er is verder niemand"}: ` +
    `de tekst wordt meteen gewist, uit het geheugen en van de pagina’s die hem tonen${afterwards(saves)}`,
  copy: "Eerst een Markdown-bestand bewaren",
  confirm: "Ja, beëindigen",
  now: "Nu beëindigen",
  stay: "Nu niet",
  failed: "Geen verbinding. Het blad kan worden beëindigd zodra die terug is.",
};

export const call: Said<typeof englishCall> = {
  title: {
    soon: "Dit blad eindigt zo",
    leaving: "Je bent de laatste hier",
    unsent: "Niet alles is aangekomen",
  },
  ends: (name: string) => `${name} beëindigt dit blad`,
  youEnd: "Je beëindigt dit blad",
  why: {
    host: "De host beëindigt dit blad",
    stop: "Fadepad stopt, en dit blad dus ook",
    announced: "Dit blad eindigt nu, zoals de host had ingesteld",
    max_lifetime: "Langer kan dit blad niet blijven",
  },
  lead: "Dan is de tekst weg. Neem een kopie als je hem nodig hebt.",
  leadKept:
    "Dan wordt de tekst hier gewist, en de computer van de host bewaart een kopie. " +
    "Neem er zelf een als je hem nodig hebt.",
  seconds: (n: number) => (n === 1 ? "seconde" : "seconden"),
  minutes: "minuten",
  copied: "Gekopieerd. Plak het waar je wilt",
  file: "Een bestand bewaren",
  fileHint: "Word, webpagina, capsule en meer",
  fileForm: "Welk bestand?",
  forms: { markdown: "Markdown", docx: "Word", page: "Webpagina", capsule: "Capsule" },
  fileKept: "Bewaard. Het staat bij je downloads",
  none: "Ik heb het niet nodig",
  noneHint: "Er blijft niets van op dit apparaat",
  fadeHint: "Het eindigt kort nadat iedereen heeft geantwoord",
  another: "Nog een minuut vragen",
  anotherGiven: "Iedereen heeft nog een minuut. ",
  /** `asked`: whether who reads this is among them. */
  answered: (n: number, of: number, asked: boolean) => {
    const now = "Het blad eindigt zo.";
    if (of === 0) return `Verder wordt niemand iets gevraagd. ${now}`;
    if (of === 1) {
      if (n === of) return `${asked ? "Jouw antwoord" : "Het enige antwoord"} is er. ${now}`;
      return `Zodra ${asked ? "jouw antwoord" : "het enige antwoord"} er is, eindigt het blad kort daarna.`;
    }
    if (n === of) return `Iedereen heeft geantwoord. ${now}`;
    const some = `${n} van de ${of} ${n === 1 ? "heeft" : "hebben"} geantwoord.`;
    return `${some} Zodra alle antwoorden er zijn, eindigt het blad kort daarna.`;
  },
  back: "Terug naar de tekst",
  soon: (time: string) =>
    `Het blijft nog maar tot ${time}, ook als er dan nog iemand is. Neem een kopie als je de tekst nodig hebt.`,
  leaving: (ttl: number, saves: boolean) =>
    `Als je weggaat, vervaagt dit blad over ${long(ttl)}. ${after(saves)}`,
  leavingUntil: (time: string, saves: boolean) =>
    `Als je weggaat, blijft dit blad tot ${time}. ${after(saves)}`,
  leavingKept:
    "Als je weggaat, blijft dit blad tot de host het beëindigt, of zo lang als een blad kan blijven.",
  unsent: (time: string) =>
    `Wat je sinds ${time} uur schreef, staat alleen op deze pagina. Ga je nu weg, dan is het verloren.`,
  leftOut: (time: string) =>
    `Een deel van wat je sinds ${time} uur schreef, staat niet op het blad, maar alleen op deze pagina. ` +
    "Ga je nu weg, dan is het verloren. Kopieer het uit de regel boven de tekst.",
  copy: "De tekst kopiëren",
  copyHint: "Markdown, om overal te plakken",
  keep: "Markdown-bestand bewaren",
  keepHint: "Platte tekst voor notities en tickets",
  page: "Webpagina bewaren",
  pageHint: "Opent in elke browser, zonder netwerk",
  others: "Andere vormen…",
  othersHint: "Word, PDF, een capsule om mee verder te gaan",
  letFade: "Laten vervagen",
  goOn: "Terug naar de tekst",
  stop: "Openhouden",
  stopped: "Dit blad blijft.",
  stay: "Blijven",
  leave: "Toch weggaan",
  foot: (pad: string, when: string) => `${pad}, meegenomen uit Fadepad op ${when}.`,
};
