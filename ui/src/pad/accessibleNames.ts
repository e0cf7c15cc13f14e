/**
 * What BlockNote leaves unsaid for screen readers: names for the controls inside blocks, headings without words, files
 * without an address.
 */
import type { Node } from "@tiptap/pm/model";
import { t } from "../strings";
import { tellCallout } from "./callouts";
import { tellHeading, type Drawn } from "./headings";
import { isTicked } from "./typing/tickBoxes";

interface Spec {
  implementation: { render: (...args: never[]) => unknown };
}

/** What a block is drawn with: its node, unless it is drawn for a copy. */
interface Drawing {
  props?: { node: Node };
}

const isDrawn = (drawn: unknown): drawn is Drawn => {
  const { dom } = (drawn ?? {}) as { dom?: unknown };
  return dom instanceof DocumentFragment || dom instanceof Element;
};

/** Gives every control in a rendered block a name for screen readers; boxes that can be ticked say so. */
function nameIn(root: ParentNode, editor: object | undefined): void {
  for (const box of root.querySelectorAll<HTMLInputElement>("input[type=checkbox]")) {
    box.setAttribute("aria-label", t.pad.done);
    if (editor && isTicked(editor)) box.disabled = false;
  }
  for (const button of root.querySelectorAll("button.bn-toggle-button"))
    button.setAttribute("aria-label", t.pad.fold);
  for (const select of root.querySelectorAll("select"))
    select.setAttribute("aria-label", t.pad.language);
}

/** Who only reads can add no file: a line says what stands there. Which of the two is shown is in `editor.css`. */
function tellMissing(root: ParentNode, type: string): void {
  const line = document.createElement("p");
  line.className = "file-missing";
  line.textContent = t.pad.missing[type as keyof typeof t.pad.missing] ?? t.pad.missing.file;
  root.querySelector(".bn-add-file-button")?.append(line);
}

/** The same block specs, whose rendering says these things. */
export function nameControls<Specs extends Record<string, Spec>>(specs: Specs): Specs {
  const named = Object.entries(specs).map(([type, spec]) => {
    const { render } = spec.implementation;
    const wrapped = function (this: Drawing | undefined, ...args: never[]) {
      const drawn = render.apply(this, args);
      if (!isDrawn(drawn)) return drawn;
      nameIn(drawn.dom, args[1]);
      tellMissing(drawn.dom, type);
      const node = this?.props?.node;
      if (type === "heading" && node) tellHeading(drawn, node);
      if (type === "quote" && node) tellCallout(drawn.dom, node);
      return drawn;
    };
    return [type, { ...spec, implementation: { ...spec.implementation, render: wrapped } }];
  });
  return Object.fromEntries(named) as Specs;
}
