/** Escape and then Tab leaves the text, which keeps Tab for itself otherwise. Escape alone leaves it not: whoever goes on typing loses nothing. */
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
  return { key: "fadepad-leaving", runsBefore: ["default"], prosemirrorPlugins: [new Plugin({ props: { handleDOMEvents: { keydown } } })] };
});
