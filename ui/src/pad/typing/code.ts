/** "``` " before words makes code of them: BlockNote's own rule, which is left to empty lines, takes the words away. */
import { createExtension } from "@blocknote/core";
import { InputRule, inputRules } from "@tiptap/pm/inputrules";
import type { EditorState } from "@tiptap/pm/state";
import { kindOf, placeAt } from "./places";

const rule = new InputRule(/^```(.*?)\s$/, (state: EditorState, [, language], start, end) => {
  const here = placeAt(state.selection.$head);
  const { codeBlock } = state.schema.nodes;
  if (!here || !codeBlock || kindOf(here) !== "words" || here.content.content.size === end - start)
    return null;
  const tr = state.tr.delete(start, end);
  return tr.setBlockType(start, start, codeBlock, { language: language?.trim() });
});

export const codeRules = inputRules({ rules: [rule] });

export const code = createExtension({
  key: "fadepad-code",
  runsBefore: ["default"],
  prosemirrorPlugins: [codeRules],
});
