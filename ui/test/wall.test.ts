/** The wall's own parts: who came, what the Wi-Fi code says, which sentence. */
import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import { Crowd } from "../src/wall/crowd";
import { wifiText } from "../src/wall/wifi";
import { lifeOnTheWall } from "../src/wall/lifeLine";
import type { Connection } from "../src/live/connection";
import { LIFE } from "./socket";
import { counted, heard, unheard, type Life } from "../src/life/life";

/** Whose a client is: the server's word, in letters that an id has. */
const personOf = (name: string) =>
  [...name]
    .map((char) => char.charCodeAt(0).toString(16))
    .join("")
    .padStart(32, "0");

/** A presence message of these clients. */
function say(...entries: [client: number, clock: number, name: string | null][]): Uint8Array {
  const to = encoding.createEncoder();
  encoding.writeVarUint(to, entries.length);
  for (const [client, clock, name] of entries) {
    encoding.writeVarUint(to, client);
    encoding.writeVarUint(to, clock);
    encoding.writeVarString(
      to,
      JSON.stringify(name && { user: { id: personOf("Ann"), name, color: "#112233" } }),
    );
  }
  return encoding.toUint8Array(to);
}

/** A crowd that has heard whose these clients are. */
function heardOf(of: Record<number, string>, crowd = new Crowd()): Crowd {
  crowd.whose.hear({
    of: Object.fromEntries(Object.entries(of).map(([client, name]) => [client, personOf(name)])),
  });
  return crowd;
}

const names = (crowd: Crowd) => crowd.people.map(({ name }) => name);

describe("who is here", () => {
  test("stands in the order of coming and is told as new once, with one tab or two", () => {
    const crowd = heardOf({ 9: "Ann", 4: "Bob", 2: "Ann" });
    expect(crowd.take(say([9, 1, "Ann"])).map(({ name }) => name)).toEqual(["Ann"]);
    expect(crowd.take(say([4, 1, "Bob"])).map(({ name }) => name)).toEqual(["Bob"]);
    expect(crowd.take(say([2, 1, "Ann"]))).toEqual([]);
    expect(names(crowd)).toEqual(["Ann", "Bob"]);
  });

  test("is gone when told so with the clock of before, and new when coming back", () => {
    const crowd = heardOf({ 9: "Ann", 4: "Bob" });
    crowd.take(say([9, 3, "Ann"], [4, 1, "Bob"]));
    crowd.take(say([9, 2, null]));
    expect(names(crowd)).toContain("Ann");
    crowd.take(say([9, 3, null]));
    expect(names(crowd)).toEqual(["Bob"]);
    expect(crowd.take(say([9, 4, "Ann"]))).toHaveLength(1);
    expect(names(crowd)).toEqual(["Bob", "Ann"]);
  });

  test("is nobody new after a lost connection", () => {
    const crowd = heardOf({ 9: "Ann" });
    crowd.take(say([9, 3, "Ann"]));
    crowd.begin();
    expect(names(crowd)).toEqual([]);
    heardOf({ 7: "Ann" }, crowd);
    expect(crowd.take(say([7, 1, "Ann"]))).toEqual([]);
    expect(names(crowd)).toEqual(["Ann"]);
  });

  test("is nobody else for what a state says of itself", () => {
    const crowd = heardOf({ 9: "Ann", 5: "Mallory" });
    crowd.take(say([9, 1, "Ann"]));
    expect(crowd.take(say([5, 1, "Ann"]))).toHaveLength(1);
    expect(crowd.take(say([6, 1, "Ann"])), "nobody has said whose it is").toHaveLength(1);
    expect(crowd.people.map(({ devices }) => devices)).toEqual([1, 1, 1]);
    crowd.whose.hear({ of: { 6: "ann", x: "a".repeat(32) } });
    expect(names(crowd)).toHaveLength(3);
  });

  test("is never read from something that is no presence message", () => {
    for (const bad of [[1], [1, 5, 1, 9], [200, 1]])
      expect(() => new Crowd().take(Uint8Array.from(bad))).toThrow();
  });
});

test("names and passwords with signs of the format's own are escaped", () => {
  expect(wifiText({ name: 'a;b,c:"d"\\', password: "p;w" })).toBe(
    'WIFI:T:WPA;S:a\\;b\\,c\\:\\"d\\"\\\\;P:p\\;w;;',
  );
  expect(wifiText({ name: "open", password: "" })).toBe("WIFI:T:nopass;S:open;;");
});

const LOST = { is: "lost", since: 0, cause: null } as const;
const sentence = (life: Life, connection: Connection = { is: "live" }, saves = false) =>
  lifeOnTheWall({ connection, life, now: 0, saves }).text;

test("the sentence says how the pad lives, fades and is ended", () => {
  const life = unheard(900, 0);
  expect(sentence(life)).toBe(
    "Lives while someone is here, then 15 minutes. Nothing\u00a0is\u00a0stored.",
  );
  expect(sentence(life, { is: "live" }, true)).toBe(
    "Lives while someone is here, then 15 minutes. The\u00a0host\u00a0keeps\u00a0a\u00a0copy.",
  );
  expect(sentence(life, LOST)).toBe("Reconnecting…");
  expect(sentence(life, { ...LOST, cause: "blocked" })).toMatch(/^This network shows the wall/);
  const fading = heard(life, { ...LIFE, state: "fading", ends_in_s: 780 }, 0);
  expect(sentence(fading)).toBe("Nobody is here. This pad fades in 13 min.");
  expect(sentence(heard(fading, { ...LIFE, fades: false }, 0))).toBe(
    "Kept until the host says. Nothing\u00a0is\u00a0stored.",
  );
  expect(sentence(counted(life, { in_s: 9, why: "host" }, 0))).toBe("Ends in 9 s");
  expect(
    counted(counted(life, { in_s: 9, why: "host" }, 0), { in_s: null, why: "host" }, 0).countdown,
  ).toBeNull();
});
