/** Copying, cutting, pasting and dropping in the editor: who is asked, and when. What things become is in the files beside it. */
import {
  useEffect,
  useMemo,
  type ClipboardEvent as ReactClipboardEvent,
  type DragEvent as ReactDragEvent,
  type KeyboardEvent as ReactKeyboardEvent,
} from "react";
import type { BlockNoteEditor } from "@blocknote/core";
import { toast } from "../../kit/Toast";
import { t } from "../../strings";
import { filesAlone, flavoursOf, type Flavours } from "./flavours";
import { selected, type Given } from "./selected";

/** Reading is half of Markdown and HTML, so it comes after the text. */
const loadInsert = () => import("./insert");

/** What brings files comes with the first of them. */
const bring = (files: readonly File[]): void =>
  void import("../pictures/queue").then(
    (queue) => queue.bring(files),
    () => toast(t.pad.noWay),
  );

interface PasteContext {
  event: ClipboardEvent;
  editor: BlockNoteEditor;
  defaultPasteHandler: () => boolean | undefined;
}

export class Clipboard {
  #insert: Awaited<ReturnType<typeof loadInsert>> | null = null;
  /** The last key asked for the words without their form. */
  #wordsOnly = false;
  readonly #room: () => number;

  /** `room`: how many bytes the pad still takes. */
  constructor(room: () => number) {
    this.#room = room;
  }

  /** Fetches what pasting needs. */
  async load(): Promise<void> {
    this.#insert ??= await loadInsert();
  }

  /** BlockNote's `pasteHandler`. */
  readonly paste = ({ event, editor, defaultPasteHandler }: PasteContext): boolean | undefined => {
    const wordsOnly = this.#wordsOnly;
    this.#wordsOnly = false;
    if (!event.clipboardData) return defaultPasteHandler();
    const files = filesAlone(event.clipboardData);
    if (files.length > 0) {
      bring(files);
      return true;
    }
    this.#put(editor, flavoursOf(event.clipboardData), wordsOnly);
    return true;
  };

  #put(editor: BlockNoteEditor, flavours: Flavours, wordsOnly: boolean): void {
    if (this.#insert) {
      this.#insert.insert(editor, flavours, { wordsOnly, room: this.#room() });
      return;
    }
    this.load().then(
      () => this.#insert?.insert(editor, flavours, { wordsOnly, room: this.#room() }),
      () => editor.pasteText(flavours.plain), // not to be had any more: the words, at least
    );
  }

  /** Handlers for the element around the editor. */
  handlers(editor: BlockNoteEditor) {
    return {
      onKeyDownCapture: ({ key, shiftKey, ctrlKey, metaKey }: ReactKeyboardEvent) => {
        this.#wordsOnly = shiftKey && (ctrlKey || metaKey) && key.toLowerCase() === "v";
      },
      onCopyCapture: (event: ReactClipboardEvent) => giveAfter(event, "copy", selected(editor)),
      onCutCapture: (event: ReactClipboardEvent) => giveAfter(event, "cut", selected(editor)),
      onDropCapture: (event: ReactDragEvent) => this.#drop(event, editor),
    };
  }

  /** What is dropped from elsewhere is read as if it were pasted there. */
  #drop(event: ReactDragEvent, editor: BlockNoteEditor): void {
    const { dataTransfer, clientX: left, clientY: top } = event;
    const view = editor.prosemirrorView;
    if (!editor.isEditable || view.dragging) return;
    const flavours = flavoursOf(dataTransfer);
    const at = view.posAtCoords({ left, top });
    const files = filesAlone(dataTransfer);
    if (!at || !(files.length > 0 || flavours.own || flavours.html || flavours.plain)) return;
    event.preventDefault();
    event.stopPropagation();
    editor.focus();
    // oxlint-disable-next-line no-underscore-dangle -- BlockNote has no name of its own for a place between letters
    editor._tiptapEditor.commands.setTextSelection(at.pos);
    if (files.length > 0) bring(files);
    else this.#put(editor, flavours, false);
  }
}

/**
 * Puts our forms in the place of the editor's, which escapes nothing; its own for pads stays.
 * It comes after the editor, on the document: what a cut has removed is no part of React's page any more.
 */
function giveAfter(
  { currentTarget }: ReactClipboardEvent,
  name: "copy" | "cut",
  given: Given | null,
): void {
  if (!given) return;
  const give = ({ defaultPrevented, clipboardData }: ClipboardEvent) => {
    if (!defaultPrevented || !clipboardData) return; // not the editor's text: a field of a menu
    clipboardData.setData("text/html", given.html);
    clipboardData.setData("text/plain", given.plain);
  };
  currentTarget.ownerDocument.addEventListener(name, give, { once: true });
}

/** The clipboard of one editor. */
export function useClipboard(room: () => number): Clipboard {
  const clipboard = useMemo(() => new Clipboard(room), [room]);
  useEffect(() => void clipboard.load().catch(() => {}), [clipboard]); // it is fetched again when it is wanted
  return clipboard;
}
