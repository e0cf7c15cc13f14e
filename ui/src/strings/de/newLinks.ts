/** What a host reads who makes new links; fetched only then. */
import type { Said } from "..";
import type { newLinks as english } from "../en/newLinks";

const WHAT = { edit: "zum Schreiben", view: "zum Lesen", host: "für Hosts" } as const;
type Role = keyof typeof WHAT;

export const newLinks: Said<typeof english> = {
  open: "Neue Links…",
  title: "Neue Links",
  what: "Die bisherigen gelten dann nicht mehr.",
  which: "Welche Links",
  of: { edit: "Zum Schreiben", view: "Zum Lesen", host: "Für Hosts" },
  /** What becomes of whom. */
  whatOf: {
    edit:
      "Wer über den alten Link oder Code kam, muss noch einmal scannen. " +
      "Der Code wird ein anderer, hier und an der Wand.",
    view: "Wer über den alten Link zum Lesen kam, braucht den neuen. Der Code bleibt.",
    host:
      "Wer durch den Host-Link Host ist, braucht den neuen; Sie nicht, und auch nicht, wen Sie in dieser Liste zum Host gemacht haben. " +
      "Der neue steht in der Adresse dieser Seite.",
  },
  /** The door is closed: nobody who is out comes back. */
  closed: "Die Tür ist zu: Von ihnen kommt niemand zurück, bevor Sie sie öffnen.",
  make: "Neue machen",
  keep: "Alte behalten",
  away: "Es gibt keine Verbindung. Es geht wieder, sobald sie zurück ist.",
  made: (role: Role, by: string | null) =>
    by
      ? `${by} hat neue Links ${WHAT[role]} gemacht. Die alten öffnen nichts mehr.`
      : `Es gibt neue Links ${WHAT[role]}. Die alten öffnen nichts mehr.`,
};
