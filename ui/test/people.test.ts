/** Names, colours and presence: ours, and what others send. */
import { beforeEach, expect, test } from "vitest";
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { facesOf } from "../src/home/hosted";
import { COLOURS, colourFor, freeColour, nthColour, offerColours } from "../src/people/colours";
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

/** sRGB as light. */
const light = (hex: string): number[] =>
  [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
const times = (matrix: number[][], of: number[]): number[] =>
  matrix.map((row) => row.reduce((sum, factor, i) => sum + factor * (of[i] ?? 0), 0));

/** How eyes see light (Machado, Oliveira & Fernandes 2009): as most do, without red, green and blue. */
const EYES = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
];
const TO_LMS = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

/** How far two colours are from each other for these eyes, in hundredths of OKLab: two is what one just sees. */
function distance(eyes: number[][], one: string, other: string): number {
  const [a, b] = [one, other].map((hex) => {
    const seen = times(eyes, light(hex)).map((part) => Math.min(1, Math.max(0, part)));
    return times(TO_LAB, times(TO_LMS, seen).map(Math.cbrt));
  }) as [number[], number[]];
  return 100 * Math.hypot(...a.map((part, i) => part - (b[i] ?? 0)));
}

/** The least distance of any two. */
const least = (colours: readonly string[], eyes: number[][][]): number =>
  Math.min(
    ...colours.flatMap((one, i) =>
      colours.slice(i + 1).flatMap((other) => eyes.map((each) => distance(each, one, other))),
    ),
  );

test("the first to come have colours far from one another, also for who sees some colours alike", () => {
  const [most] = EYES as [number[][]];
  const figures = [2, 3, 4, 5, 6, 8].map((n) => {
    const colours = Array.from({ length: n }, (_, i) => nthColour(i));
    return [least(colours, [most]), least(colours, EYES)].map((each) => Math.floor(each * 10) / 10);
  });
  expect(figures).toEqual([
    [30.2, 26.5],
    [16, 10.6],
    [14.7, 8.2],
    [12.9, 5.2],
    [8.3, 3.5],
    [8.3, 2.1],
  ]);
  // no other eight of the twelve are farther from one another for all eyes
  const sets = (from: number, n: number): string[][] =>
    n === 0
      ? [[]]
      : COLOURS.slice(from).flatMap((colour, i) =>
          sets(from + i + 1, n - 1).map((others) => [colour, ...others]),
        );
  const best = Math.max(...sets(0, 8).map((eight) => least(eight, EYES)));
  expect(least(COLOURS.slice(0, 8), EYES)).toBeCloseTo(best, 5);
});

test("who comes as the n-th gets the n-th colour, and where it is taken the first that is free", () => {
  expect(COLOURS.map((_, n) => newMe(n).color)).toEqual(COLOURS);
  expect(newMe(12).color).toBe(COLOURS[0]);
  expect(freeColour([COLOURS[0], COLOURS[1], COLOURS[3]])).toBe(COLOURS[2]);
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
  const me = newMe(3);
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
        user: { id: "abcdefgh", name: "Milo", color: "#B4466E", evil: 1, role: "host" },
        cursor: {
          anchor: { type: id, item: null },
          head: { type: id, tname: null, item: id, assoc: -1 },
        },
        more: [],
      },
      ANNA,
    ),
  ).toEqual({
    user: { id: ANNA, name: "Milo", color: "#B4466E" },
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
