/** A shortcut typed before a line ("# ", "- ") and taken back at once, while another types in that line. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { code } from "../../src/pad/typing/code";
import { takeBack } from "../../src/pad/typing/takeBack";
import { caretAt, pause, written } from "./hands";
import { Chance, rounds, seedOf } from "./random";
import { Network, Person } from "./world";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

const MARKS = ["# ", "## ", "- ", "* ", "1. ", "[] ", "[x] ", "> ", "``` "];
const LINE = "one two";
const PLACES = [0, 3, LINE.length];
const WAYS: Record<string, (person: Person) => void> = {
  Backspace: (person) => person.key("Backspace"),
  undo: ({ editor }) => void editor.undo(),
};
/** When the other types; nothing of it has arrived when the next step is done, nor has that. */
const TIMES = ["before the mark", "before its last letter", "before it is taken back", "after"];

interface Case {
  mark: string;
  way: string;
  /** Where the other types; -1 if nowhere. */
  at: number;
  time: string;
  clients: readonly number[];
}

function meet({ mark, way, at, time, clients }: Case): string {
  const options = { extensions: [code, takeBack] };
  const [anna, milo] = clients.map((client) => new Person({ client, options })) as [Person, Person];
  const net = new Network([anna, milo], new Chance(1));
  written(anna, "above", LINE, "below");
  net.settle();
  pause(anna);
  caretAt(anna, LINE, 0);
  if (at >= 0) caretAt(milo, LINE, at);
  const others = (when: string) => {
    if (at >= 0 && when === time) milo.type("xyz");
    else net.pass(100, 0);
  };
  others("before the mark");
  anna.type(mark.slice(0, -1));
  others("before its last letter");
  anna.type(mark.slice(-1));
  others("before it is taken back");
  WAYS[way]?.(anna);
  others("after");
  net.settle();
  const is = `${anna.editor.document[1]?.type}: ${anna.lines.join("|")}`;
  expect(milo.text).toBe(anna.text);
  expect([...anna.inAnswer, ...milo.inAnswer]).toEqual([]);
  [anna, milo].forEach((person) => person.leave());
  return is;
}

for (const way of Object.keys(WAYS)) {
  test(`${way} gives a shortcut back as it was typed, and the words behind it`, () => {
    for (const mark of MARKS) {
      const is = meet({ mark, way, at: -1, time: "", clients: [10, 20] });
      // of code undo takes back the last letter too, with which it was made
      const typed = mark === "``` " && way === "undo" ? mark.trim() : mark;
      expect(is).toBe(`paragraph: above|${typed}${LINE}|below`);
    }
  });

  test(
    `a shortcut taken back by ${way} leaves each letter once that another types in its line`,
    () => {
      const seed = seedOf(`rules ${way}`);
      for (let round = 0; round < rounds(16); round++) {
        const chance = new Chance(seed + round);
        const [mark, at, time] = [chance.of(MARKS), chance.of(PLACES), chance.of(TIMES)];
        const clients = chance.of([
          [10, 20],
          [20, 10],
        ]);
        const is = meet({ mark, way, at, time, clients });
        const told = `round ${round} of seed ${seed}: "${mark}" at ${at}, ${time}: ${is}`;
        expect(is.split("xyz"), told).toHaveLength(2);
        // two who type at the same place find the one before the other, or the other before the one
        if (at > 0) expect(is, told).toContain(`${LINE.slice(0, at)}xyz${LINE.slice(at)}`);
        // behind letters of others it is no shortcut, and undo takes it all back
        const isNone = is.includes("|xyz") && time === TIMES[0];
        const alone = isNone ? "" : meet({ mark, way, at: -1, time: "", clients });
        expect(is.replace("xyz", ""), told).toContain(isNone ? LINE : alone);
      }
    },
    6 * 3_600_000,
  );
}
