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
  /** What is known of the file now, wherever it stands. */
  update: (way: string, props: object) => void;
  remove: (way: string) => void;
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
    update: (way, props) => {
      const at = find(editor, way);
      // no step of its own: who takes the picture back takes back that they brought it
      if (at)
        editor.transact((tr) => {
          tr.setMeta("addToHistory", false);
          editor.updateBlock(at, { type: at.type, props });
        });
    },
    remove: (way) => {
      const at = find(editor, way);
      if (at) editor.removeBlocks([at]);
    },
  };
}

function find(editor: FileEditor, way: string): FileBlock | null {
  let found: FileBlock | null = null;
  editor.forEachBlock((block) => {
    const url = block.props?.url ?? "";
    if (isOnItsWay(url) && parseReference(url).way === way) found = block;
    return !found;
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

/** Behind the line where one writes, or in its place where that is empty; one writes on below. */
function insert(editor: FileEditor, blocks: MadeBlock[]): void {
  const [first] = blocks;
  if (!first) return;
  if (!editor.isEditable) return atEnd(editor, blocks);
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
