/** Other words in the place of what is found. Each place is a step of its own: what others write between them stays theirs. */
import type { Transaction } from "@tiptap/pm/state";
import type { Match } from "./matches";

/** As large, bold or linked as the first letter that was there. */
export function replace(tr: Transaction, places: readonly Match[], words: string): Transaction {
  // from the end on, so that the others still stand where they were found
  for (let i = places.length - 1; i >= 0; i--) {
    const { from, to } = places[i] as Match;
    const marks = tr.doc.resolve(from).nodeAfter?.marks;
    if (words === "") tr.delete(from, to);
    else tr.replaceWith(from, to, tr.doc.type.schema.text(words, marks));
  }
  return tr;
}
