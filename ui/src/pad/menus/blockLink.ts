/** The link to a line: copied from its menu, and followed in the page. */
import type { EditorView } from "@tiptap/pm/view";
import { TextSelection } from "@tiptap/pm/state";
import { useEffect, useRef, useState } from "react";
import { api } from "../../api";
import { roleOfKey } from "../../kit/padKeys";
import { toast } from "../../kit/Toast";
import { blockOf, padPath, withBlock, withoutBlock } from "../../routes";
import { m } from "../../strings/menus";
import { usePad, useView } from "../context";
import { reveal } from "../find/reveal";
import { LINK_PRESSED } from "../linkPressed";
import type { ToolEditor } from "../tools";

/**
 * What a line's link begins with: the address by which others come in, to write where that is to be had. A host's own
 * link is nobody else's; `null` until there is another.
 */
export function useLinkOfPad(): string | null {
  const { pad, entry } = usePad();
  const own = `${location.origin}${padPath(pad, entry.link)}`;
  const [link, setLink] = useState(roleOfKey(entry.link) === "host" ? null : own);
  useEffect(() => {
    let wanted = true;
    api.pad(pad, entry.key, "").then(
      ({ edit_url, view_url }) => wanted && setLink((own) => edit_url ?? view_url ?? own),
      () => {}, // without the server the link by which one came is as good
    );
    return () => void (wanted = false);
  }, [pad, entry.key]);
  return link;
}

export const linkOf = withBlock;

/** How long a line is looked for that others may still be sending (ms). */
const WAITED_MS = 5000;
/** How long it is lit (ms). */
const LIT_MS = 2400;

function placeOf(view: EditorView, id: string): number | null {
  let at: number | null = null;
  view.state.doc.descendants((node, pos) => {
    if (at !== null || node.isTextblock) return false;
    if (node.type.name === "blockContainer" && node.attrs["id"] === id) at = pos;
    return at === null;
  });
  return at;
}

/**
 * Brings a line into sight and lights it; the caret goes along where a mouse points. `calm`: it is lit alone, since nobody who
 * writes is taken elsewhere. `false`: it is not there.
 */
function goTo(view: EditorView, id: string, calm = false): boolean {
  const at = placeOf(view, id);
  if (at === null) return false;
  const inside = view.state.doc.nodeAt(at + 1);
  if (calm) {
    light(view.nodeDOM(at + 1));
    return true;
  }
  if (view.editable && matchMedia("(hover: hover)").matches) {
    const end = view.state.doc.resolve(at + 1 + (inside?.isTextblock ? inside.nodeSize - 1 : 1));
    view.dispatch(view.state.tr.setSelection(TextSelection.near(end, -1)));
    view.focus();
  }
  reveal(view, inside?.isTextblock ? at + 2 : at + 1);
  light(view.nodeDOM(at + 1));
  return true;
}

/** By the browser's own animation: no attribute changes, which the editor would take for an edit. */
function light(line: Node | null): void {
  if (!(line instanceof HTMLElement)) return;
  const lit = { backgroundColor: "var(--accent-soft)", outline: "2px solid var(--accent)" };
  line.animate(
    [lit, { ...lit, offset: 0.6 }, { backgroundColor: "transparent", outlineColor: "transparent" }],
    { duration: LIT_MS, easing: "ease-out" },
  );
}

/** Goes to the line that the address leads to, once it is there, and afterwards to those whose links are pressed. */
export function useLanding(editor: Pick<ToolEditor, "prosemirrorView" | "onChange">): void {
  const isLive = useView().connection.is === "live";
  const { doc } = usePad().session;
  const [wanted, setWanted] = useState(() => blockOf(location.hash));
  const pressed = useRef(false); // by whoever looks at the page already
  useEffect(() => {
    const read = (event?: Event) => {
      const id = blockOf(location.hash);
      if (id === null) return;
      // once: who loads the page again, or hands its address on, means the pad
      history.replaceState(history.state, "", withoutBlock(location.href));
      pressed.current = event !== undefined;
      setWanted(id);
    };
    const onLink = (event: Event) => {
      const id = blockOf((event as CustomEvent<string>).detail);
      if (id !== null && goTo(editor.prosemirrorView, id)) event.preventDefault();
    };
    read();
    addEventListener("hashchange", read);
    addEventListener(LINK_PRESSED, onLink);
    return () => {
      removeEventListener("hashchange", read);
      removeEventListener(LINK_PRESSED, onLink);
    };
  }, [editor]);
  useEffect(() => {
    if (wanted === null) return;
    const look = () => {
      const view = editor.prosemirrorView;
      // whoever has begun to write stays there, where the address leads to a line that comes late
      const writes = view.composing || doc.store.clients.has(doc.clientID);
      if (goTo(view, wanted, writes && !pressed.current)) setWanted(null);
    };
    const frame = requestAnimationFrame(look); // behind what is drawn now
    const stop = editor.onChange(look);
    const giveUp = () => {
      toast(m.lineGone);
      setWanted(null);
    };
    const timer = isLive ? setTimeout(giveUp, WAITED_MS) : undefined;
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      stop?.();
    };
  }, [editor, doc, wanted, isLive]);
}
