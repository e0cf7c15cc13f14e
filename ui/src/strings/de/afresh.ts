/** What a host reads who starts a pad afresh; fetched only then. */
import type { Said } from "..";
import type { afresh as english } from "../en/afresh";

export const afresh: Said<typeof english> = {
  open: "Neu beginnen…",
  title: "Neu beginnen",
  what: "Der Text bleibt. Gelöschtes ist weg.",
  whatOf:
    "Das Pad geht mit dem Text weiter, wie Sie ihn jetzt sehen. Sein Verlauf und alles Gelöschte verschwinden. " +
    "Code und Links werden andere. Alle hier kommen von selbst mit, außer wer hinausgebeten wurde.",
  begin: "Neu beginnen",
  keep: "Jetzt nicht",
  away: "Es gibt keine Verbindung. Es geht wieder, sobald sie zurück ist.",
  busy: "Wird neu begonnen…",
  failed: "Es ist nichts geschehen. Bitte noch einmal versuchen.",
};
