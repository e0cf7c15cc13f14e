/** What one Ctrl+Z takes back: a word, or one act. */
import { AllSelection, TextSelection } from "prosemirror-state";
import { expect, test } from "vitest";
import { undoCommand } from "../../src/binding";
import { Person } from "./world";

/** The lines, nested ones further in, with the kinds of those that are no paragraphs. */
const shown = ({ view }: Person): string => {
  const lines: string[] = [];
  view.state.doc.descendants((node, pos) => {
    if (!node.isTextblock) return;
    const { depth } = view.state.doc.resolve(pos);
    lines.push(
      `${" ".repeat(depth / 2 - 1)}${node.type.name === "paragraph" ? "" : `${node.type.name}:`}${node.textContent}`,
    );
  });
  return lines.join("/");
};

/** What stands there after each undo, until nothing is left to be undone. */
function takenBack(anna: Person): string[] {
  const seen: string[] = [];
  while (undoCommand(anna.view.state)) {
    anna.editor.undo();
    seen.push(shown(anna));
  }
  return seen;
}

const select = ({ view }: Person, from: number, to: number) =>
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
const turn = ({ editor }: Person) =>
  void editor.updateBlock(editor.getTextCursorPosition().block, { type: "heading" });

test("a new line is a step of its own, and so are the words before and behind it", () => {
  const anna = new Person();
  anna.type("l1");
  anna.key("Enter");
  anna.type("l2");
  anna.key("Enter");
  anna.type("two words");
  expect(takenBack(anna)).toEqual(["l1/l2/two ", "l1/l2/", "l1/l2", "l1/", "l1", ""]);
});

test("after all is deleted, what is typed and what is turned are taken back one by one", () => {
  const anna = new Person();
  anna.type("old");
  anna.view.dispatch(anna.view.state.tr.setSelection(new AllSelection(anna.view.state.doc)));
  anna.view.dispatch(anna.view.state.tr.deleteSelection());
  anna.type("abc");
  turn(anna);
  expect(shown(anna)).toBe("heading:abc");
  expect(takenBack(anna)).toEqual(["abc", "", "old", ""]);
});

test("what is nested, moved, marked or joined is taken back alone", () => {
  const anna = new Person();
  anna.type("a");
  anna.key("Enter");
  anna.type("b");
  anna.editor.nestBlock();
  anna.editor.unnestBlock();
  anna.editor.moveBlocksUp();
  select(anna, 3, 4);
  anna.editor.toggleStyles({ bold: true });
  expect(shown(anna)).toBe("b/a");
  expect(takenBack(anna)).toEqual(["b/a", "a/b", "a/ b", "a/b", "a/", "a", ""]);
});

test("letters that take the place of a selection are one step with what follows, and a deletion is one alone", () => {
  const anna = new Person();
  anna.type("hello");
  select(anna, 4, 8);
  anna.type("ey");
  expect(shown(anna)).toBe("hey");
  select(anna, 4, 6);
  anna.view.dispatch(anna.view.state.tr.deleteSelection());
  anna.type("i");
  expect(takenBack(anna)).toEqual(["h", "hey", "hello", ""]);
});
