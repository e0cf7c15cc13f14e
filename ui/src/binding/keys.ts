/** The names under which the editor's state holds what belongs to the binding. BlockNote looks for them by these very strings. */
import { PluginKey } from "prosemirror-state";
import type { SyncState } from "./sync";
import type { UndoState } from "./undo";
import type { DecorationSet } from "prosemirror-view";

export const ySyncPluginKey = new PluginKey<SyncState>("y-sync");
export const yUndoPluginKey = new PluginKey<UndoState>("y-undo");
export const yCursorPluginKey = new PluginKey<DecorationSet>("yjs-cursor");
