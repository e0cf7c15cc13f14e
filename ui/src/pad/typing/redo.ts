/**
 * The key of redo, also where there is nothing to make again: ProseMirror would then look for the key without Shift, which is
 * that of undo.
 */
import { createExtension } from "@blocknote/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { redoCommand } from "../../binding";

/** Caps lock turns the letter that comes with Shift. */
const isRedo = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === "z" && shiftKey && ctrlKey !== metaKey && !altKey;

function handleKeyDown(view: EditorView, event: KeyboardEvent): boolean {
  if (!isRedo(event) || !view.editable) return false;
  redoCommand(view.state, view.dispatch);
  return true;
}

export const redo = createExtension({
  key: "fadepad-redo",
  runsBefore: ["default"],
  prosemirrorPlugins: [new Plugin({ props: { handleKeyDown } })],
});
