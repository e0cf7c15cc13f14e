/** A word that somebody composes while another does anything to its line is there once, however long each key is on its way. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TextSelection } from "prosemirror-state";
import { caretAt, written } from "./hands";
import { Chance, rounds, seedOf } from "./random";
import { Network, Person } from "./world";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

type Does = (person: Person) => void;
const types =
  (letters: string): Does =>
  (person) =>
    person.type(letters);
const enter: Does = (person) => person.key("Enter");

/** What the other does from a place in "start, end", a step each, while a word is composed behind the comma; and the lines then. */
const MEANWHILE: { name: string; at: number; does: Does[]; becomes: string[] }[] = [
  { name: "types before it", at: 0, does: [..."oh "].map(types), becomes: ["oh start, word! end"] },
  {
    name: "types behind it",
    at: 10,
    does: [..." so"].map(types),
    becomes: ["start, word! end so"],
  },
  {
    name: "begins a line below",
    at: 10,
    does: [enter, types("new")],
    becomes: ["start, word! end", "new"],
  },
  {
    name: "breaks the line before it",
    at: 2,
    does: [enter],
    becomes: ["st", "art, word! end"],
  },
  { name: "begins a line above", at: 0, does: [enter], becomes: ["", "start, word! end"] },
  {
    name: "breaks the line behind it",
    at: 8,
    does: [enter],
    becomes: ["start, word! e", "nd"],
  },
  { name: "makes a heading", at: 0, does: [..."# "].map(types), becomes: ["start, word! end"] },
  { name: "makes a list", at: 0, does: [..."- "].map(types), becomes: ["start, word! end"] },
  { name: "nests it", at: 0, does: [(person) => person.key("Tab")], becomes: ["start, word! end"] },
];
const ABOVE: typeof MEANWHILE = [
  {
    name: "moves the line up",
    at: 0,
    does: [({ editor }) => editor.moveBlocksUp(), types("x")],
    becomes: ["xstart, word! end", "above"],
  },
  {
    name: "joins it to the line above",
    at: 0,
    does: [(person) => person.key("Backspace")],
    becomes: ["abovestart, word! end"],
  },
];

function compose({ view }: Person, stage: string, last = ""): void {
  if (!view.composing)
    view.dom.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
  const { from } = view.state.selection;
  view.dispatch(view.state.tr.insertText(stage, from - last.length, from));
}
const ends = ({ view }: Person) =>
  void view.dom.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));

/** Where Milo wrote last: of a line that another breaks the part stays in its place in which he writes. */
type Wrote = "here" | "behind";

/** A word that Milo composes while Anna does her steps, with any time between. */
function meet(
  at: number,
  does: readonly Does[],
  chance: Chance,
  wrote: Wrote = "here",
): [Person, Person] {
  const clients = chance.happens(0.5) ? [10, 20] : [20, 10];
  const [milo, anna] = clients.map((client) => new Person({ client })) as [Person, Person];
  const ines = new Person({ client: 15 });
  const net = new Network([milo, anna, ines], chance);
  written(wrote === "behind" ? milo : chance.of([milo, ines]), "above", "start, end");
  if (wrote === "behind" || chance.happens(0.5)) net.settle();
  else [1, 2].forEach(() => net.pass(1, 0));
  caretAt(anna, "start, end", at);
  caretAt(milo, "start, end", 6);
  if (wrote === "here") milo.type(" ");
  [1, 2].forEach(() => net.pass(30, 0));
  const left = [...does];
  const pass = () => {
    for (let i = chance.below(4); i > 0; i--) net.pass(chance.below(60), 120);
  };
  for (const stage of ["w", "wo", "wor", "word"]) {
    compose(milo, stage, stage.slice(0, -1));
    pass();
    left.shift()?.(anna);
  }
  ends(milo);
  pass();
  milo.type("!");
  net.settle();
  ines.leave();
  return [milo, anna];
}

/**
 * Milo has written the line himself a moment ago, and of that which Anna breaks the part stays in which he writes; the other three:
 * of what Anna joins, Ines or Milo has not seen each letter yet, and she not each of his.
 */
const KNOWN = [272912623, 1033, 5014, 1065718746];

/** Both show these lines, and neither has written in answer to the other; then they leave. */
function both(people: [Person, Person], becomes: readonly string[], seed: number): void {
  const told = `seed ${seed}`;
  const [milo, anna] = people;
  expect(milo.lines.join("|").replace(/\|$/, ""), told).toBe(becomes.join("|"));
  expect(anna.lines, told).toEqual(milo.lines);
  expect([...anna.inAnswer, ...milo.inAnswer], told).toEqual([]);
  people.forEach((person) => person.leave());
}

for (const { name, at, does, becomes } of [
  ...MEANWHILE.map((each) => ({ ...each, becomes: ["above", ...each.becomes] })),
  ...ABOVE,
])
  test(
    `a word that is composed is there once when another ${name}`,
    () => {
      const seed = seedOf(name);
      const seeds = Array.from({ length: rounds(4) }, (_, round) => seed + round);
      for (const each of [...KNOWN, ...seeds]) {
        const [milo, anna] = meet(at, does, new Chance(each));
        both([milo, anna], becomes, each);
      }
    },
    6 * 3_600_000,
  );

/** Breaks within the line, behind the word: the page of who breaks it takes its beginning away, and Milo's word was on its way to that. */
const BREAKS: { name: string; shiftKey: boolean; becomes: string[] }[] = [
  { name: "Enter", shiftKey: false, becomes: ["above", "start,word! e", "nd"] },
  { name: "Shift+Enter", shiftKey: true, becomes: ["above", "start,word! end"] },
];

for (const { name, shiftKey, becomes } of BREAKS)
  test(
    `a word stays in the beginning of a line that another breaks by ${name} when its author wrote behind the break before`,
    () => {
      const seed = seedOf(name);
      for (const each of Array.from({ length: rounds(20) }, (_, round) => seed + round)) {
        const breaks: Does = (person) => person.key("Enter", { shiftKey });
        const [milo, anna] = meet(8, [breaks], new Chance(each), "behind");
        both([milo, anna], becomes, each);
      }
    },
    6 * 3_600_000,
  );

/** The same word typed key by key, with Anna's break at any of its letters. */
function typeAcross(shiftKey: boolean, chance: Chance): [Person, Person] {
  const clients = chance.happens(0.5) ? [10, 20] : [20, 10];
  const [milo, anna] = clients.map((client) => new Person({ client })) as [Person, Person];
  const net = new Network([milo, anna], chance);
  written(milo, "start, end");
  net.settle();
  caretAt(milo, "start, end", 6);
  caretAt(anna, "start, end", 8);
  const word = [..."word!"];
  const breaks = chance.below(word.length);
  for (const [i, letter] of word.entries()) {
    if (i === breaks) anna.key("Enter", { shiftKey });
    milo.type(letter);
    for (let k = chance.below(4); k > 0; k--) net.pass(chance.below(60), 120);
  }
  net.settle();
  return [milo, anna];
}

for (const { name, shiftKey, becomes } of BREAKS)
  test(
    `so does one that is typed key by key, by ${name}`,
    () => {
      const seed = seedOf(name);
      for (const each of Array.from({ length: rounds(20) }, (_, round) => seed + round)) {
        const [milo, anna] = typeAcross(shiftKey, new Chance(each));
        both([milo, anna], becomes.slice(1), each);
      }
    },
    6 * 3_600_000,
  );

test("who deletes the first letter of a line and begins another above has not broken it", () => {
  const [milo, anna] = [10, 20].map((client) => new Person({ client })) as [Person, Person];
  const net = new Network([milo, anna], new Chance(1));
  written(milo, "The plan");
  net.settle();
  caretAt(milo, "The plan", 1);
  milo.type("x");
  caretAt(anna, "The plan", 1);
  const { from } = anna.view.state.selection;
  anna.view.dispatch(anna.view.state.tr.delete(from - 1, from));
  caretAt(anna, "he plan", 0);
  anna.key("Enter");
  const { doc, tr } = anna.view.state;
  anna.view.dispatch(tr.setSelection(TextSelection.atStart(doc)));
  anna.type("Today");
  net.settle();
  expect(milo.lines.slice(0, 2)).toEqual(["Today", "xhe plan"]);
  expect(anna.lines).toEqual(milo.lines);
});
