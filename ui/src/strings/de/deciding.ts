/** What a host decides about people; fetched only then. */
import type { Said } from "..";
import type { deciding as english } from "../en/deciding";

export const deciding: Said<typeof english> = {
  everyone: "Alle dürfen schreiben",
  everyoneHint: "Sonst nur Hosts und wem Sie es erlauben.",
  menu: (name: string) => `Was ${name} darf`,
  write: "Schreiben lassen",
  read: "Nur lesen",
  pass: "Stift weitergeben",
  passHint: "Statt der Person, die ihn hatte. Hosts und wem Sie es erlauben, schreiben weiter.",
  asks: (name: string, time: string) => `${name} möchte seit ${time} schreiben`,
  makeHost: "Zum Host machen",
  takeHost: "Nicht mehr Host",
  /** New links for hosts alone take a host's link back. */
  hostHint:
    "Mit einem Host-Link wird jede Person wieder Host, bis Sie neue Links für Hosts machen.",
  showOut: "Hinausbitten…",
  showOutHint: "Kommt nur zurück, wenn Sie es zulassen.",
  /** The second question. */
  out: {
    title: (name: string) => `${name} hinausbitten?`,
    body: (devices: number) =>
      `Das gilt sofort${devices > 2 ? ` und für alle ${devices} Geräte` : devices === 2 ? " und für beide Geräte" : ""}. ` +
      "Zurück geht es nur, wenn Sie es zulassen. " +
      "Wer den Code behalten hat, könnte unter neuem Namen wiederkommen; neue Links verhindern das.",
    address: "Wer von derselben Adresse neu kommt, muss anklopfen",
    now: "Hinausbitten",
    keep: "Bleiben lassen",
  },
  isOut: (name: string) => `${name} ist draußen.`,
  letIn: "Wieder hereinlassen",
};
