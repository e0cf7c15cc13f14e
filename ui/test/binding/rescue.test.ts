/** A line that somebody puts into a block is not lost with that block. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TextSelection } from "prosemirror-state";
import type * as Y from "yjs";
import { beforeCaret, caretAt, pair, pause, written } from "./hands";
import type { Network, Person } from "./world";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

/** Anna's block, and Milo's line that he is about to put into it. */
function begun(): [Person, Person, Network] {
  const [anna, milo, net] = pair();
  written(anna, "above", "Anna", "Milo", "below");
  net.settle();
  caretAt(milo, "Milo");
  caretAt(anna, "Anna");
  return [anna, milo, net];
}

const outline = ({ editor }: Person) => {
  const lines: string[] = [];
  editor.forEachBlock(({ id, content }) => {
    let depth = 0;
    for (let up = editor.getParentBlock(id); up; up = editor.getParentBlock(up)) depth++;
    const letters = (content as { text: string }[]).map(({ text }) => text).join("");
    lines.push("-".repeat(depth) + letters);
    return true;
  });
  return lines;
};

function same(anna: Person, milo: Person, lines: string[]): void {
  expect(outline(milo)).toEqual(lines);
  expect(outline(anna)).toEqual(lines);
  expect([...anna.inAnswer, ...milo.inAnswer]).toEqual([]);
}

const annas = ({ editor }: Person) =>
  editor.document.find((block) => (block.content as { text: string }[])[0]?.text === "Anna")!;

test("a line that is put into a block while somebody removes that block stands where the block was, with the caret", () => {
  const [anna, milo, net] = begun();
  milo.editor.nestBlock();
  milo.type("!");
  anna.editor.removeBlocks([annas(anna)]);
  net.settle();
  same(anna, milo, ["above", "Milo!", "below"]);
  milo.type("?");
  net.settle();
  same(anna, milo, ["above", "Milo!?", "below"]);
  expect(beforeCaret(milo)).toBe("Milo!?");
});

test("a line that is put into a block while somebody moves that block is in it, where it is now", () => {
  for (const move of ["moveBlocksUp", "nestBlock"] as const) {
    const [anna, milo, net] = begun();
    milo.editor.nestBlock();
    anna.editor[move]();
    net.settle();
    same(
      anna,
      milo,
      move === "nestBlock"
        ? ["above", "-Anna", "--Milo", "below"]
        : ["Anna", "-Milo", "above", "below"],
    );
  }
});

test("a line moved with all that is nested in it comes back whole", () => {
  const [anna, milo, net] = begun();
  caretAt(milo, "below");
  milo.editor.nestBlock();
  net.settle();
  caretAt(milo, "Milo");
  milo.editor.nestBlock();
  anna.editor.removeBlocks([annas(anna)]);
  net.settle();
  same(anna, milo, ["above", "Milo", "-below"]);
});

test("whoever removes a block in which a line has been for long removes both", () => {
  const [anna, milo, net] = begun();
  milo.editor.nestBlock();
  net.settle();
  anna.editor.removeBlocks([annas(anna)]);
  net.settle();
  same(anna, milo, ["above", "below"]);
});

test("undo of the move leaves the line once, where it was", () => {
  const [anna, milo, net] = begun();
  pause(milo);
  milo.editor.nestBlock();
  pause(milo);
  anna.editor.removeBlocks([annas(anna)]);
  net.settle();
  milo.editor.undo();
  net.settle();
  same(anna, milo, ["above", "Milo", "below"]);
  milo.editor.redo();
  net.settle();
  same(anna, milo, ["above", "Milo", "below"]);
});

test("whoever puts another text in the place of the whole means every line", () => {
  const [anna, milo, net] = begun();
  milo.editor.nestBlock();
  net.settle();
  anna.editor.replaceBlocks(anna.editor.document, [{ type: "paragraph", content: "afresh" }]);
  net.settle();
  same(anna, milo, ["afresh"]);
});

test("who may not write when a line would have to be put back puts none back later", () => {
  const [anna, milo, net] = begun();
  milo.editor.nestBlock();
  anna.editor.removeBlocks([annas(anna)]);
  milo.editor.isEditable = false;
  net.settle();
  milo.editor.isEditable = true;
  caretAt(anna, "above");
  anna.type("!");
  net.settle();
  same(anna, milo, ["above!", "below"]);
});

function lines(...words: string[]): [Person, Person, Network] {
  const [anna, milo, net] = pair();
  written(anna, ...words);
  net.settle();
  return [anna, milo, net];
}

test("a line that one joins to another is a line again when somebody takes that away at the same moment", () => {
  const [anna, milo, net] = lines("above", "one", "two", "below");
  caretAt(milo, "two", 0);
  milo.key("Backspace");
  caretAt(anna, "one");
  anna.editor.removeBlocks([anna.editor.getTextCursorPosition().block]);
  net.settle();
  same(anna, milo, ["above", "two", "below"]);
});

test("a caret is in the line that was joined and is a line again, however long the line that went with it was", () => {
  const [anna, milo, net] = lines("one and very much more", "two", "below");
  caretAt(milo, "two", 0);
  milo.key("Backspace");
  caretAt(anna, "one and very much more");
  anna.editor.removeBlocks([anna.editor.getTextCursorPosition().block]);
  net.settle();
  milo.type("to ");
  net.settle();
  expect(milo.lines).toContain("to two");
  expect(anna.lines).toEqual(milo.lines);
});

test("what one types over two lines goes with the first of them when another takes that away at that moment", () => {
  const [anna, milo, net] = lines("above", "one", "two", "below");
  const { doc, tr } = milo.view.state;
  const places: number[] = [];
  doc.descendants((node, pos) => void (/one|two/.test(node.text ?? "") && places.push(pos)));
  milo.view.dispatch(tr.setSelection(TextSelection.create(doc, places[0]!, places[1]! + 3)));
  milo.type("x");
  caretAt(anna, "one");
  anna.editor.removeBlocks([anna.editor.getTextCursorPosition().block]);
  net.settle();
  same(anna, milo, ["above", "below"]);
});

test("lines that one has joined, and another who has seen it joins further or moves, are there once", () => {
  const further: [(person: Person) => void, string[]][] = [
    [(person) => person.key("Backspace"), ["aboveonetwo", "below"]],
    [({ editor }) => editor.moveBlocksUp(), ["onetwo", "above", "below"]],
    [({ editor }) => editor.nestBlock(), ["above", "-onetwo", "below"]],
  ];
  for (const [does, becomes] of further) {
    const [anna, milo, net] = lines("above", "one", "two", "below");
    caretAt(milo, "two", 0);
    milo.key("Backspace");
    net.pass(100, 0);
    net.pass(100, 0);
    caretAt(anna, "onetwo", 0);
    does(anna);
    net.settle();
    same(anna, milo, becomes);
  }
});

test("a line that is put beside the only one in a block, while somebody lifts that one out or takes it away, stays in the block", () => {
  const takes: [(person: Person) => void, string[]][] = [
    [({ editor }) => editor.unnestBlock(), ["above", "-Milo", "Anna", "below"]],
    [
      ({ editor }) => editor.removeBlocks([editor.getTextCursorPosition().block]),
      ["above", "-Milo", "below"],
    ],
  ];
  for (const [does, becomes] of takes) {
    const [anna, milo, net] = begun();
    anna.editor.nestBlock();
    net.settle();
    caretAt(milo, "Milo");
    milo.editor.nestBlock();
    caretAt(anna, "Anna");
    does(anna);
    net.settle();
    same(anna, milo, becomes);
  }
});

test("a line that one nests in a line of one's own, while somebody joins it, is not lost with that", () => {
  const [anna, milo, net] = lines("above", "two", "below");
  const pass = () => [1, 2, 3].forEach(() => net.pass(60, 0));
  caretAt(anna, "two", 0);
  anna.key("Enter");
  pass();
  caretAt(milo, "two", 0);
  anna.editor.nestBlock();
  milo.key("Backspace");
  net.settle();
  expect(anna.text.split("two").length - 1, anna.text).toBe(1);
  expect(milo.lines).toEqual(anna.lines);
  expect([...anna.inAnswer, ...milo.inAnswer]).toEqual([]);
});

test("a line that comes back where nothing else is left stands alone on every page", () => {
  const [anna, milo, net] = lines("one", "two");
  caretAt(milo, "two");
  milo.key("Tab");
  anna.editor.removeBlocks([anna.editor.document[0]!]);
  net.pass(1000, 0);
  expect([...anna.lines, ...milo.lines]).toEqual(["", ""]);
  net.settle();
  same(anna, milo, ["two"]);
});

test("a line above the empty one that a page shows where no line is left is above it on every page", () => {
  const [anna, milo, net] = lines("one");
  const group = anna.fragment.get(0) as Y.XmlElement;
  group.delete(0, group.length); // as a program may
  net.settle();
  milo.editor.insertBlocks(
    [{ type: "heading", content: "two" }],
    milo.editor.document[0]!,
    "before",
  );
  net.settle();
  same(anna, milo, ["two", ""]);
});
