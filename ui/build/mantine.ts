/**
 * Leaves out of `@blocknote/mantine`'s styles what the page has already, and Mantine components that BlockNote never
 * renders: they are most of its CSS.
 */
import type { Plugin, Root, Rule } from "postcss";

/** What `@blocknote/mantine` imports from `@mantine/core`, and what those components are made of. */
const USED = new Set([
  "ActionIcon",
  "Badge",
  "Button",
  "Card",
  "CloseButton",
  "Divider",
  "Flex",
  "Group",
  "Input",
  "Loader",
  "LoadingOverlay",
  "Menu",
  "Overlay",
  "Paper",
  "Popover",
  "ScrollArea",
  "Stack",
  "Tabs",
  "Text",
  "Tooltip",
  "UnstyledButton",
  "VisuallyHidden",
]);
/** They come with the menus. */
const MENUS = /@blocknote[\\/]mantine[\\/]/;
/** The text's own, which stand in the first load: again behind `editor.css` they would undo it. */
const OF_THE_TEXT = /@blocknote[\\/](core|react)[\\/]/;
const COMPONENT = /@mantine[\\/]core[\\/]styles[\\/](\w+)\.css$/;

/**
 * Rules for blocks that are proposed to be added or deleted, which a pad has not, and for the stroke beside nested ones, which
 * `editor.css` takes away. They reach from a `:has()` to every block, or to all that is in it, and browsers keep one list of what
 * `:has()` may touch: with them, each element that came or went anywhere had every element of a text styled anew.
 */
const UNUSED = /\.bn-suggestion-node|\.bn-block:not\(:has\(\.bn-toggle-wrapper\)\)/;

function withoutUnused(rule: Rule): void {
  rule.selectors = rule.selectors.filter((selector) => !UNUSED.test(selector));
  if (!rule.selector.trim()) rule.remove();
}

/** The PostCSS step; it runs after `@import`s are inlined and looks at the file each rule came from. */
export const onlyUsedMantine = (): Plugin => ({
  postcssPlugin: "only-used-mantine",
  OnceExit(root: Root, { result }) {
    root.walkRules(withoutUnused);
    const menus = MENUS.test(result.opts.from ?? "");
    root.each((node) => {
      const file = node.source?.input.file ?? "";
      const component = COMPONENT.exec(file)?.[1];
      if ((component && !USED.has(component)) || (menus && OF_THE_TEXT.test(file))) node.remove();
    });
  },
});
