/** Whom this host has shown out of the pad, so that they can be let in again, also after the page was loaded anew. */
import { createContext, useEffect, useState } from "react";
import type { Person } from "../people/presence";

type Shown = Pick<Person, "id" | "name">;

export interface Out extends Shown {
  /** They have been seen to be out: if they are here after that, somebody has let them in. */
  gone?: boolean;
}

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

/** `people`: who is here now. Who is back has been let in again, and is out no more when they leave. */
export function outNow(out: readonly Out[], people: readonly Pick<Person, "id">[]): readonly Out[] {
  const here = new Set(people.map(({ id }) => id));
  const isOld = ({ id, gone = false }: Out) => here.has(id) === gone;
  if (!out.some(isOld)) return out;
  return out
    .filter(({ id, gone }) => !(gone && here.has(id)))
    .map((one) => (here.has(one.id) ? one : { ...one, gone: true }));
}

/** One more is out, before the others. */
export const withShown = (out: readonly Out[], { id, name }: Shown): readonly Out[] =>
  [{ id, name }, ...out.filter((other) => other.id !== id)].slice(0, MOST);

export interface ShownOut {
  /** The last first. */
  out: readonly Out[];
  letIn: (id: string) => void;
}

/** Stands as long as the pad does: people come and go also while no list is open. `shown`: who was shown out last, by the server's word. */
export function useShownOut(
  epoch: string,
  people: readonly Person[],
  shown: Shown | null,
): ShownOut {
  const [before, setOut] = useState(() => kept(epoch));
  const [heard, setHeard] = useState(shown);
  if (shown !== heard) setHeard(shown);
  const out = outNow(shown && shown !== heard ? withShown(before, shown) : before, people);
  if (out !== before) setOut(out);
  useEffect(() => keep(epoch, out), [epoch, out]);
  return {
    out: out.filter(({ gone }) => gone),
    letIn: (id) => setOut(out.filter((other) => other.id !== id)),
  };
}

export const ShownOutContext = createContext<ShownOut>({ out: [], letIn: () => {} });
