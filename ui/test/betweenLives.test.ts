/** A pad's text goes over into another life without its history, and what of one's own is not in it is known to the letter. */
import { toBase64 } from "lib0/buffer";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { freshText, handedFrom, type Own } from "../src/pad/betweenLives";
import type { Caret } from "../src/pad/rebase";
import { plantSeed, ROOT } from "../src/pad/seed";

const EPOCH = "b5fb3a3931891af4";

function block(words: string): Y.XmlElement {
  const [container, line, letters] = [
    new Y.XmlElement("blockContainer"),
    new Y.XmlElement("paragraph"),
    new Y.XmlText(words),
  ];
  line.insert(0, [letters]);
  container.insert(0, [line]);
  return container;
}

test("the text stands alone in the root of the next life, by one writer", () => {
  const update = freshText(
    [block("kept"), block("too")].map((element) => ({ element, size: 1 })),
    EPOCH,
  );
  const doc = new Y.Doc();
  plantSeed(doc, EPOCH, null);
  Y.applyUpdate(doc, update);
  const root = doc.getXmlFragment(ROOT);
  expect(root.length).toBe(1);
  expect((root.get(0) as Y.XmlElement).toArray().map((each) => each.toString())).toEqual([
    "<blockcontainer><paragraph>kept</paragraph></blockcontainer>",
    "<blockcontainer><paragraph>too</paragraph></blockcontainer>",
  ]);
  expect(Y.decodeStateVector(Y.encodeStateVectorFromUpdate(update)).size).toBe(2);
});

const vector = (of: [number, number][]): string => {
  const doc = new Y.Doc();
  for (const [client, clock] of of) {
    const other = new Y.Doc();
    other.clientID = client;
    other.getText("t").insert(0, "x".repeat(clock));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  }
  return toBase64(Y.encodeStateVector(doc));
};

const own = (taken: [number, number][]): Own => ({
  letters: [
    { client: 7, clock: 0, letters: "in time", line: null },
    { client: 7, clock: 7, letters: ", late", line: null },
  ],
  taken: new Map(taken),
  since: new Date(0),
  caret: null,
  before: "so in time, late",
  slept: false,
});

test.each<[string, [number, number][], string | undefined, string | undefined]>([
  ["the host had read all of it", [], vector([[7, 13]]), undefined],
  ["the host had read a part", [], vector([[7, 7]]), ", late"],
  ["the host had read nothing of this writer", [], vector([[8, 3]]), "in time, late"],
  ["what was read is not known, and all was taken", [], undefined, undefined],
  ["what was read is not known, and a part was not sent", [[7, 7]], undefined, ", late"],
  ["what was read can't be told", [[7, 9]], "no vector", "late"],
])("%s", (_, taken, seen, words) => {
  expect(handedFrom(own(taken), seen).left?.words).toBe(words);
});

const caretBehind = (clock: number): Caret => {
  const place = { type: null, tname: null, item: { client: 7, clock }, assoc: -1 };
  const head = Y.createRelativePositionFromJSON(place);
  return { place: { type: "text", anchor: head, head }, at: 40, focused: true, top: 0 };
};

test("what one is in the middle of typing goes on where the caret is", () => {
  const typing = { ...own([]), caret: caretBehind(12) };
  expect(handedFrom(typing, vector([[7, 9]]))).toEqual({
    left: null,
    caret: { ...typing.caret, at: 40 - 4 },
    typing: "late",
    behind: "so in time, ",
  });
});

test.each<[string, Partial<Own>]>([
  ["what was typed elsewhere", { caret: caretBehind(6) }],
  ["what was typed without a connection", { caret: caretBehind(12), slept: true }],
  ["what was typed before one went elsewhere", { caret: { ...caretBehind(12), focused: false } }],
])("%s is handed back, and the caret stays", (_, more) => {
  const over = handedFrom({ ...own([]), ...more }, vector([[7, 9]]));
  expect([over.left?.words, over.caret?.at, over.typing]).toEqual(["late", 40, ""]);
});
