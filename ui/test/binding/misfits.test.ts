/** What our page does not know of what others wrote goes where it is taken, whole: moved, cut and pasted, nested, made another kind. */
import {
  BlockNoteEditor,
  BlockNoteSchema,
  createBlockSpec,
  defaultBlockSpecs,
} from "@blocknote/core";
import { NodeSelection, TextSelection } from "prosemirror-state";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { yXmlFragmentToProseMirrorRootNode } from "../../src/binding";
import { plantSeed, ROOT } from "../../src/pad/seed";
import { element } from "./malformed";
import { withMisfits } from "./page";
import { Person, type PersonOptions } from "./world";

const hologram = createBlockSpec(
  { type: "hologram", propSchema: {}, content: "inline" } as never,
  {
    render: () => {
      const dom = document.createElement("p");
      return { dom, contentDOM: dom };
    },
  } as never,
)();
/** Another program's page, which knows a block more. */
const theirs = BlockNoteSchema.create({ blockSpecs: { ...defaultBlockSpecs, hologram } as never });
const here = (more: PersonOptions = {}) =>
  new Person({ ...more, options: { schema: withMisfits } as never });

/** Somebody writes this with another program. */
function brought(
  person: Person,
  write: (group: Y.XmlElement, fragment: Y.XmlFragment) => void,
): void {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(person.doc));
  const fragment = other.getXmlFragment(ROOT);
  write(fragment.get(0) as Y.XmlElement, fragment);
  person.take([Y.encodeStateAsUpdate(other)]);
}
const light = () =>
  element(
    "blockContainer",
    { id: "m", by: "Ida" },
    element("hologram", { a: 1 }, element("inner", {}, "precious words")),
  );
const written = ({ fragment }: Person): string => fragment.toString();
const shownAsRead = (person: Person) =>
  expect(person.view.state.doc.toJSON()).toEqual(
    yXmlFragmentToProseMirrorRootNode(person.fragment, person.editor.pmSchema).toJSON(),
  );
const greyAt = ({ view }: Person): number => {
  let at = -1;
  view.state.doc.descendants((node, pos) => void (node.type.name === "misfit" && (at = pos)));
  return at;
};
const caretAt = ({ view }: Person, words: string, offset: number) => {
  let at = -1;
  view.state.doc.descendants(
    (node, pos) =>
      void (
        node.isText &&
        node.text?.includes(words) &&
        (at = pos + node.text.indexOf(words) + offset)
      ),
  );
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at)));
};

for (const stock of [true, false]) {
  test(`a line moved past a block that only ${stock ? "a stock page" : "another page"} knows leaves both whole for all`, () => {
    const anna = here({ client: 10 });
    const other = new Person({ options: { schema: theirs } as never, stock, client: 20 });
    other.editor.insertBlocks(
      [{ id: "m", type: "hologram", content: "precious words" } as never],
      "initialBlockId",
      "after",
    );
    anna.take(other.out.splice(0));
    anna.editor.setTextCursorPosition("initialBlockId", "start");
    anna.type("x");
    anna.editor.moveBlocksDown();
    other.take(anna.out.splice(0));
    expect(other.broken).toBe(false);
    expect(other.lines.filter(Boolean)).toEqual(["precious words", "x"]);
    expect(written(anna)).toContain('<blockcontainer id="m"><hologram>precious words');
    other.editor.setTextCursorPosition("initialBlockId", "end");
    other.type("y");
    anna.take(other.out.splice(0));
    expect(written(anna)).toContain("xy");
    anna.editor.moveBlocksUp();
    expect(written(anna)).toContain('<blockcontainer id="m"><hologram>precious words');
    expect(anna.lines).toEqual(["xy"]);
    shownAsRead(anna);
    [anna, other].forEach((person) => person.leave());
  });
}

test("a block that can't be shown is moved and nested with all that is in it and on it, as often as one likes", () => {
  const anna = here();
  brought(anna, (group) => group.push([light()]));
  for (const act of [
    () => anna.editor.moveBlocksUp("m"),
    () => anna.editor.moveBlocksDown("m"),
    () => anna.editor.nestBlock(),
  ]) {
    anna.view.dispatch(
      anna.view.state.tr.setSelection(NodeSelection.create(anna.view.state.doc, greyAt(anna))),
    );
    act();
    expect(written(anna)).toMatch(
      /<blockcontainer by="Ida" id="m"><hologram a="1"><inner>precious words/,
    );
    shownAsRead(anna);
  }
  anna.leave();
});

test("a block that can't be shown is cut and pasted with its words, more than once", () => {
  const anna = here();
  brought(anna, (group) => group.push([light()]));
  const at = greyAt(anna) - 1;
  const end = at + anna.view.state.doc.nodeAt(at)!.nodeSize;
  const { content } = anna.view.state.doc.slice(at, end);
  anna.view.dispatch(anna.view.state.tr.delete(at, end));
  expect(written(anna)).not.toContain("precious");
  for (const count of [1, 2]) {
    anna.view.dispatch(anna.view.state.tr.insert(1, content));
    expect(written(anna).split("precious words")).toHaveLength(count + 1);
    expect(written(anna).split('<hologram a="1"><inner>')).toHaveLength(count + 1);
  }
  shownAsRead(anna);
  anna.leave();
});

test("what is pasted of a block that is forgotten is its letters", () => {
  const anna = here();
  brought(anna, (group) => group.push([light()]));
  const at = greyAt(anna) - 1;
  const { content } = anna.view.state.doc.slice(at, at + anna.view.state.doc.nodeAt(at)!.nodeSize);
  brought(anna, (group) => group.delete(1));
  expect(written(anna)).not.toContain("precious");
  anna.view.dispatch(anna.view.state.tr.insert(1, content));
  expect(anna.lines).toContain("precious words");
  anna.leave();
});

const ACTS: Record<string, (person: Person) => void> = {
  "broken before them": (person) => (caretAt(person, "one", 2), person.key("Enter")),
  "broken behind them": (person) => (caretAt(person, "three", 2), person.key("Enter")),
  "broken in them": (person) => (caretAt(person, "two", 2), person.key("Enter")),
  joined: (person) => (caretAt(person, "one", 0), person.key("Backspace")),
  moved: (person) => (caretAt(person, "one", 0), person.editor.moveBlocksUp()),
  "made a heading": (person) => void person.editor.updateBlock("line", { type: "heading" }),
  nested: (person) => (caretAt(person, "one", 0), person.editor.nestBlock()),
  "made code": (person) => {
    caretAt(person, "two", 1);
    const { state } = person.view;
    const { $head } = state.selection;
    person.view.dispatch(
      state.tr.addMark($head.start(), $head.end(), state.schema.marks.code!.create()),
    );
  },
  "made bold": (person) =>
    person.view.dispatch(
      person.view.state.tr.addMark(
        1,
        person.view.state.doc.content.size - 1,
        person.view.state.schema.marks.bold!.create(),
      ),
    ),
};

const glittering = ({ fragment }: Person): string => {
  let letters = "";
  for (const node of fragment.createTreeWalker(() => true)) {
    if (!(node instanceof Y.XmlText)) continue;
    for (const { insert, attributes } of node.toDelta() as {
      insert: string;
      attributes?: Record<string, unknown>;
    }[]) {
      if (attributes?.glitter) letters += insert;
      expect(attributes ?? {}).not.toHaveProperty("unknown");
    }
  }
  return letters;
};

for (const [name, act] of Object.entries(ACTS)) {
  test(`marks and attributes that nobody here knows go along when their line is ${name}`, () => {
    const anna = here();
    brought(anna, (group) => {
      const line = new Y.XmlText();
      line.applyDelta([
        { insert: "one " },
        { insert: "two", attributes: { glitter: { much: 1 }, comment: "x" } },
        { insert: " three" },
      ]);
      group.push([
        element(
          "blockContainer",
          { id: "line", seen: 5 },
          element("paragraph", { author: "Ida" }, line),
        ),
      ]);
    });
    act(anna);
    expect(glittering(anna)).toBe("two");
    if (name !== "joined")
      expect(written(anna)).toMatch(/seen="5"><(paragraph|heading) author="Ida"/);
    shownAsRead(anna);
    anna.leave();
  });
}

/** What stands among the letters, in its order, without what is forgotten. */
const objects = ({ fragment }: Person): unknown[] =>
  [...fragment.createTreeWalker((node) => node instanceof Y.XmlText)].flatMap((text) =>
    (text as Y.XmlText)
      .toDelta()
      .map(({ insert }: { insert: unknown }) => insert)
      .filter((insert: unknown) => typeof insert !== "string")
      .map((insert: unknown) => (insert instanceof Y.AbstractType ? insert.toJSON() : insert)),
  );

for (const [name, act] of Object.entries(ACTS)) {
  test(`what stands among the letters and is none goes along when their line is ${name}`, () => {
    const anna = here();
    brought(anna, (group) => {
      const line = new Y.XmlText();
      line.applyDelta([{ insert: "one two" }]);
      line.insertEmbed(7, { picture: 1 });
      line.insertEmbed(8, { picture: 2 }, { glitter: 1 });
      line.insertEmbed(9, new Y.Map([["card", new Y.Array()]]));
      line.insert(10, " three");
      group.push([element("blockContainer", { id: "line" }, element("paragraph", {}, line))]);
    });
    act(anna);
    expect(objects(anna)).toEqual([{ picture: 1 }, { picture: 2 }, { card: [] }]);
    shownAsRead(anna);
    anna.leave();
  });
}

test("what stands among the letters is cut and pasted, and who types beside it adds none", () => {
  const anna = here();
  brought(anna, (group) => {
    const line = new Y.XmlText();
    line.applyDelta([{ insert: "one" }]);
    line.insertEmbed(3, { picture: 1 });
    group.push([element("blockContainer", { id: "line" }, element("paragraph", {}, line))]);
  });
  anna.editor.setTextCursorPosition("line", "end");
  anna.type("x");
  expect(objects(anna)).toEqual([{ picture: 1 }]);
  shownAsRead(anna);
  const { $head } = anna.view.state.selection;
  const { content } = anna.view.state.doc.slice($head.start(), $head.end());
  anna.view.dispatch(anna.view.state.tr.delete($head.start(), $head.end()));
  expect(objects(anna)).toEqual([]);
  anna.view.dispatch(anna.view.state.tr.insert(anna.view.state.selection.head, content));
  expect(objects(anna)).toEqual([{ picture: 1 }]);
  expect(anna.lines).toContain("one\ufffcx");
  anna.leave();
});

const cell = (letters: string) =>
  element("tableCell", { mood: letters }, element("tableParagraph", { tone: letters }, letters));
const row = (...cells: Y.XmlElement[]) => element("tableRow", {}, ...cells);

test("a table that is moved keeps what is not known of each cell", () => {
  const anna = here();
  brought(anna, (group) =>
    group.push([
      element(
        "blockContainer",
        { id: "t" },
        element(
          "table",
          { owner: "Ida" },
          element("tableRow", { sum: true }, cell("a"), cell("b")),
        ),
      ),
    ]),
  );
  anna.editor.moveBlocksUp("t");
  for (const said of ['owner="Ida"', 'sum="true"', 'mood="a"', 'tone="b"'])
    expect(written(anna)).toContain(said);
  expect(anna.editor.document[0]?.id).toBe("t");
  anna.leave();
});

test("a cell with nothing in it keeps its place", () => {
  const anna = here();
  brought(anna, (group) =>
    group.push([
      element(
        "blockContainer",
        { id: "t" },
        element(
          "table",
          {},
          row(cell("a"), element("tableCell"), cell("c")),
          row(cell("d"), cell("e"), cell("f")),
        ),
      ),
    ]),
  );
  const shown: string[][] = [];
  anna.view.state.doc.descendants(
    (node) =>
      void (
        node.type.name === "tableRow" &&
        shown.push(node.children.map(({ textContent }) => textContent))
      ),
  );
  expect(shown).toEqual([
    ["a", "", "c"],
    ["d", "e", "f"],
  ]);
  anna.leave();
});

test("letters beside all elements are one grey block, however many, which goes when it is removed", () => {
  const anna = here();
  const raw = new Y.Doc();
  raw.getText(ROOT).insert(0, "x".repeat(300_000));
  raw.getText(ROOT).insert(5, "y");
  anna.take([Y.encodeStateAsUpdate(raw)]);
  const grey: string[] = [];
  anna.view.state.doc.descendants(
    (node) => void (node.type.name === "misfit" && grey.push(String(node.attrs.text).slice(0, 7))),
  );
  expect(grey).toEqual(["xxxxxyx"]);
  expect(anna.out).toEqual([]);
  anna.editor.setTextCursorPosition("initialBlockId", "start");
  anna.type("on");
  const at = greyAt(anna) - 1;
  anna.view.dispatch(anna.view.state.tr.delete(at, at + anna.view.state.doc.nodeAt(at)!.nodeSize));
  expect(anna.fragment.length).toBe(1);
  expect(anna.text).toBe("on");
  shownAsRead(anna);
  const fresh = new Y.Doc();
  plantSeed(fresh, "b5fb3a3931891af4", "seed");
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(raw));
  const plain = (BlockNoteEditor.create() as BlockNoteEditor).pmSchema;
  expect(yXmlFragmentToProseMirrorRootNode(fresh.getXmlFragment(ROOT), plain).textContent).toBe("");
  anna.leave();
});
