/** What the tools over the keyboard do to the line under the caret, and which of them are lit there. */
import type { EditorView } from "@tiptap/pm/view";
import { between } from "./insets";
import { pickAndBring } from "./pictures/pick";
import { canLink, isLinked, linkTool, type LinkTool } from "./linkTool";

type Mark = "bold" | "italic" | "underline" | "strike" | "code";
type Kind = keyof typeof KINDS;
/** What is done at once; a link asks for an address first. */
export type Deed =
  Mark | Kind | "mark" | "indent" | "outdent" | "undo" | "picture" | "block" | "more";
export type Tool = Deed | "link";

export interface Tools {
  /**
   * The lit tools, "outdent" where the line can go no deeper, "words" while some are selected, and "linkable" where words can
   * become a link; as one list of words, so that two of them are compared easily.
   */
  lit: () => string;
  /** Tells when that may have changed. */
  watch: (changed: () => void) => () => void;
  use: (deed: Deed) => void;
  link: LinkTool;
  /** Scrolls until the caret's line stands between the bars. */
  reveal: () => void;
}

interface Line {
  id: string;
  type: string;
  content?: unknown;
}

type Styles = Partial<Record<Mark, boolean>> & { backgroundColor?: string };

type Titled =
  "paragraph" | "heading" | "heading_2" | "heading_3" | "quote" | "code_block" | "divider";
type TitledList = "toggle_list" | "numbered_list" | "bullet_list" | "check_list";
export type Titles = Record<Titled | TitledList, { title: string }>;

/** The editor, as far as the tools need it. */
export interface ToolEditor {
  /** What it calls its blocks. */
  dictionary: { slash_menu: Titles };
  getTextCursorPosition(): { block: Line };
  getSelection(): { blocks: Line[] } | undefined;
  updateBlock(block: { id: string }, update: { type?: string; props?: object }): unknown;
  getActiveStyles(): Styles;
  toggleStyles(styles: Styles): void;
  canNestBlock(): boolean;
  nestBlock(): void;
  canUnnestBlock(): boolean;
  unnestBlock(): void;
  undo(): unknown;
  focus(): void;
  prosemirrorView: EditorView;
  onChange(changed: () => void): (() => void) | undefined;
  onSelectionChange(changed: () => void): (() => void) | undefined;
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
  const { state } = editor.prosemirrorView;
  const kind = Object.entries(KINDS).find(([, made]) => made.type === type)?.[0];
  const { backgroundColor, ...marks } = editor.getActiveStyles();
  const out = !editor.canNestBlock() && editor.canUnnestBlock() && "outdent";
  const words = !state.selection.empty && "words";
  const link = [isLinked(state) && "link", canLink(state) && "linkable"];
  return [kind, ...Object.keys(marks), backgroundColor && "mark", out, words, ...link]
    .filter(Boolean)
    .join(" ");
}

const caret = ({ prosemirrorView: view }: ToolEditor) =>
  view.coordsAtPos(view.state.selection.head);

/** The chosen lines that hold words become of this kind, or paragraphs where all are; a table has no words of its own. */
function turn(editor: ToolEditor, kind: Kind): void {
  const chosen = (editor.getSelection()?.blocks ?? [editor.getTextCursorPosition().block]).filter(
    ({ content }) => Array.isArray(content),
  );
  const back = chosen.every(({ type }) => type === KINDS[kind].type);
  for (const line of chosen) editor.updateBlock(line, back ? { type: "paragraph" } : KINDS[kind]);
}

/** Where a keyboard leaves little of the page, the line goes up to make room for the menu. */
function makeRoom(editor: ToolEditor): void {
  const { top, bottom } = between();
  const line = caret(editor);
  if (bottom - line.bottom < MENU_PX && line.top - top < MENU_PX) scrollBy(0, line.top - top);
}

function reveal(editor: ToolEditor): void {
  const { top, bottom } = between();
  const line = caret(editor);
  if (line.bottom > bottom) scrollBy(0, line.bottom - bottom);
  else if (line.top < top) scrollBy(0, line.top - top);
}

function deedsOf(
  editor: ToolEditor,
  { openMenu, openBlockMenu }: Means,
): Record<Deed, () => unknown> {
  const style = (mark: Mark) => editor.toggleStyles({ [mark]: true });
  const deeper = () => (editor.canNestBlock() ? editor.nestBlock() : editor.unnestBlock());
  return {
    tick: () => turn(editor, "tick"),
    list: () => turn(editor, "list"),
    heading: () => turn(editor, "heading"),
    bold: () => style("bold"),
    italic: () => style("italic"),
    underline: () => style("underline"),
    strike: () => style("strike"),
    code: () => style("code"),
    mark: () => editor.toggleStyles({ backgroundColor: "yellow" }),
    indent: deeper,
    outdent: deeper,
    undo: () => editor.undo(),
    picture: () => pickAndBring("picture"),
    block: openBlockMenu,
    more: () => {
      makeRoom(editor);
      openMenu();
    },
  };
}

/** What BlockNote does beside the text. */
export interface Means {
  /** What is done next is a step of its own, which undo takes back alone. */
  newStep: () => void;
  /** The menu of all blocks. */
  openMenu: () => void;
  /** The menu of the caret's line. */
  openBlockMenu: () => void;
  showSelection: (shown: boolean) => void;
}

export function toolsOf(editor: ToolEditor, means: Means): Tools {
  const { newStep, showSelection } = means;
  const watching = new Set<() => void>();
  const deeds = deedsOf(editor, means);
  /** A step of its own: what is done within half a second is taken back at once else, with what was typed before. */
  const step = (act: () => unknown) => {
    newStep();
    act();
    for (const changed of watching) changed(); // bold for what is written next changes neither text nor selection
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
    use: (deed) => step(deeds[deed]),
    link: linkTool(editor, { step, showSelection }),
    reveal: () => reveal(editor),
  };
}
