/** Names, colours and presence: ours, and what others send. */
import { beforeEach, expect, test } from "vitest";
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { facesOf } from "../src/home/hosted";
import { COLOURS, colourFor, freeColour, offerColours } from "../src/people/colours";
import { inventName, newMe, rememberedMe, rememberMe } from "../src/people/me";
import { cleanName } from "../src/people/names";
import { cleanState, gather, initials, onPeople } from "../src/people/presence";
import { contrast } from "./contrast";

beforeEach(() => localStorage.clear());

test("white text is readable on each of the twelve colours", () => {
  expect(new Set(COLOURS).size).toBe(12);
  for (const colour of COLOURS)
    expect(contrast("#ffffff", colour), colour).toBeGreaterThanOrEqual(4.5);
});

test("six different colours are offered, with one's own among them", () => {
  for (const own of COLOURS) {
    const six = offerColours(own);
    expect(new Set(six).size).toBe(6);
    expect(six).toContain(own);
  }
});

test("on the host's page everyone has the colour that they chose", () => {
  const faces = facesOf(["Anna", "Milo", "Lea"], ["#123456", null, "red"]);
  expect(faces.map(({ name }) => name)).toEqual(["Anna", "Milo", "Lea"]);
  expect(faces.map(({ color }) => color)).toEqual(["#123456", colourFor("Milo"), colourFor("Lea")]);
  expect(facesOf(["Anna"], [])[0]?.color, "a server that tells none").toBe(colourFor("Anna"));
});

test("a free colour is one that nobody has, and none where all are taken", () => {
  for (const free of COLOURS)
    expect(freeColour(COLOURS.filter((colour) => colour !== free))).toBe(free);
  expect(freeColour(COLOURS)).toBeNull();
});

test("a person is remembered by name and colour, and by nothing else", () => {
  expect(rememberedMe()).toBeNull();
  const me = newMe();
  rememberMe({ ...me, text: "secret" } as never);
  expect(rememberedMe()).toEqual(me);
  expect(Object.keys(JSON.parse(localStorage.getItem("fadepad.me") ?? ""))).toEqual([
    "name",
    "color",
  ]);
});

test("a spoilt memory is no memory", () => {
  for (const spoilt of [
    "",
    "{",
    "[]",
    '{"name":"A","color":"black"}',
    '{"name":" ","color":"#000000"}',
  ]) {
    localStorage.setItem("fadepad.me", spoilt);
    expect(rememberedMe(), spoilt).toBeNull();
  }
});

test("an invented name is already clean", () => {
  for (let i = 0; i < 50; i += 1) {
    const name = inventName();
    expect(cleanName(name)).toBe(name);
  }
});

test("names from others lose what could break a line or turn the text around", () => {
  expect(cleanName("  Anna\n\u202e Krause\u200b ")).toBe("Anna Krause");
  expect(cleanName("x".repeat(500))).toHaveLength(32);
  expect(cleanName({ toString: () => "x" })).toBe("");
});

const ANNA = "a".repeat(32);

test("presence of others keeps what has the right shape and drops the rest, above all whose it says to be", () => {
  const id = { client: 5, clock: 1 };
  expect(
    cleanState(
      {
        user: { id: "abcdefgh", name: "Milo", color: "#B4466E", evil: 1, reads: true },
        cursor: {
          anchor: { type: id, item: null },
          head: { type: id, tname: null, item: id, assoc: -1 },
        },
        more: [],
      },
      ANNA,
    ),
  ).toEqual({
    user: { id: ANNA, name: "Milo", color: "#B4466E", reads: true },
    cursor: {
      anchor: { type: id, tname: null, item: null, assoc: 0 },
      head: { type: id, tname: null, item: id, assoc: -1 },
    },
  });
  expect(
    cleanState({ user: { id: "abcdefgh", name: "M", color: "red;position:fixed;inset:0" } }),
  ).toEqual({
    user: { id: "", name: "M", color: expect.stringMatching(/^#[0-9a-f]{6}$/) },
  });
});

test("a cursor that can't be looked up is no cursor", () => {
  const good = { type: { client: 1, clock: 0 } };
  for (const bad of [
    { type: { client: -1, clock: 0 } },
    { type: "x" },
    { tname: "<img>" },
    { item: { client: 1.5, clock: 0 } },
    7,
    null,
  ]) {
    expect(cleanState({ cursor: { anchor: bad, head: good } })).toEqual({});
  }
  for (const bad of [null, 7, "x", []]) expect(cleanState(bad)).toBeNull();
});

const user = (id: string, name: string) => ({ user: { id, name, color: "#111111" } });

test("one person with two tabs is one person, and oneself comes first", () => {
  const states = new Map<number, Record<string, unknown>>([
    [1, user("milo-milo", "Milo")],
    [2, user("anna-anna", "Anna")],
    [3, user("milo-milo", "Milo")],
    [4, {}],
  ]);
  expect(gather(states, 2).map(({ name, devices, me }) => [name, devices, me])).toEqual([
    ["Anna", 1, true],
    ["Milo", 2, false],
  ]);
});

test("initials are the first letters of the first and the last word", () => {
  expect(["Anna Maria Krause", "milo", "", "😀 x"].map(initials)).toEqual(["AK", "M", "?", "😀X"]);
});

test("who moves a caret is no news, who comes, goes or takes another name is", () => {
  const [own, milo] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())];
  let told = 0;
  const stop = onPeople(own, () => (told += 1));
  const shows = (state: Record<string, unknown> | null) => {
    milo.setLocalState(state);
    applyAwarenessUpdate(own, encodeAwarenessUpdate(milo, [milo.clientID]), "net");
    return told;
  };
  const user = { id: "milo", name: "Milo", color: "#123456" };
  expect(shows({ user })).toBe(1);
  expect(shows({ user: { ...user }, cursor: { anchor: 1, head: 1 } })).toBe(1);
  expect(shows({ user: { ...user, name: "Emil" } })).toBe(2);
  expect(shows(null)).toBe(3);
  expect(shows({ user: { ...user, name: "Emil" } })).toBe(4);
  stop();
  expect(shows(null)).toBe(4);
  own.destroy();
  milo.destroy();
});
