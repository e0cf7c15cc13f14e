/**
 * Ctrl+A, and all of it deleted. A browser marks nothing before a tick box or a divider, and leaves the cell of a table that comes first,
 * or never leaves it; and ProseMirror leaves the first block as what it was, without words.
 */
import { createExtension } from "@blocknote/core";
import { Fragment, Slice, type Node, type ResolvedPos } from "@tiptap/pm/model";
import {
  AllSelection,
  Plugin,
  Selection,
  SelectionRange,
  TextSelection,
  type EditorState,
  type Transaction,
} from "@tiptap/pm/state";
import { ySyncPluginKey } from "../../binding";
import { kindOf, placeAt, type Place } from "./places";

const isSelectAll = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === "a" && ctrlKey !== metaKey && !shiftKey && !altKey;

const holdsWords = (place: Place | null): boolean => place !== null && kindOf(place) === "words";

/**
 * The whole document, with its ends in the first and the last block: BlockNote looks for a block there, also at the ends of the range,
 * and warns of one that is none. What replaces it replaces the whole all the same.
 */
class Everything extends AllSelection {
  constructor(doc: Node) {
    super(doc);
    const range = new SelectionRange(doc.resolve(1), doc.resolve(doc.content.size - 2));
    Object.assign(this, {
      $anchor: Selection.atStart(doc).$from,
      $head: Selection.atEnd(doc).$to,
      ranges: [range],
    });
  }

  override replace(tr: Transaction, content?: Slice): void {
    new AllSelection(tr.doc).replace(tr, content);
  }

  override replaceWith(tr: Transaction, node: Node): void {
    new AllSelection(tr.doc).replaceWith(tr, node);
  }

  /** The blocks alone: with the group around them, they would be pasted below the line in which they are to stand. */
  override content(): Slice {
    return new Slice(this.$anchor.doc.firstChild?.content ?? Fragment.empty, 0, 0);
  }

  override map(doc: Node): AllSelection {
    return new Everything(doc);
  }

  override getBookmark() {
    const bookmark = { map: () => bookmark, resolve: (doc: Node) => new Everything(doc) };
    return bookmark;
  }
}

/** The words of a cell or of code; `null` where they are selected already, or none are there. */
function allInside({ doc, selection }: EditorState): Selection | null {
  const { $from, $to } = selection;
  const isTaken = $from.pos <= $from.start() && $to.pos >= $from.end();
  return selection instanceof TextSelection && $from.sameParent($to) && !isTaken
    ? TextSelection.create(doc, $from.start(), $from.end())
    : null;
}

/**
 * All of the text: its words, or the whole document where it begins or ends with what holds no caret of its own. Where that is one
 * table or code alone, what stands in the cell or the code comes first.
 */
function allOf(state: EditorState): Selection | null {
  const { doc } = state;
  const group = doc.firstChild;
  if (!group?.lastChild) return null;
  const ends = [
    placeAt(doc.resolve(1)),
    placeAt(doc.resolve(1 + group.content.size - group.lastChild.nodeSize)),
  ];
  if (ends.every(holdsWords))
    return TextSelection.between(Selection.atStart(doc).$from, Selection.atEnd(doc).$to);
  return (group.childCount === 1 ? allInside(state) : null) ?? new Everything(doc);
}

const holdsAll = (doc: Node, from: number, to: number): boolean =>
  from <= Selection.atStart(doc).from && to >= Selection.atEnd(doc).to;

/** A browser marks no more than from the first to the last caret, and says so when it is asked: that is still all of it. */
function stillAll(
  { doc, selection }: EditorState,
  $anchor: ResolvedPos,
  $head: ResolvedPos,
): Selection | null {
  const isAll = holdsAll(doc, $anchor.min($head).pos, $anchor.max($head).pos);
  return selection instanceof AllSelection && isAll ? selection : null;
}

/** Who deletes all of a text begins anew, with a line that is no heading, item or code. */
function anew(
  transactions: readonly Transaction[],
  { doc, selection: { empty, from, to } }: EditorState,
  state: EditorState,
): Transaction | null {
  if (empty || !transactions.some((tr) => tr.docChanged)) return null;
  if (transactions.some((tr) => tr.getMeta(ySyncPluginKey)) || !holdsAll(doc, from, to))
    return null;
  // asked last: to gather the words of a long text takes longer than all the rest of a key
  if ((doc.firstChild?.childCount ?? 0) <= 1 && doc.textContent === "") return null;
  const [block, ...more] = state.doc.firstChild?.children ?? [];
  const line = block?.childCount === 1 ? block.firstChild : null;
  const { paragraph } = state.schema.nodes;
  if (!line?.isTextblock || line.content.size > 0 || more.length > 0 || !paragraph) return null;
  const fresh = paragraph.create();
  return line.sameMarkup(fresh) ? null : state.tr.setNodeMarkup(2, paragraph, fresh.attrs);
}

export const everything = createExtension({
  key: "fadepad-everything",
  runsBefore: ["default"],
  prosemirrorPlugins: [
    new Plugin({
      appendTransaction: anew,
      props: {
        createSelectionBetween: ({ state }, $anchor, $head) => stillAll(state, $anchor, $head),
        handleDOMEvents: {
          // before Tiptap's own, whose selection the browser is asked about at once
          keydown: (view, event) => {
            const all = isSelectAll(event) && allOf(view.state);
            if (!all) return false;
            event.preventDefault();
            view.dispatch(view.state.tr.setSelection(all));
            return true;
          },
        },
      },
    }),
  ],
});
