/** Sentences of the sheet by which a text is taken out and brought in. */
import type { Said } from "..";
import type { bring as englishBring, take as english } from "../en/take";
import { plural } from "./numbers";

const linesOf = (n: number) =>
  `${n} ${plural(n, { one: "wiersz", few: "wiersze", other: "wierszy" })}`;

export const take: Said<typeof english> = {
  title: "Zabierz tekst",
  way: "Zabierz lub przynieś",
  out: "Zabierz",
  bring: "Przynieś",
  form: "W jakiej formie",
  forms: {
    markdown: {
      sign: "md",
      name: "Markdown",
      hint: "do notatek i zgłoszeń; zip z obrazami",
    },
    docx: { sign: "docx", name: "Word", hint: "do biura, ze stylami" },
    odt: { sign: "odt", name: "OpenDocument", hint: "do LibreOffice i innych" },
    pdf: { sign: "pdf", name: "PDF", hint: "gotowe strony do druku" },
    page: {
      sign: "html",
      name: "Strona internetowa",
      hint: "do czytania w przeglądarce, bez sieci",
    },
    text: { sign: "txt", name: "Zwykły tekst", hint: "same słowa, nic więcej" },
    capsule: {
      sign: "",
      name: "Kapsuła",
      hint: "otwiera się bez sieci, trwa dalej w każdym Fadepadzie",
    },
    yjs: { sign: "yjs", name: "Plik Yjs", hint: "do programów, które na nim pracują" },
  },
  keep: {
    markdown: "Zapisz plik Markdown",
    docx: "Zapisz plik Word",
    odt: "Zapisz plik OpenDocument",
    pdf: "Wydrukuj lub zapisz PDF",
    page: "Zapisz stronę internetową",
    text: "Zapisz plik tekstowy",
    capsule: "Zapisz kapsułę",
    yjs: "Zapisz plik Yjs",
  },
  copy: { rich: "Skopiuj tekst", markdown: "Kopiuj jako Markdown", text: "Skopiuj słowa" },
  stays: (lines: number) => `${linesOf(lines)}. Zostaje na tym urządzeniu.`,
  making: "Tworzenie pliku…",
  failed: "Tego pliku nie udało się teraz utworzyć. Zamiast niego zapisano Markdown.",
  digest: {
    title: "Podsumowanie na początku",
    hint: "Co ustalono i kto co robi",
    off: "Plik zaczyna się od tekstu.",
    never: "Ten plik zawiera sam dokument, tak jak czytają go programy: nad tekstem nic nie ma.",
    how:
      "Trafiają tu pola wyboru oraz wiersze, które zaczynają się od !decision lub ?question. " +
      "Wskaż, kto to robi: @Jana.",
    none: "W tym tekście nie ma jeszcze pola wyboru, !decision ani ?question.",
    people: "Wymień, kto tu jest",
    until: (time: string) => `do ${time}`,
    heads: {
      open: (n: number) => `Do zrobienia, ${n}`,
      done: (n: number) => `Zrobione, ${n}`,
      decided: (_n: number) => "Ustalono",
      questions: (n: number) => plural(n, { one: "Pytanie", other: "Pytania" }),
    },
    more: (n: number) => `i jeszcze ${n}`,
    alone: "Samo podsumowanie",
    table: "Jako tabela",
    days: (n: number) =>
      `${n} ${plural(n, { one: "data", few: "daty", other: "dat" })} do kalendarza`,
    mail: "E-mailem",
    columns: ["Co", "Słowa", "Kto", "Kiedy"],
    kinds: { open: "Do zrobienia", done: "Zrobione", decided: "Ustalono", questions: "Pytanie" },
  },
};

/** The same for what is brought in. */
export const bring: Said<typeof englishBring> = {
  title: "Przynieś coś",
  choose: "Wybierz plik",
  another: "Wybierz inny plik",
  what:
    "Upuść tu Markdown, Word, OpenDocument, stronę internetową, tekst lub kapsułę: " +
    "8 MB tekstu i obrazy",
  whatTouch:
    "Markdown, Word, OpenDocument, strona internetowa, tekst lub kapsuła: 8 MB tekstu i obrazy",
  reading: (name: string) => `Czytanie: ${name}…`,
  found: (
    size: string,
    { lines, boxes, pictures }: Record<"lines" | "boxes" | "pictures", number>,
  ) => [
    size,
    linesOf(lines),
    ...(boxes
      ? [
          `${boxes} ${plural(boxes, { one: "pole wyboru", few: "pola wyboru", other: "pól wyboru" })}`,
        ]
      : []),
    ...(pictures
      ? [`${pictures} ${plural(pictures, { one: "obraz", few: "obrazy", other: "obrazów" })}`]
      : []),
  ],
  lost: (n: number) =>
    plural(n, {
      one: "1 obraz nie wejdzie: ta przeglądarka nie umie go pokazać albo nie ma go w pliku.",
      few: `${n} obrazy nie wejdą: ta przeglądarka nie umie ich pokazać albo nie ma ich w pliku.`,
      other: `${n} obrazów nie wejdzie: ta przeglądarka nie umie ich pokazać albo nie ma ich w pliku.`,
    }),
  where: "Gdzie to ma trafić?",
  places: {
    here: { name: "Do tego notatnika", hint: "nic tu jeszcze nie napisano" },
    on: { name: "Dalej w tym tekście", hint: "wejdzie tylko to, co nowe" },
    back: { name: "Usunięte wiersze, na koniec", hint: "pod tym, co tu jest" },
    end: { name: "Na koniec", hint: "pod tym, co tu jest" },
    fresh: { name: "Do nowego notatnika", hint: "ten zostanie, jaki jest" },
    instead: { name: "W miejsce tego tekstu", hint: "wszyscy to zobaczą, można cofnąć" },
  },
  put: {
    here: "Wstaw tutaj",
    on: "Kontynuuj",
    back: "Przywróć",
    end: "Wstaw na koniec",
    fresh: "Wstaw do nowego notatnika",
    instead: "Wstaw w miejsce tego",
  },
  history:
    "Kapsuła ma swoją historię i z nią trwa dalej. Gdy dwie osoby przyniosą tę samą, nic się nie powtórzy.",
  words: "Wejdą jej słowa, tak jakby były tu wpisane. Jej historia trwa dalej w pustym notatniku.",
  same: "Wszystko z tej kapsuły już tu jest.",
  gone: (n: number) =>
    plural(n, {
      one: "Wszystko z tej kapsuły już tu było. Jeden jej wiersz jest usunięty i może wrócić.",
      few: `Wszystko z tej kapsuły już tu było. ${n} jej wiersze są usunięte i mogą wrócić.`,
      other: `Wszystko z tej kapsuły już tu było. ${n} jej wierszy jest usuniętych i może wrócić.`,
    }),
  changed:
    "Wszystko z tej kapsuły już tu było i od tego czasu się zmieniło. Może wrócić takie, jakie było.",
  notNow: "Nie teraz",
  putting: "Wstawianie…",
  away: "Brak połączenia. Będzie można to wstawić, gdy wróci.",
  opening: "Ten notatnik właśnie otwiera się ponownie. Nic nie weszło: spróbuj jeszcze raz.",
  beside: "Ktoś zaczął tu już pisać: to, co przynosisz, jest na końcu.",
  done: (name: string) => `Jest w tekście: ${name}`,
  tooMuch: (name: string) => `${name} to więcej, niż ten notatnik pomieści. Nic nie weszło.`,
  begun: "Ktoś zaczął tu pisać. Wybierz jeszcze raz, gdzie to ma trafić.",
  failed: "Nie udało się otworzyć nowego notatnika. Nic nie weszło.",
  offline:
    "Nie udało się pobrać tego, co czyta takie pliki. Spróbuj ponownie, gdy wróci połączenie.",
  broken: "Coś zawiodło przy wstawianiu. Spójrz na tekst: część może już w nim być.",
  refused: {
    large: (name: string, size: string) =>
      `${name} ma ${size} albo po rozpakowaniu znacznie więcej. ` +
      "Mieszczą się teksty do 8 MB z obrazami do 64 MB.",
    empty: (name: string) => `Ten plik jest pusty: ${name}.`,
    silent: (name: string) => `W tym pliku nie ma tekstu: ${name}.`,
    unreadable: (name: string) =>
      `Nie da się odczytać: ${name}. Plik jest uszkodzony albo nie jest tym, na co wskazuje nazwa.`,
    deep: (name: string) =>
      `Nie da się odczytać: ${name}. Części tego pliku są setki razy zagnieżdżone jedna w drugiej. ` +
      "Zapisz go jako zwykły tekst (.txt) i przynieś ten.",
    closed: (name: string) =>
      `Nie da się otworzyć: ${name}. To folder albo plik przeniesiony lub zmieniony po wybraniu.`,
    fault: (name: string) =>
      `Fadepad nie poradził sobie z plikiem ${name}. Sam plik może być dobry: ` +
      "zapisz go jako zwykły tekst (.txt) i przynieś ten.",
    away: (name: string) =>
      `Nie udało się pobrać tego, co czyta plik ${name}. Spróbuj ponownie, gdy wróci połączenie.`,
    picture: (name: string) =>
      `${name} to obraz: upuść go na tekst, wklej w tekście ` +
      "albo wybierz Obraz w menu „/” lub Zdjęcie na telefonie.",
    pdf: (name: string) =>
      `${name} to PDF, w którym są gotowe strony, a nie tekst do dalszej pracy. ` +
      "Przynieś dokument, z którego powstał.",
    doc: (name: string) =>
      `${name} to stary plik Office. Zapisz go najpierw jako Word (.docx) lub OpenDocument (.odt).`,
    rtf: (name: string) =>
      `${name} to tekst sformatowany (RTF). Zapisz go najpierw jako Word (.docx) lub OpenDocument (.odt).`,
    cells: (name: string) =>
      `${name} zawiera tabele lub slajdy. Skopiuj to, czego potrzebujesz, w ich programie i wklej: ` +
      "komórki wejdą jako tabela.",
    zip: (name: string) =>
      `W tym pliku nie ma Markdown: ${name}. Rozpakuj go i przynieś to, co jest w środku.`,
    unknown: (name: string) =>
      `Takiego pliku nie da się przynieść: ${name}. ` +
      "Można przynieść Markdown, Word, OpenDocument, strony internetowe, tekst i kapsuły.",
  },
};
