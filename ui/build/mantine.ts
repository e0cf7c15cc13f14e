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
 * Blocks that are proposed to be added or deleted, which a pad has not. One of these selectors ends in `:has(…) > *`, and browsers
 * keep one list of what all `:has()` may touch: with it, each element that came or went anywhere had every element of a text styled anew.
 */
const PROPOSED = /\.bn-suggestion-node/;

function withoutProposals(rule: Rule): void {
  rule.selectors = rule.selectors.filter((selector) => !PROPOSED.test(selector));
  if (!rule.selector.trim()) rule.remove();
}

/** The PostCSS step; it runs after `@import`s are inlined and looks at the file each rule came from. */
export const onlyUsedMantine = (): Plugin => ({
  postcssPlugin: "only-used-mantine",
  OnceExit(root: Root, { result }) {
    root.walkRules(withoutProposals);
    const menus = MENUS.test(result.opts.from ?? "");
    root.each((node) => {
      const file = node.source?.input.file ?? "";
      const component = COMPONENT.exec(file)?.[1];
      if ((component && !USED.has(component)) || (menus && OF_THE_TEXT.test(file))) node.remove();
    });
  },
});
