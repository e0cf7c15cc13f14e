/** "``` " before words makes code of them: BlockNote's own rule, which is left to empty lines, takes the words away. */
import { createExtension } from "@blocknote/core";
import { InputRule, inputRules } from "@tiptap/pm/inputrules";
import { Plugin, type EditorState } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { OBJECT } from "../../binding/shown";
import { kindOf, placeAt } from "./places";

/** Words behind what stands from `start` to `end` become code; `null` where there are none. */
function codeOf(state: EditorState, language: string, start: number, end: number) {
  const here = placeAt(state.selection.$head);
  const { codeBlock } = state.schema.nodes;
  if (!here || !codeBlock || kindOf(here) !== "words" || here.content.content.size === end - start)
    return null;
  return state.tr.delete(start, end).setBlockType(start, start, codeBlock, { language });
}

const rule = new InputRule(/^```(.*?)\s$/, (state: EditorState, [, language], start, end) =>
  codeOf(state, language?.trim() ?? "", start, end),
);

export const codeRules = inputRules({ rules: [rule] });

/** Enter is the rule's other last letter, which no rule of ProseMirror hears of. */
function handleKeyDown(view: EditorView, event: KeyboardEvent): boolean {
  const { selection } = view.state;
  if (event.key !== "Enter" || event.shiftKey || !selection.empty || view.composing) return false;
  const { $head } = selection;
  const before = $head.parent.textBetween(0, $head.parentOffset, undefined, OBJECT);
  const [, language] = /^```(\S*)$/.exec(before) ?? [];
  if (language === undefined || !view.editable) return false;
  const tr = codeOf(view.state, language, $head.start(), $head.pos);
  if (tr) view.dispatch(tr.scrollIntoView());
  return tr !== null;
}

export const code = createExtension({
  key: "fadepad-code",
  runsBefore: ["default"],
  prosemirrorPlugins: [new Plugin({ props: { handleKeyDown } }), codeRules],
});
