/** What went wrong, and the way on. */
import type { Said } from "..";
import type { trouble as english } from "../en/trouble";

export const trouble: Said<typeof english> = {
  key: [
    "Ten link nie otwiera notatnika",
    "Może jest ucięty albo należy do notatnika, który się skończył. Poproś o nowy albo wpisz kod.",
  ],
  noKey: [
    "W tym linku czegoś brakuje",
    "Wpuszcza cię część po „#”. Poproś o cały link albo wpisz kod.",
  ],
  unknown: ["Nie ma tu notatnika o tej nazwie", "Może się skończył albo jest na innym komputerze."],
  full: ["Ten notatnik jest pełny", "Wejdziesz, gdy ktoś wyjdzie."],
  forbidden: ["Teraz nie możesz wejść", "Osoba prowadząca zamknęła drzwi albo cię wyprosiła."],
  shownOut: ["Osoba prowadząca cię wyprosiła", "Wrócisz tylko, jeśli osoba prowadząca cię wpuści."],
  newLinks: [
    "Są nowe linki",
    "Twój jest już stary. Zeskanuj kod jeszcze raz albo go wpisz, a wrócisz w to samo miejsce.",
  ],
  wait: ["Jeszcze nie", "Poczekaj minutę i spróbuj ponownie."],
  closed: [
    "Ten notatnik nie przyjmuje teraz nikogo nowego",
    "Zapytaj osobę prowadzącą. Kto był tu wcześniej, wejdzie jak dotąd.",
  ],
  broken: [
    "Czegoś nie da się tu pokazać",
    "Tekst jest bezpieczny tam, gdzie jest. Otwórz notatnik ponownie, by pisać dalej.",
  ],
  tooLarge: [
    "To było za duże dla notatnika",
    "Nie zostało przyjęte, a strona zatrzymała się, zanim twój tekst i tekst innych się rozeszły.",
  ],
  notKept: [
    "Notatnik nie może czegoś zachować",
    "Nie wszyscy by to zobaczyli. Strona zatrzymała się, zanim twój tekst i tekst innych się rozeszły.",
  ],
  malformed: [
    "Notatnik nie może czegoś odczytać",
    "Strona zatrzymała się, zanim twój tekst i tekst innych się rozeszły.",
  ],
  offline: [
    "Nie ma połączenia z Fadepadem",
    "Czy to urządzenie jest nadal w tej samej sieci co komputer, który udostępnia notatnik?",
  ],
  used: [
    "Ten link zrobił już swoje",
    "Własny link osoby prowadzącej otwiera notatnik raz, na jej komputerze. " +
      "Następny jest tam, gdzie uruchomiono Fadepad.",
  ],
  notHere: [
    "Pod tym adresem nic nie ma",
    "Notatniki otwiera się linkiem, kodem QR lub kodem z sześciu znaków.",
  ],
  again: "Spróbuj ponownie",
  knock: "Zapukaj",
  /** Where that can be asked for. */
  back: "Poproś o powrót",
  lastWords: "Twoje ostatnie słowa nie zostały przyjęte: skopiuj je.",
  start: "Wpisz kod",
  load: "Otwórz notatnik ponownie",
};
