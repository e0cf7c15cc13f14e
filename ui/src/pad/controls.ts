/** Names for the controls inside blocks (tick boxes, fold buttons, the language of code), which BlockNote leaves nameless. */
import { t } from "../strings";

interface Spec {
  implementation: { render: (...args: never[]) => unknown };
}

/** Gives every control in a rendered block a name for screen readers. */
function nameIn(root: ParentNode): void {
  for (const box of root.querySelectorAll("input[type=checkbox]")) box.setAttribute("aria-label", t.pad.done);
  for (const button of root.querySelectorAll("button.bn-toggle-button")) button.setAttribute("aria-label", t.pad.fold);
  for (const select of root.querySelectorAll("select")) select.setAttribute("aria-label", t.pad.language);
}

/** The same block specs, whose rendering names its controls. */
export function nameControls<Specs extends Record<string, Spec>>(specs: Specs): Specs {
  const named = Object.entries(specs).map(([type, spec]) => {
    const { render } = spec.implementation;
    const wrapped = function (this: unknown, ...args: never[]) {
      const drawn = render.apply(this, args);
      const { dom } = (drawn ?? {}) as { dom?: unknown };
      if (dom instanceof DocumentFragment || dom instanceof Element) nameIn(dom);
      return drawn;
    };
    return [type, { ...spec, implementation: { ...spec.implementation, render: wrapped } }];
  });
  return Object.fromEntries(named) as Specs;
}
