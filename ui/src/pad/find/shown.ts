/**
 * What is found, as the editor's state keeps and draws it. The search itself comes later: a plugin that is added to an editor
 * makes all views of the others anew, so its place is there from the beginning.
 */
import { Plugin, type Transaction } from "@tiptap/pm/state";
import type { DecorationSet } from "@tiptap/pm/view";

export interface Found {
  /** The same after an edit. */
  apply(tr: Transaction): Found;
  readonly drawn: DecorationSet;
  /** The place that one stands on. */
  readonly here: { from: number; to: number } | undefined;
}

/** Set, or with `null` taken away, by the transaction's meta of this name. */
export const found: Plugin<Found | null> = new Plugin<Found | null>({
  state: {
    init: () => null,
    apply(tr, now) {
      const set = tr.getMeta(found) as Found | null | undefined;
      return set === undefined ? (now?.apply(tr) ?? null) : set;
    },
  },
  props: { decorations: (state) => found.getState(state)?.drawn },
});
