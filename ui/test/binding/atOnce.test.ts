/** People who take the same line along at the same moment find its letters once. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { seenOf } from "../../src/binding/born";
import { yUndoPluginKey } from "../../src/binding/keys";
import { ACTS, atOnce, PLACES, type Place } from "./atOnce";
import { caretAt, pair, pause, written } from "./hands";
import { Chance, rounds, seedOf } from "./random";
import { Network, Person } from "./world";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

test(
  "of two who do anything to the same line at once neither loses a letter, and none is there twice",
  () => {
    const seed = seedOf("at once");
    for (let round = 0; round < rounds(20); round++) {
      const chance = new Chance(seed + round);
      const acts = [chance.of(Object.keys(ACTS)), chance.of(Object.keys(ACTS))];
      const place = chance.of(Object.keys(PLACES)) as Place;
      const typesOn = chance.happens(0.5);
      const { doubled, lost, unsaid, text, isCalm } = atOnce(acts, place, typesOn, chance);
      const told = `round ${round} of seed ${seed}: ${acts.join(", ")} at the ${place}: ${text}`;
      expect(lost + unsaid, `lost, ${told}`).toBe(0);
      expect(isCalm, told).toBe(true);
      expect(doubled, `twice, ${told}`).toBe(0);
    }
  },
  6 * 3_600_000,
);

test(
  "of all pairs of acts at each place of a line none loses a letter, and none is there twice",
  () => {
    const names = Object.keys(ACTS);
    const places = Object.keys(PLACES) as Place[];
    const pairs = places.flatMap((place) =>
      names.flatMap((one) =>
        names.flatMap((other) =>
          [false, true].map((typesOn) => ({ place, acts: [one, other], typesOn })),
        ),
      ),
    );
    const step = Math.max(1, Math.floor(pairs.length / rounds(20)));
    const found: Record<"twice" | "lost" | "wild", string[]> = { twice: [], lost: [], wild: [] };
    for (let i = seedOf("all pairs") % step; i < pairs.length; i += step) {
      const { acts, place, typesOn } = pairs[i]!;
      const { doubled, lost, unsaid, text, isCalm } = atOnce(
        acts,
        place,
        typesOn,
        new Chance(1001 + i),
      );
      const told = `${acts.join(", ")} at the ${place}${typesOn ? ", typing on" : ""}: ${text}`;
      if (doubled > 0) found.twice.push(told);
      if (lost + unsaid > 0) found.lost.push(told);
      if (!isCalm) found.wild.push(told);
    }
    console.info(`all pairs: every ${step}. of ${pairs.length}`);
    expect(found.lost).toEqual([]);
    expect(found.wild).toEqual([]);
    expect(found.twice).toEqual([]);
  },
  6 * 3_600_000,
);

test(
  "where three do anything to the same line at once no letter of a line is lost",
  () => {
    const seed = seedOf("three at once");
    for (let round = 0; round < rounds(15); round++) {
      const chance = new Chance(seed + round);
      const acts = [0, 1, 2].map(() => chance.of(Object.keys(ACTS)));
      const place = chance.of(Object.keys(PLACES)) as Place;
      const { lost, text, isCalm } = atOnce(acts, place, chance.happens(0.5), chance);
      const told = `round ${round} of seed ${seed}: ${acts.join(", ")} at the ${place}: ${text}`;
      expect(lost, `lost, ${told}`).toBe(0);
      expect(isCalm, told).toBe(true);
    }
  },
  6 * 3_600_000,
);

test("who has taken a line along at the same moment as another types on in it, and undo loses none of it", () => {
  for (const acts of [
    ["tab", "tab"],
    ["head", "bullet"],
    ["up", "down"],
    ["enter", "tab"],
    ["tab", "enter"],
    ["todo", "enter"],
  ]) {
    const [anna, milo, net] = pair();
    const people = [anna, milo];
    written(anna, "above", "one two", "below");
    net.settle();
    yUndoPluginKey.getState(anna.view.state)?.undoManager.clear();
    for (const [i, person] of people.entries()) {
      caretAt(person, "one two", 3);
      pause(person);
      ACTS[acts[i] as string]?.(person, "");
      pause(person);
      person.type("AM"[i] as string);
    }
    net.settle();
    for (const [i, person] of people.entries()) person.type("am"[i] as string);
    net.settle();
    for (const { text } of people) {
      for (const word of ["Aa", "Mm", "above", "below", "one", "two"])
        expect(text.split(word).length - 1, `${word} after ${acts.join(", ")}: ${text}`).toBe(1);
      expect(text).toBe(anna.text);
    }
    for (const person of people) {
      for (let i = 0; i < 5; i++) person.editor.undo();
      net.settle();
    }
    for (const word of ["above", "below", "one", "two"])
      expect(anna.text, `${word} after undo of ${acts.join(", ")}`).toContain(word);
    people.forEach((person) => person.leave());
  }
});

test("a line that one takes along twice, first with more, is not lost by a page that has seen but the first time", () => {
  const [anna, milo, net] = pair();
  const nested = ["one", "two", "three"].map((content) => ({ type: "paragraph", content }));
  anna.editor.replaceBlocks(anna.editor.document, [
    { type: "paragraph", content: "above", children: nested },
  ] as never);
  net.settle();
  caretAt(anna, "two");
  ACTS.tab?.(anna, "");
  const [mine] = [anna.out.splice(0)];
  caretAt(milo, "two");
  ACTS.lift?.(milo, "");
  anna.take(milo.out.splice(0));
  vi.advanceTimersByTime(50); // her page leaves the line to his
  caretAt(milo, "three");
  ACTS.lift?.(milo, "");
  caretAt(milo, "two");
  ACTS.up?.(milo, "");
  milo.take(mine);
  net.settle();
  for (const line of ["above", "one", "two", "three"]) expect(anna.lines, line).toContain(line);
  expect(milo.lines).toEqual(anna.lines);
  [anna, milo].forEach((person) => person.leave());
});

/** Two act, each at a place of a line, type on, and hear of each other. */
function both(...acts: [line: string, offset: number, act: string][]): string[] {
  const [anna, milo, net] = pair();
  const people = [anna, milo];
  written(anna, "above", "", "three", "below");
  net.settle();
  // the same people have written the beginning last: each breaks the line as the other does
  for (const [i, words] of [" two", "o", "ne"].entries()) {
    const person = people[i % 2] as Person;
    person.editor.setTextCursorPosition(person.editor.document[1]!, "start");
    if (i === 2) caretAt(person, "o two", 1);
    person.type(words);
    net.settle();
  }
  for (const [i, [line, offset, act]] of acts.entries()) {
    caretAt(people[i] as Person, line, offset);
    ACTS[act]?.(people[i] as Person, "");
    people[i]?.type("AM"[i] as string);
  }
  net.settle();
  const { lines } = anna;
  expect(milo.lines).toEqual(lines);
  people.forEach((person) => person.leave());
  return lines;
}

test("a line that one joins while another joins it, breaks the same line or takes it along is there once", () => {
  const END = "one two".length;
  for (const [acts, lines] of [
    [
      [
        ["one two", END, "del"],
        ["one two", END, "del"],
      ],
      ["above", "one twoAMthree", "below"],
    ],
    [
      [
        ["three", 0, "back"],
        ["three", 0, "back"],
      ],
      ["above", "one twoAMthree", "below"],
    ],
    [
      [
        ["one two", END, "del"],
        ["three", 0, "back"],
      ],
      ["above", "one twoAMthree", "below"],
    ],
    [
      [
        ["one two", END, "del"],
        ["three", 5, "tab"],
      ],
      ["above", "one twoA", "threeM", "below"],
    ],
    [
      [
        ["three", 5, "head"],
        ["three", 0, "back"],
      ],
      ["above", "one twoMthreeA", "below"],
    ],
    [
      [
        ["one two", 3, "enter"],
        ["one two", 3, "enter"],
      ],
      ["above", "one", "A", "M two", "three", "below"],
    ],
  ] as [Parameters<typeof both>, string[]][])
    expect(both(...acts), JSON.stringify(acts)).toEqual(lines);
});

test("a line that one joins goes from behind the words there, and not where they read the same", () => {
  for (const [act, first] of [
    ["tab", "Milk for AnnA"],
    ["back", "Milk for AnnAMMilk"],
  ] as const) {
    const [anna, milo, net] = pair();
    written(anna, "Milk for Ann", "Milk", "below");
    net.settle();
    for (const [i, person] of [anna, milo].entries()) {
      caretAt(person, "Milk", 0);
      ACTS[i === 0 ? "back" : act]?.(person, "");
      person.type("AM"[i] as string);
    }
    net.settle();
    expect(anna.lines[0], act).toBe(first);
    expect(anna.text.split("Milk").length - 1, anna.text).toBe(2);
    expect(milo.lines).toEqual(anna.lines);
    [anna, milo].forEach((person) => person.leave());
  }
});

test("a line that was typed a moment ago is there when one takes it along and another breaks it", () => {
  for (const breaks of [0, 1]) {
    for (const act of ["tab", "head", "up"]) {
      const [anna, milo, net] = pair();
      const [one, other] = breaks ? [anna, milo] : [milo, anna];
      written(one, "above", "", "below");
      net.settle();
      one.editor.setTextCursorPosition(one.editor.document[1]!);
      one.type("abcdefgh");
      for (let i = 0; i < 4; i++) net.pass(20, 0);
      caretAt(other, "abcdefgh", 4);
      ACTS[act]?.(one, "");
      ACTS.enter?.(other, "");
      net.settle();
      for (const letter of "abcdefgh") expect(one.text, `${act}, ${breaks}`).toContain(letter);
      expect(one.text).toMatch(/abcd[^]*efgh/);
      expect(one.text).toBe(other.text);
      [one, other].forEach((person) => person.leave());
    }
  }
});

test("what two type into a line that a third takes along at that moment is there once, also where they have seen each other", () => {
  for (const act of ["tab", "code", "head"]) {
    const people = [10, 20, 30].map((client) => new Person({ client })) as [Person, Person, Person];
    const [anna, milo, ines] = people;
    const net = new Network(people, new Chance(1));
    written(anna, "above", "one two", "below");
    net.settle();
    net.cut(ines);
    caretAt(anna, "one two", 3);
    anna.type("A");
    caretAt(milo, "one", 0);
    milo.type("M");
    for (let i = 0; i < 4; i++) net.pass(100, 0);
    expect(anna.lines).toContain("MoneA two");
    anna.type("a");
    caretAt(ines, "one two", 7);
    ACTS[act]?.(ines, "");
    net.settle();
    expect(anna.lines.slice(0, 3), act).toEqual(["above", "MoneAa two", "below"]);
    for (const { text } of people) expect(text).toBe(anna.text);
    people.forEach((person) => person.leave());
  }
});

test("a line that two have changed before they took it along, or after, is there once with what each typed", () => {
  for (const [annas, milos] of [
    ["tab", "typeM up"],
    ["typeA tab", "lift typeM"],
    ["typeA up", "typeM down"],
    ["typeA head", "tab"],
    ["typeA down", "typeM tab typeÖ"],
    ["typeA tab typeÄ", "del up"],
    ["lift", "typeM lift up"],
    // who presses Enter before a line, and moves it, has given its block another id
    ["lift", "home enter up"],
    ["typeA", "home enter down"],
    ["typeA away", "home enter up"],
    ["typeA tab typeÄ", "home enter typeM lift"],
    ["home enter up", "down typeM"],
  ] as const)
    for (const offset of [0, 1, 2]) {
      const [anna, milo, net] = pair();
      const nested = ["pp", "LI", "qq"].map((content) => ({ type: "paragraph", content }));
      anna.editor.replaceBlocks(anna.editor.document, [
        { type: "paragraph", content: "above", children: nested },
        { type: "paragraph", content: "below" },
      ] as never);
      net.settle();
      for (const [person, acts] of [
        [anna, annas],
        [milo, milos],
      ] as const) {
        caretAt(person, "LI", offset);
        for (const act of acts.split(" "))
          if (act === "home") caretAt(person, "LI", 0);
          else if (act === "away") caretAt(person, "pp", 0);
          else if (act.startsWith("type")) person.type(act.slice(4));
          else ACTS[act]?.(person, "");
      }
      net.settle();
      const typed = `${annas} ${milos}`.match(/(?<=type)./g) ?? [];
      const told = `${annas}, ${milos} at ${offset}: ${anna.lines.join("|")}`;
      for (const letter of [...typed, "L", "I", "v", "w"])
        expect(anna.text.split(letter).length - 1, `${letter}, ${told}`).toBe(1);
      expect(milo.lines).toEqual(anna.lines);
      expect([...anna.inAnswer, ...milo.inAnswer]).toEqual([]);
      [anna, milo].forEach((person) => person.leave());
    }
});

test("a line of which another has made a copy is known by most of its letters, and not by one space", () => {
  expect(seenOf(["too much", "too ", ""], "### ")).toBeNull();
  expect(seenOf(["too much", "too"], "To too")).toBe("too");
  expect(seenOf(["one two three", "one two"], "one")).toBe("one two");
});

test("of a line that one takes along while another breaks it no half is lost, however long each is on its way", () => {
  for (const act of ["tab", "up", "down", "head"])
    for (let seed = 1; seed <= 8; seed++) {
      const { lost, unsaid, text } = atOnce([act, "enter"], "middle", true, new Chance(seed));
      expect(lost + unsaid, `${act}, seed ${seed}: ${text}`).toBe(0);
    }
});

test("a line that one pastes before while two others take it along is not lost as the end of a line that both broke", () => {
  for (let seed = 1; seed <= 12; seed++)
    for (const acts of [
      ["lift", "paste", "down"],
      ["paste", "lift", "down"],
    ]) {
      const { lost, text } = atOnce(acts, "start", true, new Chance(seed));
      expect(lost, `${acts.join()}, seed ${seed}: ${text}`).toBe(0);
    }
});

/** Meetings of three in the middle of a line that lost letters once: who acts, whether they type on, and by which chance. */
const THREE: [acts: string, typesOn: boolean, seeds: number[]][] = [
  // two ways to tell which of two copies goes took one each
  ["lift, enter, enter", true, [4, 9, 14, 24]],
  // a half that was brought beside its copy was taken for a line that its owner breaks
  ["enter, down, bold", false, [1, 3, 7, 10]],
  // the beginning of a line that one breaks was taken for a copy of the whole
  ["paste, down, enter", false, [59]],
  // what others had broken off was taken out of a third's copy as if by oneself
  ["lift, enter, bold", true, [17, 22, 25, 31]],
  // a line that was brought into a copy which went, too
  ["lift, todo, enter", true, [1, 6, 16, 17]],
  ["up, enter, quote", true, [1, 2, 6, 20]],
  // two broke the line in one place, and whose beginning went forgot what was typed behind it
  ["lift, enter, enter", true, [2, 5, 16, 17]],
  ["up, enter, enter", true, [3, 18, 23, 27]],
];

test.each(THREE)("where three do this at once nothing is lost: %s", (acts, typesOn, seeds) => {
  for (const seed of seeds) {
    const { lost, unsaid, text, isCalm } = atOnce(
      acts.split(", "),
      "middle",
      typesOn,
      new Chance(seed),
    );
    expect(lost + unsaid, `seed ${seed}: ${text}`).toBe(0);
    expect(isCalm, `seed ${seed}`).toBe(true);
  }
});

test("of a line that one takes along while another breaks it the first half stays before the second", () => {
  for (const act of ["lift", "up", "down", "tab"])
    for (const typesOn of [false, true])
      for (let seed = 1; seed <= 4; seed++)
        for (const acts of [
          [act, "enter"],
          ["enter", act],
        ]) {
          const { text, lost, unsaid } = atOnce(acts, "middle", typesOn, new Chance(seed));
          const told = `${acts.join()}, ${typesOn}, seed ${seed}: ${text}`;
          expect(lost + unsaid, told).toBe(0);
          const [first, second] = [text.indexOf("abcd"), text.indexOf("efgh")];
          expect(first >= 0 && first < second, told).toBe(true);
        }
});

test("a line that one has broken is whole when another, who has seen that, takes its second part along", () => {
  for (const act of ["up", "down", "tab", "head"])
    for (const before of [false, true]) {
      const [anna, milo, net] = pair();
      const pass = () => [1, 2, 3].forEach(() => net.pass(60, 0));
      written(milo, "above", "", "below");
      milo.editor.setTextCursorPosition(milo.editor.document[1]!);
      pass();
      milo.type("second");
      if (before) pass();
      pass();
      caretAt(milo, "second", 1);
      caretAt(anna, "second", 0);
      anna.type("first");
      pass();
      anna.key("Enter");
      pass();
      ACTS[act]?.(milo, "");
      net.settle();
      const told = `${act}: ${anna.lines.join("|")}`;
      for (const words of ["above", "first", "second", "below"])
        expect(anna.lines, told).toContain(words);
      expect(anna.lines.filter(Boolean).length, told).toBe(4);
      expect(milo.lines).toEqual(anna.lines);
      [anna, milo].forEach((person) => person.leave());
    }
});
