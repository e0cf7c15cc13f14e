/** After the end, and after leaving. */
import type { Said } from "..";
import type { ended as english, left as englishLeft } from "../en/ended";
import { inWords } from "./numbers";

export const left: Said<typeof englishLeft> = {
  title: "Jesteś poza notatnikiem",
  body: "Na tej stronie nie ma już tekstu. Dopóki notatnik żyje, możesz wrócić.",
  back: "Wróć do notatnika",
};

export const ended: Said<typeof english> = {
  title: "Ten notatnik zniknął",
  faded: (time: string, ttl: number) =>
    `Skończył się o ${time}, ${inWords(ttl)} po wyjściu ostatniej osoby.`,
  fadedPlain: "Skończył się jakiś czas po wyjściu ostatniej osoby.",
  host: (time: string) => `Osoba prowadząca zakończyła go o ${time}.`,
  hostPlain: "Osoba prowadząca go zakończyła.",
  stop: (time: string) =>
    `Skończył się o ${time}, gdy program na komputerze osoby prowadzącej został zatrzymany.`,
  stopPlain: "Skończył się, gdy program na komputerze osoby prowadzącej został zatrzymany.",
  announced: (time: string) => `Skończył się o ${time}, jak ustaliła osoba prowadząca.`,
  announcedPlain: "Skończył się o godzinie, którą ustaliła osoba prowadząca.",
  maxLifetime: (time: string) => `Skończył się o ${time}, gdy upłynął jego maksymalny czas.`,
  afresh: (time: string) =>
    `Osoba prowadząca zaczęła go od nowa o ${time}. ` +
    "Trwa dalej: zeskanuj jego kod jeszcze raz albo poproś o nowy link.",
  afreshPlain:
    "Osoba prowadząca zaczęła go od nowa. " +
    "Trwa dalej: zeskanuj jego kod jeszcze raz albo poproś o nowy link.",
  handedOn: (time: string) => `Przeszedł na inny komputer o ${time}.`,
  handedOnPlain: "Trwa dalej na innym komputerze.",
  at: (time: string) => `Skończył się o ${time}.`,
  plain: "Jego tekst został wymazany z pamięci i Fadepad nie może go odzyskać.",
  slept: "To urządzenie nie było wtedy połączone. Po zakończeniu nic nie zostało wysłane.",
  held: "Masz jeszcze kopię",
  heldLead: "Na tej stronie jest tekst, jaki był tu ostatnio widoczny. Zniknie, gdy ją zamkniesz.",
  anew: "Zacznij z nią nowy notatnik",
  anewFailed: "Nie udało się otworzyć nowego notatnika. Twoja kopia nadal tu jest.",
  keep: "Zapisz plik",
  page: "Zapisz stronę internetową",
  forget: "Zapomnij ją",
  dropped: "Na tej stronie nie ma już tekstu.",
  receipt: "Potwierdzenie",
  erased: "Wymazano z pamięci",
  told: "Powiadomione osoby",
  copies: "Kopie usunięte przez przeglądarki",
  files: "Pliki zachowane na koniec",
  filesKept: (n: number) => `${n}, na komputerze osoby prowadzącej`,
  honest: "Kto miał go otwartego, może mieć kopie.",
  nobody: "nikogo tu nie było",
  nOf: (n: number, of: number) => `${n} z ${of}`,
  stands:
    "Jego kod nadal działa: kto go zeskanuje, zacznie nowy, pusty notatnik, a ta strona tam przejdzie.",
  again: (pad: string) => `${pad} znów żyje, na razie bez tekstu.`,
  goThere: "Przejdź tam",
  newPad: "Nowy notatnik",
  start: "Wpisz inny kod",
};
