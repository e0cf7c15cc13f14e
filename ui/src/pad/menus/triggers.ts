/** What opens lists and menus from the text: signs while one types, and a word between its parts. */
import { SuggestionMenu, type SuggestionMenuOptions } from "@blocknote/core/extensions";
import type { BlockNoteEditor } from "@blocknote/core";

export const SLASH = "/";
export const EMOJI = ":";
/** Asks the text for the menu of the caret's line, where there is no handle: what opens it comes after the text. */
export const BLOCK_MENU = "fadepad:block-menu";

/** A menu opens where a word begins: "10:00", "and/or" and addresses are text, and Enter after them is a new line. */
export const atWordStart: NonNullable<SuggestionMenuOptions["shouldOpen"]> = ({
  selection: { $from },
}) => {
  if ($from.parent.type.isInGroup("tableContent")) return false;
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 1), $from.parentOffset);
  return before === "" || /\s/.test(before);
};

/** Listens from the first key on: a list that is asked for before the menus have been fetched opens when they come. */
export function listenForLists(editor: BlockNoteEditor): void {
  const lists = editor.getExtension(SuggestionMenu);
  for (const triggerCharacter of [SLASH, EMOJI])
    lists?.addSuggestionMenu({ triggerCharacter, shouldOpen: atWordStart });
}
