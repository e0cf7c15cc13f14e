/** The pad itself: its bar, its lines of state, the text. */
import type { Said } from "..";
import type * as english from "../en/pad";

export const pad: Said<typeof english.pad> = {
  share: "Delen",
  more: "Meer",
  fullEditor: "Alle mogelijkheden",
  companion: "Eenvoudig",
  opening: "Het blad wordt geopend…",
  editor: (pad: string) => `Tekst van ${pad}`,
  placeholder: "Typ ‘/’ voor koppen, lijsten, tabellen…",
  emptyPlaceholder: "Schrijf iets. Iedereen hier ziet het.",
  misfit: "Dit deel is hier niet te tonen",
  misfitInLine: "hier niet te tonen",
  misfitStays: "Het blijft op het blad en gaat mee in elke kopie.",
  misfitRemove: "Verwijderen",
  misfitCopy: "(Een deel dat niet te tonen is)",
  saves: ["De computer van de host ", "bewaart een kopie", " van dit blad als het eindigt."],
  readOnly: "Je kunt hier lezen.",
  isOff: "Je kunt hier lezen. Schrijven staat uit.",
  /** When a host has just decided so. */
  mayNow: {
    edit: "Je kunt nu schrijven.",
    host: "Je bent nu host van dit blad.",
    noHost: "Je bent geen host van dit blad meer.",
  },
  tooMuch: "Dit is meer dan er op het blad past. Er is niets geplakt.",
  noFiles: "Afbeeldingen van andere pagina’s komen niet mee. Neem er een van dit apparaat.",
  noWay: "De verbinding is weg. Probeer het zo nog eens.",
  notConnected: "Geen verbinding. Schrijf gewoon door, het wordt verstuurd.",
  notInYet: "Geen verbinding. Het blad gaat open zodra Fadepad antwoordt.",
  notConnectedReading: "Geen verbinding. Wat anderen schrijven, komt zodra die terug is.",
  blocked:
    "Dit netwerk toont de pagina, maar laat niets door van wat je schrijft. Vraag de host om een andere weg.",
  blockedReading:
    "Dit netwerk toont de pagina, maar niet wat anderen schrijven. Vraag de host om een andere weg.",
  staysHere: (time: string) => `Wat je sinds ${time} uur schreef, staat alleen op deze pagina.`,
  waits: (time: string) => `Wat je sinds ${time} uur schreef, wacht op deze pagina.`,
  allSent: "Alles wat je daarvoor schreef, is aangekomen.",
  full: "Dit blad is op dit moment vol. Je komt erin zodra er plaats is.",
  held: (time: string) => [
    `Wat je sinds ${time} uur schreef, `,
    "komt er niet door",
    ". De anderen zien het niet.",
  ],
  left: (time: string, isTooMuch: boolean) =>
    isTooMuch
      ? [
          `Een deel van wat je sinds ${time} uur schreef, is `,
          "meer dan er op dit blad past",
          ". Het staat niet meer in de tekst.",
        ]
      : [
          `Een deel van wat je sinds ${time} uur schreef, `,
          "kan niet op dit blad blijven",
          ". Het staat niet meer in de tekst.",
        ],
  takenOut: (time: string) => [
    `Wat je sinds ${time} uur schreef, stond in een regel die `,
    "intussen is weggehaald",
    ". Het staat niet meer in de tekst.",
  ],
  begunAfresh: () => [
    "De host is opnieuw begonnen met dit blad. Wat je het laatst schreef, is ",
    "niet meegegaan",
    ". Kopieer het: het staat niet meer in de tekst.",
  ],
  tooLate: (time: string) => [
    `Schrijven is uitgezet. Wat je sinds ${time} uur schreef, is `,
    "niet aangenomen",
    ". Kopieer het: het staat niet meer in de tekst.",
  ],
  takenBack: (time: string, isTooMuch: boolean) =>
    isTooMuch
      ? [
          `Wat je om ${time} uur deed, was `,
          "meer dan er op dit blad past",
          ". Het is teruggedraaid.",
        ]
      : [`Wat je om ${time} uur deed, `, "kan niet op dit blad blijven", ". Het is teruggedraaid."],
  guessing: (wrong: number) =>
    `Iemand probeert codes: ${wrong} ${wrong === 1 ? "foute poging" : "foute pogingen"} in tien minuten. ` +
    "Nieuwe pogingen moeten wachten, en de code blijft zoals hij is.",
  filling: (name: string) =>
    `${name} heeft zoveel op dit blad gezet als één persoon mag; meer neemt het van diegene niet aan.`,
  copyWords: "Mijn tekst kopiëren",
  wordsCopied: "Je tekst is gekopieerd",
  openAgain: "Het blad opnieuw openen",
  ending: (left: string) => `Dit blad eindigt over ${left}.`,
  takeCopy: "Een kopie nemen",
  done: "Klaar",
  fold: "De inhoud tonen of verbergen",
  language: "Taal van deze code",
  /** For who only reads: a block of another program that nobody has given a file. */
  missing: {
    image: "Een afbeelding zonder adres",
    video: "Een video zonder adres",
    audio: "Een geluid zonder adres",
    file: "Een bestand zonder adres",
  },
};

/** What another host has decided: by name, where it was no program. */
export const decided: Said<typeof english.decided> = {
  writing: (host: string | null, on: boolean) => {
    const how = on ? "aangezet" : "uitgezet";
    return host ? `${host} heeft schrijven ${how}.` : `Schrijven is ${how}.`;
  },
  roles: {
    edit: (host: string | null, name: string) =>
      host ? `${host} laat ${name} schrijven.` : `${name} schrijft nu.`,
    view: (host: string | null, name: string) =>
      host ? `${host} laat ${name} alleen nog lezen.` : `${name} leest nu alleen nog.`,
    host: (host: string | null, name: string) =>
      host ? `${host} heeft ${name} host gemaakt.` : `${name} is nu host.`,
  },
  door: {
    open: (host: string | null) => (host ? `${host} heeft de deur geopend.` : "De deur is open."),
    knock: (host: string | null) =>
      host ? `${host} laat wie nieuw is aankloppen.` : "Wie nieuw is, moet nu aankloppen.",
    closed: (host: string | null) =>
      host
        ? `${host} heeft de deur dichtgedaan: er komt niemand meer bij.`
        : "De deur is dicht: er komt niemand meer bij.",
  },
  pin: (host: string | null, on: boolean) => {
    if (!on) return host ? `${host} heeft de PIN weggehaald.` : "Er is geen PIN meer.";
    return host
      ? `${host} heeft een PIN ingesteld: met de code alleen kom je er niet in.`
      : "Er is nu een PIN.";
  },
  pencil: (host: string | null, name: string) =>
    host ? `${host} heeft het potlood aan ${name} gegeven.` : `${name} heeft nu het potlood.`,
  newLinks: (host: string | null, of: "edit" | "view" | "host") => {
    const which = { edit: "om te schrijven", view: "om te lezen", host: "voor hosts" }[of];
    return host ? `${host} heeft nieuwe links ${which} gemaakt.` : `Er zijn nieuwe links ${which}.`;
  },
  showOut: (host: string | null, name: string) =>
    host ? `${host} heeft ${name} verwijderd.` : `${name} is verwijderd.`,
  /** Why what one has decided oneself is not done. */
  refused: {
    notHost: "Niet gebeurd: dat beslist alleen wie met een hostlink kwam.",
    oneself: "Niet gebeurd: een host neemt zichzelf niets af.",
    tooFast: "Geen nieuwe links: tien keer per minuut, vaker niet.",
    nobody: "Deze persoon is er niet meer.",
    tooMany: "Niet gebeurd: te veel personen zijn verwijderd of hebben een eigen rol.",
  },
};

/** Who reads and asks to write. */
export const hands: Said<typeof english.hands> = {
  ask: "Ik wil schrijven",
  asked: "Je kunt hier lezen. De hosts zien dat je wilt schrijven.",
  askNoMore: "Niet meer vragen",
  /** For hosts: the one who asks the longest, and how many more. */
  asking: (name: string, more: number) =>
    more === 0
      ? `${name} wil schrijven.`
      : `${name} en nog ${more === 1 ? "iemand" : more} willen schrijven.`,
  answer: "Antwoorden",
};

export const templates: Said<typeof english.templates> = {
  label: "Beginnen met",
  agenda: "Agenda",
  goal: "Doel",
  topics: "Onderwerpen",
  next: "Volgende stappen",
  minutes: "Notulen",
  present: "Aanwezig",
  decisions: "Besluiten",
  todo: "Te doen",
  open: "Open",
  retro: "Retro",
  well: "Wat goed ging",
  hard: "Wat lastig was",
  tried: "Wat we nu gaan proberen",
};

export const thumb: Said<typeof english.thumb> = {
  label: "Schrijven",
  line: "Regel",
  tick: "Vakje",
  list: "Lijst",
  heading: "Kop",
  photo: "Foto",
  undo: "Ongedaan",
};

export const more: Said<typeof english.more> = {
  theme: "Uiterlijk",
  language: "Taal",
  system: "Systeem",
  light: "Licht",
  dark: "Donker",
  people: "Personen",
  outline: "Overzicht",
  find: "Zoeken…",
  copy: "Tekst kopiëren als Markdown",
  copied: "Tekst gekopieerd",
  take: "Meenemen…",
  bring: "Iets meebrengen…",
  kept: "Bestand bewaard",
  keptWithout:
    "Bestand bewaard. Sommige afbeeldingen of bestanden konden niet worden opgehaald en ontbreken.",
  licenses: "Licenties",
  leave: "Weggaan",
  end: "Nu beëindigen…",
  handOver: "Overdragen…",
  newPad: "Nieuw blad…",
  pads: "Bladen op deze computer",
};
