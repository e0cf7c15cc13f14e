/** Stars and strokes that only look like marks: in "2 * 3 * 4" nothing is slanted, and no star goes away. */
import { createExtension } from "@blocknote/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { OBJECT } from "../../binding/shown";

/** What would become a mark now, between two equal signs. */
const MARKED = /(?:^|\s)(\*\*|__|~~|\*|_)((?:(?!\1).)+)\1$/;

/** As in Markdown, a mark touches its words on both sides. */
function handleTextInput(view: EditorView, from: number, to: number, text: string): boolean {
  const $from = view.state.doc.resolve(from);
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, OBJECT) + text;
  const words = MARKED.exec(before)?.[2];
  if (words === undefined || words === words.trim()) return false;
  view.dispatch(view.state.tr.insertText(text, from, to).scrollIntoView());
  return true;
}

export const stars = createExtension({
  key: "fadepad-stars",
  runsBefore: ["default"],
  prosemirrorPlugins: [new Plugin({ props: { handleTextInput } })],
});
