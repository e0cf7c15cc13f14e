/** Dutch: who wrote what, shown beside the text on demand. */
import type { Said } from "..";
import type { who as english } from "../en/who";

export const who: Said<typeof english> = {
  show: "Wie wat schreef",
  hide: "Verbergen wie wat schreef",
  showing: "Toont wie wat schreef",
  close: "Verbergen",
  authors: "Wie hier schreven",
  only: (name) => `Alleen wat ${name} schreef`,
  wrote: (names) => `Geschreven door ${names.join(", ")}`,
  since: (time) => `sinds je wegging, ${time}`,
  nameless: "Zonder naam",
  unknown: "Niet bekend",
  why: "Meegebracht, of van voor de start van de server: niemand hier weet wie dit schreef.",
  nothing: "Er staat nog niets",
};
