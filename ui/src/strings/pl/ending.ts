/** Sentences of a pad's end while it lives: the host's last word, and the last call. */
import type { Said } from "..";
import type { call as englishCall, end as english } from "../en/ending";
import { are, long, people, plural } from "./numbers";

/** What is left of the text after its end. */
export const afterwards = (saves: boolean): string =>
  saves
    ? ". Komputer osoby prowadzącej zachowa jego kopię w plikach."
    : ", a Fadepad nie będzie mógł go odzyskać.";

const after = (saves: boolean): string =>
  saves
    ? "Potem komputer osoby prowadzącej będzie miał jego kopię w plikach."
    : "Potem Fadepad nie będzie mógł go odzyskać.";

export const end: Said<typeof english> = {
  title: "Zakończyć ten notatnik dla wszystkich?",
  body: (n: number, seconds: number, saves: boolean) =>
    `${n > 1 ? `${are(n)} tu ${people(n)}. Każda` : "Nikogo więcej tu nie ma. Kto wejdzie,"} ` +
    `może zabrać kopię: ma na to ${long(seconds)}, chyba że wszyscy odpowiedzą wcześniej. ` +
    "Można to wtedy jeszcze zatrzymać. " +
    `Potem tekst zostanie wymazany z pamięci i ze stron, które go pokazują${afterwards(saves)}`,
  bodyAtOnce: (n: number, saves: boolean) =>
    `${n > 1 ? `${are(n)} tu ${people(n)}, a kopia nie będzie nikomu proponowana` : "Nikogo więcej tu nie ma"}: ` +
    `tekst zostanie od razu wymazany z pamięci i ze stron, które go pokazują${afterwards(saves)}`,
  copy: "Najpierw zapisz plik Markdown",
  confirm: "Chcę go zakończyć",
  now: "Zakończ teraz",
  stay: "Nie teraz",
  failed: "Brak połączenia. Notatnik można zakończyć, gdy wróci.",
};

export const call: Said<typeof englishCall> = {
  title: {
    soon: "Ten notatnik wkrótce się skończy",
    leaving: "Jesteś tu ostatnią osobą",
    unsent: "Nie wszystko dotarło",
  },
  ends: (name: string) => `${name} kończy ten notatnik`,
  youEnd: "Kończysz ten notatnik",
  why: {
    host: "Osoba prowadząca kończy ten notatnik",
    stop: "Komputer tego notatnika się zatrzymuje",
    announced: "Ten notatnik kończy się teraz, jak ustaliła osoba prowadząca",
    max_lifetime: "Upłynął maksymalny czas tego notatnika",
  },
  lead: "Potem jego tekstu już nie będzie. Zabierz kopię, jeśli jej potrzebujesz.",
  leadKept:
    "Potem zostanie tu wymazany, a komputer osoby prowadzącej zachowa kopię. Zabierz swoją, jeśli jej potrzebujesz.",
  seconds: (n: number) => plural(n, { one: "sekunda", few: "sekundy", other: "sekund" }),
  minutes: "minuty",
  copied: "Skopiowano. Wklej, gdzie chcesz",
  file: "Zapisz plik",
  fileHint: "Word, strona internetowa, kapsuła i inne",
  fileForm: "Jaki plik?",
  forms: { markdown: "Markdown", docx: "Word", page: "Strona", capsule: "Kapsuła" },
  fileKept: "Zapisano. Plik jest w pobranych",
  none: "Nie potrzebuję",
  noneHint: "Nic z tekstu nie zostaje na tym urządzeniu",
  fadeHint: "Skończy się zaraz po wszystkich odpowiedziach",
  another: "Poproś o jeszcze minutę",
  anotherGiven: "Wszyscy mają jeszcze minutę. ",
  /** `asked`: whether who reads this is among them. */
  answered: (n: number, of: number, asked: boolean) => {
    if (of === 0) return "Nikt więcej nie musi odpowiadać. Za chwilę koniec.";
    if (of === 1) {
      if (n === of)
        return `${asked ? "Twoja odpowiedź już jest" : "Jedyna odpowiedź już jest"}. Za chwilę koniec.`;
      return `Skończy się, gdy ${asked ? "odpowiesz" : "odpowie ostatnia osoba"}.`;
    }
    if (n === of) return "Są już wszystkie odpowiedzi. Za chwilę koniec.";
    return `Odpowiedzi: ${n} z ${of}. Gdy będą wszystkie, zaraz się skończy.`;
  },
  back: "Wróć do tekstu",
  soon: (time: string) =>
    `Skończy się o ${time}, nawet jeśli ktoś tu będzie. Zabierz kopię, jeśli potrzebujesz tekstu.`,
  leaving: (ttl: number, saves: boolean) =>
    `Gdy wyjdziesz, ten notatnik zniknie za ${long(ttl)}. ${after(saves)}`,
  leavingUntil: (time: string, saves: boolean) =>
    `Gdy wyjdziesz, ten notatnik zostanie do ${time}. ${after(saves)}`,
  leavingKept:
    "Gdy wyjdziesz, ten notatnik zostanie, aż zakończy go osoba prowadząca albo upłynie jego maksymalny czas.",
  unsent: (time: string) =>
    `Słowa napisane od ${time} są tylko na tej stronie. Jeśli teraz wyjdziesz, przepadną.`,
  leftOut: (time: string) =>
    `Część słów napisanych od ${time} nie jest w notatniku, tylko na tej stronie. ` +
    "Jeśli teraz wyjdziesz, przepadną. Skopiuj je z wiersza nad tekstem.",
  copy: "Skopiuj tekst",
  copyHint: "Jako Markdown, do wklejenia gdziekolwiek",
  keep: "Zapisz plik Markdown",
  keepHint: "Prosty tekst do notatek i zgłoszeń",
  page: "Zapisz stronę internetową",
  pageHint: "Otwiera się w każdej przeglądarce, bez sieci",
  others: "Inne formy…",
  othersHint: "Word, PDF, kapsuła do dalszej pracy",
  letFade: "Niech zniknie",
  goOn: "Wróć do tekstu",
  stop: "Zachowaj go",
  stopped: "Ten notatnik trwa dalej.",
  stay: "Zostań",
  leave: "Wyjdź mimo to",
  foot: (pad: string, when: string) => `${pad}, zapisano z Fadepada ${when}.`,
};
