/** What is found in an editor's text, kept up as it changes, and the ways from one match to another. */
import { TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { ToolEditor } from "../tools";
import { finderOf } from "./letters";
import { Matches } from "./matches";
import { replace } from "./replace";
import { reveal } from "./reveal";
import { found } from "./shown";

/** The editor, as far as it is searched. */
export type FoundIn = Pick<ToolEditor, "prosemirrorView" | "onChange">;

const matchesIn = (view: EditorView): Matches | null =>
  found.getState(view.state) as Matches | null;

const watching = new Set<() => void>();

/** Tells when somebody has looked for something or gone to another match, until the returned function is called. */
export function watchFound(told: () => void): () => void {
  watching.add(told);
  return () => void watching.delete(told);
}

function show(view: EditorView, matches: Matches | null): void {
  view.dispatch(view.state.tr.setMeta(found, matches));
  for (const told of watching) told();
}

function goTo(view: EditorView, matches: Matches): void {
  show(view, matches);
  const { here } = matches;
  if (here) reveal(view, here.from);
}

/** Marks the match that one stands on as the reader's own selection, in a text in which nobody writes, too. */
function select(view: EditorView, mayFocus: boolean): void {
  const { here } = matchesIn(view) ?? {};
  if (here)
    view.dispatch(
      view.state.tr.setSelection(TextSelection.create(view.state.doc, here.from, here.to)),
    );
  if (view.editable) return mayFocus ? view.focus() : undefined;
  if (!here) return;
  const [start, end] = [view.domAtPos(here.from, 1), view.domAtPos(here.to, -1)];
  getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
}

/** Each by the hand of a person; `newStep` keeps what is replaced apart from all else that undo takes back. */
function deedsIn(view: EditorView, newStep: () => void) {
  const step = (act: (tr: Transaction) => Transaction) => {
    newStep();
    view.dispatch(act(view.state.tr));
    newStep();
  };
  return {
    /** Looks for these words from a place on. */
    find: (words: string, from: number) =>
      goTo(view, Matches.in(view.state.doc, finderOf(words), from)),
    step: (by: number) => {
      const matches = matchesIn(view);
      if (matches) goTo(view, matches.step(view.state.doc, by));
    },
    /** One stands on the next one then. */
    replaceOne: (words: string) => {
      const { here } = matchesIn(view) ?? {};
      if (!here) return;
      step((tr) => replace(tr, [here], words));
      // the new words may hold the old ones: they are not looked at again
      const end = view.state.tr.doc.content.size;
      const matches = matchesIn(view)?.standingAt(
        view.state.doc,
        Math.min(here.from + words.length, end),
      );
      if (matches) goTo(view, matches);
    },
    /** How many there were. */
    replaceAll: (words: string): number => {
      const all = matchesIn(view)?.all ?? [];
      if (all.length > 0) step((tr) => replace(tr, all, words));
      return all.length;
    },
    select: (mayFocus: boolean) => select(view, mayFocus),
  };
}

export type Deeds = ReturnType<typeof deedsIn>;

/** `null`: nothing is looked for yet. What was found is shown no more once this is gone. */
export function useMatches(
  editor: FoundIn,
  newStep: () => void,
): { matches: Matches | null; deeds: Deeds } {
  const view = editor.prosemirrorView;
  const [subscribe, now] = useMemo(
    () => [
      (told: () => void) => {
        const stops = [watchFound(told), editor.onChange(told)];
        return () => stops.forEach((stop) => stop?.());
      },
      () => matchesIn(view),
    ],
    [editor, view],
  );
  const matches = useSyncExternalStore(subscribe, now);
  useEffect(
    () => () => {
      if (!view.isDestroyed) show(view, null);
    },
    [view],
  );
  const deeds = useMemo(() => deedsIn(view, newStep), [view, newStep]);
  return { matches, deeds };
}
