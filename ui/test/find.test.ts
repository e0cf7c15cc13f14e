/** What is found: which letters are the same, what an edit costs, and that nothing of others is lost where something is replaced. */
import { TextSelection } from "@tiptap/pm/state";
import { describe, expect, test } from "vitest";
import { createExtension } from "@blocknote/core";
import { yUndoPluginKey } from "../src/binding";
import { fieldBy, stepBy } from "../src/pad/find/keys";
import { finderOf, type Finder } from "../src/pad/find/letters";
import { Matches } from "../src/pad/find/matches";
import { replace } from "../src/pad/find/replace";
import { found } from "../src/pad/find/shown";
import { Chance, seedOf } from "./binding/random";
import { Network, Person } from "./binding/world";

/** What is found of these words in a line, as it is written there. */
const foundIn = (line: string, words: string) =>
  (finderOf(words) as Finder)(line).map(([from, to]) => line.slice(from, to));

describe("letters", () => {
  test.each<[string, string, string[]]>([
    ["Ärger, ärgerlich, ÄRGER", "är", ["Är", "är", "ÄR"]],
    ["Arger Ärger", "ar", ["Ar"]],
    ["A\u0308rger", "ä", ["A\u0308"]],
    ["ärger", "a\u0308", ["ä"]],
    ["resume\u0301 resume", "resume", ["resume"]],
    ["Straße STRASSE straẞe", "strasse", ["Straße", "STRASSE", "straẞe"]],
    ["ß", "s", []],
    ["ΟΔΟΣ οδος", "οδοσ", ["ΟΔΟΣ", "οδος"]],
    ["ﬁnd find", "FIND", ["ﬁnd", "find"]],
    ["İstanbul istanbul", "stanbul", ["stanbul", "stanbul"]],
    ["👍🏽 👍", "👍", ["👍"]],
    ["🇩🇪🇪🇸", "🇪🇸", ["🇪🇸"]],
    ["👩‍👩‍👧 x", "x", ["x"]],
    ["10\u00a0kg", "10 kg", ["10\u00a0kg"]],
    ["aaaa", "aa", ["aa", "aa"]],
    ["日本語の日本", "日本", ["日本", "日本"]],
    ["a.c abc", "a.c", ["a.c"]],
  ])("in “%s” the words “%s” are found as %j", (line, words, all) => {
    expect(foundIn(line, words)).toEqual(all);
  });

  test("every sign of Unicode is found where it stands, and not in part", () => {
    const lost: string[] = [];
    for (let code = 0x20; code < 0x20000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const sign = String.fromCodePoint(code);
      if (/\p{M}|\p{Cn}|\p{EMod}|\p{Cf}|[\u1100-\u11ff\uac00-\ud7ff]|\p{Cc}/u.test(sign)) continue;
      if (foundIn(`\n${sign}\n`, sign)[0]?.trim() !== sign.trim()) lost.push(code.toString(16));
    }
    expect(lost).toEqual([]);
  });
});

const slot = createExtension({ key: "found", prosemirrorPlugins: [found] });
const person = (client: number, holds?: Person) =>
  new Person({ client, options: { extensions: [slot] } as never, ...(holds ? { holds } : {}) });

/** Looks for words in a person's text, and counts the lines that are looked through. */
function look({ view }: Person, words: string, at = 0): { lines: number } {
  const visited = { lines: 0 };
  const find = finderOf(words) as Finder;
  const counted: Finder = (letters) => {
    visited.lines += 1;
    return find(letters);
  };
  view.dispatch(view.state.tr.setMeta(found, Matches.in(view.state.doc, counted, at)));
  return visited;
}
const shown = ({ view }: Person) => found.getState(view.state) as Matches;
const words = (someone: Person) =>
  shown(someone).all.map(({ from, to }) => someone.view.state.doc.textBetween(from, to));
const lay = ({ editor }: Person, blocks: unknown[]) =>
  editor.replaceBlocks(editor.document, blocks as never);
const line = (content: unknown, more: object = {}) => ({ type: "paragraph", content, ...more });
const bold = (text: string) => ({ type: "text", text, styles: { bold: true } });
const plain = (text: string) => ({ type: "text", text, styles: {} });
const end = (someone: Person) => someone.leave();

test("words are found in titles, code, cells and nested lines, across what is bold, and never from one line into the next", () => {
  const anna = person(1);
  lay(anna, [
    { type: "heading", content: "The Tablet" },
    { type: "codeBlock", content: "const tablet = 1;\ntablet += 1;" },
    {
      type: "table",
      content: {
        type: "tableContent",
        rows: [{ cells: ["a tablet", "tab"] }, { cells: ["let", ""] }],
      },
    },
    line("outer", { children: [line([plain("ta"), bold("bl"), plain("et")])] }),
    line("tab"),
    line("let"),
  ]);
  look(anna, "tablet");
  expect(words(anna)).toEqual(["Tablet", "tablet", "tablet", "tablet", "tablet"]);
  end(anna);
});

test("in 1000 lines a key of somebody else looks through the line that it is typed in, and so does a line that comes or goes", () => {
  const anna = person(1);
  lay(
    anna,
    Array.from({ length: 1000 }, (_, i) => line(`line ${i} of the tablet`)),
  );
  const milo = person(2, anna);
  const visited = look(anna, "tablet");
  expect(visited.lines).toBe(1000);
  const { editor } = milo;
  for (const deed of [
    () => editor.setTextCursorPosition(editor.document[500] as never, "start"),
    () => milo.type("tablet "),
    () => milo.key("Enter"),
    () => editor.removeBlocks([editor.document[10] as never]),
  ]) {
    visited.lines = 0;
    deed();
    anna.take(milo.out.splice(0));
    expect(visited.lines).toBeLessThanOrEqual(4);
  }
  expect(shown(anna).all.length).toBe(1000);
  [anna, milo].forEach(end);
});

test("what is found stays right through any edits of two people", () => {
  const seed = seedOf("found");
  const chance = new Chance(seed);
  const told = `seed ${seed}`;
  const anna = person(1);
  lay(
    anna,
    ["aa b", "ab aab", "", "b a"].map((text) => line(text)),
  );
  const milo = person(2, anna);
  const network = new Network([anna, milo], chance);
  look(anna, "ab");
  for (let round = 0; round < 120; round++) {
    const who = chance.of([anna, milo]);
    const { view } = who;
    const at = chance.below(view.state.doc.content.size - 2) + 1;
    view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at))));
    const deeds = [
      () => who.type("ab"),
      () => who.type("b"),
      () => who.key("Enter"),
      () => who.key("Backspace"),
      () => who.key("Tab"),
      () => who.editor.undo(),
    ];
    chance.of(deeds)();
    network.pass(50);
    const { doc } = anna.view.state;
    expect(shown(anna).all, told).toEqual(Matches.in(doc, finderOf("ab"), 0).all);
    expect(shown(anna).drawn.find().length, told).toBe(
      shown(anna).all.length + (shown(anna).here ? 1 : 0),
    );
  }
  [anna, milo].forEach(end);
});

const undoOf = ({ view }: Person) => yUndoPluginKey.getState(view.state)?.undoManager;
function replaceAll(someone: Person, by: string): void {
  undoOf(someone)?.stopCapturing();
  const { view } = someone;
  view.dispatch(replace(view.state.tr, shown(someone).all, by));
  undoOf(someone)?.stopCapturing();
}

test("all are replaced as one step of undo, which takes back neither what was typed before nor after", () => {
  const anna = person(1);
  lay(anna, [line("a tablet, Tablet"), { type: "codeBlock", content: "tablet" }, line("end")]);
  anna.editor.setTextCursorPosition(anna.editor.document[2] as never, "end");
  anna.type(" typed");
  look(anna, "tablet");
  replaceAll(anna, "phone");
  expect(anna.lines).toEqual(["a phone, phone", "phone", "end typed"]);
  expect(shown(anna).all).toEqual([]);
  anna.type("!");
  anna.editor.undo();
  expect(anna.lines).toEqual(["a phone, phone", "phone", "end typed"]);
  anna.editor.undo();
  expect(anna.lines).toEqual(["a tablet, Tablet", "tablet", "end typed"]);
  expect(shown(anna).all.length).toBe(3);
  anna.editor.redo();
  expect(anna.lines).toEqual(["a phone, phone", "phone", "end typed"]);
  end(anna);
});

test("what replaces words looks as their first letter does, and the rest of the line stays as it was", () => {
  const anna = person(1);
  lay(anna, [line([plain("x "), bold("ta"), plain("blet y")])]);
  look(anna, "tablet");
  replaceAll(anna, "phone");
  expect(anna.editor.document[0]?.content).toEqual([plain("x "), bold("phone"), plain(" y")]);
  look(anna, "phone");
  replaceAll(anna, "");
  expect(anna.lines).toEqual(["x  y"]);
  end(anna);
});

test("who types in a line while another replaces words in it loses no letter, also within the words", () => {
  const anna = person(1);
  lay(anna, [line("the tablet and the tablet")]);
  const milo = person(2, anna);
  const places: [number, string, string][] = [
    [0, "Now ", "Now the phone and the phone"],
    [14, ", here,", "the phone and, here, the phone"],
    [25, " stay", "the phone and the phone stay"],
    [7, "XYZ", "XYZ"],
  ];
  for (const [at, typed, reads] of places) {
    look(anna, "tablet");
    milo.view.dispatch(
      milo.view.state.tr.setSelection(TextSelection.create(milo.view.state.doc, 3 + at)),
    );
    milo.type(typed);
    replaceAll(anna, "phone");
    const [ours, theirs] = [anna.out.splice(0), milo.out.splice(0)];
    anna.take(theirs);
    milo.take(ours);
    expect(milo.lines).toEqual(anna.lines);
    expect(anna.text).toContain(reads);
    lay(anna, [line("the tablet and the tablet")]);
    milo.take(anna.out.splice(0));
    anna.take(milo.out.splice(0));
  }
  [anna, milo].forEach(end);
});

test("a letter that is everywhere is drawn around where one stands, and one comes to each of them", () => {
  const anna = person(1);
  lay(
    anna,
    Array.from({ length: 60 }, () => line("e".repeat(50))),
  );
  look(anna, "e");
  let matches = shown(anna);
  expect(matches.all.length).toBe(3000);
  for (const by of [-1, -1, 1, 1, 1, ...Array.from({ length: 1200 }, () => 1)]) {
    matches = matches.step(anna.view.state.doc, by);
    const { here } = matches;
    const drawn = matches.drawn.find(here?.from, here?.to);
    expect(drawn.some(({ from, spec }) => from === here?.from && spec !== undefined)).toBe(true);
    expect(matches.drawn.find().length).toBeLessThanOrEqual(1001);
  }
  expect(matches.index).toBe(1201);
  end(anna);
});

test("where the match that one stands on goes, one stands on the next, and after the last on the first", () => {
  const anna = person(1);
  lay(
    anna,
    ["one tablet", "two tablet", "three tablet"].map((text) => line(text)),
  );
  look(anna, "tablet", 20);
  expect(shown(anna).index).toBe(1);
  anna.editor.removeBlocks([anna.editor.document[1] as never]);
  expect([shown(anna).index, shown(anna).all.length]).toEqual([1, 2]);
  anna.editor.removeBlocks([anna.editor.document[1] as never]);
  expect([shown(anna).index, shown(anna).all.length]).toEqual([0, 1]);
  anna.editor.removeBlocks([anna.editor.document[0] as never]);
  expect([shown(anna).index, shown(anna).all.length]).toEqual([-1, 0]);
  end(anna);
});

test("what replaces words may hold them: one stands on the next place then, and each is replaced once", () => {
  const anna = person(1);
  lay(anna, [line("a cat and a cat")]);
  look(anna, "cat", 0);
  for (let i = 0; i < 2; i += 1) {
    const { here } = shown(anna);
    const { state } = anna.view;
    if (here) anna.view.dispatch(replace(state.tr, [here], "cats"));
    const { from = 0 } = here ?? {};
    anna.view.dispatch(
      anna.view.state.tr.setMeta(found, shown(anna).standingAt(anna.view.state.doc, from + 4)),
    );
  }
  expect(anna.lines[0]).toBe("a cats and a cats");
  end(anna);
});

test("the words of 400 places in 400 lines are replaced at once, each a step of its own", () => {
  const anna = person(1);
  lay(
    anna,
    Array.from({ length: 400 }, (_, i) => line(`line ${i} of the tablet`)),
  );
  look(anna, "tablet");
  replaceAll(anna, "phone");
  expect(anna.lines.filter((text) => text.endsWith("of the phone")).length).toBe(400);
  anna.editor.undo();
  expect(shown(anna).all.length).toBe(400);
  end(anna);
});

test.each<[string, KeyboardEventInit, ReturnType<typeof fieldBy>]>([
  ["Ctrl+F", { key: "f", code: "KeyF" }, "words"],
  ["Ctrl+F under caps lock", { key: "F", code: "KeyF" }, "words"],
  ["Ctrl+F on a Ukrainian keyboard", { key: "а", code: "KeyF" }, "words"],
  ["Ctrl+U on a Dvorak keyboard", { key: "u", code: "KeyF" }, null],
  ["Ctrl+F on a Dvorak keyboard", { key: "f", code: "KeyY" }, "words"],
  ["Ctrl+H", { key: "h", code: "KeyH" }, "replacement"],
  ["Ctrl+Shift+F", { key: "F", code: "KeyF", shiftKey: true }, null],
  ["AltGr+F", { key: "đ", code: "KeyF", altKey: true }, null],
])("%s asks for what it asks for in other programs", (_keys, init, field) => {
  expect(fieldBy(new KeyboardEvent("keydown", { ctrlKey: true, ...init }))).toBe(field);
  expect(fieldBy(new KeyboardEvent("keydown", init))).toBe(null);
});

const by = (init: KeyboardEventInit) => stepBy(new KeyboardEvent("keydown", init));
test("F3 and Ctrl+G go on, with Shift back, and a G alone is typed", () => {
  expect([by({ key: "F3" }), by({ key: "F3", shiftKey: true })]).toEqual([1, -1]);
  expect([
    by({ key: "g", ctrlKey: true }),
    by({ key: "G", ctrlKey: true, shiftKey: true }),
  ]).toEqual([1, -1]);
  expect([by({ key: "g" }), by({ key: "F3", altKey: true })]).toEqual([null, null]);
});
