/** The styles of letters: BlockNote's own, and one beside them that carries what is not known. */
import { createStyleSpec, defaultStyleSpecs } from "@blocknote/core";

/** It is not seen. The binding finds it by its name. */
const unknown = createStyleSpec(
  { type: "unknown", propSchema: "string" },
  {
    render: () => {
      const dom = document.createElement("span");
      return { dom, contentDOM: dom };
    },
  },
);

const { code } = defaultStyleSpecs;
/** Code takes no other style, but what is not known of its letters stays theirs. */
const mark = code.implementation.mark.extend({
  excludes: [...Object.keys(defaultStyleSpecs), "link"].join(" "),
});

export const styles = {
  ...defaultStyleSpecs,
  code: { ...code, implementation: { ...code.implementation, mark } },
  unknown,
} as typeof defaultStyleSpecs;
