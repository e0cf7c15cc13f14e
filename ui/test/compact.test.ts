/** The document as bytes that are taken along: all that stands in it, and not a letter that was deleted. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { compactState } from "../src/pad/compact";

const holds = (bytes: Uint8Array, words: string) => Buffer.from(bytes).includes(words);

test("what was deleted is not in the bytes, also where undo still has it", () => {
  const doc = new Y.Doc();
  const text = doc.getText("t");
  const undo = new Y.UndoManager(text);
  text.insert(0, "stays SECRET-WORDS stays");
  undo.stopCapturing();
  text.delete(6, 12);
  doc.getMap("m").set("k", "OLD-VALUE");
  doc.getMap("m").set("k", "new value");
  expect(holds(Y.encodeStateAsUpdate(doc), "SECRET-WORDS"), "as Yjs gives it").toBe(true);
  const state = compactState(doc);
  expect(holds(state, "SECRET-WORDS") || holds(state, "OLD-VALUE")).toBe(false);
  const other = new Y.Doc();
  Y.applyUpdate(other, state);
  expect(other.getText("t").toString()).toBe("stays  stays");
  expect(other.getMap("m").get("k")).toBe("new value");
  undo.undo();
  expect(text.toString()).toBe("stays SECRET-WORDS stays");
});
