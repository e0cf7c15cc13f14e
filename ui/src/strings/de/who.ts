/** German: who wrote what, shown beside the text on demand. */
import type { Said } from "..";
import type { who as english } from "../en/who";

export const who: Said<typeof english> = {
  show: "Wer was geschrieben hat",
  hide: "Ausblenden, wer was schrieb",
  showing: "Zeigt, wer was geschrieben hat",
  close: "Ausblenden",
  authors: "Wer hier geschrieben hat",
  only: (name) => `Nur, was ${name} geschrieben hat`,
  wrote: (names) => `Geschrieben von ${names.join(", ")}`,
  since: (time) => `seit Sie gegangen sind, ${time}`,
  nameless: "Ohne Namen",
  unknown: "Nicht bekannt",
  why: "Mitgebracht, oder von vor dem Start des Servers: Hier weiß niemand, wer das geschrieben hat.",
  nothing: "Noch steht nichts da",
};
