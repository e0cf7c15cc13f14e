/** What the text says without its menus. Apart from those, which come after it. */
import type { Said } from "..";
import type { inText as english } from "../en/inText";

export const inText: Said<typeof english> = {
  keys:
    "Alt en F10 leiden naar het gereedschap, Shift en F10 naar het menu van de regel, in een tabel ook naar dat van de rij " +
    "en de kolom; met Escape en dan Tab verlaat je de tekst.",
  callouts: {
    note: "Opmerking",
    tip: "Aanwijzing",
    important: "Belangrijk",
    warning: "Waarschuwing",
    caution: "Voorzichtig",
  },
  colour: "Kleur",
  grey: "Grijs",
};
