/** The two buttons beside the block under the mouse: a new line below it, and its handle, which is dragged or opens its menu. */
import { SideMenuExtension, SuggestionMenu } from "@blocknote/core/extensions";
import { SideMenu, useBlockNoteEditor, useExtension, useExtensionState } from "@blocknote/react";
import { useContext, useRef } from "react";
import { Icon } from "../../kit/Icon";
import { m } from "../../strings/menus";
import { HandleContext } from "./handle";

export function SideButtons() {
  const editor = useBlockNoteEditor();
  const side = useExtension(SideMenuExtension);
  const suggestions = useExtension(SuggestionMenu);
  const block = useExtensionState(SideMenuExtension, { selector: (state) => state?.block });
  const { id, toggle } = useContext(HandleContext);
  const handle = useRef<HTMLButtonElement>(null);
  if (!block) return null;

  const add = () => {
    const blank = Array.isArray(block.content) && block.content.length === 0;
    const line = blank ? block : editor.insertBlocks([{ type: "paragraph" }], block, "after")[0];
    if (!line) return;
    editor.focus();
    editor.setTextCursorPosition(line.id);
    suggestions.openSuggestionMenu("/");
  };
  return (
    <SideMenu>
      <button
        type="button"
        className="side-button"
        aria-label={m.add}
        data-test="dragHandleAdd"
        onClick={add}
      >
        <Icon name="plus" />
      </button>
      <button
        ref={handle}
        type="button"
        className="side-button side-handle"
        aria-label={m.block}
        aria-haspopup="menu"
        aria-keyshortcuts="Shift+F10"
        aria-expanded={id === block.id}
        data-test="dragHandle"
        draggable
        onPointerDown={(event) => event.stopPropagation()} // an open menu would close, and the click open it again
        onClick={() => handle.current && toggle(block.id, handle.current.getBoundingClientRect())}
        onDragStart={(event) => side.blockDragStart(event, block)}
        onDragEnd={() => side.blockDragEnd()}
      >
        <Icon name="grip" />
      </button>
    </SideMenu>
  );
}
