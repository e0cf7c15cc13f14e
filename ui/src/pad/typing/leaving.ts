/**
 * Tab nests a line. To leave the text by keys, press Escape and then Tab. After Escape alone one still writes in it, so no
 * letter is lost.
 */
import { createExtension } from "@blocknote/core";
import { Plugin } from "@tiptap/pm/state";

/** BlockNote's own way: Escape takes the text the keys, and what is typed next goes nowhere. */
export const ESCAPE = "OverrideEscape";

const MODIFIERS = ["Shift", "Control", "Alt", "Meta"];

export const leaving = createExtension(() => {
  let isLeaving = false;
  const keydown = (_view: unknown, { key, code }: KeyboardEvent): boolean => {
    const leaves = isLeaving && (key === "Tab" || code === "Tab");
    if (!MODIFIERS.includes(key)) isLeaving = key === "Escape";
    return leaves; // the editor does not see it, and the browser goes on to what comes next
  };
  return {
    key: "fadepad-leaving",
    runsBefore: ["default"],
    prosemirrorPlugins: [new Plugin({ props: { handleDOMEvents: { keydown } } })],
  };
});
