/**
 * The binding between document and editor, in the place of `y-prosemirror` and compatible with what that writes: stock BlockNote
 * pages share our pads. It offers what `@blocknote/core/yjs` takes.
 */
export { yCursorPlugin, defaultCursorBuilder, defaultSelectionBuilder } from "./cursors";
export { ySyncPlugin } from "./sync";
export { yUndoPlugin, undoCommand, redoCommand } from "./undo";
export { yCursorPluginKey, ySyncPluginKey, yUndoPluginKey } from "./keys";
export {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
} from "./positions";
export {
  prosemirrorJSONToYXmlFragment,
  prosemirrorToYDoc,
  prosemirrorToYXmlFragment,
  yXmlFragmentToProseMirrorRootNode,
} from "./convert";
