/** Somebody takes the letters at which another writes to another line: the caret, and the word that is composed, go with them. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { createElement } from "../../src/binding/create";
import { Chance } from "./random";
import { Network, Person } from "./world";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Two people in a text of these lines. */
function two(...lines: string[]): { anna: Person; milo: Person } {
  const [anna, milo] = [new Person({ client: 10 }), new Person({ client: 20 })];
  anna.editor.setTextCursorPosition(anna.editor.document[0]!, "start");
  lines.forEach((line, i) => {
    if (i > 0) anna.key("Enter");
    anna.type(line);
  });
  milo.take(anna.out.splice(0));
  return { anna, milo };
}

/** Sets the caret before these letters, or behind some of them. */
function before(person: Person, letters: string, behind = 0): void {
  const { doc } = person.view.state;
  let found = -1;
  doc.descendants((node, pos) => {
    const at = node.isText ? (node.text as string).indexOf(letters) : -1;
    if (at >= 0 && found < 0) found = pos + at + behind;
  });
  person.editor._tiptapEditor.commands.setTextSelection(found);
}

const exchange = (a: Person, b: Person): void => {
  for (let i = 0; i < 3; i++) {
    const [fromA, fromB] = [a.out.splice(0), b.out.splice(0)];
    b.take(fromA);
    a.take(fromB);
  }
};

/** What a person reads, without the empty line at the end. */
const held = (person: Person): string[] =>
  person.lines.filter((line, i, all) => line !== "" || i < all.length - 1);

/** An input method's next stage in the place of the last one. */
function compose(person: Person, stage: string, last = ""): void {
  const { view } = person;
  if (!view.composing)
    view.dom.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
  const { from } = view.state.selection;
  view.dispatch(view.state.tr.insertText(stage, from - last.length, from));
}

function ends(person: Person): void {
  person.view.dom.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
  vi.advanceTimersByTime(200);
}

/** Each with what is there after Anna has typed "x" between "be" and "gin", and what the other does meanwhile. */
const TAKEN: { name: string; lines: string[]; does: (milo: Person) => void; becomes: string[] }[] =
  [
    {
      name: "breaks the line before the word",
      lines: ["we begin here"],
      does: (milo) => (before(milo, "be"), milo.key("Enter")),
      becomes: ["we ", "bexgin here"],
    },
    {
      name: "breaks the line and types before the word",
      lines: ["we begin here"],
      does: (milo) => (before(milo, "be"), milo.key("Enter"), milo.type("to ")),
      becomes: ["we ", "to bexgin here"],
    },
    {
      name: "breaks the line at its start",
      lines: ["begin here"],
      does: (milo) => (before(milo, "be"), milo.key("Enter")),
      becomes: ["", "bexgin here"],
    },
    {
      name: "breaks the line in the word",
      lines: ["we begin here"],
      does: (milo) => (before(milo, "be", 1), milo.key("Enter")),
      becomes: ["we b", "exgin here"],
    },
    {
      name: "breaks the line behind the word",
      lines: ["we begin here"],
      does: (milo) => (before(milo, "here"), milo.key("Enter")),
      becomes: ["we bexgin ", "here"],
    },
    {
      name: "joins the line to the one before it",
      lines: ["now ", "we begin here"],
      does: (milo) => (before(milo, "we"), milo.key("Backspace")),
      becomes: ["now we bexgin here"],
    },
    {
      name: "moves the block up",
      lines: ["first", "we begin here"],
      does: (milo) => (before(milo, "we"), milo.editor.moveBlocksUp()),
      becomes: ["we bexgin here", "first"],
    },
    {
      name: "moves the block down",
      lines: ["we begin here", "last"],
      does: (milo) => (before(milo, "we"), milo.editor.moveBlocksDown()),
      becomes: ["last", "we bexgin here"],
    },
    {
      name: "nests the block",
      lines: ["first", "we begin here"],
      does: (milo) => (before(milo, "we"), milo.editor.nestBlock()),
      becomes: ["first", "we bexgin here"],
    },
    {
      name: "makes it a heading",
      lines: ["we begin here"],
      does: (milo) => void milo.editor.updateBlock(milo.editor.document[0]!, { type: "heading" }),
      becomes: ["we bexgin here"],
    },
    ...["# ", "- ", "1. ", "[] ", "> "].map((mark) => ({
      name: `types "${mark}" before it`,
      lines: ["we begin here"],
      does: (milo: Person) => (before(milo, "we"), milo.type(mark)),
      becomes: ["we bexgin here"],
    })),
    {
      name: "types a mark before it, letter by letter",
      lines: ["we begin here"],
      does: (milo) => (before(milo, "we"), milo.type("##"), milo.type(" ")),
      becomes: ["we bexgin here"],
    },
  ];

for (const { name, lines, does, becomes } of TAKEN) {
  test(`a caret stays in its word when another ${name}`, () => {
    const { anna, milo } = two(...lines);
    before(anna, "gin");
    does(milo);
    exchange(anna, milo);
    anna.type("x");
    exchange(anna, milo);
    expect(held(anna)).toEqual(becomes);
    expect(held(milo)).toEqual(becomes);
    expect(anna.inAnswer).toEqual([]);
  });

  test(`a word that is composed is whole when another ${name}`, () => {
    const { anna, milo } = two(...lines);
    before(anna, "gin");
    compose(anna, "q");
    exchange(anna, milo);
    compose(anna, "qw", "q"); // on its way to the other when he does it
    does(milo);
    exchange(anna, milo);
    compose(anna, "qwz", "qw");
    ends(anna);
    exchange(anna, milo);
    const words = becomes.map((line) => line.replace("x", "qwz"));
    expect(held(milo)).toEqual(words);
    expect(held(anna)).toEqual(words);
    anna.type("!");
    expect(anna.text).toContain("qwz!");
  });
}

for (const { name, lines, does, becomes } of TAKEN) {
  test(`letters that are on their way are not lost when another ${name}`, () => {
    const { anna, milo } = two(...lines);
    before(anna, "gin");
    anna.type("q");
    exchange(anna, milo);
    anna.type("w"); // not there yet when he does it
    does(milo);
    exchange(anna, milo);
    vi.advanceTimersByTime(100);
    exchange(anna, milo);
    anna.type("z");
    exchange(anna, milo);
    const words = becomes.map((line) => line.replace("x", "qwz"));
    expect(held(milo)).toEqual(words);
    expect(held(anna)).toEqual(words);
    expect(anna.inAnswer).toEqual([]);
    expect(milo.inAnswer).toEqual([]);
  });
}

test("a word that is composed is whole when a mark before it comes letter by letter", () => {
  const { anna, milo } = two("we begin here");
  before(anna, "gin");
  compose(anna, "q");
  exchange(anna, milo);
  before(milo, "we");
  milo.type("#");
  exchange(anna, milo);
  compose(anna, "qw", "q");
  milo.type(" ");
  exchange(anna, milo);
  compose(anna, "qwz", "qw");
  ends(anna);
  exchange(anna, milo);
  expect(held(milo)).toEqual(["we beqwzgin here"]);
  expect(held(anna)).toEqual(held(milo));
});

test("what another has deleted with all that stood around it does not come back", () => {
  const { anna, milo } = two("we end");
  before(anna, " end");
  anna.type("xyrt,the");
  exchange(anna, milo);
  milo.editor.replaceBlocks(milo.editor.document, [{ type: "paragraph", content: "start, end" }]);
  exchange(anna, milo);
  vi.advanceTimersByTime(200);
  exchange(anna, milo);
  expect(held(milo)).toEqual(["start, end"]);
  expect(held(anna)).toEqual(held(milo));
});

test("a caret stays before the place where another breaks the line", () => {
  const { anna, milo } = two("we begin");
  before(anna, "begin");
  before(milo, "begin");
  milo.key("Enter");
  exchange(anna, milo);
  anna.type("x");
  expect(anna.lines).toEqual(["we x", "begin"]);
});

test("a caret stays where letters are deleted that stand elsewhere too", () => {
  const { anna, milo } = two("one two", "two");
  before(anna, "wo");
  before(milo, " two");
  for (let i = 0; i < 4; i++)
    milo.view.dispatch(
      milo.view.state.tr.delete(milo.view.state.selection.from, milo.view.state.selection.from + 1),
    );
  exchange(anna, milo);
  anna.type("x");
  expect(anna.lines.slice(0, 2)).toEqual(["onex", "two"]);
});

test("who breaks a line in which another writes takes nothing from them that is on its way", () => {
  for (const kind of ["paragraph", "bulletListItem", "checkListItem"] as const) {
    const { anna, milo } = two("to");
    milo.editor.updateBlock(milo.editor.document[0]!, { type: kind });
    exchange(anna, milo);
    anna.editor.setTextCursorPosition(anna.editor.document[0]!, "end");
    anna.type("goth");
    exchange(anna, milo);
    before(milo, "go");
    anna.type("er"); // on its way
    milo.key("Enter");
    exchange(anna, milo);
    anna.type(" now");
    exchange(anna, milo);
    expect(held(anna), kind).toEqual(["to", "gother now"]);
    expect(held(milo)).toEqual(["to", "gother now"]);
  }
});

test("who breaks a line above nested ones takes nothing from those who write there", () => {
  const { anna, milo } = two("above", "below");
  before(milo, "below");
  milo.editor.nestBlock();
  exchange(anna, milo);
  before(anna, "below", 5);
  before(milo, "above", 2);
  anna.type("!"); // on its way
  milo.key("Enter");
  exchange(anna, milo);
  anna.type("?");
  exchange(anna, milo);
  expect(held(milo)).toEqual(["ab", "ove", "below!?"]);
  expect(held(anna)).toEqual(["ab", "ove", "below!?"]);
});

test("letters that are alike stay those of the people who typed them", () => {
  const { anna, milo } = two("aaaa");
  anna.editor.setTextCursorPosition(anna.editor.document[0]!, "end");
  milo.editor._tiptapEditor.commands.setTextSelection(5); // behind the second
  anna.type("a");
  milo.key("Enter");
  exchange(anna, milo);
  anna.type("b");
  exchange(anna, milo);
  expect(held(anna)).toEqual(["aa", "aaab"]);
  expect(held(milo)).toEqual(held(anna));
});

test("of a line that another begins afresh from what it once said no half comes into that", () => {
  for (const [before, after] of [
    [0, 0],
    [0, 4000],
    [4000, 1000],
  ] as const) {
    const [anna, milo] = [new Person({ client: 10 }), new Person({ client: 20 })];
    const net = new Network([anna, milo], new Chance(1));
    const slowly = (letters: string) => {
      for (const letter of letters) {
        anna.type(letter);
        net.pass(50, 0);
      }
    };
    anna.editor.setTextCursorPosition(anna.editor.document[0]!, "start");
    slowly("### ");
    const id = anna.editor.document[0]!.id;
    expect(anna.editor.document[0]!.type).toBe("heading");
    for (let i = 0; i < before; i += 100) net.pass(100, 0);
    slowly("too ");
    for (let i = 0; i < after; i += 100) net.pass(100, 0);
    slowly("much and on");
    // as a host does whose page has drawn the signs alone
    const { schema } = milo.view.state;
    const { nodes } = schema;
    const line = nodes.paragraph!.create(null, schema.text("### "));
    const { type } = createElement(nodes.blockContainer!.create({ id }, line));
    const group = new Y.XmlElement("blockGroup");
    milo.doc.transact(() => {
      milo.fragment.delete(0, milo.fragment.length);
      milo.fragment.insert(0, [group]);
      group.insert(0, [type as Y.XmlElement]);
    });
    net.settle();
    expect(["", "too much and on"], `${before}, ${after}`).toContain(
      held(anna).join("|").replace("### ", ""),
    );
    expect(held(milo)).toEqual(held(anna));
    [anna, milo].forEach((person) => person.leave());
  }
});
