/** What the tools over the keyboard do to the line under the caret, and which of them are lit there. */
import { between } from "./bars";

export type Tool = "tick" | "list" | "heading" | "bold" | "indent" | "outdent" | "undo" | "more";

export interface Tools {
  /** The lit tools, and "outdent" where the line can go no deeper; as one word list, so that two of them are compared easily. */
  lit: () => string;
  /** Tells when that may have changed. */
  watch: (changed: () => void) => () => void;
  use: (tool: Tool) => void;
  /** Scrolls until the caret's line stands between the bars. */
  reveal: () => void;
}

interface Line {
  type: string;
  content?: unknown;
}

/** The editor, as far as the tools need it. */
export interface ToolEditor {
  getTextCursorPosition: () => { block: Line };
  getSelection: () => { blocks: Line[] } | undefined;
  updateBlock: (block: never, update: never) => unknown;
  getActiveStyles: () => object;
  toggleStyles: (styles: never) => void;
  canNestBlock: () => boolean;
  nestBlock: () => void;
  canUnnestBlock: () => boolean;
  unnestBlock: () => void;
  undo: () => unknown;
  prosemirrorView: { coordsAtPos: (at: number) => { top: number; bottom: number }; state: { selection: { head: number } } };
  onChange: (changed: () => void) => (() => void) | undefined;
  onSelectionChange: (changed: () => void) => (() => void) | undefined;
}

const KINDS = {
  tick: { type: "checkListItem" },
  list: { type: "bulletListItem" },
  heading: { type: "heading", props: { level: 2 } },
} as const;

/** Less room than this (px) under a line is none for a menu. */
const MENU_PX = 160;

/** `openMenu` shows the menu of all blocks. */
export function toolsOf(editor: ToolEditor, openMenu: () => void): Tools {
  /** The chosen lines that hold words; a table has none of its own. */
  const lines = () => (editor.getSelection()?.blocks ?? [editor.getTextCursorPosition().block]).filter(({ content }) => Array.isArray(content));

  const turn = (kind: keyof typeof KINDS) => {
    const chosen = lines();
    const back = chosen.every(({ type }) => type === KINDS[kind].type);
    for (const line of chosen) editor.updateBlock(line as never, (back ? { type: "paragraph" } : KINDS[kind]) as never);
  };

  const caret = () => editor.prosemirrorView.coordsAtPos(editor.prosemirrorView.state.selection.head);

  /** Where a keyboard leaves little of the page, the line goes up to make room for the menu. */
  const more = () => {
    const { top, bottom } = between();
    const line = caret();
    if (bottom - line.bottom < MENU_PX && line.top - top < MENU_PX) scrollBy(0, line.top - top);
    openMenu();
  };

  const watching = new Set<() => void>();
  const deeper = () => (editor.canNestBlock() ? editor.nestBlock() : editor.unnestBlock());
  const ways: Record<Tool, () => unknown> = {
    tick: () => turn("tick"),
    list: () => turn("list"),
    heading: () => turn("heading"),
    bold: () => editor.toggleStyles({ bold: true } as never),
    indent: deeper,
    outdent: deeper,
    undo: () => editor.undo(),
    more,
  };

  return {
    lit: () => {
      const { type } = editor.getTextCursorPosition().block;
      const kind = Object.entries(KINDS).find(([, made]) => made.type === type)?.[0];
      const out = !editor.canNestBlock() && editor.canUnnestBlock();
      return [kind, "bold" in editor.getActiveStyles() && "bold", out && "outdent"].filter(Boolean).join(" ");
    },
    watch: (changed) => {
      const stops = [editor.onChange(changed), editor.onSelectionChange(changed)];
      watching.add(changed);
      return () => {
        for (const stop of stops) stop?.();
        watching.delete(changed);
      };
    },
    use: (tool) => {
      ways[tool]();
      for (const changed of watching) changed(); // bold for what is written next changes neither text nor selection
    },
    reveal: () => {
      const { top, bottom } = between();
      const line = caret();
      if (line.bottom > bottom) scrollBy(0, line.bottom - bottom);
      else if (line.top < top) scrollBy(0, line.top - top);
    },
  };
}
