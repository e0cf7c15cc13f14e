/** Where somebody's caret is, on whichever of their devices they were last at work. */
import type { EditorView } from "@tiptap/pm/view";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { ySyncPluginKey } from "../../binding/keys";
import { toAbsolute } from "../../binding/positions";
import { personAt } from "../../people/presence";

interface Cursor {
  head?: unknown;
}

/** Tells when this person's caret has moved, or they have written; until the returned function is called. */
export function onWork(awareness: Awareness, person: string, tell: (client: number) => void) {
  const isTheirs = (client: number) =>
    client !== awareness.clientID && personAt(awareness.getStates(), client) === person;
  const moved = ({ added, updated }: { added: number[]; updated: number[] }) =>
    [...added, ...updated].filter(isTheirs).forEach(tell);
  const wrote = ({ beforeState, afterState }: Y.Transaction) => {
    for (const [client, after] of afterState)
      if (after > (beforeState.get(client) ?? 0) && isTheirs(client)) tell(client);
  };
  awareness.on("change", moved);
  awareness.doc.on("afterTransaction", wrote);
  return () => {
    awareness.off("change", moved);
    awareness.doc.off("afterTransaction", wrote);
  };
}

/** The client of this person that has a caret, `last` before the others; `null` where none has. */
export function clientOf(awareness: Awareness, person: string, last: number): number | null {
  const states = awareness.getStates();
  const isThere = (client: number) =>
    client !== awareness.clientID &&
    personAt(states, client) === person &&
    (states.get(client)?.cursor as Cursor | undefined)?.head !== undefined;
  if (isThere(last)) return last;
  return [...states.keys()].find(isThere) ?? null;
}

/** The line of this client's caret, in the window; `null` where it has none, or the text is just being written. */
export function lineOf(view: EditorView, awareness: Awareness, client: number) {
  const { binding, doc } = ySyncPluginKey.getState(view.state) ?? {};
  const head = (awareness.getStates().get(client)?.cursor as Cursor | undefined)?.head;
  if (!binding || !doc || binding.mapping.root?.node !== view.state.doc || !head) return null;
  try {
    const at = toAbsolute(Y.createRelativePositionFromJSON(head), binding.mapping, doc);
    if (at === null) return null;
    const { top, bottom } = view.coordsAtPos(at);
    return { top, bottom };
  } catch {
    return null; // what people say of themselves may be anything
  }
}
