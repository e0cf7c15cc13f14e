/** The outline of the text as it stands, a moment behind what is typed, and the section that one is in. */
import { useEffect, useMemo, useState } from "react";
import type { EditorView } from "@tiptap/pm/view";
import { found } from "../find/shown";
import { watchFound } from "../find/useMatches";
import { between } from "../insets";
import type { ToolEditor } from "../tools";
import { counter, type Length } from "./count";
import { lastOf, sectionsOf, type Section } from "./sections";

/** How long (ms) it may lag behind. */
const AFTER_MS = 150;
/** A heading in the upper share of what is seen of the text is the one that one reads below. */
const UPPER = 1 / 3;

export interface Outline {
  sections: readonly Section[];
  present: number;
  length: Length;
}

const boxAt = (view: EditorView, pos: number): DOMRect | null => {
  const dom = view.nodeDOM(pos);
  return dom instanceof Element ? dom.getBoundingClientRect() : null;
};

/** The section of the match that one stands on, else of the caret, while that is in sight; else the one that is read. */
function presentIn(view: EditorView, sections: readonly Section[]): number {
  const { top, bottom } = between();
  const at = found.getState(view.state)?.here?.from ?? view.state.selection.head;
  const place = view.coordsAtPos(at);
  if (place.bottom > top && place.top < bottom) return lastOf(sections, ({ pos }) => pos <= at);
  const line = top + (bottom - top) * UPPER;
  return lastOf(sections, ({ pos }) => (boxAt(view, pos)?.top ?? Infinity) <= line);
}

/** `null` until it is read. */
export function useOutline(editor: ToolEditor | null): Outline | null {
  const [outline, setOutline] = useState<Outline | null>(null);
  const count = useMemo(() => counter(), []);
  useEffect(() => {
    if (!editor) return;
    let due: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      due = undefined;
      const view = editor.prosemirrorView;
      const { doc } = view.state;
      const sections = sectionsOf(doc);
      setOutline({ sections, present: presentIn(view, sections), length: count(doc) });
    };
    const soon = () => void (due ??= setTimeout(read, AFTER_MS));
    read();
    const stops = [editor.onChange(soon), editor.onSelectionChange(soon), watchFound(soon)];
    addEventListener("scroll", soon, { passive: true });
    return () => {
      clearTimeout(due);
      removeEventListener("scroll", soon);
      for (const stop of stops) stop?.();
    };
  }, [editor, count]);
  return outline;
}
