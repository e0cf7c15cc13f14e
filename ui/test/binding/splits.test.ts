/** Somebody joins a line to the one above and breaks it off again and again while another types in it. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { caretAt, written } from "./hands";
import { Chance, rounds, seedOf } from "./random";
import { Network, Person } from "./world";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Times in ms: of a key, and the longest of a way; `every`: one joins or breaks with every so manieth key of the other. */
interface Pace {
  key: number;
  latency: number;
  every: number;
}

/** The lines at the end, which all see, and what they were to be. */
function meet(chance: Chance, { key, latency, every }: Pace): [string[], string[]] {
  const clients = chance.happens(0.5) ? [10, 20] : [20, 10];
  const [anna, milo] = clients.map((client) => new Person({ client })) as [Person, Person];
  const net = new Network([anna, milo], chance);
  written(anna, "above", "start end", "below");
  net.settle();
  caretAt(anna, "start end", 0);
  caretAt(milo, "start end", 6);
  let isJoined = false;
  for (const [i, letter] of [...LETTERS].entries()) {
    milo.type(letter);
    if (i % every === 0) {
      anna.key(isJoined ? "Enter" : "Backspace");
      isJoined = !isJoined;
    }
    net.pass(key, latency);
  }
  net.settle();
  expect(milo.lines).toEqual(anna.lines);
  expect(milo.fragment.toString()).toBe(anna.fragment.toString());
  expect([...anna.inAnswer, ...milo.inAnswer]).toEqual([]);
  const typed = `start ${LETTERS}end`;
  const wanted = isJoined ? [`above${typed}`, "below"] : ["above", typed, "below"];
  const lines = anna.lines.filter((line, at) => line || at < anna.lines.length - 1);
  [anna, milo].forEach((person) => person.leave());
  return [lines, wanted];
}

const PACES: Record<string, (chance: Chance) => Pace> = {
  "as people do": (chance) => ({
    key: chance.of([90, 150]),
    latency: chance.of([0, 30, 80, 150]),
    every: 3 + chance.below(3),
  }),
  "in haste": (chance) => ({ key: 90, latency: chance.of([80, 150]), every: 2 }),
};

for (const [pace, paceOf] of Object.entries(PACES))
  test(
    `of a word typed in a line that another joins and breaks ${pace} no letter is lost`,
    () => {
      const seed = seedOf(`splits ${pace}`);
      for (let round = 0; round < rounds(6); round++) {
        const chance = new Chance(seed + round);
        const how = paceOf(chance);
        const told = `round ${round} of seed ${seed}: ${JSON.stringify(how)}`;
        const [lines, wanted] = meet(chance, how);
        if (pace === "as people do") expect(lines, told).toEqual(wanted);
        for (const letter of LETTERS) expect(lines.join("|"), told).toContain(letter);
      }
    },
    6 * 3_600_000,
  );

test("a long text that somebody joins to the line above as soon as it is pasted is followed at once", () => {
  const [anna, milo] = [new Person({ client: 10 }), new Person({ client: 20 })];
  const net = new Network([anna, milo], new Chance(1));
  written(anna, "above", "x", "below");
  net.settle();
  caretAt(anna, "x", 1);
  anna.view.dispatch(anna.view.state.tr.insertText("0123456789".repeat(4_000)));
  net.pass(90, 0);
  anna.type("!");
  caretAt(milo, "x0123456789", 0);
  milo.key("Backspace");
  net.pass(90, 0);
  net.settle();
  expect(anna.lines).toEqual(milo.lines);
  expect(anna.lines.join("").match(/0123456789/g)).toHaveLength(4_000);
  expect(anna.lines.join("")).toContain("789!");
  [anna, milo].forEach((person) => person.leave());
});
