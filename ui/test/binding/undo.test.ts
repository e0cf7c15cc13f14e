/** Undo takes back one's own, and leaves what others have made of it. */
import { EditorState, Plugin, TextSelection } from "prosemirror-state";
import { addRowAfter } from "prosemirror-tables";
import { EditorView } from "prosemirror-view";
import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { ySyncPlugin, yXmlFragmentToProseMirrorRootNode } from "../../src/binding";
import { beforeCaret, caretAt, pair, pause, tableOf, written } from "./hands";
import { Chance, rounds, seedOf } from "./random";
import { Network, Person } from "./world";

test("undo takes back one's own words, a word at a time, and the caret comes back", () => {
  const [anna, milo, net] = pair();
  written(anna, "start ");
  net.settle();
  caretAt(anna, "start ");
  pause(anna);
  anna.type("one two");
  net.settle();
  caretAt(milo, "start", 0);
  milo.type("M ");
  net.settle();
  anna.editor.undo();
  expect(anna.text).toBe("M start one ");
  expect(beforeCaret(anna)).toBe("M start one ");
  anna.editor.redo();
  expect(anna.text).toBe("M start one two");
  net.settle();
  expect(milo.text).toBe(anna.text);
});

test("undo leaves a line in which another has written, with all that it was born with", () => {
  const [anna, milo, net] = pair();
  written(anna, "first");
  net.settle();
  pause(anna);
  const block = anna.editor.insertBlocks(
    [{ type: "heading", props: { level: 3 }, content: "mine" }],
    anna.editor.document[0]!,
    "after",
  )[0]!;
  net.settle();
  caretAt(milo, "mine");
  milo.type(" and theirs");
  net.settle();
  anna.editor.undo();
  net.settle();
  expect(anna.lines).toEqual(["first", " and theirs"]);
  expect(anna.editor.document[1]).toMatchObject({
    id: block.id,
    type: "heading",
    props: { level: 3 },
  });
  expect(milo.view.state.doc.toJSON()).toEqual(anna.view.state.doc.toJSON());
});

test("undo leaves a table whole into which another has written", () => {
  const [anna, milo, net] = pair();
  written(anna, "first", "/");
  net.settle();
  pause(anna);
  const rows = [{ cells: ["", ""] }, { cells: ["", ""] }];
  anna.editor.updateBlock(anna.editor.document[1]!, {
    type: "table",
    content: { type: "tableContent", rows },
  } as never);
  net.settle();
  const { doc, tr } = milo.view.state;
  let cell = -1;
  doc.descendants((node, pos) => void (node.type.name === "tableParagraph" && (cell = pos + 1)));
  milo.view.dispatch(tr.setSelection(TextSelection.create(doc, cell)));
  milo.type("MM");
  net.settle();
  for (const again of ["undo", "redo"] as const) {
    anna.editor[again]();
    net.settle();
    expect(tableOf(anna)).toEqual([
      ["", ""],
      ["", "MM"],
    ]);
    const container = (anna.fragment.get(0) as Y.XmlElement).get(1) as Y.XmlElement;
    expect(container.toArray().map((kid) => (kid as Y.XmlElement).nodeName)).toEqual(["table"]);
    expect(milo.view.state.doc.toJSON()).toEqual(anna.view.state.doc.toJSON());
  }
  // in a table that is theirs together, undo takes back what one adds, and one's own letters
  pause(anna);
  caretAt(anna, "MM");
  addRowAfter(anna.view.state, anna.view.dispatch);
  pause(anna);
  anna.type("A");
  anna.editor.undo();
  anna.editor.undo();
  net.settle();
  expect(tableOf(milo)).toEqual([
    ["", ""],
    ["", "MM"],
  ]);
});

test("undo leaves a line whole that was made another kind, into which another has written", () => {
  const [anna, milo, net] = pair();
  written(anna, "title");
  net.settle();
  pause(anna);
  anna.editor.updateBlock(anna.editor.document[0]!, { type: "heading" });
  net.settle();
  caretAt(milo, "title");
  milo.type(" of ours");
  net.settle();
  anna.editor.undo();
  net.settle();
  expect(anna.lines).toEqual(["title of ours"]);
  expect(((anna.fragment.get(0) as Y.XmlElement).get(0) as Y.XmlElement).length).toBe(1);
  expect(milo.view.state.doc.toJSON()).toEqual(anna.view.state.doc.toJSON());
});

/** Milo writes between the letters of "third" and behind them. */
const writtenInto = (milo: Person) => {
  caretAt(milo, "rd");
  milo.type("MM");
  caretAt(milo, "rdMM", 1);
  milo.type("N");
};

/** What Anna does to the lines first, second, third; what all see then, and after Milo has written into it. */
const ACTS: Record<string, { does: (anna: Person) => void; made: string[]; seen: string[] }> = {
  "a line that was moved": {
    does: (anna) => {
      caretAt(anna, "third");
      anna.editor.moveBlocksUp();
    },
    made: ["first", "third", "second"],
    seen: ["first", "thirNdMM", "second"],
  },
  "a line that was joined to the one before it": {
    does: (anna) => {
      caretAt(anna, "third", 0);
      anna.key("Backspace");
    },
    made: ["first", "secondthird"],
    seen: ["first", "secondthirNdMM"],
  },
  "a line that was broken": {
    does: (anna) => {
      caretAt(anna, "third", 2);
      anna.key("Enter");
    },
    made: ["first", "second", "th", "ird"],
    seen: ["first", "second", "th", "irNdMM"],
  },
};

for (const [what, { does, made, seen }] of Object.entries(ACTS)) {
  test(`undo brings back ${what}, and tears no word where another has written into it`, () => {
    for (const isAlone of [true, false]) {
      const [anna, milo, net] = pair();
      const lines = ["first", "second", "third"];
      written(anna, ...lines);
      net.settle();
      pause(anna);
      does(anna);
      net.settle();
      expect(milo.lines).toEqual(made);
      if (!isAlone) writtenInto(milo);
      net.settle();
      for (const [again, then] of [
        ["undo", isAlone ? lines : seen],
        ["redo", isAlone ? made : seen],
      ] as const) {
        anna.editor[again]();
        net.settle();
        expect(anna.lines).toEqual(then);
        expect(milo.view.state.doc.toJSON()).toEqual(anna.view.state.doc.toJSON());
      }
    }
  });
}

/** What Anna does in two steps to the lines first, second, third; the line into which Milo then writes. */
const TWICE: Record<string, { does: ((anna: Person) => void)[]; into: string; seen: string[] }> = {
  "moved twice": {
    does: [(anna) => anna.editor.moveBlocksUp(), (anna) => anna.editor.moveBlocksUp()],
    into: "third",
    seen: ["thirdMM", "first", "second"],
  },
  "broken and joined again": {
    does: [
      (anna) => {
        caretAt(anna, "third", 2);
        anna.key("Enter");
      },
      (anna) => anna.key("Backspace"),
    ],
    into: "third",
    seen: ["first", "second", "thirdMM"],
  },
  "joined twice": {
    does: [
      (anna) => {
        caretAt(anna, "third", 0);
        anna.key("Backspace");
      },
      (anna) => {
        caretAt(anna, "second", 0);
        anna.key("Backspace");
      },
    ],
    into: "firstsecondthird",
    seen: ["firstsecondthirdMM"],
  },
  "made another kind twice": {
    does: [
      (anna) => anna.editor.updateBlock(anna.editor.document[2]!, { type: "heading" }),
      (anna) => anna.editor.updateBlock(anna.editor.document[2]!, { type: "bulletListItem" }),
    ],
    into: "third",
    seen: ["first", "second", "thirdMM"],
  },
};

for (const [what, { does, into, seen }] of Object.entries(TWICE)) {
  test(`undo leaves a line that was ${what} once, and takes back what was done elsewhere before`, () => {
    const [anna, milo, net] = pair();
    written(anna, "first", "second", "third", "other");
    net.settle();
    pause(anna);
    caretAt(anna, "other");
    anna.type("X");
    pause(anna);
    caretAt(anna, "third");
    for (const act of does) {
      act(anna);
      pause(anna);
    }
    net.settle();
    caretAt(milo, into);
    milo.type("MM");
    net.settle();
    for (const then of [
      [...seen, "otherX"],
      [...seen, "other"],
    ]) {
      anna.editor.undo();
      net.settle();
      expect(anna.lines).toEqual(then);
      expect(milo.view.state.doc.toJSON()).toEqual(anna.view.state.doc.toJSON());
    }
    for (let i = 0; i < 3; i++) anna.editor.redo();
    net.settle();
    expect(anna.lines).toEqual([...seen, "otherX"]);
    expect(milo.view.state.doc.toJSON()).toEqual(anna.view.state.doc.toJSON());
  });
}

test("undo leaves a block where it was moved, with all that is nested in it, where another has written into a part", () => {
  for (const part of ["parent", "rd"]) {
    const [anna, milo, net] = pair();
    const children = [{ content: "third" }, { content: "sibling" }];
    anna.editor.replaceBlocks(anna.editor.document, [
      { content: "first" },
      { content: "parent", children },
    ]);
    net.settle();
    pause(anna);
    caretAt(anna, "parent");
    anna.editor.moveBlocksUp();
    net.settle();
    caretAt(milo, part);
    milo.type("MM");
    net.settle();
    const seen = milo.view.state.doc.toJSON();
    anna.editor.undo();
    net.settle();
    expect(anna.view.state.doc.toJSON()).toEqual(seen);
    expect(milo.view.state.doc.toJSON()).toEqual(seen);
    expect(milo.lines.filter((line) => line.includes("sibling"))).toHaveLength(1);
  }
});

test("plugins' views are made anew without losing what may be undone", async () => {
  const anna = new Person();
  written(anna, "words");
  anna.editor._tiptapEditor.registerPlugin(new Plugin({}));
  await Promise.resolve();
  anna.editor.undo();
  expect(anna.text).toBe("");
});

test("twenty thousand steps that no view has shown are written as one edit", () => {
  const anna = new Person();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(anna.doc));
  const view = new EditorView(document.createElement("div"), {
    state: EditorState.create({
      schema: anna.editor.pmSchema,
      plugins: [ySyncPlugin(doc.getXmlFragment("blocknote"))],
    }),
  });
  let { state } = view;
  for (let i = 0; i < 20_000; i++) state = state.apply(state.tr.insertText("x", 3));
  view.updateState(state);
  expect(doc.getXmlFragment("blocknote").toString()).toContain(`>${"x".repeat(20_000)}<`);
  view.destroy();
  anna.leave();
}, 20_000);

test("undo goes on where a line that it had brought back is taken away by another", () => {
  const [anna, milo, net] = pair();
  const { editor } = anna;
  written(anna, "first");
  const deeds = [
    () => editor.insertBlocks([{ type: "heading", content: "mine" }], editor.document[0]!, "after"),
    () => editor.updateBlock(editor.document[1]!, { props: { level: 3 } as never }),
    () => editor.removeBlocks([editor.document[1]!]),
    () => editor.undo(),
    () => editor.updateBlock(editor.document[1]!, { props: { textColor: "red" } as never }),
    () => editor.undo(),
    () => editor.setTextCursorPosition(editor.document[0]!, "end"),
    () => anna.type(" words"),
  ];
  for (const deed of deeds) {
    pause(anna);
    deed();
    net.settle();
  }
  expect(anna.lines).toEqual(["first words", "mine"]);
  milo.editor.removeBlocks([milo.editor.document[1]!]);
  net.settle();
  for (let i = 0; i < 12; i++) editor.undo();
  for (let i = 0; i < 12; i++) editor.redo();
  net.settle();
  expect(anna.lines).toEqual(["first words"]);
  expect(milo.lines).toEqual(anna.lines);
});

/** What two do to a few lines; half of it is taken back. */
const deeds: ((person: Person, chance: Chance) => void)[] = [
  (person) => person.type("ab"),
  ...["Enter", "Backspace", "Tab"].map((name) => (person: Person) => person.key(name)),
  ({ editor }, chance) =>
    setHere(editor, { type: "heading", props: { level: chance.below(3) + 1 } }),
  ({ editor }) => setHere(editor, { type: "paragraph" }),
  ({ editor }, chance) => setHere(editor, { props: { textColor: chance.of(["red", "default"]) } }),
  ({ editor }) =>
    void (
      editor.document.length > 1 && editor.removeBlocks([editor.getTextCursorPosition().block])
    ),
  ({ editor }) => editor.moveBlocksUp(),
  ({ editor }) => editor.moveBlocksDown(),
];
const takes: typeof deeds = [({ editor }) => editor.undo(), ({ editor }) => editor.redo()];
const setHere = (editor: Person["editor"], to: object) =>
  void editor.updateBlock(editor.getTextCursorPosition().block, to as never);

test(
  "undo and redo of two who take lines from one another never stop, and all see the same",
  { timeout: 3_600_000 },
  () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const seed = seedOf("undo of two");
    for (let session = seed; session < seed + rounds(20); session++) {
      const chance = new Chance(session);
      const anna = new Person({ client: 1 });
      written(anna, "aa b", "ab aab", "", "b a");
      const milo = new Person({ client: 2, holds: anna });
      const network = new Network([anna, milo], chance);
      for (let round = 0; round < 80; round++) {
        const who = chance.of([anna, milo]);
        const { state } = who.view;
        const at = state.doc.resolve(chance.below(state.doc.content.size - 2) + 1);
        who.view.dispatch(state.tr.setSelection(TextSelection.near(at)));
        chance.of(chance.happens(0.5) ? deeds : takes)(who, chance);
        if (chance.happens(0.6)) pause(who);
        network.pass(50);
      }
      network.settle();
      const told = `SEED=${session} ROUNDS=1`;
      expect(milo.view.state.doc.toJSON(), told).toEqual(anna.view.state.doc.toJSON());
      for (const { view, fragment } of [anna, milo])
        expect(view.state.doc.toJSON(), told).toEqual(
          yXmlFragmentToProseMirrorRootNode(fragment, view.state.schema).toJSON(),
        );
      [anna, milo].forEach((person) => person.leave());
    }
    vi.useRealTimers();
  },
);
