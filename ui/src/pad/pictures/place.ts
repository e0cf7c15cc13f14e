/** Where files go that one brings: the text in which one writes, while it stands. */
import { Selection } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { api } from "../../api";
import { isOnItsWay, parseReference } from "./reference";
import { endOf } from "../companion/text";
import { standing } from "./stand";

interface FileBlock {
  id: string;
  type: string;
  props?: { url?: string };
  content?: unknown;
  children?: FileBlock[];
}

interface MadeBlock {
  type: string;
  props?: object;
}

type Where = "after" | "before";

/** The editor, as far as files need it. */
export interface FileEditor {
  document: FileBlock[];
  getTextCursorPosition(): { block: FileBlock; nextBlock: FileBlock | undefined };
  updateBlock(block: { id: string }, update: MadeBlock): unknown;
  insertBlocks(blocks: MadeBlock[], at: { id: string }, where: Where): { id: string }[];
  removeBlocks(blocks: { id: string }[]): unknown;
  setTextCursorPosition(block: { id: string }, where: "start"): void;
  transact<T>(act: (tr: { setMeta(name: string, value: unknown): unknown }) => T): T;
  forEachBlock(visit: (block: FileBlock) => boolean): void;
  focus(): void;
  /** Somebody writes in it. */
  isEditable: boolean;
  prosemirrorView: EditorView;
}

export interface FilePlace {
  pad: string;
  key: string;
  /** What one is called here. */
  name: () => string;
  /** Bytes that one file may have; `null` where that is not known. */
  most: () => Promise<number | null>;
  /** One writes on where this point is, if that is in the text. */
  goTo: (point: { left: number; top: number }) => void;
  insert: (blocks: MadeBlock[]) => void;
  /** What is known of the file now, wherever it stands; whether it stands anywhere. */
  update: (way: string, props: object) => boolean;
  remove: (way: string) => void;
  /** What shows the file of this path shows this from now on. */
  turn: (path: string, url: string) => void;
}

/** Where files go now; `null` where nobody may write. */
export function placeOf(): FilePlace | null {
  const now = standing();
  if (!now?.editable) return null;
  const { session, pad, key } = now;
  const editor = now.editor as FileEditor;
  return {
    pad,
    key,
    name: () => (session.provider.awareness.getLocalState()?.user as { name?: string })?.name ?? "",
    most: () =>
      api.pad(pad, key).then(
        ({ files }) => files?.max_file_bytes ?? null,
        () => null,
      ),
    goTo: (point) => {
      const { prosemirrorView: view } = editor;
      const at = view.posAtCoords(point);
      if (!at) return;
      const near = Selection.near(view.state.doc.resolve(at.pos));
      view.dispatch(view.state.tr.setSelection(near));
    },
    insert: (blocks) => insert(editor, blocks),
    update: (way, props) => change(editor, find(editor, ofWay(way)), props),
    remove: (way) => {
      const places = find(editor, ofWay(way));
      if (places.length > 0) editor.removeBlocks(places);
    },
    turn: (path, url) =>
      void change(
        editor,
        find(editor, (one) => parseReference(one).path === path),
        { url },
      ),
  };
}

const ofWay = (way: string) => (url: string) => isOnItsWay(url) && parseReference(url).way === way;

/** A file may stand in a text more than once. */
function find(editor: FileEditor, is: (url: string) => boolean): FileBlock[] {
  const found: FileBlock[] = [];
  editor.forEachBlock((block) => {
    if (is(block.props?.url ?? "")) found.push(block);
    return true;
  });
  return found;
}

/** Nobody writes here: behind everything, where a companion's lines go. */
function atEnd(editor: FileEditor, blocks: MadeBlock[]): void {
  const { doc } = editor.prosemirrorView.state;
  const { after } = endOf(doc);
  const at = (after ?? doc.firstChild?.firstChild)?.attrs as { id: string };
  editor.insertBlocks(blocks, at, after ? "after" : "before");
}

/** Nobody has put the caret anywhere yet: it stands where it was born, in a text that others have written. */
function isUntouched({ prosemirrorView: view }: FileEditor): boolean {
  const { selection, doc } = view.state;
  return !view.hasFocus() && selection.head <= Selection.atStart(doc).head;
}

/** No step of its own: who takes the picture back takes back that they brought it. */
function change(editor: FileEditor, blocks: readonly FileBlock[], props: object): boolean {
  if (blocks.length === 0) return false;
  editor.transact((tr) => {
    tr.setMeta("addToHistory", false);
    for (const block of blocks) editor.updateBlock(block, { type: block.type, props });
  });
  return true;
}

/** Behind the line where one writes, or in its place where that is empty; one writes on below. */
function insert(editor: FileEditor, blocks: MadeBlock[]): void {
  const [first] = blocks;
  if (!first) return;
  if (!editor.isEditable || isUntouched(editor)) return atEnd(editor, blocks);
  editor.transact(() => {
    const { block, nextBlock } = editor.getTextCursorPosition();
    const blank = Array.isArray(block.content) && block.content.length === 0;
    const isLast = !nextBlock;
    const below = isLast ? [{ type: "paragraph" }] : [];
    if (blank && block.type === "paragraph") editor.updateBlock(block, first);
    const rest = blank && block.type === "paragraph" ? blocks.slice(1) : blocks;
    const made = editor.insertBlocks([...rest, ...below], block, "after");
    const line = isLast ? made[made.length - 1] : nextBlock;
    if (line) editor.setTextCursorPosition(line, "start");
  });
}
