/** The handle beside a block, the keys that lead to menu and toolbar, and the one block menu that is open. */
import { SideMenuExtension } from "@blocknote/core/extensions";
import type { Block, BlockNoteEditor } from "@blocknote/core";
import {
  SideMenuController,
  useBlockNoteEditor,
  useEditorDOMElement,
  useExtension,
} from "@blocknote/react";
import { useCallback, useEffect, useMemo, useState } from "react";
import { BlockMenu } from "./BlockMenu";
import type { Kind } from "./blocks";
import { HandleContext, type Handle } from "./handle";
import { byLineKey } from "./lineKeys";
import { SideButtons } from "./SideButtons";
import { toToolbar } from "./tools";
import { BLOCK_MENU } from "./triggers";

interface Opened {
  id: string;
  anchor: DOMRect;
  by: "handle" | "keys";
}

export function BlockMenus({ kinds, hovers }: { kinds: readonly Kind[]; hovers: boolean }) {
  const editor = useBlockNoteEditor();
  const side = useExtension(SideMenuExtension);
  const [open, setOpen] = useState<Opened | null>(null);
  const block = open ? (editor.getBlock(open.id) as Block | undefined) : undefined;

  // while its menu is open the handle stays, wherever the mouse goes
  const held = block !== undefined && open?.by === "handle";
  useEffect(() => {
    if (!held) return;
    side.freezeMenu();
    return () => side.unfreezeMenu();
  }, [held, side]);

  const show = useCallback(
    (id: string, anchor: DOMRect) => setOpen({ id, anchor, by: "keys" }),
    [],
  );
  useLineKeys(editor, kinds, show);
  const close = useCallback(
    (byKey: boolean) => {
      setOpen(null);
      if (byKey) editor.focus();
    },
    [editor],
  );
  const handle = useMemo<Handle>(
    () => ({
      id: open?.id ?? null,
      toggle: (id, anchor) =>
        open?.id === id ? close(true) : setOpen({ id, anchor, by: "handle" }),
    }),
    [open, close],
  );
  return (
    <HandleContext.Provider value={handle}>
      {hovers && <SideMenuController sideMenu={SideButtons} />}
      {open && block && (
        <BlockMenu
          key={open.id}
          editor={editor}
          block={block}
          kinds={kinds}
          anchor={open.anchor}
          onClose={close}
        />
      )}
    </HandleContext.Provider>
  );
}

/**
 * Alt+F10 leads to the toolbar and Shift+F10 to the menu of the block; the menu key stays the browser's, with its spelling.
 * And the keys of whole lines.
 */
function useLineKeys(
  editor: BlockNoteEditor,
  kinds: readonly Kind[],
  onBlock: (id: string, anchor: DOMRect) => void,
): void {
  const dom = useEditorDOMElement();
  useEffect(() => {
    if (!dom) return;
    const openMenu = () => {
      const { id } = editor.getTextCursorPosition().block;
      const line = dom.querySelector(
        `[data-node-type="blockContainer"][data-id="${CSS.escape(id)}"] .bn-block-content`,
      );
      onBlock(id, (line ?? dom).getBoundingClientRect());
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (!editor.isEditable || event.isComposing) return;
      const isMenu =
        event.key === "F10" && !event.ctrlKey && !event.metaKey && event.altKey !== event.shiftKey;
      if (!isMenu && !byLineKey(event, editor, kinds)) return;
      event.preventDefault();
      event.stopPropagation();
      if (!isMenu) return;
      if (event.altKey) toToolbar(editor);
      else openMenu();
    };
    dom.addEventListener("keydown", onKeyDown, true);
    dom.addEventListener(BLOCK_MENU, openMenu);
    return () => {
      dom.removeEventListener("keydown", onKeyDown, true);
      dom.removeEventListener(BLOCK_MENU, openMenu);
    };
  }, [dom, editor, kinds, onBlock]);
}
