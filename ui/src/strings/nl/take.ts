/** Sentences of the sheet by which a text is taken out and brought in. */
import type { Said } from "..";
import type { bring as englishBring, take as englishTake } from "../en/take";

const linesOf = (n: number) => (n === 1 ? "1 regel" : `${n} regels`);

export const take: Said<typeof englishTake> = {
  title: "Meenemen",
  way: "Meenemen of meebrengen",
  out: "Meenemen",
  bring: "Meebrengen",
  form: "In welke vorm",
  forms: {
    markdown: {
      sign: "md",
      name: "Markdown",
      hint: "voor notities en tickets; een zip met de afbeeldingen",
    },
    docx: { sign: "docx", name: "Word", hint: "voor kantoor, met stijlen" },
    odt: { sign: "odt", name: "OpenDocument", hint: "voor LibreOffice en andere" },
    pdf: { sign: "pdf", name: "PDF", hint: "vaste pagina’s, klaar voor de printer" },
    page: { sign: "html", name: "Webpagina", hint: "leesbaar in elke browser, zonder netwerk" },
    text: { sign: "txt", name: "Platte tekst", hint: "de woorden en verder niets" },
    capsule: {
      sign: "",
      name: "Capsule",
      hint: "opent zonder netwerk, gaat verder in elke Fadepad",
    },
    yjs: { sign: "yjs", name: "Yjs-bestand", hint: "voor programma’s die ermee verdergaan" },
  },
  keep: {
    markdown: "Markdown-bestand bewaren",
    docx: "Word-bestand bewaren",
    odt: "OpenDocument bewaren",
    pdf: "Afdrukken, of een PDF bewaren",
    page: "Webpagina bewaren",
    text: "Tekstbestand bewaren",
    capsule: "Capsule bewaren",
    yjs: "Yjs-bestand bewaren",
  },
  copy: {
    rich: "De tekst kopiëren",
    markdown: "Kopiëren als Markdown",
    text: "De woorden kopiëren",
  },
  stays: (lines: number) => `${linesOf(lines)}. Alles blijft op dit apparaat.`,
  making: "Het bestand wordt gemaakt…",
  failed: "Dit bestand kon nu niet worden gemaakt. In plaats daarvan is Markdown bewaard.",
  digest: {
    title: "Samenvatting bovenaan",
    hint: "Wat er is besloten, en wie wat doet",
    off: "Het bestand begint met de tekst.",
    never:
      "Dit bestand bevat alleen het document, zoals programma’s het lezen: er staat niets boven de tekst.",
    how: "Vinkvakjes komen erin, en regels die beginnen met !decision of ?question. Noem wie het doet: @Jana.",
    none: "In deze tekst staat nog geen vinkvakje, geen !decision en geen ?question.",
    people: "Aanwezigen noemen",
    until: (time: string) => `tot ${time} uur`,
    heads: {
      open: (n: number) => `Open, ${n}`,
      done: (n: number) => `Klaar, ${n}`,
      decided: () => "Besloten",
      questions: (n: number) => (n === 1 ? "Vraag" : "Vragen"),
    },
    more: (n: number) => `en nog ${n}`,
    alone: "Alleen de samenvatting",
    table: "Als tabel",
    days: (n: number) => (n === 1 ? "1 datum voor de agenda" : `${n} datums voor de agenda`),
    mail: "Per mail",
    columns: ["Wat", "Tekst", "Wie", "Wanneer"],
    kinds: { open: "Open", done: "Klaar", decided: "Besloten", questions: "Vraag" },
  },
};

/** The same for what is brought in. */
export const bring: Said<typeof englishBring> = {
  title: "Iets meebrengen",
  choose: "Bestand kiezen",
  another: "Ander bestand kiezen",
  what: "Sleep hier Markdown, Word, OpenDocument, een webpagina, tekst of een capsule naartoe: 8 MB tekst, met de afbeeldingen",
  whatTouch:
    "Markdown, Word, OpenDocument, een webpagina, tekst of een capsule: 8 MB tekst, met de afbeeldingen",
  reading: (name: string) => `${name} wordt gelezen…`,
  found: (
    size: string,
    { lines, boxes, pictures }: Record<"lines" | "boxes" | "pictures", number>,
  ) => [
    size,
    linesOf(lines),
    ...(boxes ? [boxes === 1 ? "1 vinkvakje" : `${boxes} vinkvakjes`] : []),
    ...(pictures ? [pictures === 1 ? "1 afbeelding" : `${pictures} afbeeldingen`] : []),
  ],
  lost: (n: number) =>
    n === 1
      ? "1 afbeelding blijft achter: deze browser kan die niet tonen, of die zit niet in het bestand."
      : `${n} afbeeldingen blijven achter: deze browser kan ze niet tonen, of ze zitten niet in het bestand.`,
  where: "Waar moet het heen?",
  places: {
    here: { name: "Op dit blad", hint: "hier staat nog niets" },
    on: { name: "Verder met deze tekst", hint: "alleen wat nieuw is komt erbij" },
    back: { name: "Wat verwijderd was, aan het eind", hint: "onder wat er al staat" },
    end: { name: "Aan het eind", hint: "onder wat er al staat" },
    fresh: { name: "Op een nieuw blad", hint: "dit blad blijft zoals het is" },
    instead: {
      name: "In plaats van deze tekst",
      hint: "iedereen ziet het, ongedaan maken kan",
    },
  },
  put: {
    here: "Hier neerzetten",
    on: "Ermee verdergaan",
    back: "Terughalen",
    end: "Aan het eind zetten",
    fresh: "Op een nieuw blad zetten",
    instead: "Ervoor in de plaats zetten",
  },
  history:
    "Een capsule gaat verder met een eigen geschiedenis. Brengen twee personen dezelfde mee, dan komt er niets dubbel.",
  words:
    "De woorden komen erin alsof je ze zelf schreef. De geschiedenis gaat verder op een leeg blad.",
  same: "Deze capsule staat hier al helemaal.",
  gone: (n: number) =>
    n === 1
      ? "Deze capsule stond hier helemaal. Eén regel ervan is intussen verwijderd, en kan terugkomen."
      : `Deze capsule stond hier helemaal. ${n} regels ervan zijn intussen verwijderd, en kunnen terugkomen.`,
  changed:
    "Deze capsule stond hier helemaal, en er is verder aan geschreven. De capsule kan terugkomen zoals die was.",
  notNow: "Nu niet",
  putting: "Wordt neergezet…",
  away: "Er is geen verbinding. Het kan weer zodra die terug is.",
  opening: "Dit blad wordt net opnieuw geopend. Er is niets bij gekomen: probeer het nog eens.",
  beside: "Iemand was hier begonnen te schrijven: wat je meebracht, staat aan het eind.",
  done: (name: string) => `${name} staat in de tekst`,
  tooMuch: (name: string) => `${name} is meer dan er op dit blad past. Er is niets bij gekomen.`,
  begun: "Iemand is hier begonnen te schrijven. Kies opnieuw waar het heen moet.",
  failed: "Het nieuwe blad kon niet worden geopend. Er is niets bij gekomen.",
  offline:
    "Wat nodig is om zo’n bestand te lezen, kon niet worden opgehaald. Probeer het weer als de verbinding terug is.",
  broken: "Er ging iets mis bij het neerzetten. Kijk in de tekst: een deel kan er al staan.",
  refused: {
    large: (name: string, size: string) =>
      `${name} is ${size}, of uitgepakt veel meer. Teksten tot 8 MB passen, met afbeeldingen tot 64 MB.`,
    empty: (name: string) => `${name} is leeg.`,
    silent: (name: string) => `Er staat geen tekst in ${name}.`,
    unreadable: (name: string) =>
      `${name} is niet te lezen: het bestand is beschadigd, of niet wat de naam zegt.`,
    deep: (name: string) =>
      `${name} is niet te lezen: de delen zitten honderden lagen diep in elkaar. ` +
      "Bewaar het als platte tekst (.txt), en breng die mee.",
    closed: (name: string) =>
      `${name} is niet te openen: het is een map, of het is verplaatst of gewijzigd sinds je het koos.`,
    fault: (name: string) =>
      `Fadepad kwam niet uit ${name}. Het bestand kan in orde zijn: ` +
      "bewaar het als platte tekst (.txt), en breng die mee.",
    away: (name: string) =>
      `Wat nodig is om ${name} te lezen, kon niet worden opgehaald. Probeer het weer als de verbinding terug is.`,
    picture: (name: string) =>
      `${name} is een afbeelding: sleep die op de tekst, plak die daar, ` +
      "of kies Afbeelding in het menu ‘/’ of Foto op een telefoon.",
    pdf: (name: string) =>
      `${name} is een PDF: die bevat pagina’s en geen tekst om mee verder te gaan. ` +
      "Breng het document mee waar hij van is gemaakt.",
    doc: (name: string) =>
      `${name} is een oud Office-bestand. Bewaar het eerst als Word (.docx) of OpenDocument (.odt).`,
    rtf: (name: string) =>
      `${name} is opgemaakte tekst (RTF). Bewaar het eerst als Word (.docx) of OpenDocument (.odt).`,
    cells: (name: string) =>
      `${name} bevat tabellen of dia’s. Kopieer wat je nodig hebt waar het opent, en plak het hier: ` +
      "cellen worden een tabel.",
    zip: (name: string) =>
      `Er zit geen Markdown in ${name}. Pak het uit, en breng mee wat erin zit.`,
    unknown: (name: string) =>
      `${name} hoort niet bij de bestanden die hier binnenkomen: Markdown, Word, OpenDocument, webpagina’s, tekst en capsules.`,
  },
};
