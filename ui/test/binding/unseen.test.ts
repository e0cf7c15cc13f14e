/** Words that another had not seen stay, and stay where they belong, whatever the other does to their line at that moment. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { changesOf } from "../../src/binding/changes";
import { ySyncPluginKey } from "../../src/binding";
import { Node } from "prosemirror-model";
import { StepMap } from "prosemirror-transform";
import { caretAt, pair, tableOf, written } from "./hands";
import { Chance, seedOf } from "./random";
import type { Person } from "./world";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

function hold(people: readonly Person[], lines: readonly string[]): void {
  for (const person of people) expect(person.lines).toEqual(lines);
}

test.each([
  ["", "h"],
  ["", "he"],
  ["I", ""],
  ["I", "t"],
  ["It", "a"],
  ["Ita", "b"],
])('a short line "%s", with "%s" seen later, is joined with what is on its way', (seen, more) => {
  const [anna, milo, net] = pair();
  written(anna, "aaa", seen, "ccc");
  net.settle();
  const { id } = anna.editor.document[1]!;
  milo.editor.setTextCursorPosition(id, "end");
  anna.editor.setTextCursorPosition(id, "start");
  milo.type(more);
  net.pass(60, 0);
  milo.type("ello");
  anna.key("Backspace");
  net.pass(60, 0);
  milo.type(" so");
  net.settle();
  const together = [`aaa${seen}${more}ello so`, "ccc"];
  const apart = ["aaa", `${seen}${more}ello so`, "ccc"]; // of an empty line Backspace leaves nothing to join
  const lines = seen + more === "" ? apart : together;
  hold([anna, milo], lines);
});

test.each(["Backspace", "remove"])(
  "an empty line that another takes away by %s stays with what was just begun in it",
  (how) => {
    const [anna, milo, net] = pair();
    written(anna, "aaa", "", "ccc");
    net.settle();
    const { id } = anna.editor.document[1]!;
    milo.editor.setTextCursorPosition(id, "end");
    anna.editor.setTextCursorPosition(id, "start");
    milo.type("hel");
    if (how === "remove") anna.editor.removeBlocks([id]);
    else anna.key("Backspace");
    net.pass(50, 0);
    net.pass(5, 0);
    for (const letter of "lo there") {
      milo.type(letter);
      net.pass(90, 0);
    }
    net.settle();
    hold([anna, milo], ["aaa", "hello there", "ccc"]);
  },
);

test("a line that was written for long goes when another takes it away", () => {
  const [anna, milo, net] = pair();
  written(anna, "aaa", "", "ccc");
  net.settle();
  const { id } = anna.editor.document[1]!;
  milo.editor.setTextCursorPosition(id, "end");
  milo.type("hello");
  net.pass(4000, 0);
  anna.editor.removeBlocks([id]);
  net.settle();
  hold([anna, milo], ["aaa", "ccc"]);
});

const table = (rows: readonly string[][]) =>
  ({
    type: "table",
    content: { type: "tableContent", rows: rows.map((cells) => ({ cells })) },
  }) as never;

test.each<[string, string[][], string[][]]>([
  [
    "a row down",
    [
      ["Bert", "11:00"],
      ["Cleo", "12:00 late"],
      ["Anna", "10:00"],
    ],
    [
      ["Bert", "11:00"],
      ["Cleo", "12:00"],
      ["Anna", "10:00"],
    ],
  ],
  [
    "a row up, past another's words",
    [
      ["Cleo", "12:00 late"],
      ["Anna", "10:00"],
      ["Bert", "11:00"],
    ],
    [
      ["Cleo", "12:00"],
      ["Anna", "10:00"],
      ["Bert", "11:00"],
    ],
  ],
  [
    "a column",
    [
      ["10:00", "Anna"],
      ["11:00", "Bert"],
      ["12:00 late", "Cleo"],
    ],
    [
      ["10:00", "Anna"],
      ["11:00", "Bert"],
      ["12:00", "Cleo"],
    ],
  ],
])("who moves %s leaves another's words in their own cell", (_, becomes, moved) => {
  const [anna, milo, net] = pair();
  const rows = [
    ["Anna", "10:00"],
    ["Bert", "11:00"],
    ["Cleo", "12:00"],
  ];
  anna.editor.replaceBlocks(anna.editor.document, [
    table(rows),
    { type: "paragraph", content: "end" },
  ]);
  net.settle();
  caretAt(milo, "12:00");
  milo.type(" late");
  anna.editor.updateBlock(anna.editor.document[0]!, table(moved));
  net.pass(100, 0);
  net.settle();
  for (const person of [anna, milo]) expect(tableOf(person)).toEqual(becomes);
});

test.each([
  ["hello", "lo wo", ["hello", " world and more"], 5],
  ["hello world", "he", ["hello world", " and more"], 11],
])("a word that is typed stays whole beside Shift+Enter", (at, where, lines, length) => {
  for (const inside of [2, 8, length + 3]) {
    const [anna, milo, net] = pair();
    written(anna, "hello world and more", "ccc");
    net.settle();
    caretAt(milo, "hello world and more", inside);
    milo.type("-");
    net.settle();
    caretAt(anna, anna.lines[0]!, at.length + (inside < at.length ? 1 : 0));
    net.settle();
    anna.key("Enter", { shiftKey: true });
    milo.type("XYZ");
    net.pass(50, 0);
    milo.type("!");
    net.settle();
    const whole = "hello world and more";
    const words = `${whole.slice(0, inside)}-XYZ!${whole.slice(inside)}`;
    for (const person of [anna, milo])
      expect(person.lines[0]!.replace("\n", ""), where + lines.join()).toBe(words);
  }
});

/** How often a key in a line of so many breaks asks for the size of a node. */
function sizesAsked(breaks: number): number {
  const [anna] = pair();
  const words = Array.from({ length: breaks }, (_, i) => `line ${i}`);
  anna.editor.pasteHTML(`<p>${words.join("<br>")}</p>`);
  const spy = vi.spyOn(Node.prototype, "nodeSize", "get");
  anna.view.dispatch(anna.view.state.tr.insertText("x", 8));
  const calls = spy.mock.calls.length;
  spy.mockRestore();
  return calls;
}

test("one key in a line of many breaks costs by their number, and not by its square", () => {
  expect(sizesAsked(400)).toBeLessThan(3 * sizesAsked(200));
});

test("the changes of many steps are those of one after another", () => {
  const seed = seedOf("changes");
  const chance = new Chance(seed);
  for (let round = 0; round < 50; round++) {
    let size = 1000;
    const maps = Array.from({ length: 16 + chance.below(100) }, () => {
      const at = chance.below(size - 10);
      const [gone, come] = [chance.below(8), chance.below(8)];
      size += come - gone;
      return new StepMap([at, gone, come]);
    });
    const changes = changesOf(maps);
    for (let at = 0; at <= 1000; at++) {
      const inside = changes.find(({ fromA, toA }) => at >= fromA && at <= toA);
      if (inside) continue;
      const before = changes.filter(({ toA }) => toA < at).at(-1);
      const moved = before ? before.toB - before.toA : 0;
      expect(
        maps.reduce((place, map) => map.map(place), at),
        `seed ${seed}, round ${round}, ${at}`,
      ).toBe(at + moved);
    }
  }
});

test("an editor that shows nothing keeps no steps", () => {
  const [anna] = pair();
  anna.editor.unmount();
  for (let i = 0; i < 5; i++)
    anna.editor.insertBlocks([{ type: "paragraph" }], anna.editor.document[0]!, "after");
  const { prosemirrorState } = anna.editor as unknown as { prosemirrorState: never };
  expect(ySyncPluginKey.getState(prosemirrorState)?.trail).toBeNull();
});
