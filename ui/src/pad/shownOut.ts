/** Whom this host has shown out of the pad, so that they can be let in again, also after the page was loaded anew. */
import { useEffect, useState } from "react";
import type { Person } from "../people/presence";

export type Out = Pick<Person, "id" | "name">;

const KEY = "fadepad.out";
/** The last few; who was shown out before them comes back by knocking. */
const MOST = 5;

function kept(epoch: string): readonly Out[] {
  try {
    const { epoch: of, out = [] } = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    return of === epoch ? (out as Out[]) : [];
  } catch {
    return [];
  }
}

function keep(epoch: string, out: readonly Out[]): void {
  try {
    if (out.length > 0) sessionStorage.setItem(KEY, JSON.stringify({ epoch, out }));
    else sessionStorage.removeItem(KEY);
  } catch {
    // a browser that keeps nothing forgets them with the page
  }
}

/** `people`: who is here. Of them nobody is out. */
export function useShownOut(epoch: string, people: readonly Person[]) {
  const [out, setOut] = useState(() => kept(epoch));
  const [fresh, setFresh] = useState("");
  useEffect(() => keep(epoch, out), [epoch, out]);
  const without = (id: string) => out.filter((other) => other.id !== id);
  return {
    /** The last first. */
    out: out.filter(({ id }) => !people.some((person) => person.id === id)),
    /** Who has just been shown out. */
    fresh,
    show: ({ id, name }: Person) => {
      setFresh(id);
      setOut([{ id, name }, ...without(id)].slice(0, MOST));
    },
    letIn: (id: string) => setOut(without(id)),
  };
}
