/** A dotted line under the words that don't go through, drawn by the browser: the text stays as it is. */
import type { EditorView } from "@tiptap/pm/view";
import { useEffect } from "react";
import * as Y from "yjs";
import { relativePositionToAbsolutePosition, ySyncPluginKey } from "../binding";
import { itemsSince } from "./rebase";
import type { PadSession } from "./session";

const NAME = "held";

/** Of the editor, what draws the text and tells of its changes. */
interface Drawn {
  prosemirrorView: EditorView;
  onChange: (changed: () => void) => (() => void) | undefined;
}

/** Where these words stand now. */
function rangesOf(editor: Drawn, { doc, fragment, written }: PadSession): Range[] {
  const view = editor.prosemirrorView;
  const { binding } = ySyncPluginKey.getState(view.state) ?? {};
  if (!binding) return [];
  return [...itemsSince(fragment, written)].flatMap(({ client, clock, letters }) => {
    const place = new Y.RelativePosition(null, null, Y.createID(client, clock), 0);
    const at = relativePositionToAbsolutePosition(doc, fragment, place, binding.mapping as never);
    if (at === null || at + letters.length > view.state.doc.content.size) return [];
    const [start, end] = [view.domAtPos(at, 1), view.domAtPos(at + letters.length, -1)];
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return [range];
  });
}

export function useUnderline(editor: Drawn, session: PadSession): void {
  useEffect(() => {
    if (!("highlights" in CSS)) return; // an older browser: the line above the text says it
    let frame = 0;
    const draw = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (session.view().held)
          CSS.highlights.set(NAME, new Highlight(...rangesOf(editor, session)));
        else CSS.highlights.delete(NAME);
      });
    };
    const ends = [session.subscribe(draw), editor.onChange(draw)];
    return () => {
      cancelAnimationFrame(frame);
      CSS.highlights.delete(NAME);
      for (const end of ends) end?.();
    };
  }, [editor, session]);
}
