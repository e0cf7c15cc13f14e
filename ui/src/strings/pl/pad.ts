/** The pad itself: its bar, its lines of state, the text. */
import type { Said } from "..";
import type {
  decided as englishDecided,
  hands as englishHands,
  more as englishMore,
  pad as english,
  templates as englishTemplates,
  thumb as englishThumb,
} from "../en/pad";
import { people, plural } from "./numbers";

export const pad: Said<typeof english> = {
  share: "Udostępnij",
  more: "Więcej",
  fullEditor: "Pełny edytor",
  companion: "Prosty widok",
  opening: "Otwieranie notatnika…",
  editor: (pad: string) => `Tekst: ${pad}`,
  placeholder: "Wpisz „/”, by dodać nagłówek, listę, tabelę…",
  emptyPlaceholder: "Napisz coś. Zobaczą to wszyscy, którzy tu są.",
  misfit: "Tej części nie da się tu pokazać",
  misfitInLine: "nie da się tu pokazać",
  misfitStays: "Zostaje w notatniku i trafia do każdej kopii.",
  misfitRemove: "Usuń",
  misfitCopy: "(Część, której nie da się pokazać)",
  saves: ["Gdy ten notatnik się skończy, komputer osoby prowadzącej ", "zachowa kopię", "."],
  readOnly: "Możesz tu czytać.",
  isOff: "Możesz tu czytać. Pisanie jest wyłączone.",
  /** When a host has just decided so. */
  mayNow: {
    edit: "Możesz teraz pisać.",
    host: "Teraz też prowadzisz ten notatnik.",
    noHost: "Nie prowadzisz już tego notatnika.",
  },
  tooMuch: "To więcej, niż notatnik pomieści. Nic nie zostało wklejone.",
  noFiles: "Obrazów z innych stron nie da się wkleić. Wybierz obraz z tego urządzenia.",
  noWay: "Połączenie zostało przerwane. Spróbuj ponownie za chwilę.",
  notConnected: "Brak połączenia. Pisz dalej, wszystko zostanie wysłane.",
  notInYet: "Brak połączenia. Notatnik otworzy się, gdy tylko Fadepad odpowie.",
  notConnectedReading: "Brak połączenia. To, co piszą inni, pojawi się, gdy tylko wróci.",
  blocked:
    "Ta sieć pokazuje stronę, ale nie przepuszcza niczego, co się pisze. " +
    "Zapytaj osobę prowadzącą o inną drogę.",
  blockedReading:
    "Ta sieć pokazuje stronę, ale nie to, co piszą inni. Zapytaj osobę prowadzącą o inną drogę.",
  staysHere: (time: string) => `To, co piszesz od ${time}, jest tylko na tej stronie.`,
  waits: (time: string) => `To, co piszesz od ${time}, czeka na tej stronie.`,
  allSent: "Wszystkie wcześniejsze słowa dotarły.",
  full: "Ten notatnik jest teraz pełny. Wejdziesz, gdy tylko zwolni się miejsce.",
  held: (time: string) => [`To, co piszesz od ${time}, `, "nie dociera", ". Inni tego nie widzą."],
  left: (time: string, isTooMuch: boolean) =>
    isTooMuch
      ? [
          `Część słów napisanych od ${time} to `,
          "więcej, niż ten notatnik pomieści",
          ". Nie ma ich już w tekście.",
        ]
      : [
          `Część słów napisanych od ${time} `,
          "nie może zostać w tym notatniku",
          ". Nie ma ich już w tekście.",
        ],
  takenOut: (time: string) => [
    `Słowa napisane od ${time} były w wierszu, który tymczasem `,
    "został usunięty",
    ". Nie ma ich już w tekście.",
  ],
  begunAfresh: () => [
    "Osoba prowadząca zaczęła ten notatnik od nowa. Twoje ostatnie słowa ",
    "nie przeszły dalej",
    ". Skopiuj je: nie ma ich już w tekście.",
  ],
  tooLate: (time: string) => [
    `Pisanie zostało wyłączone. Twoje ostatnie słowa, od ${time}, `,
    "nie zostały przyjęte",
    ". Skopiuj je: nie ma ich już w tekście.",
  ],
  takenBack: (time: string, isTooMuch: boolean) =>
    isTooMuch
      ? [`Zmiana z godziny ${time} to `, "więcej, niż ten notatnik pomieści", ". Została cofnięta."]
      : [`Zmiana z godziny ${time} `, "nie może zostać w tym notatniku", ". Została cofnięta."],
  guessing: (wrong: number) =>
    "Ktoś próbuje zgadnąć kod: " +
    `${wrong} ${plural(wrong, { one: "błędna próba", few: "błędne próby", other: "błędnych prób" })} ` +
    "w ciągu dziesięciu minut. Teraz musi czekać, a kod zostaje ten sam.",
  filling: (name: string) =>
    `${name} ma w tym notatniku już tyle, ile może mieć jedna osoba. Więcej od niej nie przyjmie.`,
  copyWords: "Skopiuj moje słowa",
  wordsCopied: "Twoje słowa są skopiowane",
  openAgain: "Otwórz notatnik ponownie",
  ending: (left: string) => `Ten notatnik skończy się za ${left}.`,
  takeCopy: "Zabierz kopię",
  done: "Gotowe",
  fold: "Pokaż lub ukryj zawartość",
  language: "Język tego kodu",
  /** For who only reads: a block of another program that nobody has given a file. */
  missing: {
    image: "Obraz bez adresu",
    video: "Film bez adresu",
    audio: "Dźwięk bez adresu",
    file: "Plik bez adresu",
  },
};

/** What another host has decided: by name, where it was no program. In the present: no past that knows a gender. */
export const decided: Said<typeof englishDecided> = {
  writing: (host: string | null, on: boolean) => {
    if (on) return host ? `${host} włącza pisanie.` : "Pisanie jest włączone.";
    return host ? `${host} wyłącza pisanie.` : "Pisanie jest wyłączone.";
  },
  roles: {
    edit: (host: string | null, name: string) =>
      host ? `${host} pozwala pisać: ${name}.` : `${name} może teraz pisać.`,
    view: (host: string | null, name: string) =>
      host ? `${host} pozwala tylko czytać: ${name}.` : `${name} może teraz tylko czytać.`,
    host: (host: string | null, name: string) =>
      host ? `${host} pozwala prowadzić: ${name}.` : `${name} teraz też prowadzi.`,
  },
  door: {
    open: (host: string | null) => (host ? `${host} otwiera drzwi.` : "Drzwi są otwarte."),
    knock: (host: string | null) =>
      host ? `${host} prosi, by nowe osoby pukały.` : "Nowe osoby muszą teraz zapukać.",
    closed: (host: string | null) =>
      host ? `${host} zamyka drzwi: nikt nowy nie wejdzie.` : "Nikt nowy teraz nie wejdzie.",
  },
  pin: (host: string | null, on: boolean) => {
    if (!on) return host ? `${host} usuwa PIN.` : "PIN już nie obowiązuje.";
    return host ? `${host} ustawia PIN: sam kod nie wystarczy.` : "Teraz obowiązuje PIN.";
  },
  pencil: (host: string | null, name: string) =>
    host ? `${host} przekazuje ołówek: ${name}.` : `${name} ma teraz ołówek.`,
  newLinks: (host: string | null, of: "edit" | "view" | "host") => {
    const which = { edit: "do pisania", view: "do czytania", host: "do prowadzenia" }[of];
    return host ? `${host} tworzy nowe linki ${which}.` : `Są nowe linki ${which}.`;
  },
  showOut: (host: string | null, name: string) =>
    host ? `${host} wyprasza: ${name}.` : `Wyproszono: ${name}.`,
  /** Why what one has decided oneself is not done. */
  refused: {
    notHost: "Nie udało się: decyduje o tym tylko osoba, która ma link do prowadzenia.",
    oneself: "Nie udało się: osoba prowadząca nie może nic odebrać sobie.",
    tooFast: "Bez nowych linków: można je tworzyć najwyżej dziesięć razy na minutę.",
    nobody: "Tej osoby już tu nie ma.",
    tooMany: "Nie udało się: zbyt wiele osób jest wyproszonych albo ma osobne uprawnienia.",
  },
};

/** Who reads and asks to write. */
export const hands: Said<typeof englishHands> = {
  ask: "Chcę pisać",
  asked: "Możesz tu czytać. Osoby prowadzące widzą, że chcesz pisać.",
  askNoMore: "Już nie chcę",
  /** For hosts: the one who asks the longest, and how many more. */
  asking: (name: string, more: number) =>
    more === 0 ? `${name} chce pisać.` : `${name} i jeszcze ${people(more)} chcą pisać.`,
  answer: "Odpowiedz",
};

export const templates: Said<typeof englishTemplates> = {
  label: "Zacznij od",
  agenda: "Plan spotkania",
  goal: "Cel",
  topics: "Tematy",
  next: "Następne kroki",
  minutes: "Protokół",
  present: "Kto jest",
  decisions: "Decyzje",
  todo: "Do zrobienia",
  open: "Do wyjaśnienia",
  retro: "Retrospektywa",
  well: "Co poszło dobrze",
  hard: "Co było trudne",
  tried: "Co teraz wypróbujemy",
};

export const thumb: Said<typeof englishThumb> = {
  label: "Pisanie",
  line: "Wiersz",
  tick: "Zadanie",
  list: "Lista",
  heading: "Nagłówek",
  photo: "Zdjęcie",
  undo: "Cofnij",
};

export const more: Said<typeof englishMore> = {
  theme: "Wygląd",
  language: "Język",
  system: "Systemowy",
  light: "Jasny",
  dark: "Ciemny",
  people: "Osoby",
  outline: "Spis treści",
  find: "Znajdź…",
  copy: "Kopiuj tekst jako Markdown",
  copied: "Tekst skopiowany",
  take: "Zabierz tekst…",
  bring: "Przynieś coś…",
  kept: "Plik zapisany",
  keptWithout:
    "Plik zapisany. Niektórych obrazów lub plików nie udało się pobrać i nie ma ich w nim.",
  licenses: "Licencje",
  leave: "Wyjdź",
  end: "Zakończ teraz…",
  handOver: "Przekaż…",
  newPad: "Nowy notatnik…",
  pads: "Notatniki na tym komputerze",
};
