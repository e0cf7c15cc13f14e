/** Leaves out the styles of Mantine components that BlockNote never renders: they are most of its CSS. */
import type { Plugin, Root } from "postcss";

/** What `@blocknote/mantine` imports from `@mantine/core`, and what those components are made of. */
const USED = new Set([
  "ActionIcon", "Badge", "Button", "Card", "CloseButton", "Divider", "Flex", "Group", "Input", "Loader",
  "LoadingOverlay", "Menu", "Overlay", "Paper", "Popover", "ScrollArea", "Stack", "Tabs", "Text", "Tooltip",
  "UnstyledButton", "VisuallyHidden",
]);

/** The PostCSS step; it runs after `@import`s are inlined and looks at the file each rule came from. */
export const onlyUsedMantine = (): Plugin => ({
  postcssPlugin: "only-used-mantine",
  OnceExit(root: Root) {
    root.each((node) => {
      const from = node.source?.input.file?.match(/@mantine[\\/]core[\\/]styles[\\/](\w+)\.css$/);
      if (from?.[1] && !USED.has(from[1])) node.remove();
    });
  },
});
