/** The plugin that holds a binding in an editor's state. */
import { Plugin, type EditorState, type Transaction } from "prosemirror-state";
import type { StepMap } from "prosemirror-transform";
import type * as Y from "yjs";
import { Binding } from "./binding";
import { changesOf } from "./changes";
import { ySyncPluginKey, yUndoPluginKey } from "./keys";
import { stepsAt } from "./undo";

export interface SyncState {
  type: Y.XmlFragment;
  doc: Y.Doc;
  binding: Binding;
  isChangeOrigin: boolean;
  isUndoRedoOperation: boolean;
  addToHistory: boolean;
  trail: Trail | null;
}

/** The steps since what is written, the last one first. */
interface Trail {
  maps: readonly StepMap[];
  before: Trail | null;
}

/** All of them, in their order. */
function stepsOf(trail: Trail | null): StepMap[] {
  const parts: (readonly StepMap[])[] = [];
  for (let part = trail; part; part = part.before) parts.push(part.maps);
  return parts.reverse().flat();
}

const isRemote = (tr: Transaction): boolean =>
  Boolean((tr.getMeta(ySyncPluginKey) as Partial<SyncState> | undefined)?.isChangeOrigin);

function applied(tr: Transaction, before: SyncState, { doc }: EditorState): SyncState {
  const change = tr.getMeta(ySyncPluginKey) as Partial<SyncState> | undefined;
  const isChangeOrigin = change?.isChangeOrigin === true;
  const { root } = before.binding.mapping;
  const trail = root?.node === doc ? null : before.trail;
  return {
    ...before,
    ...change,
    isChangeOrigin,
    isUndoRedoOperation: isChangeOrigin && change?.isUndoRedoOperation === true,
    addToHistory: tr.getMeta("addToHistory") !== false,
    trail: tr.docChanged && root ? { maps: tr.mapping.maps, before: trail } : trail,
  };
}

/**
 * Nothing is written in answer to others: what plugins would append to a change that came from Yjs is refused. What they mend is
 * mended with the next edit of a person.
 */
function refuser(binding: Binding): (tr: Transaction, state: EditorState) => boolean {
  let inAnswer = false;
  return (tr, state) => {
    if (state === binding.view?.state) {
      inAnswer = isRemote(tr);
      return true;
    }
    return !(inAnswer && tr.docChanged);
  };
}

/** Shows a fragment in an editor, and writes what is edited there. */
export function ySyncPlugin(fragment: Y.XmlFragment): Plugin<SyncState> {
  const binding = new Binding(fragment);
  return new Plugin<SyncState>({
    key: ySyncPluginKey,
    state: {
      init: () => ({
        type: fragment,
        doc: binding.doc,
        binding,
        isChangeOrigin: false,
        isUndoRedoOperation: false,
        addToHistory: true,
        trail: null,
      }),
      apply: applied,
    },
    filterTransaction: refuser(binding),
    view: (view) => {
      binding.bind(view);
      return {
        update: ({ state }, before) => {
          if (state.doc === before.doc) return;
          const { trail, addToHistory, isChangeOrigin } = ySyncPluginKey.getState(
            state,
          ) as SyncState;
          const changes = isChangeOrigin ? [] : changesOf(stepsOf(trail));
          const steps = isChangeOrigin ? null : stepsAt(before, state, changes);
          const stop = () => yUndoPluginKey.getState(state)?.undoManager.stopCapturing();
          if (steps && (steps.begins || !addToHistory)) stop();
          binding.changed(state, before, changes, addToHistory);
          if (steps?.ends) stop();
        },
        destroy: () => binding.destroy(),
      };
    },
  });
}
