/** What people read while their pad goes over to another machine; fetched only then. */
import type { Said } from "..";
import type { moved as english } from "../en/moved";

export const moved: Said<typeof english> = {
  going:
    "Dieses Pad geht auf einem anderen Computer weiter. Diese Seite kommt mit, sobald Sie eine Pause machen.",
  looking: "Dieses Pad geht auf einem anderen Computer weiter. Diese Seite ist unterwegs.",
  unreached: (at: string) =>
    `Dieses Pad geht unter ${at} weiter. Dieses Gerät kommt dort noch nicht hin: Geben Sie die Adresse im Browser ein. ` +
    "Was Sie hier schreiben, kommt noch an.",
  go: "Dorthin",
  title: "Dieses Pad geht anderswo weiter",
  there: (at: string) => `Es ist jetzt unter ${at}. Diese Seite wechselt von selbst dorthin.`,
  type: (at: string) =>
    `Es ist jetzt unter ${at}, und dieses Gerät kommt dort noch nicht hin. ` +
    "Wechseln Sie ins Netz jenes Computers und geben Sie die Adresse im Browser ein.",
  erased: "Auf dem Computer, wo es war, ist der Text gelöscht.",
  words: "Etwas von Ihrem Text ist nicht mehr angekommen. Es steht noch auf dieser Seite.",
};
