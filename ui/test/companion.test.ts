/** What a phone's companion does to the text, where no finger leads. */
import { BlockNoteEditor, type PartialBlock } from "@blocknote/core";
import { afterEach, expect, test } from "vitest";
import { append, boxesIn, tick } from "../src/pad/companion/text";
import { typing } from "../src/pad/typing";
import { letTick } from "../src/pad/typing/tickBoxes";

let stop = () => {};
afterEach(() => stop());

function open(initialContent: PartialBlock[]) {
  const editor = BlockNoteEditor.create({ ...typing, initialContent });
  const page = document.body.appendChild(document.createElement("main"));
  editor.isEditable = false;
  editor.mount(page);
  stop = () => {
    editor.unmount();
    page.remove();
  };
  const lines = () =>
    editor.document.map(({ content }) =>
      (content as { text: string }[]).map((part) => part.text).join(""),
    );
  return { editor, page, lines, view: editor.prosemirrorView };
}

const line = (content: string): PartialBlock => ({ type: "paragraph", content });
const box = (content: string): PartialBlock => ({ id: "a", type: "checkListItem", content });

test("lines stand above the empty ones below the text, each a block with an id of its own", () => {
  const { editor, lines, view } = open([line("first"), line(""), line("last"), line(""), line("")]);
  append(view, ["one", "two"]);
  expect(lines()).toEqual(["first", "", "last", "one", "two", "", ""]);
  expect(new Set(editor.document.map(({ id }) => id)).size).toBe(7);
  expect(editor.document.map(({ id }) => id)).not.toContain(null);
});

test("signs at the start of a line that is added are letters", () => {
  const { editor, lines, view } = open([line("")]);
  append(view, ["# five", "- minus", "[] none", "/"]);
  expect(lines()).toEqual(["# five", "- minus", "[] none", "/", ""]);
  expect(new Set(editor.document.map(({ type }) => type))).toEqual(new Set(["paragraph"]));
});

test("a box is ticked where it stands, of two with one id too, and not when it has gone", () => {
  const { editor, view } = open([box("one"), box("two"), line("")]);
  const [first, second] = boxesIn(view.state.doc);
  expect([first?.words, second?.words]).toEqual(["one", "two"]);
  expect(second && tick(view, second)).toBe(true);
  expect(boxesIn(view.state.doc).map(({ checked }) => checked)).toEqual([false, true]);
  editor.replaceBlocks(editor.document, [line("all new")]);
  expect(first && tick(view, first)).toBe(false);
});

test("nobody ticks in a text that is only read, unless that is let", () => {
  const { editor, page } = open([{ type: "checkListItem", content: "one" }]);
  const click = () => {
    const input = page.querySelector("input") as HTMLInputElement;
    input.checked = false;
    input.disabled = false; // as `accessibleNames.ts` draws it for who may
    input.click();
    return (editor.document[0] as { props: { checked: boolean } }).props.checked;
  };
  expect(click()).toBe(false);
  letTick(editor, true);
  expect(click()).toBe(true);
});
