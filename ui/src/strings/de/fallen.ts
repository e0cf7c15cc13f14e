/** What stands in the place of an editor that fails; fetched only then. */
import type { Said } from "..";
import type { fallen as english } from "../en/fallen";

export const fallen: Said<typeof english> = {
  title: "Der Text lässt sich hier gerade nicht weiterschreiben",
  body: "Er ist noch im Pad. Unten steht sein Wortlaut. Kopieren Sie ihn, oder versuchen Sie es noch einmal.",
  copy: "Text kopieren",
  text: "Wortlaut des Textes",
  host:
    "Wenn es so bleibt, können Sie mit dem Text neu beginnen, wie ihn diese Seite zuletzt richtig gezeigt hat. " +
    "Dann gilt er für alle; was später kam, ist weg.",
  afresh: "Mit dem letzten guten Text neu beginnen",
};
