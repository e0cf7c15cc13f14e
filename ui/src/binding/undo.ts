/** Undo of what one wrote oneself, by words and pauses, with the caret where it was. */
import type { Node, Schema } from "prosemirror-model";
import { Plugin, type Command, type EditorState } from "prosemirror-state";
import * as Y from "yjs";
import type { Change } from "./changes";
import { ySyncPluginKey, yUndoPluginKey } from "./keys";
import { LeavingUndoManager } from "./leaving";
import { OBJECT } from "./shown";
import { itemOf, type AnyType } from "./yjs";

export interface UndoState {
  undoManager: Y.UndoManager;
  /** No editor shows it any more. */
  isOver: boolean;
  isDestroyed: boolean;
}

const managerOf = (state: EditorState): Y.UndoManager | undefined =>
  yUndoPluginKey.getState(state)?.undoManager;

/** Takes back one's last edit. */
export const undoCommand: Command = (state, dispatch) => {
  const manager = managerOf(state);
  return dispatch ? Boolean(manager?.undo()) : Boolean(manager?.canUndo());
};

/** Makes it again. */
export const redoCommand: Command = (state, dispatch) => {
  const manager = managerOf(state);
  return dispatch ? Boolean(manager?.redo()) : Boolean(manager?.canRedo());
};

const managerFor = (type: Y.XmlFragment, schema: Schema): Y.UndoManager =>
  new LeavingUndoManager(type, schema, {
    trackedOrigins: new Set([ySyncPluginKey]),
    captureTransaction: ({ meta }) => meta.get("addToHistory") !== false,
  });

/** Makes what one has written since `from` part of the step that made a type: it stands for that now. */
export function joinStep(state: EditorState, type: AnyType, from: number): void {
  const item = itemOf(type);
  const manager = managerOf(state);
  const step = manager?.undoStack.find((each) => item && Y.isDeleted(each.insertions, item.id));
  if (!manager || !step) return;
  const client = manager.doc.clientID;
  const written = Y.createDeleteSet();
  const len = Y.getState(manager.doc.store, client) - from;
  written.clients.set(client, [{ clock: from, len }]);
  step.insertions = Y.mergeDeleteSets([step.insertions, written]);
}

/** Whether an edit begins a word. */
function beginsWord(before: EditorState, after: EditorState): boolean {
  const { $head, empty } = after.selection;
  if (
    !empty ||
    !before.selection.empty ||
    $head.parentOffset < 2 ||
    after.doc.content.size <= before.doc.content.size
  )
    return false;
  const [last, typed] = $head.parent.textBetween(
    $head.parentOffset - 2,
    $head.parentOffset,
    undefined,
    OBJECT,
  );
  return /\s/.test(last ?? "") && /\S/.test(typed ?? "");
}

/** Whether a range lies in one line. */
function isInLine(doc: Node, from: number, to: number): boolean {
  if (from > doc.content.size) return false; // the steps began before this document
  const $from = doc.resolve(from);
  return $from.parent.inlineContent && to <= $from.end();
}

/**
 * Undo takes back a word at a time, and whatever is no typing (a new line, another kind, a place, marks, the end of a selection) alone.
 * `begins`: what was before this edit is a step; `ends`: so is all up to here.
 */
export function stepsAt(
  before: EditorState,
  after: EditorState,
  changes: readonly Change[],
): { begins: boolean; ends: boolean } {
  const isTyped =
    changes.length > 0 && changes.every(({ fromB, toB }) => isInLine(after.doc, fromB, toB));
  const isWithin = changes.every(({ fromA, toA }) => isInLine(before.doc, fromA, toA));
  const hasSelection = !before.selection.empty;
  const brings = changes.some(({ fromB, toB }) => toB > fromB);
  return {
    begins: !isTyped || !isWithin || hasSelection || beginsWord(before, after),
    ends: !isTyped || (!brings && (hasSelection || !isWithin)),
  };
}

export function yUndoPlugin(): Plugin<UndoState> {
  return new Plugin<UndoState>({
    key: yUndoPluginKey,
    state: {
      init: (_config, state) => ({
        undoManager: managerFor(
          (
            ySyncPluginKey.getState(state) as NonNullable<
              ReturnType<typeof ySyncPluginKey.getState>
            >
          ).type,
          state.schema,
        ),
        isOver: false,
        isDestroyed: false,
      }),
      apply: (_tr, value) => value,
    },
    view: (view) => {
      const held = yUndoPluginKey.getState(view.state) as UndoState;
      const bound = () => ySyncPluginKey.getState(view.state)?.binding;
      const binding = bound();
      if (binding && (held.isDestroyed || held.undoManager.doc !== binding.doc)) {
        held.undoManager.destroy();
        held.undoManager = managerFor(binding.type, view.state.schema);
      }
      held.isOver = false;
      held.isDestroyed = false;
      const { undoManager } = held;
      const added = ({ stackItem }: { stackItem: { meta: Map<unknown, unknown> } }) => {
        const now = bound();
        if (now?.before) stackItem.meta.set(now, now.before);
      };
      undoManager.on("stack-item-added", added);
      return {
        destroy: () => {
          undoManager.off("stack-item-added", added);
          held.isOver = true;
          // the editor makes its plugins' views anew whenever one is added: what one wrote may still be undone then
          queueMicrotask(() => {
            if (!held.isOver || held.undoManager !== undoManager) return;
            undoManager.destroy();
            held.isDestroyed = true;
          });
        },
      };
    },
  });
}
