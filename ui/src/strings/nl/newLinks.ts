/** What a host reads who makes new links; fetched only then. */
import type { Said } from "..";
import type { newLinks as english } from "../en/newLinks";

const WHAT = { edit: "om te schrijven", view: "om te lezen", host: "voor hosts" } as const;
type Role = keyof typeof WHAT;

export const newLinks: Said<typeof english> = {
  open: "Nieuwe links…",
  title: "Nieuwe links",
  what: "De links van tot nu toe werken dan niet meer.",
  which: "Welke links",
  of: { edit: "Om te schrijven", view: "Om te lezen", host: "Voor hosts" },
  /** What becomes of whom. */
  whatOf: {
    edit:
      "Wie met de oude link of code kwam, moet opnieuw scannen. " +
      "De code wordt een andere, hier en op het grote scherm.",
    view: "Wie met de oude link kwam om te lezen, heeft de nieuwe nodig. De code blijft.",
    host:
      "Wie host is met de hostlink, heeft de nieuwe nodig, maar jij niet, en ook niet wie je in deze lijst host hebt gemaakt. " +
      "De nieuwe staat in het adres van deze pagina.",
  },
  /** The door is closed: nobody who is out comes back. */
  closed: "De deur is dicht: van hen komt niemand terug voordat je die opent.",
  make: "Nieuwe maken",
  keep: "Oude houden",
  away: "Er is geen verbinding. Het kan weer zodra die terug is.",
  made: (role: Role, by: string | null) =>
    by
      ? `${by} heeft nieuwe links ${WHAT[role]} gemaakt. De oude openen niets meer.`
      : `Er zijn nieuwe links ${WHAT[role]}. De oude openen niets meer.`,
};
