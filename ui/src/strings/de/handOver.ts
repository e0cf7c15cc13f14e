/** What a host reads who hands the pad over to another computer; fetched only then. */
import type { Said } from "..";
import type { handOver as english } from "../en/handOver";

export const handOver: Said<typeof english> = {
  title: "Übergeben",
  lead: "Sie müssen mit diesem Computer gehen? Führen Sie dies auf einem anderen im Raum aus, auf dem Fadepad ist:",
  copy: "Befehl kopieren",
  copied: "Kopiert. Jetzt auf dem anderen Computer ausführen.",
  cantCopy:
    "Ihr Browser kopiert hier nicht. Markieren Sie den Befehl und kopieren Sie ihn von Hand.",
  after:
    "Text, Code, Links und Zeit gehen mit. Die Seiten aller Personen folgen von selbst, auch die Wand. " +
    "Dann wird auf diesem Computer alles gelöscht, und Sie können gehen.",
  secret: "Wer diesen Befehl hat, ist Host des Pads: Geben Sie ihn sonst niemandem.",
};
