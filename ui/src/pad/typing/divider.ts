/** Dividers: `---` and the slash menu draw one, and what is typed next stands in a line below it. */
import { createExtension } from "@blocknote/core";
import { InputRule, inputRules } from "@tiptap/pm/inputrules";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { isBlank, kindOf, lineAfter, placeAt } from "./places";

/** BlockNote's own rule leaves the caret in the divider, where everything that is typed vanishes. */
export const REPLACED = "divider-block-shortcuts";

/** Draws a divider in place of the empty line that `tr` has its caret in, else below that line. */
export function putDivider(tr: Transaction): Transaction {
  const here = placeAt(tr.selection.$head);
  const { blockContainer, divider } = tr.doc.type.schema.nodes;
  if (!here || !blockContainer || !divider) return tr;
  if (isBlank(here)) {
    tr.replaceWith(here.pos + 1, here.pos + 1 + here.content.nodeSize, divider.create());
  } else {
    lineAfter(tr, here);
    const line = placeAt(tr.selection.$head);
    if (line) tr.replaceWith(line.pos + 1, line.pos + 1 + line.content.nodeSize, divider.create());
  }
  const drawn = placeAt(
    tr.doc.resolve(isBlank(here) ? here.pos : here.pos + here.container.nodeSize),
  );
  return drawn ? lineAfter(tr, drawn) : tr;
}

/** Three dashes that are all of a line. */
const rule = new InputRule(/^---$/, (state: EditorState, _match, start, end) => {
  const here = placeAt(state.selection.$head);
  if (
    !here ||
    kindOf(here) !== "words" ||
    here.container.childCount > 1 ||
    state.doc.resolve(end).parent !== here.content
  )
    return null;
  return putDivider(state.tr.delete(start, end));
});

export const dividerRules = inputRules({ rules: [rule] });

export const divider = createExtension({
  key: "fadepad-divider",
  prosemirrorPlugins: [dividerRules],
});
