/** Polish: who wrote what, shown beside the text on demand. */
import type { Said } from "..";
import type { who as english } from "../en/who";

export const who: Said<typeof english> = {
  show: "Kto co napisał",
  hide: "Ukryj, kto co napisał",
  showing: "Widać, kto co napisał",
  close: "Ukryj",
  authors: "Kto tu pisał",
  only: (name) => `Tylko słowa: ${name}`,
  wrote: (names) => `Napisane przez: ${names.join(", ")}`,
  since: (time) => `od twojego wyjścia, ${time}`,
  nameless: "Bez imienia",
  unknown: "Nie wiadomo",
  why: "Przyniesione skądinąd albo sprzed uruchomienia serwera: nikt tu nie wie, kto to napisał.",
  nothing: "Nic jeszcze nie napisano",
};
