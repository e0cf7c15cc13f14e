/** What a host reads who makes new links; fetched only then. */
import type { Said } from "..";
import type { newLinks as english } from "../en/newLinks";

const WHAT = { edit: "do pisania", view: "do czytania", host: "do prowadzenia" } as const;
type Role = keyof typeof WHAT;

export const newLinks: Said<typeof english> = {
  open: "Nowe linki…",
  title: "Nowe linki",
  what: "Wydane dotąd przestaną działać.",
  which: "Które linki",
  of: { edit: "Do pisania", view: "Do czytania", host: "Do prowadzenia" },
  /** What becomes of whom. */
  whatOf: {
    edit:
      "Każda osoba, która weszła ze starym linkiem lub kodem, musi zeskanować go ponownie. Kod będzie inny, " +
      "tutaj i na ekranie.",
    view: "Każda osoba, która weszła ze starym linkiem do czytania, potrzebuje nowego. Kod zostaje.",
    host:
      "Każda osoba, która prowadzi ze starym linkiem, potrzebuje nowego, ale nie ty i nie osoby, " +
      "którym na tej liście pozwolono prowadzić. Nowy jest w adresie tej strony.",
  },
  /** The door is closed: nobody who is out comes back. */
  closed: "Drzwi są zamknięte: nikt nie wróci, dopóki ich nie otworzysz.",
  make: "Utwórz nowe",
  keep: "Zostaw stare",
  away: "Brak połączenia. Będzie można to zrobić, gdy wróci.",
  made: (role: Role, by: string | null) =>
    by
      ? `${by} tworzy nowe linki ${WHAT[role]}. Stare już nic nie otwierają.`
      : `Są nowe linki ${WHAT[role]}. Stare już nic nie otwierają.`,
};
