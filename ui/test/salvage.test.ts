/** The text of a document that the editor can't show. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { createElement } from "../src/binding/create";
import type { Node } from "prosemirror-model";
import { yXmlFragmentToProseMirrorRootNode } from "../src/binding";
import { markdownOf } from "../src/forms/markdown";
import { wordsOf } from "../src/forms/plain";
import { beginAfresh, blocksIn, type Draft } from "../src/pad/salvage";
import { malformed, spoil } from "./binding/malformed";
import { Chance, rounds, seedOf } from "./binding/random";
import { Person } from "./binding/world";

const written = (): Person => {
  const person = new Person();
  person.editor.replaceBlocks(person.editor.document, [
    { type: "heading", props: { level: 2 }, content: "Plan" },
    {
      type: "checkListItem",
      props: { checked: true },
      content: [{ type: "text", text: "cups", styles: { bold: true } }],
      children: [{ type: "paragraph", content: "blue ones" }],
    },
    { type: "table", content: { type: "tableContent", rows: [{ cells: ["a", "b"] }] } },
  ]);
  return person;
};

const draftOf = (text: Node): Draft[] =>
  (text.firstChild?.children ?? []).map((block) => ({
    element: createElement(block).type as Y.XmlElement,
    size: block.nodeSize,
  }));

test("what the editor has shown is read without it, form and all", () => {
  const person = written();
  expect(markdownOf(blocksIn(person.fragment))).toBe(markdownOf(person.editor.document as never));
  person.leave();
});

test("whatever stands in a document, its words are read, and can be begun afresh", () => {
  const seed = seedOf("salvage");
  const spoils = Object.values(malformed()).map(
    (make) => (fragment: Y.XmlFragment) => make(fragment.get(0) as Y.XmlElement, fragment),
  );
  for (let i = 0; i < rounds(100); i++)
    spoils.push((fragment) => spoil(fragment, new Chance(seed + i)));
  for (const each of spoils) {
    const doc = new Y.Doc();
    const person = new Person();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(person.doc));
    person.leave();
    const fragment = doc.getXmlFragment("blocknote");
    const first = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlElement;
    ((first.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, "still here");
    each(fragment);
    const words = wordsOf(blocksIn(fragment));
    expect(words).toContain("still here");
    beginAfresh(fragment, null);
    const anna = new Person({ bare: true });
    anna.take([Y.encodeStateAsUpdate(doc)]);
    expect(anna.text).toContain("still here");
    anna.leave();
  }
}, 600_000);

test("letters beside all blocks are read as one line", () => {
  const [doc, raw] = [new Y.Doc(), new Y.Doc()];
  raw.getText("blocknote").insert(0, "loose words");
  const fragment = doc.getXmlFragment("blocknote");
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(raw));
  expect(wordsOf(blocksIn(fragment)).trim()).toBe("loose words");
});

test("begun afresh from what was drawn well, the text is that again, in parts that the pad takes", () => {
  const person = written();
  const good = person.view.state.doc;
  const lines = good.toJSON();
  person.doc.transact(
    () =>
      (person.fragment.get(0) as Y.XmlElement).push([
        new Y.XmlElement("hologram"),
        new Y.XmlText("loose"),
      ]),
    "net",
  );
  beginAfresh(person.fragment, draftOf(good));
  expect(person.view.state.doc.toJSON()).toEqual(lines);
  person.leave();

  const long = Array.from({ length: 600 }, () => draftOf(good))
    .flat()
    .map((each) => ({ ...each, size: 1000 }));
  const doc = new Y.Doc();
  const sizes: number[] = [];
  doc.on("update", (update: Uint8Array) => sizes.push(update.length));
  beginAfresh(doc.getXmlFragment("blocknote"), long);
  expect(sizes.length).toBeGreaterThan(1);
  expect(Math.max(...sizes)).toBeLessThan(2 ** 20);
  expect(
    yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment("blocknote"), person.editor.pmSchema)
      .firstChild?.childCount,
  ).toBe(long.length);
}, 120_000);
