/** Words that don't go through, written anew under a fresh client id. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { commonClock, moved, wordsSince, type Words } from "../src/pad/rebase";

const ANNA = 77;
const FRESH = 4242;

/** A document with a line of text, and what is there of others. */
function page(client: number, before?: Y.Doc) {
  const doc = new Y.Doc();
  doc.clientID = client;
  if (before) Y.applyUpdate(doc, Y.encodeStateAsUpdate(before));
  return doc;
}
const bodyOf = (doc: Y.Doc) => doc.getXmlFragment("blocknote");
const lineOf = (doc: Y.Doc, at = 0) => bodyOf(doc).get(at) as Y.XmlText;
const linesOf = (doc: Y.Doc) => bodyOf(doc).toArray().map(String);
function addLine(doc: Y.Doc, words: string) {
  doc.transact(() => {
    const line = new Y.XmlText();
    bodyOf(doc).push([line]);
    line.insert(0, words);
  });
}
const wordsOf = (doc: Y.Doc, ...clients: number[]): Words => ({
  state: Y.encodeStateAsUpdate(doc),
  clients,
  since: new Date(0),
  edits: [],
  forged: null,
});
const bring = (words: Words, there: Y.Doc, skip = 0) => {
  const move = moved(words, there, FRESH, skip);
  Y.applyUpdate(there, move.update);
  return move;
};
/** A pad with a line of Milo's. */
function pad() {
  const doc = page(1);
  addLine(doc, "milo");
  return doc;
}
/** What somebody writes under Anna's id where no page shows it. */
function forge(doc: Y.Doc, letters: string) {
  const forger = page(ANNA, doc);
  forger.getText("junk").insert(0, letters);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(forger));
}

test.each(["", "x", "x".repeat(5), "x".repeat(500)])(
  "all that was typed comes once, after others wrote %j under the id",
  (letters) => {
    const there = pad();
    const anna = page(ANNA, there);
    lineOf(anna).insert(4, " and anna");
    addLine(anna, "a line of her own");
    lineOf(anna).insert(0, "hey ");
    lineOf(anna, 1).delete(2, 5);
    const wanted = linesOf(anna);
    if (letters) forge(there, letters);
    lineOf(there).insert(4, "!");
    bring(wordsOf(anna, ANNA), there);
    expect(linesOf(there)).toEqual([wanted[0]?.replace("milo", "milo!"), wanted[1]]);
    expect(there.getText("junk").toString()).toBe("");
    const other = page(5, there);
    expect(linesOf(other)).toEqual(linesOf(there));
  },
);

test("what the pad has taken stays as it is, and nothing is doubled", () => {
  const there = pad();
  const anna = page(ANNA, there);
  lineOf(anna).insert(4, " taken");
  Y.applyUpdate(there, Y.encodeStateAsUpdate(anna));
  const { update } = moved(wordsOf(anna, ANNA), there, FRESH);
  expect(Y.decodeUpdate(update).structs).toEqual([]);
  lineOf(anna).insert(10, " and not");
  expect(commonClock(anna, there, ANNA)).toBe(6);
  bring(wordsOf(anna, ANNA), there);
  expect(linesOf(there)).toEqual(["milo taken and not"]);
  expect(Y.getState(there.store, FRESH)).toBe(8);
});

test("her tail that the pad took after a forged beginning is not doubled", () => {
  const there = pad();
  const anna = page(ANNA, there);
  for (const letter of "olleh") lineOf(anna).insert(0, letter);
  forge(there, "xx");
  Y.applyUpdate(there, Y.encodeStateAsUpdate(anna));
  expect(linesOf(there)).not.toEqual(linesOf(anna));
  bring(wordsOf(anna, ANNA), there);
  expect(linesOf(there)).toEqual(linesOf(anna));
});

test("words under two ids come together", () => {
  const there = pad();
  const anna = page(ANNA, there);
  lineOf(anna).insert(4, " one");
  anna.clientID = 78;
  lineOf(anna).insert(8, " two");
  bring(wordsOf(anna, ANNA, 78), there);
  expect(linesOf(there)).toEqual(["milo one two"]);
});

test("formats and attributes go along", () => {
  const there = pad();
  const anna = page(ANNA, there);
  lineOf(anna).insert(4, " bold", { bold: {} });
  const heading = new Y.XmlElement("heading");
  bodyOf(anna).push([heading]);
  heading.setAttribute("level", "2");
  bring(wordsOf(anna, ANNA), there);
  expect(bodyOf(there).toString()).toBe(bodyOf(anna).toString());
});

test("the copy has what was typed since, and nothing of others", () => {
  const anna = page(ANNA, pad());
  lineOf(anna).insert(4, " taken");
  lineOf(anna).insert(10, " not taken");
  addLine(anna, "another");
  expect(wordsSince(bodyOf(anna), new Map([[ANNA, 6]]))).toBe(" not taken\nanother");
});
