/** The outline of a text, and how long it is. */
import { expect, test } from "vitest";
import { counter, lengthOf, minutesToRead } from "../src/pad/outline/count";
import { lastOf, sectionsOf } from "../src/pad/outline/sections";
import { Person } from "./binding/world";

const lay = ({ editor }: Person, blocks: unknown[]) =>
  editor.replaceBlocks(editor.document, blocks as never);
const heading = (level: number, content: string, more: object = {}) => ({
  type: "heading",
  props: { level },
  content,
  ...more,
});
const box = (content: string, checked = false) => ({
  type: "checkListItem",
  props: { checked },
  content,
});

test("headings are listed with their levels and with the boxes below them, also nested ones, and none without words", () => {
  const anna = new Person();
  lay(anna, [
    box("before all", true),
    heading(1, "Sprint review"),
    heading(2, "Decisions"),
    box("one", true),
    {
      type: "paragraph",
      content: "list",
      children: [box("two"), heading(3, "Deep"), box("three")],
    },
    heading(2, "  "),
    box("four", true),
    heading(2, "Open"),
  ]);
  const { doc } = anna.view.state;
  const sections = sectionsOf(doc);
  expect(sections.map(({ words, level, done, boxes }) => [words, level, done, boxes])).toEqual([
    ["Sprint review", 1, 0, 0],
    ["Decisions", 2, 1, 2],
    ["Deep", 3, 1, 2],
    ["Open", 2, 0, 0],
  ]);
  for (const { pos, words } of sections) expect(doc.nodeAt(pos)?.textContent).toBe(words);
  expect(lastOf(sections, ({ pos }) => pos <= 1)).toBe(-1);
  expect(lastOf(sections, ({ pos }) => pos <= doc.content.size)).toBe(3);
  anna.leave();
});

test.each<[string, number, number]>([
  ["", 0, 0],
  ["Two words", 2, 8],
  ["don’t stop, at ten!", 4, 16],
  ["日本語のテキスト", 3, 8],
  ["naïve cafe\u0301 👩‍👩‍👧", 2, 10],
])("“%s” has %i words and %i letters", (text, words, letters) => {
  expect(lengthOf(text)).toEqual({ words, letters });
});

test("a line is counted anew only when it has changed", () => {
  const anna = new Person();
  let counted = 0;
  const count = counter((line) => {
    counted += 1;
    return lengthOf(line);
  });
  lay(
    anna,
    Array.from({ length: 2000 }, () => ({ type: "paragraph", content: "three words here" })),
  );
  expect(count(anna.view.state.doc)).toEqual({ words: 6000, letters: 28_000 });
  expect(counted).toBe(2000);
  anna.editor.setTextCursorPosition(anna.editor.document[1000] as never, "end");
  anna.type(" and more");
  expect(count(anna.view.state.doc)).toEqual({ words: 6002, letters: 28_007 });
  expect(counted).toBe(2001);
  anna.leave();
});

test("cells and code are counted, and two lines are no one word", () => {
  const anna = new Person();
  lay(anna, [
    { type: "table", content: { type: "tableContent", rows: [{ cells: ["one", "two"] }] } },
    { type: "codeBlock", content: "three" },
    { type: "paragraph", content: "four\nfive" },
  ]);
  expect(counter()(anna.view.state.doc).words).toBe(5);
  anna.leave();
});

test("what is read in less than a minute is told as one", () => {
  expect([0, 100, 412, 2200].map(minutesToRead)).toEqual([1, 1, 2, 10]);
});
