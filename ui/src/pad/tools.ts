/** What the tools over the keyboard do to the line under the caret, and which of them are lit there. */
import { yUndoPluginKey } from "y-prosemirror";
import { between } from "./bars";

type Mark = "bold" | "italic" | "underline" | "strike" | "code";
export type Tool = Mark | "tick" | "list" | "heading" | "mark" | "indent" | "outdent" | "undo" | "more";

export interface Tools {
  /**
   * The lit tools, "outdent" where the line can go no deeper, and "words" while some are selected; as one list of words,
   * so that two of them are compared easily.
   */
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
  getActiveStyles: () => { backgroundColor?: string };
  toggleStyles: (styles: never) => void;
  canNestBlock: () => boolean;
  nestBlock: () => void;
  canUnnestBlock: () => boolean;
  unnestBlock: () => void;
  undo: () => unknown;
  prosemirrorView: { coordsAtPos: (at: number) => { top: number; bottom: number }; state: { selection: { head: number; empty: boolean } } };
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

function litIn(editor: ToolEditor): string {
  const { type } = editor.getTextCursorPosition().block;
  const kind = Object.entries(KINDS).find(([, made]) => made.type === type)?.[0];
  const { backgroundColor, ...marks } = editor.getActiveStyles();
  const out = !editor.canNestBlock() && editor.canUnnestBlock() && "outdent";
  const words = !editor.prosemirrorView.state.selection.empty && "words";
  return [kind, ...Object.keys(marks), backgroundColor && "mark", out, words].filter(Boolean).join(" ");
}

/** `openMenu` shows the menu of all blocks. */
export function toolsOf(editor: ToolEditor, openMenu: () => void): Tools {
  /** The chosen lines that hold words; a table has none of its own. */
  const lines = () => (editor.getSelection()?.blocks ?? [editor.getTextCursorPosition().block]).filter(({ content }) => Array.isArray(content));

  const turn = (kind: keyof typeof KINDS) => {
    const chosen = lines();
    const back = chosen.every(({ type }) => type === KINDS[kind].type);
    for (const line of chosen) editor.updateBlock(line as never, (back ? { type: "paragraph" } : KINDS[kind]) as never);
  };

  const style = (mark: Mark) => editor.toggleStyles({ [mark]: true } as never);
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
    bold: () => style("bold"),
    italic: () => style("italic"),
    underline: () => style("underline"),
    strike: () => style("strike"),
    code: () => style("code"),
    mark: () => editor.toggleStyles({ backgroundColor: "yellow" } as never),
    indent: deeper,
    outdent: deeper,
    undo: () => editor.undo(),
    more,
  };

  return {
    lit: () => litIn(editor),
    watch: (changed) => {
      const stops = [editor.onChange(changed), editor.onSelectionChange(changed)];
      watching.add(changed);
      return () => {
        for (const stop of stops) stop?.();
        watching.delete(changed);
      };
    },
    use: (tool) => {
      // a step of its own: what is done within half a second is taken back at once else, with what was typed before
      yUndoPluginKey.getState(editor.prosemirrorView.state as never)?.undoManager.stopCapturing();
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
