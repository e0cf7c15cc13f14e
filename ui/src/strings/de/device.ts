/** Every sentence about a further device of one's own. Apart from the others, because few need them. */
import type { Said } from "..";
import type { device as english } from "../en/device";
import { inWords } from "./numbers";

export const device: Said<typeof english> = {
  title: "Weiteres Gerät nutzen",
  lead: (name: string) =>
    `Scannen Sie dies mit dem Gerät oder öffnen Sie dort den Link. Auf beiden sind Sie ${name} und zählen als eine Person.`,
  once: (minutes: number) =>
    `Gilt für ein einziges Gerät, ${inWords(minutes * 60)} lang. Bitte niemandem sonst zeigen.`,
  over: "Dieser Link ist zu alt. Damit wurde nichts geöffnet.",
  fresh: "Neuen Link machen",
  here: "Ihr anderes Gerät ist da.",
  done: "Fertig",
  used: [
    "Dieser Link wurde schon benutzt",
    "Er macht ein Gerät zu Ihrem, zehn Minuten lang. Den nächsten finden Sie in der Liste der Personen, " +
      "auf dem Gerät, auf dem Sie schreiben.",
  ],
};
