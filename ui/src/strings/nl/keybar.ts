/** The names of the tools over the keyboard of a touch device. */
import type { Said } from "..";
import type { keybar as english } from "../en/keybar";

export const keybar: Said<typeof english> = {
  label: "Gereedschap voor de regel",
  tick: "Vinkvakje",
  list: "Lijst",
  heading: "Kop",
  bold: "Vet",
  italic: "Cursief",
  underline: "Onderstrepen",
  strike: "Doorhalen",
  code: "Code",
  mark: "Markeren",
  link: "Link",
  address: "Adres van de link",
  example: "example.org",
  set: "Instellen",
  unlink: "Link verwijderen",
  back: "Terug",
  noLink: "Een link leidt naar een webadres, een mailadres of een telefoonnummer.",
  indent: "Inspringen",
  outdent: "Terugspringen",
  undo: "Ongedaan maken",
  picture: "Afbeelding",
  more: "Meer blokken",
  done: "Klaar",
};
