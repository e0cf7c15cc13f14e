/** The link of the selected words, or of those around the caret: which it is, another address for it, none. */
import { getMarkRange } from "@tiptap/core";
import type { Mark } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

export interface LinkTool {
  /** The address of the link there, or of the first one among the selected words; "" where there is none. */
  href: () => string;
  /** Without an address the words stay, and are none any more. The caret has the focus again. */
  set: (href: string | null) => void;
  /** Back to the caret, and all is as it was. */
  leave: () => void;
  /** Shows what is selected although the focus is elsewhere, until it is given back. */
  hold: () => () => void;
}

interface Span {
  from: number;
  to: number;
}

/** The whole link that the selection lies in; at a caret the one that it touches. */
function around({ selection, schema }: EditorState): Span | null {
  const { from, to, empty, $from } = selection;
  const link = schema.marks.link && getMarkRange($from, schema.marks.link);
  return link && to <= link.to && (empty || from < link.to) ? link : null;
}

/** The whole link, or the words that are selected, which are in several places where cells are. */
function spansOf(state: EditorState): Span[] {
  const link = around(state);
  return link
    ? [link]
    : state.selection.ranges.map(({ $from, $to }) => ({ from: $from.pos, to: $to.pos }));
}

/** The first link there. */
function linkIn(state: EditorState): Mark | undefined {
  let found: Mark | undefined;
  for (const { from, to } of spansOf(state))
    state.doc.nodesBetween(from, to, ({ marks }) => {
      found ??= marks.find(({ type }) => type === state.schema.marks.link);
    });
  return found;
}

export const isLinked = (state: EditorState): boolean => linkIn(state) !== undefined;

/** Code has no links. */
export function canLink(state: EditorState): boolean {
  const { link } = state.schema.marks;
  const { parent } = state.selection.$from;
  return link !== undefined && (!parent.isTextblock || parent.type.allowsMarkType(link));
}

function relink(state: EditorState, href: string | null): Transaction {
  const { tr, schema } = state;
  const { link } = schema.marks;
  for (const { from, to } of link ? spansOf(state) : []) {
    tr.removeMark(from, to, link);
    if (link && href) tr.addMark(from, to, link.create({ href }));
  }
  // the editor makes links of addresses by itself, and would at once make one again of what is to be none
  return tr.setMeta("preventAutolink", true);
}

/** The editor, as far as a link needs it. */
interface LinkEditor {
  prosemirrorView: EditorView;
  focus(): void;
}

interface Means {
  step: (act: () => void) => void;
  showSelection: (shown: boolean) => void;
}

export const linkTool = (editor: LinkEditor, { step, showSelection }: Means): LinkTool => ({
  href: () => String(linkIn(editor.prosemirrorView.state)?.attrs.href ?? ""),
  set: (href) => {
    const { prosemirrorView: view } = editor;
    step(() => view.dispatch(relink(view.state, href)));
    editor.focus();
  },
  leave: () => editor.focus(),
  hold: () => {
    showSelection(true);
    return () => showSelection(false);
  },
});
