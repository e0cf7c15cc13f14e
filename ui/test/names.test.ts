/** Names as they are shown, by the vectors that the server's own tests read too. */
import { expect, test, vi } from "vitest";
import vectors from "../../tests/data/names.json";
import { cleanName, NAME_MAX, toldApart } from "../src/people/names";
import { gather, namesOf } from "../src/people/presence";

test("names lose what is not seen, and keep what their writing needs", () => {
  for (const { why, given, shown } of vectors.clean) expect(cleanName(given), why).toBe(shown);
});

test("a cleaned name is clean", () => {
  for (const { why, shown } of vectors.clean) expect(cleanName(shown), why).toBe(shown);
});

test("people who can be taken for each other are numbered, whoever is asked first", () => {
  for (const { why, people, called } of vectors.called) {
    const given = Object.entries(people);
    const turned = given.map((_, i) => given.at(-1 - i) as (typeof given)[number]);
    for (const order of [given, turned])
      expect(Object.fromEntries(toldApart(new Map(order))), why).toEqual(called);
  }
});

test("a browser that can't count letters shows names too", () => {
  vi.stubGlobal("Intl", {});
  expect(cleanName("Zoe\u0308".repeat(20))).toBe("Zoë".repeat(20).slice(0, NAME_MAX));
  vi.unstubAllGlobals();
});

const user = (id: string, name: string) => ({ user: { id, name, color: "#111111" } });
const states = new Map([
  [3, user("aaaa-aaaa", "Anna")],
  [1, user("bbbb-bbbb", "Аnna")],
  [2, user("aaaa-aaaa", "Anna")],
  [9, user("", "ANNA")],
]);

test("two devices of one person are not two people, and every page calls people alike", () => {
  for (const own of [1, 2, 3, 9]) {
    const called = Object.fromEntries(gather(states, own).map(({ id, name }) => [id, name]));
    expect(called).toEqual({ "aaaa-aaaa": "Anna", "bbbb-bbbb": "Аnna 2", "client-9": "ANNA 3" });
  }
});

test("a caret is called like its owner in the list", () => {
  const nameOf = namesOf(states, 3);
  expect([1, 2, 3, 9, 77].map(nameOf)).toEqual(["Аnna 2", "Anna", "Anna", "ANNA 3", ""]);
});
