/**
 * Backspace behind a shortcut ("# ", "- ") gives back what was typed. BlockNote's own shortcuts type their last letter before they
 * act, and Tiptap's command, which expects the contrary, would write it once more.
 */
import { createExtension } from "@blocknote/core";
import { Plugin, type EditorState } from "@tiptap/pm/state";
import type { Transform } from "@tiptap/pm/transform";
import type { EditorView } from "@tiptap/pm/view";
import { codeRules } from "./code";
import { dividerRules } from "./divider";

/** Shortcuts that act before their last letter is typed: ours, and Tiptap's (`**bold**`), which listen to keys. */
const actsFirst = (plugin: Plugin): boolean =>
  plugin === codeRules || plugin === dividerRules || plugin.spec.props?.handleKeyDown !== undefined;

/** What a shortcut that types first has just done. */
function justDone(state: EditorState): Transform | null {
  return state.plugins
    .filter((plugin) => "isInputRules" in plugin.spec && !actsFirst(plugin))
    .map((plugin) => (plugin.getState(state) as { transform: Transform } | null)?.transform ?? null)
    .reduce((found, each) => found ?? each, null);
}

function handleKeyDown(
  view: EditorView,
  { key, ctrlKey, altKey, metaKey }: KeyboardEvent,
): boolean {
  if (key !== "Backspace" || ctrlKey || altKey || metaKey || !view.editable) return false;
  const done = justDone(view.state);
  if (!done) return false;
  const { tr } = view.state;
  for (let i = done.steps.length - 1; i >= 0; i--) {
    const [step, doc] = [done.steps[i], done.docs[i]];
    if (step && doc) tr.step(step.invert(doc));
  }
  view.dispatch(tr.scrollIntoView());
  return true;
}

export const takeBack = createExtension({
  key: "fadepad-take-back",
  runsBefore: ["default"],
  prosemirrorPlugins: [new Plugin({ props: { handleKeyDown } })],
});
