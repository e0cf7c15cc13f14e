/** The editor's extensions where no key leads: what others wrote, and what programs insert. */
import { BlockNoteEditor, type PartialBlock } from "@blocknote/core";
import { AllSelection } from "@tiptap/pm/state";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ySyncPluginKey } from "../src/binding";
import { typing } from "../src/pad/typing";

const box = (id: string) => ({ id, type: "checkListItem" as const, content: id });
let editor: BlockNoteEditor;
let page: HTMLElement;

beforeEach(() => {
  editor = BlockNoteEditor.create({
    ...typing,
    initialContent: [box("a"), { ...box("a"), content: "second" }, box("c")],
  });
  page = document.body.appendChild(document.createElement("main"));
  editor.mount(page);
});
afterEach(() => {
  editor.unmount();
  page.remove();
});

const ids = () => editor.document.map(({ id }) => id);
const ticked = () =>
  editor.document.map((block) => block.type === "checkListItem" && block.props.checked);

test("of two blocks with one id the box that is clicked is ticked", () => {
  expect(ids()).toEqual(["a", "a", "c"]);
  for (const [nth, expected] of [
    [1, [false, true, false]],
    [0, [true, true, false]],
    [1, [true, false, false]],
  ] as const) {
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

const cell = (content: string, props = {}) => ({ type: "tableCell" as const, content, props });

test("a merged cell that is pasted or put in says no width that is no number", () => {
  const merged = {
    type: "table",
    content: {
      type: "tableContent",
      rows: [{ cells: [cell("wide", { colspan: 2 })] }, { cells: [cell("x"), cell("y")] }],
    },
  } as PartialBlock;
  const widths = () =>
    [...page.querySelectorAll("td, th")].map((each) => each.getAttribute("colwidth"));
  editor.insertBlocks([merged], "c", "after");
  expect(widths()).toEqual([null, null, null]);
  editor.setTextCursorPosition("c", "end");
  editor.pasteHTML(`<div data-pm-slice="2 2 []">${editor.blocksToFullHTML([merged])}</div>`, true);
  expect(page.querySelectorAll("[colspan='2']")).toHaveLength(2);
  expect(widths().filter((width) => width !== null)).toEqual([]);
  const drawn =
    '<table><tr><td colspan="2" colwidth="120,x">a</td></tr><tr><td>b</td><td>c</td></tr></table>';
  editor.pasteHTML(drawn, true);
  expect(widths().filter((width) => width !== null)).toEqual(["120,0", "120"]);
});

test("what comes from others is not answered with an edit", () => {
  const { state } = editor.prosemirrorView;
  const copy = state.doc.child(0).child(2);
  editor.prosemirrorView.dispatch(
    state.tr
      .insert(state.doc.content.size - 1, copy)
      .setMeta(ySyncPluginKey, { isChangeOrigin: true }),
  );
  expect(ids()).toEqual(["a", "a", "c", "c"]);
});

/** Another text. */
function write(...blocks: PartialBlock[]): void {
  editor.unmount();
  editor = BlockNoteEditor.create({ ...typing, initialContent: blocks as [PartialBlock] });
  editor.mount(page);
}

/** A key as the browser sends it, for which nobody but the editor acts. */
const press = (key: string, more: KeyboardEventInit = {}) =>
  editor.prosemirrorView.dom.dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }),
  );
const marked = (): string => {
  const { doc, selection } = editor.prosemirrorView.state;
  return selection instanceof AllSelection
    ? "everything"
    : doc.textBetween(selection.from, selection.to, "/");
};

test("where all is one table, Ctrl+A takes the cell and then everything, and no one asks for a block that is none", () => {
  const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
  write({ type: "table", content: { type: "tableContent", rows: [{ cells: ["one", "two"] }] } });
  editor.setTextCursorPosition(editor.document[0] ?? "", "start");
  press("a", { ctrlKey: true });
  expect(marked()).toBe("one");
  press("a", { ctrlKey: true });
  expect(marked()).toBe("everything");
  expect(editor.getTextCursorPosition().block.type).toBe("table");
  press("Backspace");
  expect(editor.document.map(({ type }) => type)).toEqual(["paragraph"]);
  expect(warned).not.toHaveBeenCalled();
});

test("all that is marked and deleted leaves an empty paragraph, and what is typed over it stays what it was", () => {
  const red = { textColor: "red" } as const;
  const texts: PartialBlock[][] = [
    [{ type: "heading", content: "one" }],
    [{ type: "paragraph", content: "one", props: red }],
    [{ type: "codeBlock", content: "one\ntwo" }],
    [{ type: "checkListItem", content: "one", props: { checked: true } }, box("c")],
    [{ type: "bulletListItem", content: "one", children: [box("c")] }],
  ];
  for (const blocks of texts) {
    for (const key of ["Backspace", "Delete"]) {
      write(...blocks);
      for (const one of ["a", "a"]) press(one, { ctrlKey: true });
      press(key);
      const told = `${key}, ${blocks[0]?.type}`;
      expect(editor.document, told).toMatchObject([
        { type: "paragraph", content: [], children: [] },
      ]);
      expect(editor.document[0]?.props, told).toMatchObject({ textColor: "default" });
      expect(editor.prosemirrorView.state.selection.from, told).toBe(3);
    }
  }
  write({ type: "heading", content: "one" });
  press("a", { ctrlKey: true });
  const { state } = editor.prosemirrorView;
  editor.prosemirrorView.dispatch(state.tr.insertText("anew"));
  expect(editor.document).toMatchObject([{ type: "heading", content: [{ text: "anew" }] }]);
});

test("Ctrl+Backspace at the start of a line and Ctrl+Delete at its end join it to its neighbour", () => {
  for (const [at, place, key] of [
    [1, "start", "Backspace"],
    [0, "end", "Delete"],
  ] as const) {
    write({ type: "paragraph", content: "one" }, { type: "paragraph", content: "two" });
    editor.setTextCursorPosition(editor.document[at] ?? "", place);
    press(key, { ctrlKey: true });
    expect(editor.document.map(({ content }) => content)).toMatchObject([[{ text: "onetwo" }]]);
  }
});
