/** Large updates go out in parts. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { partsOf } from "../src/pad/splitUpdate";

const MOST = 40_000;

/** What a document sends when this is done in it, and the document. */
function sent(act: (doc: Y.Doc) => void): { doc: Y.Doc; before: Uint8Array; update: Uint8Array } {
  const doc = new Y.Doc();
  doc.getText("t").insert(0, "old words");
  const before = Y.encodeStateAsUpdate(doc);
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  doc.transact(() => act(doc));
  return { doc, before, update: Y.mergeUpdates(updates) };
}

const lines = (doc: Y.Doc) => {
  const all = doc.getXmlFragment("lines");
  const made = Array.from({ length: 600 }, (_, i) => {
    const line = new Y.XmlElement("paragraph");
    for (const name of ["textColor", "backgroundColor", "textAlignment"])
      line.setAttribute(name, "default");
    line.insert(0, [new Y.XmlText(String(i))]);
    return line;
  });
  all.insert(0, made.slice(300));
  all.insert(0, made.slice(0, 300)); // before what is older
  doc.getText("t").delete(0, 4);
};
const oneLine = (letters: string) => (doc: Y.Doc) =>
  doc.getText("t").insert(3, letters.repeat(90_000));

test.each([
  ["many lines", lines],
  ["a long line", oneLine("a")],
  ["a long line of large letters", oneLine("語")],
  ["a long line of pairs", oneLine("x🙂")],
])("%s come whole out of their parts, each of which can be taken at once", (_what, act) => {
  const { doc, before, update } = sent(act);
  expect(update.byteLength).toBeGreaterThan(2 * MOST);
  const parts = partsOf(update, MOST);
  expect(parts.length).toBeGreaterThan(1);
  const other = new Y.Doc();
  Y.applyUpdate(other, before);
  for (const part of parts) {
    expect(part.byteLength).toBeLessThan(2 * MOST);
    Y.applyUpdate(other, part);
    expect(other.store.pendingStructs).toBeNull();
    expect(other.store.pendingDs).toBeNull();
  }
  expect(other.getText("t").toJSON()).toBe(doc.getText("t").toJSON());
  expect(other.getXmlFragment("lines").toJSON()).toBe(doc.getXmlFragment("lines").toJSON());
  expect(Y.encodeStateVector(other)).toEqual(Y.encodeStateVector(doc));
});

test("what is small goes out as it is", () => {
  const { update } = sent((doc) => doc.getText("t").insert(0, "new "));
  expect(partsOf(update)).toEqual([update]);
});
