/** What people tell of their carets, and where the others see them. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { yCursorPluginKey, ySyncPluginKey } from "../../src/binding";
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  toAbsolute,
  toRelative,
} from "../../src/binding/positions";
import type { SyncState } from "../../src/binding/sync";
import { Person, type PersonOptions } from "./world";

beforeEach(() => void vi.useFakeTimers());
const here: Person[] = [];
afterEach(() => {
  here.splice(0).forEach((person) => person.leave());
  vi.useRealTimers();
});

function enter(options: PersonOptions = {}): Person {
  const person = new Person({ present: true, ...options });
  here.push(person);
  return person;
}

const presence = ({ awareness }: Person) => awareness as Awareness;

/** Each page has the focus in a window of its own. */
const focus = ({ view }: Person) => void (view.hasFocus = () => true);

/** Counts what a person tells. */
function countOf(person: Person): () => number {
  let count = 0;
  presence(person).on(
    "update",
    (_changes: unknown, origin: unknown) => void (origin === "local" && count++),
  );
  return () => count;
}
const frame = () => vi.advanceTimersByTime(20);

/** What each has written and told reaches the other. */
function exchange(a: Person, b: Person): void {
  for (let i = 0; i < 3; i++) {
    const [fromA, fromB] = [a.out.splice(0), b.out.splice(0)];
    b.take(fromA);
    a.take(fromB);
    a.hear(b);
    b.hear(a);
    frame();
  }
}

/** Sets the caret before these letters, or marks them. */
function at(person: Person, letters: string, marked = ""): void {
  let found = -1;
  person.view.state.doc.descendants((node, pos) => {
    const index = node.isText ? (node.text as string).indexOf(letters) : -1;
    if (index >= 0 && found < 0) found = pos + index;
  });
  expect(found, letters).toBeGreaterThan(0);
  person.editor._tiptapEditor.commands.setTextSelection({ from: found, to: found + marked.length });
}

/** The text as `person` sees it, with "|" where the caret of another is drawn, and "[" and "]" around what they have marked. */
function seenBy({ view: { state } }: Person): string {
  const marks = yCursorPluginKey
    .getState(state)!
    .find()
    .flatMap(({ from, to }) =>
      from === to
        ? [[from, "|"]]
        : [
            [from, "["],
            [to, "]"],
          ],
    ) as [number, string][];
  const { tr } = state;
  for (const [pos, mark] of marks.sort(([a, one], [b, other]) => b - a || other.localeCompare(one)))
    tr.insertText(mark, pos);
  const lines: string[] = [];
  tr.doc.descendants((node) => void (node.isTextblock && lines.push(node.textContent)));
  return lines.filter(Boolean).join("\n");
}

const caretsOf = ({ view }: Person): string[] =>
  yCursorPluginKey
    .getState(view.state)!
    .find()
    .map(({ spec }) => spec.key as string);

/** Anna, who has her caret in this text where "|" stands, or marks what stands in brackets; and Milo, who came later. */
function two(text: string): { anna: Person; milo: Person } {
  const anna = enter({ client: 10 });
  focus(anna);
  anna.editor.setTextCursorPosition(anna.editor.document[0]!, "start");
  anna.type(text.replace(/[|[\]]/g, ""));
  const [before = "", behind = ""] = text.split(/[|[]/);
  const marked = behind.includes("]") ? behind.slice(0, behind.indexOf("]")) : "";
  if (behind) at(anna, behind.replace("]", ""), marked);
  else expect(before).not.toBe("");
  const milo = enter({ client: 20, holds: anna });
  anna.out.splice(0);
  frame();
  return { anna, milo };
}

test("who comes later sees the carets of those who rest", () => {
  const { milo } = two("some |words");
  expect(seenBy(milo)).toBe("some |words");
});

test("nothing is drawn anew in a line where one composes, until the word is done; elsewhere it is", async () => {
  const { anna, milo } = two("start| end");
  focus(milo);
  milo.editor.insertBlocks([{ content: "another line" }], milo.editor.document[0]!, "after");
  exchange(anna, milo);
  const { view } = anna;
  const ines = enter({ client: 30, holds: anna });
  const shows = async (person: Person, letters: string, marked = "") => {
    at(person, letters, marked);
    exchange(person, anna);
    await Promise.resolve(); // where a caret is drawn without a frame
  };
  for (const person of [milo, ines]) focus(person);
  await shows(milo, "end");
  expect(seenBy(anna)).toBe("start |end\nanother line");
  at(anna, " end");
  view.dom.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
  view.dispatch(view.state.tr.insertText("みず"));
  const drawn = () => yCursorPluginKey.getState(view.state)!.find();
  const [kept] = drawn();
  await shows(ines, "another");
  expect(seenBy(anna)).toBe("startみず |end\n|another line");
  await shows(milo, "start");
  await shows(milo, "start", "start");
  await shows(milo, "line");
  await shows(ines, "start", "start");
  expect(seenBy(anna)).toBe("startみず |end\nanother line");
  expect(drawn()[0]?.spec).toBe(kept?.spec);
  view.dom.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
  vi.advanceTimersByTime(200);
  expect(seenBy(anna)).toBe("[start]|みず end\nanother |line");
});

test("who breaks a line leaves the part where another's caret is in its place, and what they type meanwhile stands there", () => {
  for (const [caret, enterAt, lines] of [
    ["end", "d", ["start, word en", "d"]],
    ["end", "rt", ["sta", "rt, word end"]],
  ] as const) {
    const { anna, milo } = two("start, end|");
    anna.view.hasFocus = () => false; // she wrote it all, its end last, and has gone elsewhere
    anna.view.dom.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
    const ines = enter({ client: 30, holds: anna });
    focus(milo);
    at(milo, caret);
    frame();
    for (const other of [anna, milo]) ines.hear(other);
    frame();
    expect(seenBy(ines)).toBe("start, |end");
    milo.type("wo");
    at(ines, enterAt);
    ines.key("Enter");
    for (const letter of "rd ") milo.type(letter);
    exchange(milo, ines);
    vi.advanceTimersByTime(1000);
    exchange(milo, ines);
    for (const person of [milo, ines]) expect(person.lines.filter(Boolean), enterAt).toEqual(lines);
  }
});

test("who is heard of before the text is there is seen as soon as it comes", () => {
  const anna = enter({ client: 10 });
  focus(anna);
  anna.key("Enter");
  anna.type("abc");
  const milo = enter({ client: 20 });
  milo.hear(anna);
  frame();
  expect(seenBy(milo)).toBe("");
  milo.take(anna.out.splice(0));
  frame();
  expect(seenBy(milo)).toBe("abc|");
});

for (const text of ["some |words", "some words|", "|some words"]) {
  test(`typing in "${text}" sends no presence, and takes the caret along at once; moving the caret sends one message`, () => {
    const { anna, milo } = two(text);
    const told = countOf(anna);
    anna.type("hello");
    milo.take(anna.out.splice(0));
    expect(told()).toBe(0);
    expect(seenBy(milo)).toBe(text.replace("|", "hello|"));
    at(anna, "me");
    expect(told()).toBe(1);
    exchange(anna, milo);
    expect(seenBy(milo)).toBe(text.replace("|", "hello").replace("me", "|me"));
  });
}

test("where one types at another's caret, it is drawn where her next letter lands, and that costs one message", () => {
  for (const text of ["some |words", "some words|", "|some words"]) {
    const { anna, milo } = two(text);
    const told = countOf(anna);
    milo.editor._tiptapEditor.commands.setTextSelection(anna.view.state.selection.head);
    for (const letter of "xyz") {
      milo.type(letter);
      exchange(anna, milo);
    }
    expect(seenBy(milo)).toBe(text.replace("|", "|xyz"));
    anna.type("Q");
    exchange(anna, milo);
    expect(seenBy(milo)).toBe(text.replace("|", "Q|xyz"));
    expect(told()).toBe(1);
  }
});

test("while two type at one place, each caret is drawn behind its owner's letters", () => {
  const { anna, milo } = two("some |words");
  focus(milo);
  for (let i = 0; i < 4; i++) {
    anna.type("abcd"[i]!);
    if (i === 0) at(milo, "words");
    milo.type("wxyz"[i]!);
    exchange(anna, milo);
  }
  const whole = anna.text.trim();
  expect(["some abcdwxyzwords", "some wxyzabcdwords"]).toContain(whole);
  expect(seenBy(milo)).toBe(whole.replace("abcd", "abcd|"));
});

test("where somebody moves, their caret is drawn with what came in, and waits for no frame", async () => {
  const [anna, ben] = [enter(), enter()];
  for (const person of [anna, ben]) focus(person);
  anna.type("one two");
  exchange(anna, ben);
  at(ben, "one");
  exchange(anna, ben);
  expect(seenBy(anna)).toContain("|one two");
  at(ben, "two");
  const frames = vi.spyOn(window, "requestAnimationFrame");
  anna.hear(ben);
  await Promise.resolve();
  expect(seenBy(anna)).toContain("one |two");
  expect(frames).not.toHaveBeenCalled();
});

test("a caret stays when the letter behind it is deleted", () => {
  const { milo } = two("some |words");
  const { from } = (at(milo, "words"), milo.view.state.selection);
  milo.view.dispatch(milo.view.state.tr.delete(from, from + 1));
  expect(seenBy(milo)).toBe("some |ords");
  milo.view.dispatch(milo.view.state.tr.delete(from - 2, from + 1));
  expect(seenBy(milo)).toBe("som|rds");
});

test("what somebody has marked takes in nothing that another types at its ends", () => {
  const { anna, milo } = two("some [words] here");
  for (const [before, letter, marked] of [
    [" here", "x", "some [words]|x here"],
    ["words", "y", "some y[words]|x here"],
  ] as const) {
    at(milo, before);
    milo.type(letter);
    expect(seenBy(milo)).toBe(marked);
    exchange(anna, milo);
    expect(seenBy(milo)).toBe(marked);
  }
});

/** What can't be used, and what names letters that nobody has written. */
const ANYTHING: unknown[] = [
  "foo",
  7,
  true,
  [],
  {},
  { anchor: 1, head: {} },
  { anchor: { type: "x" }, head: { item: "y" } },
  { anchor: { tname: "elsewhere" }, head: { tname: "elsewhere" } },
  { anchor: { item: { client: 5, clock: 9 } }, head: { item: { client: 5, clock: 9 } } },
];

test("whatever one person tells, the carets of the others are drawn, and nothing of it is changed", () => {
  const { anna, milo } = two("some |words");
  const strangers: [number, unknown][] = ANYTHING.flatMap((thing) => [
    { user: { name: "Eve", color: "#123456" }, cursor: thing },
    { user: thing, cursor: presence(anna).getLocalState()?.cursor },
    { user: { name: thing, color: thing }, cursor: presence(anna).getLocalState()?.cursor },
    thing,
  ]).map((state, i) => [1000 + i, state]);
  const before = JSON.stringify(strangers);
  for (const [client, state] of strangers)
    presence(milo).states.set(client, state as Record<string, unknown>);
  milo.hear(anna);
  presence(milo).emit("change", [{ added: [], updated: [], removed: [] }, "net"]);
  frame();
  expect(caretsOf(milo)).toContain("10");
  expect(caretsOf(milo)).toHaveLength(1 + 2 * ANYTHING.length);
  expect(JSON.stringify(strangers)).toBe(before);
  expect([...milo.doc.share.keys()]).not.toContain("elsewhere");
  milo.type("x");
  frame();
  expect(caretsOf(milo)).toContain("10");
});

test("each place between blocks is found again, and none that is elsewhere", () => {
  const anna = enter();
  anna.editor.replaceBlocks(anna.editor.document, [
    { type: "paragraph", content: "one" },
    { type: "divider" },
    {
      type: "table",
      content: { type: "tableContent", rows: [{ cells: ["a", "b"] }, { cells: ["c", ""] }] },
    },
    { type: "divider" },
    { type: "paragraph", content: "two" },
  ]);
  const { binding, doc, type } = ySyncPluginKey.getState(anna.view.state) as SyncState;
  const { root } = binding.mapping;
  let nodes = 0;
  anna.view.state.doc.descendants((node, pos) => {
    if (node.isText) return;
    nodes++;
    for (const place of [pos, pos + node.nodeSize])
      expect(
        toAbsolute(toRelative(place, root!), binding.mapping, doc),
        `${place} at ${node.type.name}`,
      ).toBe(place);
    const before = toRelative(pos, root!);
    if (before.item)
      expect(toAbsolute({ ...before, assoc: -1 }, binding.mapping, doc)).toBe(pos + node.nodeSize);
  });
  expect(nodes).toBeGreaterThan(20);
  const place = absolutePositionToRelativePosition(4, type, binding.mapping);
  expect(relativePositionToAbsolutePosition(doc, type, place, binding.mapping)).toBe(4);
  expect(
    relativePositionToAbsolutePosition(doc, doc.getXmlFragment("other"), place, binding.mapping),
  ).toBeNull();
  expect(
    toAbsolute(
      Y.createRelativePositionFromTypeIndex(doc.getXmlFragment("other"), 0),
      binding.mapping,
      doc,
    ),
  ).toBeNull();
});
