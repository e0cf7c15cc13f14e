/** What a pad refuses of somebody's words: that edit is given up as a whole, all others go on, and no letter is lost silently. */
import { beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { editOf, Refusals, type Edit } from "../src/pad/edits";
import { joined, leftOut, wordsOf } from "../src/pad/left";
import { moved } from "../src/pad/rebase";

const ANNA = 77;
let names = 4242;

/** A page with a line, what the pad has of it, and each edit that is made from now on. */
function page() {
  const there = new Y.Doc();
  there.clientID = 1;
  const line = new Y.XmlText("milo");
  there.getXmlFragment("blocknote").push([line]);
  const doc = new Y.Doc();
  doc.clientID = ANNA;
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(there));
  const undo = new Y.UndoManager(doc.getXmlFragment("blocknote"), { captureTimeout: 0 }); // as the editor has one: what is deleted is kept
  const edits: Edit[] = [];
  const updates: Uint8Array[] = [];
  doc.on("update", (update, _origin, _doc, transaction) => {
    edits.push(editOf(transaction, ANNA));
    updates.push(update);
  });
  return { there, doc, edits, updates, undo };
}

const body = (doc: Y.Doc) => doc.getXmlFragment("blocknote");
const line = (doc: Y.Doc, at = 0) => body(doc).get(at) as Y.XmlText;
const lines = (doc: Y.Doc) => body(doc).toArray().map(String);

/** The next stay: what stands in its pad, and what is left out. */
function next({ there, doc, edits }: ReturnType<typeof page>, skip: number, open = edits) {
  const fresh = (names += 1);
  const clients = [ANNA];
  const state = Y.encodeStateAsUpdate(doc);
  const words = { state, clients, since: new Date(0), edits: open, forged: null };
  const move = moved(words, there, fresh, skip);
  Y.applyUpdate(there, move.update);
  const left = leftOut(body(doc), new Map([[ANNA, 0]]), body(there), move.renamed);
  return { ...move, left, words: wordsOf(left), fresh };
}

let anna: ReturnType<typeof page>;
beforeEach(() => {
  anna = page();
});

const say = (words: string) => line(anna.doc).insert(line(anna.doc).length, words);

test("the edit that was refused is left out, and those before and after it are put back", () => {
  for (const words of [" one", " two", " three"]) say(words);
  Y.applyUpdate(anna.there, anna.updates[0] as Uint8Array); // so far it was taken
  const { words, givenUp, edits } = next(anna, 1);
  expect(lines(anna.there)).toEqual(["milo one three"]);
  expect(words).toBe(" two");
  expect(givenUp).toBe(1);
  expect(edits).toHaveLength(1);
});

test("of an edit that was taken in part nothing stays", () => {
  anna.doc.transact(() => {
    say(" half");
    body(anna.doc).push([new Y.XmlText("a line of it")]);
  });
  say(" and on");
  const [structs] = [Y.decodeUpdate(anna.updates[0] as Uint8Array).structs];
  expect(structs.length).toBeGreaterThan(1);
  const part = new Y.Doc();
  Y.applyUpdate(part, Y.encodeStateAsUpdate(anna.there));
  part.clientID = ANNA;
  line(part).insert(4, " half"); // the same as the first struct
  Y.applyUpdate(anna.there, Y.encodeStateAsUpdate(part));
  expect(lines(anna.there)).toEqual(["milo half"]);
  const { words } = next(anna, 1);
  expect(lines(anna.there)).toEqual(["milo and on"]);
  expect(words).toBe(" half\na line of it");
});

test("what a refused edit deleted stays: a line that was moved too deep is where it was, and is not told of", () => {
  say(" typed");
  anna.doc.transact(() => {
    body(anna.doc).delete(0, 1);
    const deep = new Y.XmlElement("blockGroup");
    body(anna.doc).push([deep]);
    deep.push([new Y.XmlText("milo typed")]);
  });
  Y.applyUpdate(anna.there, anna.updates[0] as Uint8Array);
  const { words, givenUp } = next(anna, 1);
  expect(lines(anna.there)).toEqual(["milo typed"]);
  expect([words, givenUp]).toEqual(["", 1]);
});

test("so does what was not taken either when it was deleted", () => {
  say(" typed");
  anna.doc.transact(() => {
    body(anna.doc).delete(0, 1);
    body(anna.doc).push([new Y.XmlText("milo typed")]);
  });
  const second = anna.edits[1] as Edit;
  const { words } = next(anna, 1, [second]); // the first is tried again
  expect(lines(anna.there)).toEqual(["milo typed"]);
  expect(words).toBe("");
});

test("letters in a line that is left out are left out with it, and told of", () => {
  body(anna.doc).push([new Y.XmlText("too much")]);
  line(anna.doc, 1).insert(8, ", and more");
  say(" stays");
  const { words } = next(anna, 1);
  expect(lines(anna.there)).toEqual(["milo stays"]);
  expect(words).toBe("too much, and more");
});

test("of a pad that takes nothing more nothing is asked any more, not even for empty places", () => {
  for (const words of [" a", " b", " c"]) say(words);
  const { update, words, edits } = next(anna, 4);
  expect(Y.decodeUpdate(update).structs).toEqual([]);
  expect([words, edits, lines(anna.there)]).toEqual([" a b c", [], ["milo"]]);
});

test("what is refused again is found among what was brought anew, edit by edit", () => {
  for (const words of [" one", " two", " three", " four"]) say(words);
  const first = next(anna, 1);
  expect(lines(anna.there)).toEqual(["milo two three four"]);
  // of that the next pad takes two, and no more
  const pad = page().there;
  const stay = new Y.Doc();
  Y.applyUpdate(stay, Y.encodeStateAsUpdate(anna.there));
  const words = {
    state: Y.encodeStateAsUpdate(stay),
    clients: [first.fresh],
    since: new Date(0),
    edits: first.edits,
    forged: null,
  };
  const second = moved(words, pad, 9999, 1);
  Y.applyUpdate(pad, second.update);
  expect(lines(pad)).toEqual(["milo three four"]);
  const left = leftOut(body(stay), new Map([[first.fresh, 0]]), body(pad), second.renamed);
  expect(wordsOf(joined(first.left, second.renamed, left))).toBe(" one two");
});

test("more is given up each time, until nothing is left or all is taken", () => {
  const refusals = new Refusals();
  const again = { edits: 9, settled: false };
  expect([1, 2, 3].map(() => refusals.next("too_large", again))).toEqual([1, 2, 4]);
  expect(refusals.next("too_large", { edits: 1, settled: true })).toBe(1);
});

test("what does not fit to what stands there goes whole under another client id first", () => {
  const refusals = new Refusals();
  const again = { edits: 9, settled: false };
  expect([1, 2, 3].map(() => refusals.next("malformed", again))).toEqual([0, 1, 2]);
});

test("a page that is refused though it brings nothing stops", () => {
  const refusals = new Refusals();
  const nothing = { edits: 0, settled: true };
  expect([1, 2, 3].map(() => refusals.next("malformed", nothing))).toEqual([0, 0, null]);
});
