/** What people feel: carets, undo, tables, and what other programs wrote. */
import { ForkYDocExtension } from "@blocknote/core/yjs";
import { addColumnAfter, addRowAfter } from "prosemirror-tables";
import { TextSelection } from "prosemirror-state";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { yXmlFragmentToProseMirrorRootNode } from "../../src/binding";
import { beforeCaret, caretAt, pair, tableOf, texts, written } from "./hands";
import { Person } from "./world";

test("a caret stays behind its letter when others write before it, behind it and at it", () => {
  const [anna, milo, net] = pair();
  written(anna, "one two three");
  net.settle();
  caretAt(anna, "one two");
  for (const [words, letters] of [
    ["one", "A"],
    ["three", "B"],
    ["two", "C"],
  ] as const) {
    caretAt(milo, words);
    milo.type(letters);
    net.settle();
    expect(beforeCaret(anna).replace("A", "")).toBe("one two");
  }
  anna.type("!");
  net.settle();
  expect(milo.text).toContain("two!C");
});

test("a marked range takes nothing in that others write at its edges", () => {
  const [anna, milo, net] = pair();
  written(anna, "one two three");
  net.settle();
  caretAt(anna, "one ");
  const { head } = anna.view.state.selection;
  anna.view.dispatch(
    anna.view.state.tr.setSelection(TextSelection.create(anna.view.state.doc, head, head + 3)),
  );
  caretAt(milo, "one ");
  milo.type("<");
  caretAt(milo, "two");
  milo.type(">");
  net.settle();
  const { from, to } = anna.view.state.selection;
  expect(anna.view.state.doc.textBetween(from, to)).toBe("two");
});

test("a line that another makes a heading keeps the caret in it", () => {
  const [anna, milo, net] = pair();
  written(anna, "a title");
  net.settle();
  caretAt(anna, "a ti");
  milo.editor.updateBlock(milo.editor.document[0]!, { type: "heading", props: { level: 2 } });
  net.settle();
  expect(anna.view.state.selection.$head.parent.type.name).toBe("heading");
  expect(beforeCaret(anna)).toBe("a ti");
});

test("code that another makes a line with marks keeps the caret in it, and the other blocks their nodes", () => {
  const [anna, milo, net] = pair();
  written(anna, "let it be", "below");
  anna.editor.updateBlock(anna.editor.document[0]!, { type: "codeBlock" });
  net.settle();
  caretAt(anna, "let it");
  const kept = anna.view.state.doc.firstChild!.child(1);
  milo.editor.updateBlock(milo.editor.document[0]!, {
    type: "paragraph",
    content: [
      { type: "text", text: "let it ", styles: {} },
      { type: "text", text: "be", styles: { bold: true } },
    ],
  });
  net.settle();
  expect(anna.editor.document[0]).toMatchObject({
    type: "paragraph",
    content: [{ text: "let it " }, { text: "be", styles: { bold: true } }],
  });
  expect(beforeCaret(anna)).toBe("let it");
  expect(anna.view.state.doc.firstChild!.child(1)).toBe(kept);
});

test("two columns here and two rows there, at the same time, make the union of both", () => {
  const [anna, milo, net] = pair();
  anna.editor.insertBlocks(
    [
      {
        type: "table",
        content: { type: "tableContent", rows: [{ cells: ["a", "b"] }, { cells: ["c", "d"] }] },
      },
    ],
    anna.editor.document[0]!,
    "after",
  );
  net.settle();
  for (let i = 0; i < 2; i++) {
    caretAt(anna, "b");
    addColumnAfter(anna.view.state, anna.view.dispatch);
    caretAt(milo, "c");
    addRowAfter(milo.view.state, milo.view.dispatch);
  }
  for (let i = 0; i < 40; i++) net.pass(100, 150);
  net.settle();
  for (const person of [anna, milo]) {
    expect(tableOf(person)).toEqual([
      ["a", "b", "", ""],
      ["c", "d", "", ""],
      ["", "", "", ""],
      ["", "", "", ""],
    ]);
    expect(person.inAnswer).toEqual([]);
  }
  // writing in it goes on, at both ends at once, and the table does not grow
  for (let i = 0; i < 10; i++) {
    for (const [person, words] of [
      [anna, "a"],
      [milo, "d"],
    ] as const) {
      caretAt(person, words);
      person.type(words);
    }
    net.pass(100, 150);
  }
  net.settle();
  expect(tableOf(anna).map((row) => row.length)).toEqual([4, 4, 4, 4]);
  // whoever changes its shape next mends it
  caretAt(anna, "aa");
  addRowAfter(anna.view.state, anna.view.dispatch);
  net.settle();
  const rows = [
    ...anna.fragment.createTreeWalker(
      (node) => node instanceof Y.XmlElement && node.nodeName === "tableRow",
    ),
  ] as Y.XmlElement[];
  expect(rows.map((row) => row.length)).toEqual([4, 4, 4, 4, 4]);
  expect(tableOf(milo)).toEqual(tableOf(anna));
});

test("a cell that was only made up is there as soon as somebody writes in it", () => {
  const [anna, milo, net] = pair();
  anna.editor.insertBlocks(
    [
      {
        type: "table",
        content: {
          type: "tableContent",
          rows: [{ cells: ["a", "b", "c"] }, { cells: ["d", "e", "f"] }],
        },
      },
    ],
    anna.editor.document[0]!,
    "after",
  );
  const [, row] = [
    ...anna.fragment.createTreeWalker(
      (node) => node instanceof Y.XmlElement && node.nodeName === "tableRow",
    ),
  ] as Y.XmlElement[];
  anna.doc.transact(() => row!.delete(1, 2), "elsewhere");
  net.settle();
  expect(tableOf(milo)).toEqual([
    ["a", "b", "c"],
    ["d", "", ""],
  ]);
  const { doc, tr } = milo.view.state;
  let last = -1;
  doc.descendants((node, pos) => {
    if (node.type.name === "tableParagraph") last = pos + 1;
  });
  milo.view.dispatch(tr.setSelection(TextSelection.create(doc, last)));
  milo.type("x");
  net.settle();
  expect(tableOf(anna)).toEqual([
    ["a", "b", "c"],
    ["d", "", "x"],
  ]);
  expect(row!.length).toBe(3);
});

test("two texts that another program made are one line, and are edited in place", () => {
  const [anna, milo, net] = pair();
  written(anna, "one");
  net.settle();
  const line = texts(anna).find((text) => text.toString() === "one")!;
  const second = new Y.XmlText("two");
  anna.doc.transact(() => (line.parent as Y.XmlElement).insert(1, [second]), "elsewhere");
  net.settle();
  expect(milo.text).toBe("onetwo");
  caretAt(milo, "onetwo", 3);
  milo.type("-");
  caretAt(milo, "one-two", 5);
  milo.type("x");
  net.settle();
  expect([line.toString(), second.toString()]).toEqual(["one-", "txwo"]);
  expect(anna.text).toBe("one-txwo");
});

test("marks that nobody here knows survive edits around them and in them", () => {
  const [anna, , net] = pair();
  written(anna, "one two three");
  const line = texts(anna).find((text) => text.toString().startsWith("one"))!;
  anna.doc.transact(() => line.format(4, 3, { glitter: { much: 1 } }), "elsewhere");
  net.settle();
  caretAt(anna, "tw");
  anna.type("x");
  caretAt(anna, "three");
  anna.type("!");
  anna.view.dispatch(
    anna.view.state.tr.addMark(
      1,
      anna.view.state.doc.content.size - 1,
      anna.view.state.schema.marks.bold!.create(),
    ),
  );
  const shining = (line.toDelta() as { insert: string; attributes?: Record<string, unknown> }[])
    .filter(({ attributes }) => attributes?.glitter)
    .map(({ insert }) => insert);
  expect(shining.join("")).toBe("twxo");
});

test("an emoji that gives way to its like is never cut in two", () => {
  const [anna, milo, net] = pair();
  written(anna, "a😀b");
  net.settle();
  const { state } = anna.view;
  caretAt(anna, "a");
  const { head } = anna.view.state.selection;
  anna.view.dispatch(state.tr.insertText("😁", head, head + 2));
  net.settle();
  expect(milo.text).toBe("a😁b");
});

test("a fork is for oneself, and comes back as it is wished", () => {
  const [anna, milo, net] = pair();
  written(anna, "shared");
  net.settle();
  for (const keepChanges of [false, true]) {
    const fork = anna.editor.getExtension(ForkYDocExtension)!;
    fork.fork();
    caretAt(anna, "shared");
    anna.type(" mine");
    net.settle();
    expect([anna.text, milo.text]).toEqual(["shared mine", "shared"]);
    caretAt(milo, "shared", 0);
    fork.merge({ keepChanges });
    net.settle();
    expect(anna.text).toBe(keepChanges ? "shared mine" : "shared");
    expect(milo.text).toBe(anna.text);
  }
  anna.type("!");
  net.settle();
  expect(milo.text).toContain("!");
});

test("an editor that is gone leaves nothing behind, and another in the same page goes on", async () => {
  const [anna, milo, net] = pair();
  const ofTheTest = [0, 0, 1, 0];
  const listeners = () => {
    const { _dEH: deep } = anna.fragment as unknown as { _dEH: { l: unknown[] } };
    const { _observers: all } = anna.doc as unknown as { _observers: Map<string, Set<unknown>> };
    return [
      deep.l.length,
      ...["beforeTransaction", "afterTransaction", "afterAllTransactions"].map(
        (name) => all.get(name)?.size ?? 0,
      ),
    ];
  };
  expect(listeners()[0]).toBe(1);
  anna.editor.unmount();
  await Promise.resolve();
  expect(listeners()).toEqual(ofTheTest);
  milo.type("still here");
  net.settle();
  expect(milo.text).toBe("still here");
});

test("where two have nested lines at once, the second group is shown as soon as the first goes", () => {
  const anna = new Person();
  written(anna, "above", "one");
  caretAt(anna, "one");
  anna.key("Tab");
  const [above] = [
    ...anna.fragment.createTreeWalker(
      (node) => node instanceof Y.XmlElement && node.nodeName === "blockContainer",
    ),
  ] as Y.XmlElement[];
  const group = new Y.XmlElement("blockGroup");
  const block = new Y.XmlElement("blockContainer");
  const line = new Y.XmlElement("paragraph");
  block.setAttribute("id", "of-another");
  line.insert(0, [new Y.XmlText("two")]);
  block.insert(0, [line]);
  group.insert(0, [block]);
  anna.doc.transact(() => above?.insert(2, [group]), "net");
  anna.key("Tab", { shiftKey: true });
  const read = yXmlFragmentToProseMirrorRootNode(anna.fragment, anna.editor.pmSchema);
  expect(anna.view.state.doc.toJSON()).toEqual(read.toJSON());
  expect(anna.lines.slice(0, 3)).toEqual(["above", "two", "one"]);
});
