/** Ctrl+Backspace at the start of a line, Ctrl+Delete at its end: there is no word to take, so they join the lines, as without Ctrl. */
import { createExtension } from "@blocknote/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

/** A word on one system, a line on another. */
const takesMore = ({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  ctrlKey || altKey || metaKey;

function handleKeyDown(view: EditorView, event: KeyboardEvent): boolean {
  const { key } = event;
  const { $head, empty } = view.state.selection;
  const end = key === "Backspace" ? 0 : key === "Delete" ? $head.parent.content.size : null;
  if (
    end === null ||
    !takesMore(event) ||
    !view.editable ||
    !empty ||
    !$head.parent.isTextblock ||
    $head.parentOffset !== end
  )
    return false;
  const alone = new KeyboardEvent("keydown", { key, code: key, cancelable: true });
  return view.someProp("handleKeyDown", (handle) => handle(view, alone)) ?? false;
}

export const joining = createExtension({
  key: "fadepad-joining",
  runsBefore: ["default"],
  prosemirrorPlugins: [new Plugin({ props: { handleKeyDown } })],
});
