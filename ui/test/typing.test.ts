/** The editor's extensions where no key leads: what others wrote, and what programs insert. */
import { BlockNoteEditor } from "@blocknote/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { typing } from "../src/pad/typing";

const box = (id: string) => ({ id, type: "checkListItem" as const, content: id });
let editor: BlockNoteEditor;
let page: HTMLElement;

beforeEach(() => {
  editor = BlockNoteEditor.create({ ...typing, initialContent: [box("a"), { ...box("a"), content: "second" }, box("c")] });
  page = document.body.appendChild(document.createElement("main"));
  editor.mount(page);
});
afterEach(() => {
  editor.unmount();
  page.remove();
});

const ids = () => editor.document.map(({ id }) => id);
const ticked = () => editor.document.map((block) => block.type === "checkListItem" && block.props.checked);

test("of two blocks with one id the box that is clicked is ticked", () => {
  expect(ids()).toEqual(["a", "a", "c"]);
  for (const [nth, expected] of [[1, [false, true, false]], [0, [true, true, false]], [1, [true, false, false]]] as const) {
    page.querySelectorAll<HTMLInputElement>("input[type=checkbox]")[nth]?.click();
    expect(ticked()).toEqual(expected);
  }
});

test("a block that a program inserts with an id that is taken gets one of its own, and the old one keeps its", () => {
  const [made] = editor.insertBlocks([{ ...box("c"), content: "copy" }], "c", "before");
  expect(made).toBeDefined();
  expect(ids().slice(0, 2)).toEqual(["a", "a"]);
  expect(ids()[3]).toBe("c");
  expect(new Set(ids()).size).toBe(3);
});

test("what comes from others is not answered with an edit", () => {
  const { state } = editor.prosemirrorView;
  const copy = state.doc.child(0).child(2);
  editor.prosemirrorView.dispatch(state.tr.insert(state.doc.content.size - 1, copy).setMeta("y-sync$", { isChangeOrigin: true }));
  expect(ids()).toEqual(["a", "a", "c", "c"]);
});
