/** What can't be shown, all of it: where it stands, under which client id it was written, and how it goes and comes back. */
import { NodeSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import * as Y from "yjs";
import { ySyncPluginKey, yUndoPluginKey } from "../binding";
import { INLINE_MISFIT, MISFIT } from "../binding/misfits";
import { Part, startOf } from "../binding/shown";
import { itemOf } from "../binding/yjs";

export interface Misfit {
  /** Under which it was written; `null` where nothing tells. */
  client: number | null;
  /** Where the node stands that shows it. */
  at: number;
}

/** The way back of what was removed. */
export interface Removed {
  /** Nothing was written since, so that undo brings back this and nothing else. */
  isLast(): boolean;
  bringBack(): void;
}

export interface Misfits {
  /** In the order of the text. */
  all(): Misfit[];
  /** Scrolls there, and selects it. */
  show(misfit: Misfit): void;
  /** Takes them out of the pad, for everyone. */
  remove(those: readonly Misfit[]): Removed;
}

const isMisfit = (part: Part): boolean =>
  part.node.type.name === MISFIT || part.node.type.name === INLINE_MISFIT;

function* partsIn(part: Part): Generator<Part> {
  if (isMisfit(part)) yield part;
  for (const kid of part.kids) if (kid instanceof Part) yield* partsIn(kid);
}

/** Who wrote it first: what undo has brought back stands under the id of who pressed undo. */
function writerOf(item: Y.Item, { store, clientID }: Y.Doc): number {
  if (item.id.client !== clientID) return item.id.client;
  for (const structs of store.clients.values()) {
    for (const struct of structs) {
      if (struct instanceof Y.Item && struct.redone && Y.compareIDs(struct.redone, item.id))
        return writerOf(struct, { store, clientID } as Y.Doc);
    }
  }
  return clientID;
}

/** Takes out the node at this place; of a block the lines below it stay, in its place. */
export function removeAt(tr: Transaction, at: number): void {
  const $at = tr.doc.resolve(at);
  const node = $at.nodeAfter;
  if (!node) return;
  if (node.isInline) return void tr.delete(at, at + node.nodeSize);
  const [container, from] = [$at.parent, $at.before()];
  const below = container.childCount > 1 ? container.lastChild : null;
  if (below) return void tr.replaceWith(from, from + container.nodeSize, below.content);
  const $from = tr.doc.resolve(from);
  const isLast = $from.parent.childCount === 1;
  if (!isLast) return void tr.delete(from, from + container.nodeSize);
  if ($from.depth > 1) return void tr.delete($from.before(), $from.after());
  const empty = container.type.createAndFill();
  if (empty) tr.replaceWith(from, from + container.nodeSize, empty);
}

export function misfitsOf(view: EditorView): Misfits {
  const parts = (): Part[] => {
    const root = ySyncPluginKey.getState(view.state)?.binding.mapping.root;
    return root ? [...partsIn(root)] : [];
  };
  return {
    all: () =>
      parts().map((part) => {
        const item = itemOf(part.source ?? part.parent?.source);
        return {
          client:
            item && writerOf(item, (ySyncPluginKey.getState(view.state) as { doc: Y.Doc }).doc),
          at: startOf(part),
        };
      }),
    show: ({ at }) => {
      if (!view.state.doc.nodeAt(at)) return;
      view.dispatch(
        view.state.tr
          .setSelection(NodeSelection.create(view.state.doc, at))
          .setMeta("addToHistory", false),
      );
      const dom = view.nodeDOM(at);
      if (dom instanceof Element) dom.scrollIntoView({ block: "center" });
    },
    remove: (those) => {
      const manager = yUndoPluginKey.getState(view.state)?.undoManager;
      const { tr } = view.state;
      for (const { at } of [...those].sort((one, other) => other.at - one.at)) removeAt(tr, at);
      manager?.stopCapturing();
      view.dispatch(tr);
      manager?.stopCapturing();
      const step = manager?.undoStack.at(-1);
      return {
        isLast: () => step !== undefined && manager?.undoStack.at(-1) === step,
        bringBack: () => void manager?.undo(),
      };
    },
  };
}
