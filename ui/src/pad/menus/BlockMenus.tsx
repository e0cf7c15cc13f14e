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
import { SideButtons } from "./SideButtons";
import { toToolbar } from "./tools";

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
  useMenuKeys(editor, show);
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

/** Alt+F10 leads to the toolbar and Shift+F10 to the menu of the block; the menu key stays the browser's, with its spelling. */
function useMenuKeys(
  editor: BlockNoteEditor,
  onBlock: (id: string, anchor: DOMRect) => void,
): void {
  const dom = useEditorDOMElement();
  useEffect(() => {
    if (!dom) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (
        event.key !== "F10" ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey === event.shiftKey ||
        !editor.isEditable
      )
        return;
      event.preventDefault();
      event.stopPropagation();
      if (event.altKey) return toToolbar(editor);
      const { id } = editor.getTextCursorPosition().block;
      const line = dom.querySelector(
        `[data-node-type="blockContainer"][data-id="${CSS.escape(id)}"] .bn-block-content`,
      );
      onBlock(id, (line ?? dom).getBoundingClientRect());
    };
    dom.addEventListener("keydown", onKeyDown, true);
    return () => dom.removeEventListener("keydown", onKeyDown, true);
  }, [dom, editor, onBlock]);
}
