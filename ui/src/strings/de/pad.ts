/** The pad itself: its bar, its lines of state, the text. */
import type { Said } from "..";
import type * as english from "../en/pad";

export const pad: Said<typeof english.pad> = {
  share: "Teilen",
  more: "Mehr",
  fullEditor: "Alle Werkzeuge",
  companion: "Einfache Ansicht",
  opening: "Das Pad wird geöffnet…",
  editor: (pad: string) => `Text von ${pad}`,
  placeholder: "„/“ für Überschriften, Listen, Tabellen…",
  emptyPlaceholder: "Schreiben Sie etwas. Alle hier sehen es.",
  misfit: "Dieser Teil lässt sich hier nicht zeigen",
  misfitInLine: "lässt sich hier nicht zeigen",
  misfitStays: "Er bleibt im Pad und geht in jeder Kopie mit.",
  misfitRemove: "Entfernen",
  misfitCopy: "(Ein Teil, der sich nicht zeigen lässt)",
  saves: ["Der Computer des Hosts ", "behält eine Kopie", " dieses Pads, wenn es endet."],
  readOnly: "Hier können Sie lesen.",
  isOff: "Hier können Sie lesen. Schreiben ist ausgeschaltet.",
  /** When a host has just decided so. */
  mayNow: {
    edit: "Sie können jetzt schreiben.",
    host: "Sie sind jetzt Host dieses Pads.",
    noHost: "Sie sind nicht mehr Host dieses Pads.",
  },
  tooMuch: "Das ist mehr, als das Pad fassen kann. Es wurde nichts eingefügt.",
  noFiles: "Bilder von anderen Seiten kommen nicht mit. Nehmen Sie eines von diesem Gerät.",
  noWay: "Die Verbindung ist weg. Bitte gleich noch einmal versuchen.",
  notConnected: "Keine Verbindung. Schreiben Sie weiter, es wird gesendet.",
  notInYet: "Keine Verbindung. Das Pad öffnet sich, sobald Fadepad antwortet.",
  notConnectedReading: "Keine Verbindung. Was andere schreiben, kommt, sobald sie zurück ist.",
  blocked:
    "Dieses Netz zeigt die Seite, lässt aber nichts Geschriebenes durch. Fragen Sie den Host nach einem anderen Weg.",
  blockedReading:
    "Dieses Netz zeigt die Seite, aber nicht, was andere schreiben. Fragen Sie den Host nach einem anderen Weg.",
  staysHere: (time: string) =>
    `Was Sie seit ${time} Uhr geschrieben haben, steht nur auf dieser Seite.`,
  waits: (time: string) => `Was Sie seit ${time} Uhr geschrieben haben, wartet auf dieser Seite.`,
  allSent: "Alles, was Sie vorher geschrieben haben, ist angekommen.",
  full: "Dieses Pad ist gerade voll. Sie kommen herein, sobald Platz ist.",
  held: (time: string) => [
    `Was Sie seit ${time} Uhr geschrieben haben, `,
    "kommt nicht durch",
    ". Die anderen sehen es nicht.",
  ],
  left: (time: string, isTooMuch: boolean) =>
    isTooMuch
      ? [
          `Einiges, was Sie seit ${time} Uhr geschrieben haben, ist `,
          "mehr, als dieses Pad fassen kann",
          ". Es steht nicht mehr im Text.",
        ]
      : [
          `Einiges, was Sie seit ${time} Uhr geschrieben haben, `,
          "kann nicht in diesem Pad bleiben",
          ". Es steht nicht mehr im Text.",
        ],
  takenOut: (time: string) => [
    `Was Sie seit ${time} Uhr geschrieben haben, stand in einer Zeile, die `,
    "inzwischen entfernt wurde",
    ". Es steht nicht mehr im Text.",
  ],
  begunAfresh: () => [
    "Der Host hat dieses Pad neu begonnen. Was Sie zuletzt geschrieben haben, wurde ",
    "nicht mitgenommen",
    ". Kopieren Sie es: Es steht nicht mehr im Text.",
  ],
  tooLate: (time: string) => [
    `Das Schreiben wurde ausgeschaltet. Was Sie seit ${time} Uhr geschrieben haben, wurde `,
    "nicht angenommen",
    ". Kopieren Sie es: Es steht nicht mehr im Text.",
  ],
  takenBack: (time: string, isTooMuch: boolean) =>
    isTooMuch
      ? [
          `Ihre Änderung um ${time} Uhr war `,
          "mehr, als dieses Pad fassen kann",
          ". Sie ist zurückgenommen.",
        ]
      : [
          `Ihre Änderung um ${time} Uhr `,
          "kann nicht in diesem Pad bleiben",
          ". Sie ist zurückgenommen.",
        ],
  guessing: (wrong: number) =>
    `Jemand probiert Codes: ${wrong} ${wrong === 1 ? "falscher" : "falsche"} in zehn Minuten. ` +
    "Weitere Versuche müssen warten, und der Code bleibt, wie er ist.",
  filling: (name: string) =>
    `${name} hat so viel in dieses Pad gebracht, wie eine Person darf; mehr nimmt es von dort nicht an.`,
  copyWords: "Meinen Text kopieren",
  wordsCopied: "Ihr Text ist kopiert",
  openAgain: "Pad neu öffnen",
  ending: (left: string) => `Dieses Pad endet in ${left}.`,
  takeCopy: "Kopie mitnehmen",
  done: "Erledigt",
  fold: "Inhalt zeigen oder verbergen",
  language: "Sprache dieses Codes",
  /** For who only reads: a block of another program that nobody has given a file. */
  missing: {
    image: "Ein Bild ohne Adresse",
    video: "Ein Video ohne Adresse",
    audio: "Ein Ton ohne Adresse",
    file: "Eine Datei ohne Adresse",
  },
};

/** What another host has decided: by name, where it was no program. */
export const decided: Said<typeof english.decided> = {
  writing: (host: string | null, on: boolean) => {
    const how = on ? "eingeschaltet" : "ausgeschaltet";
    return host ? `${host} hat das Schreiben ${how}.` : `Das Schreiben wurde ${how}.`;
  },
  roles: {
    edit: (host: string | null, name: string) =>
      host ? `${host} lässt ${name} schreiben.` : `${name} schreibt jetzt.`,
    view: (host: string | null, name: string) =>
      host ? `${host} lässt ${name} nur noch lesen.` : `${name} liest jetzt nur noch.`,
    host: (host: string | null, name: string) =>
      host ? `${host} hat ${name} zum Host gemacht.` : `${name} ist jetzt Host.`,
  },
  door: {
    open: (host: string | null) => (host ? `${host} hat die Tür geöffnet.` : "Die Tür ist offen."),
    knock: (host: string | null) =>
      host ? `${host} lässt neue Personen anklopfen.` : "Wer neu kommt, muss jetzt anklopfen.",
    closed: (host: string | null) =>
      host
        ? `${host} hat die Tür geschlossen: Neu kommt niemand herein.`
        : "Neu kommt jetzt niemand herein.",
  },
  pin: (host: string | null, on: boolean) => {
    if (!on) return host ? `${host} hat die PIN aufgehoben.` : "Es gibt keine PIN mehr.";
    return host
      ? `${host} hat eine PIN gesetzt: Der Code allein lässt niemanden herein.`
      : "Es gibt jetzt eine PIN.";
  },
  pencil: (host: string | null, name: string) =>
    host ? `${host} hat den Stift an ${name} weitergegeben.` : `${name} hat jetzt den Stift.`,
  newLinks: (host: string | null, of: "edit" | "view" | "host") => {
    const which = { edit: "zum Schreiben", view: "zum Lesen", host: "für Hosts" }[of];
    return host ? `${host} hat neue Links ${which} gemacht.` : `Es gibt neue Links ${which}.`;
  },
  showOut: (host: string | null, name: string) =>
    host ? `${host} hat ${name} hinausgebeten.` : `${name} wurde hinausgebeten.`,
  /** Why what one has decided oneself is not done. */
  refused: {
    notHost: "Nicht geschehen: Das entscheidet nur, wer über einen Host-Link kam.",
    oneself: "Nicht geschehen: Sich selbst kann ein Host nichts wegnehmen.",
    tooFast: "Keine neuen Links: zehnmal in der Minute, öfter nicht.",
    nobody: "Diese Person ist nicht mehr da.",
    tooMany: "Nicht geschehen: Zu viele sind draußen oder haben eine eigene Rolle.",
  },
};

/** Who reads and asks to write. */
export const hands: Said<typeof english.hands> = {
  ask: "Schreiben anfragen",
  asked: "Hier können Sie lesen. Die Hosts sehen, dass Sie schreiben möchten.",
  askNoMore: "Nicht mehr anfragen",
  /** For hosts: the one who asks the longest, and how many more. */
  asking: (name: string, more: number) => {
    if (more === 0) return `${name} möchte schreiben.`;
    const others = more === 1 ? "eine weitere Person" : `${more} weitere`;
    return `${name} und ${others} möchten schreiben.`;
  },
  answer: "Antworten",
};

export const templates: Said<typeof english.templates> = {
  label: "Beginnen mit",
  agenda: "Agenda",
  goal: "Ziel",
  topics: "Themen",
  next: "Nächste Schritte",
  minutes: "Protokoll",
  present: "Wer da ist",
  decisions: "Beschlüsse",
  todo: "Aufgaben",
  open: "Offen",
  retro: "Retro",
  well: "Was gut lief",
  hard: "Was schwierig war",
  tried: "Was wir als Nächstes versuchen",
};

export const thumb: Said<typeof english.thumb> = {
  label: "Schreiben",
  line: "Zeile",
  tick: "Kästchen",
  list: "Liste",
  heading: "Titel",
  photo: "Foto",
  undo: "Zurück",
};

export const more: Said<typeof english.more> = {
  theme: "Aussehen",
  language: "Sprache",
  system: "System",
  light: "Hell",
  dark: "Dunkel",
  people: "Personen",
  outline: "Gliederung",
  find: "Suchen…",
  copy: "Text als Markdown kopieren",
  copied: "Text kopiert",
  take: "Mitnehmen…",
  bring: "Etwas mitbringen…",
  kept: "Datei gespeichert",
  keptWithout:
    "Datei gespeichert. Einige Bilder oder Dateien ließen sich nicht holen und fehlen darin.",
  licenses: "Lizenzen",
  leave: "Verlassen",
  end: "Jetzt beenden…",
  handOver: "Übergeben…",
  newPad: "Neues Pad…",
  pads: "Pads auf diesem Computer",
};
