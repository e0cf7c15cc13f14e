/** What a pad does not take of somebody's words: it is left out of the text, and stays with whoever typed it. */
import * as Y from "yjs";
import { itemOf, itemsOf } from "../binding/yjs";
import { itemsSince, type Rename } from "./rebase";

/** Words that stand in the pad no more, and the line that they were in. */
export interface Left {
  /** `null`: the text itself. */
  line: Y.ID | null;
  letters: string;
}

/** Of what was written since, what a pad does not have under its new names. What another line has, letter for letter, was only moved. */
export function leftOut(
  fragment: Y.XmlFragment,
  written: ReadonlyMap<number, number>,
  pad: Y.XmlFragment,
  renamed: Rename,
): Left[] {
  const shown = new Set(linesIn(pad));
  const left: Left[] = [];
  for (const { client, clock, letters, line } of itemsSince(fragment, written)) {
    const gone = [...letters.split("").keys()].filter(
      (at) => !stands(pad.doc as Y.Doc, renamed(Y.createID(client, clock + at))),
    );
    if (gone.length === 0 || shown.has(lettersOf(line))) continue;
    const id = itemOf(line)?.id;
    left.push({
      line: id ? renamed(id) : null,
      letters: gone.map((at) => letters[at]).join(""),
    });
  }
  return left;
}

function stands({ store }: Y.Doc, { client, clock }: Y.ID): boolean {
  if (Y.getState(store, client) <= clock) return false;
  const item: unknown = Y.getItem(store, Y.createID(client, clock));
  return item instanceof Y.Item && !item.deleted;
}

function lettersOf(line: Y.XmlText): string {
  let letters = "";
  for (const { deleted, content } of itemsOf(line))
    if (!deleted && content instanceof Y.ContentString) letters += content.str;
  return letters;
}

/**
 * Of what was written since, what this change of others has deleted: it stood in a line that they took out. Yjs forgets the
 * letters after that.
 */
export function takenOut(
  { deleteSet, doc: { store } }: Y.Transaction,
  written: ReadonlyMap<number, number>,
): Left[] {
  const gone: Left[] = [];
  for (const [client, from] of written) {
    for (const { clock, len } of deleteSet.clients.get(client) ?? []) {
      for (let at = Math.max(clock, from); at < clock + len;) {
        const item: Y.Item | Y.GC = Y.getItem(store, Y.createID(client, at));
        const end = Math.min(item.id.clock + item.length, clock + len);
        if (item instanceof Y.Item && item.content instanceof Y.ContentString)
          gone.push({
            line: itemOf(item.parent)?.id ?? null,
            letters: item.content.str.slice(at - item.id.clock, end - item.id.clock),
          });
        at = end;
      }
    }
  }
  return gone;
}

/** What of it stands nowhere else in the text: a line that is moved, broken or joined takes its letters along. */
export function missing(gone: readonly Left[], fragment: Y.XmlFragment): Left[] {
  const lines = linesIn(fragment);
  return gone.filter(({ letters }) => {
    const words = letters.trim();
    return words !== "" && !lines.some((line) => line.includes(words));
  });
}

const linesIn = (fragment: Y.XmlFragment): string[] =>
  [...fragment.createTreeWalker((node) => node instanceof Y.XmlText)].map((line) =>
    lettersOf(line as Y.XmlText),
  );

/** What is left out, under its new names, with what is left out now: a line for each line. */
export const joined = (before: readonly Left[], renamed: Rename, more: readonly Left[]): Left[] => [
  ...before.map(({ line, letters }) => ({ line: line && renamed(line), letters })),
  ...more,
];

export function wordsOf(left: readonly Left[]): string {
  const lines = new Map<string, string>();
  for (const { line, letters } of left) {
    const name = line ? `${line.client}-${line.clock}` : "";
    lines.set(name, (lines.get(name) ?? "") + letters);
  }
  return [...lines.values()].join("\n");
}
