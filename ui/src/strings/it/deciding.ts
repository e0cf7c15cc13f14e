/** What a host decides about people; fetched only then. */
import type { Said } from "..";
import type { deciding as english } from "../en/deciding";

export const deciding: Said<typeof english> = {
  everyone: "Tutti possono scrivere",
  everyoneHint: "Solo gli host, e chi fai scrivere tu.",
  menu: (name: string) => `Cosa può fare ${name}`,
  write: "Fai scrivere",
  read: "Solo lettura",
  pass: "Passa la matita",
  passHint: "Al posto di chi l’aveva. Gli host, e chi fai scrivere tu, continuano.",
  asks: (name: string, time: string) => `${name} chiede di scrivere da ${time}`,
  makeHost: "Rendi host",
  takeHost: "Togli il ruolo di host",
  /** New links for hosts alone take a host's link back. */
  hostHint: "Con un link per host si torna host, finché non ne crei di nuovi per gli host.",
  showOut: "Fai uscire…",
  showOutHint: "Rientra solo se lo permetti tu.",
  /** The second question. */
  out: {
    title: (name: string) => `Far uscire ${name}?`,
    body: (devices: number) =>
      `Succede subito${devices > 2 ? `, su tutti e ${devices} i dispositivi` : devices === 2 ? ", su tutti e due i dispositivi" : ""}. ` +
      "Si torna solo se lo permetti tu. " +
      "Chi ha tenuto il codice potrebbe rientrare con un altro nome; nuovi link lo impediscono.",
    address: "Chi arriva dallo stesso indirizzo deve bussare",
    now: "Fai uscire",
    keep: "Lascia restare",
  },
  isOut: (name: string) => `${name} è fuori.`,
  letIn: "Fai rientrare",
};
