/** Every sentence on the wall. Apart from the others, because only the projector page loads it. */
import type { Said } from "..";
import type { wall as english } from "../en/wall";
import { long, people, plural, shortLeft, want } from "./numbers";

/** Held together: where the line is short, it breaks between the sentences. */
const stored = (saves: boolean): string =>
  saves ? "Na\u00a0koniec\u00a0zostanie\u00a0kopia." : "Nic\u00a0nie\u00a0jest\u00a0zapisywane.";

export const wall: Said<typeof english> = {
  scan: "Zeskanuj lub wpisz",
  scanRead: "Zeskanuj, by czytać",
  after: "Potem zeskanuj lub wpisz",
  afterRead: "Potem zeskanuj, by czytać",
  here: (name: string) => `${name} już tu jest`,
  /** After a name. */
  isHere: "już tu jest",
  /** After the name of the only one; after how many, where they are more. */
  asks: "chce pisać",
  ask: (n: number) => `${people(n)} ${want(n)} pisać:`,
  nobody: "Nikogo jeszcze tu nie ma.",
  alive: (ttl: number, saves: boolean) =>
    `Żyje, dopóki ktoś tu jest, i jeszcze ${long(ttl)}. ${stored(saves)}`,
  stored,
  blocked: "Ta sieć pokazuje ekran, ale nie to, kto tu jest. Otwórz go inną drogą.",
  fading: (left: number) =>
    `Nikogo tu nie ma. Ten notatnik zniknie za ${left < 60 ? long(left) : shortLeft(left)}.`,
  knocks: (n: number) =>
    `${people(n)} ${plural(n, { one: "czeka", few: "czekają", other: "czeka" })} na wejście`,
  letsIn: "Wpuszcza osoba prowadząca.",
  pin: "i PIN od osoby prowadzącej",
  knockFirst: "Nowe osoby pukają, a wpuszcza je osoba prowadząca.",
  closed: "Drzwi są zamknięte: nikt nowy teraz nie wejdzie.",
  tools: "Ten ekran",
  /** A button that is pressed while it is shown. */
  text: "Tekst",
  theText: "Tekst",
  headings: "Nagłówki",
  empty: "Nic jeszcze nie napisano.",
  /** Whom it follows. */
  shows: (name: string) => `Pokazuje ${name}`,
  /** To everyone who writes. */
  told: "Tekst jest teraz na dużym ekranie: może go czytać cała sala.",
  toldNoMore: "Tekstu nie ma już na dużym ekranie.",
  full: "Pełny ekran",
  light: "Jasny",
  dark: "Ciemny",
  wifi: "Wi-Fi…",
  wifiTitle: "Pokaż też kod Wi-Fi",
  wifiLead:
    "Skanuje się go najpierw, by być w tej samej sieci. Zostaje tylko na tej stronie i znika po jej zamknięciu.",
  wifiName: "Nazwa sieci",
  wifiPassword: "Hasło, jeśli jest",
  wifiShow: "Pokaż",
  wifiHide: "Nie pokazuj już",
  wifiQr: (name: string) => `Kod QR sieci Wi-Fi ${name}`,
  wifiFirst: "Najpierw Wi-Fi",
};
