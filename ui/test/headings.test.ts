/** Edits after which the levels of headings are told anew, and edits after which nobody needs to look. */
import { BlockNoteEditor, createExtension } from "@blocknote/core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { outline } from "../src/pad/headings";

let editor: BlockNoteEditor;

beforeEach(() => {
  editor = BlockNoteEditor.create({
    extensions: [createExtension({ key: "outline", prosemirrorPlugins: [outline] })],
    initialContent: [
      { id: "line", content: "a line" },
      { id: "head", type: "heading", props: { level: 2 }, content: "a head" },
      { id: "item", type: "bulletListItem", content: "an item" },
    ],
  });
  editor.mount(document.createElement("div"));
});
afterEach(() => editor.unmount());

const touches = (edit: () => unknown): boolean => {
  const before = outline.getState(editor.prosemirrorState);
  edit();
  return outline.getState(editor.prosemirrorState) !== before;
};

test.each<[string, () => unknown]>([
  ["a letter in a heading", () => typeInto("head")],
  ["a heading's level", () => editor.updateBlock("head", { props: { level: 3 } })],
  ["a line that becomes a heading", () => editor.updateBlock("line", { type: "heading" })],
  ["a heading that becomes a line", () => editor.updateBlock("head", { type: "paragraph" })],
  ["a heading that comes", () => editor.insertBlocks([{ type: "heading" }], "item", "after")],
  ["a heading that goes", () => editor.removeBlocks(["head"])],
  ["a text that goes with a heading in it", () => editor.removeBlocks(["line", "head", "item"])],
  ["all of a heading's letters", () => editor.updateBlock("head", { content: [] })],
])("the outline is looked through after %s", (_, edit) => {
  expect(touches(edit)).toBe(true);
});

test.each<[string, () => unknown]>([
  ["a letter in a line", () => typeInto("line")],
  ["a letter in an item", () => typeInto("item")],
  ["the caret", () => editor.setTextCursorPosition("head", "end")],
  ["another line", () => editor.insertBlocks([{ type: "paragraph" }], "item", "after")],
  ["a line that becomes an item", () => editor.updateBlock("line", { type: "bulletListItem" })],
  ["a line's alignment", () => editor.updateBlock("line", { props: { textAlignment: "right" } })],
])("the outline is left alone after %s", (_, edit) => {
  expect(touches(edit)).toBe(false);
});

function typeInto(id: string): void {
  editor.setTextCursorPosition(id, "end");
  editor.insertInlineContent("k");
}
