/** A line in which somebody changes marks without end: drawn in few steps, for each is looked at with all others. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { Person } from "./world";

const RUNS = 6_000;

/** A stranger in Anna's pad, with a line of theirs; what Anna's page draws of what they do, in steps. */
function stranger() {
  const anna = new Person({ client: 1 });
  anna.type("hello");
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(anna.doc));
  const root = [...doc.share.keys()][0] ?? "";
  const text = new Y.XmlText();
  let steps = 0;
  const dispatch = anna.view.dispatch.bind(anna.view);
  anna.view.dispatch = (tr) => {
    steps += tr.steps.length;
    dispatch(tr);
  };
  const does = (act: () => void): number => {
    const before = Y.encodeStateVector(doc);
    doc.transact(act);
    steps = 0;
    anna.take([Y.encodeStateAsUpdate(doc, before)]);
    return steps;
  };
  does(() => {
    const [box, line] = [new Y.XmlElement("blockContainer"), new Y.XmlElement("paragraph")];
    box.setAttribute("id", "theirs");
    line.insert(0, [text]);
    box.insert(0, [line]);
    (doc.getXmlFragment(root).get(0) as Y.XmlElement).insert(1, [box]);
  });
  const line = () => {
    const { doc } = anna.view.state;
    return doc.child(0).child(1).child(0);
  };
  return { anna, text, does, line };
}

const runs = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    insert: "ab",
    attributes: i % 2 ? { bold: {} } : { italic: {} },
  }));

test("thousands of runs that come at once are one step", () => {
  const { does, text, line } = stranger();
  expect(does(() => text.applyDelta(runs(RUNS)))).toBe(1);
  expect([line().childCount, line().textContent.length]).toEqual([RUNS, 2 * RUNS]);
});

test("thousands of places that change at once are few, and the line is as its writer has it", () => {
  const { does, text, line, anna } = stranger();
  does(() => text.insert(0, "x".repeat(2 * RUNS)));
  const letters = does(() => {
    for (let at = 0; at < RUNS; at++) text.insert(3 * at, "y");
  });
  expect(letters).toBeLessThan(10);
  expect(line().textContent).toBe("yxx".repeat(RUNS));
  const marks = does(() => {
    for (let at = 0; at < RUNS; at++) text.format(3 * at, 1, { bold: {} });
  });
  expect(marks).toBeLessThan(10);
  expect(line().childCount).toBe(2 * RUNS);
  expect(anna.view.state.doc.textContent).toContain("hello");
});

test("a few changes are drawn each by itself, so that carets between them stay", () => {
  const { does, text, line } = stranger();
  does(() => text.insert(0, "one two three"));
  const steps = does(() => {
    text.insert(8, "and ");
    text.delete(0, 1);
    text.format(3, 3, { bold: {} });
  });
  expect(steps).toBeGreaterThan(1);
  expect(line().textContent).toBe(text.toString().replaceAll(/<[^>]*>/g, ""));
});
