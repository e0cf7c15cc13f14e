/** Who wrote what: the letters of each author, also where others have broken, joined, moved or brought them back. */
import { TextSelection } from "@tiptap/pm/state";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import type { WrittenBy } from "../src/api";
import { ySyncPluginKey } from "../src/binding";
import type { Part } from "../src/binding/shown";
import { COLOURS } from "../src/people/colours";
import type { Person as Here, Presence } from "../src/people/presence";
import { Moved } from "../src/pad/who/moved";
import { apart, Writers, type Known } from "../src/pad/who/writers";
import { blocksIn, Reading } from "../src/pad/who/written";
import theme from "../src/theme.css?raw";
import sheet from "../src/pad/who/who.css?raw";
import { contrast } from "./contrast";
import { Network, Person } from "./binding/world";
import { Chance, seedOf } from "./binding/random";

const [ANNA, MILO, SAM] = [11, 22, 33];
const NAMES: Record<number, string> = { [ANNA]: "A", [MILO]: "M", [SAM]: "S" };

/** A page that looks from its beginning, and tells of each line who wrote which words. */
function page(client: number, holds?: Person) {
  const person = new Person({ client, ...(holds ? { holds } : {}) });
  const moved = new Moved();
  moved.watch(person.doc);
  const reading = new Reading(moved);
  const read = (by: Reading) => {
    const root = ySyncPluginKey.getState(person.view.state)?.binding.mapping.root;
    expect(root?.node).toBe(person.view.state.doc);
    return [...blocksIn(root as Part)].map((block) => {
      const words = block.node.textBetween(0, block.node.content.size, "", "\uFFFC");
      return by
        .of(block)
        .map(
          ({ from, to, client, isNew }) =>
            `${NAMES[client] ?? "?"}${isNew ? "*" : ""}:${words.slice(from - 1, to - 1)}`,
        )
        .join("|");
    });
  };
  const lines = () => read(reading);
  /** The same for whoever was away since then, with a star where something is new. */
  const since = (then: Uint8Array) => read(new Reading(moved, Y.decodeStateVector(then)));
  return { ...person, person, lines, since, type: (words: string) => person.type(words) };
}

type Page = ReturnType<typeof page>;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Anna and Milo, in one pad with a line of Anna's. */
function pair(words: string) {
  const anna = page(ANNA);
  const milo = page(MILO);
  const network = new Network([anna.person, milo.person], new Chance(1));
  const meet = () => network.settle();
  anna.type(words);
  meet();
  return { anna, milo, meet, both: () => [anna.lines(), milo.lines()] };
}

const caret = ({ person: { view } }: Page, line: number, offset: number) => {
  let place = -1;
  view.state.doc.descendants((node, pos) => {
    if (node.isTextblock && line-- === 0) place = pos + 1 + offset;
  });
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, place)));
};

/** What two do at once, as somebody sees it who hears of both in one. */
const seenBySam = (line: string, deeds: (anna: Page, milo: Page) => void): string[] => {
  const { anna, milo } = pair(line);
  const sam = page(SAM, anna.person);
  const before = [anna, milo].map(({ person }) => Y.encodeStateVector(person.doc));
  deeds(anna, milo);
  sam.person.take(
    [anna, milo].map(({ person }, i) => Y.encodeStateAsUpdate(person.doc, before[i])),
  );
  return sam.lines();
};

describe("whose letters they are", () => {
  test("two people in a line have each their own words, and the gap goes with the word before it", () => {
    const { anna, milo, meet, both } = pair("Release on Thursday");
    caret(milo, 0, 7);
    milo.type(" candidate");
    meet();
    const line = ["A:Release|M: candidate|A: on Thursday"];
    expect(both()).toEqual([line, line]);
    caret(anna, 0, 0);
    anna.type("The ");
    meet();
    expect(both()).toEqual([["A:The Release|M: candidate|A: on Thursday"], milo.lines()]);
  });

  test("who breaks a line and joins it again is the writer of neither part", () => {
    const { milo, meet, both } = pair("one two three");
    caret(milo, 0, 7);
    milo.person.key("Enter");
    meet();
    expect(both()).toEqual([
      ["A:one two", "A: three"],
      ["A:one two", "A: three"],
    ]);
    milo.person.key("Backspace");
    meet();
    expect(both()).toEqual([["A:one two three"], ["A:one two three"]]);
  });

  test("a line that is indented, moved or made another kind stays its writer's", () => {
    const { anna, milo, meet, both } = pair("first");
    anna.person.key("Enter");
    anna.type("second");
    meet();
    caret(milo, 1, 3);
    milo.person.key("Tab");
    meet();
    expect(both()).toEqual([
      ["A:first", "A:second"],
      ["A:first", "A:second"],
    ]);
    const { editor } = milo.person;
    editor.unnestBlock();
    editor.moveBlocksUp();
    meet();
    expect(both()).toEqual([
      ["A:second", "A:first"],
      ["A:second", "A:first"],
    ]);
    editor.updateBlock(editor.document[0] as never, { type: "heading" });
    milo.type("!");
    meet();
    expect(both()[0]).toEqual(both()[1]);
    expect(both()[0]?.join()).toContain("M:!");
    expect(both()[0]?.join().replaceAll(/[^AM]/g, "")).toBe("AMAA");
  });

  test("what undo brings back is of who wrote it, not of who pressed it", () => {
    const { milo, meet, both } = pair("Anna wrote this line");
    milo.person.editor.replaceBlocks(milo.person.editor.document, [{ type: "paragraph" }] as never);
    meet();
    expect(both().flat().join("")).toBe("");
    milo.person.editor.undo();
    meet();
    expect(both()).toEqual([["A:Anna wrote this line"], ["A:Anna wrote this line"]]);
    milo.person.editor.redo();
    milo.person.editor.undo();
    meet();
    expect(both()).toEqual([["A:Anna wrote this line"], ["A:Anna wrote this line"]]);
  });

  test("who writes the same words as others is their writer", () => {
    const { anna, milo, meet, both } = pair("Thanks");
    caret(milo, 0, 6);
    milo.person.key("Enter");
    milo.type("Thanks");
    meet();
    expect(both()).toEqual([
      ["A:Thanks", "M:Thanks"],
      ["A:Thanks", "M:Thanks"],
    ]);
    caret(anna, 0, 6);
    const { view } = anna.person;
    for (let end = 9; end > 3; end--) view.dispatch(view.state.tr.delete(end - 1, end));
    meet();
    milo.type("!");
    caret(milo, 0, 0);
    milo.type("Thanks");
    meet();
    expect(both()).toEqual([
      ["M:Thanks", "M:Thanks!"],
      ["M:Thanks", "M:Thanks!"],
    ]);
  });

  test("a letter that goes while another types the same one is no moved one", () => {
    const lines = seenBySam("some", (anna, milo) => {
      caret(anna, 0, 4);
      const { view } = anna.person;
      view.dispatch(view.state.tr.delete(view.state.selection.head - 1, view.state.selection.head));
      caret(milo, 0, 0);
      milo.type("e");
    });
    expect(lines).toEqual(["M:e|A:som"]);
  });

  test("a line that takes the place of two has the words of the longer, and each letter one author", () => {
    const { milo, meet } = pair("Agenda");
    const sam = page(SAM, milo.person);
    caret(milo, 0, 6);
    milo.person.key("Enter");
    milo.type("Agenda item");
    meet();
    sam.person.take([Y.encodeStateAsUpdate(milo.person.doc)]);
    expect(sam.lines()).toEqual(["A:Agenda", "M:Agenda item"]);
    const { editor } = sam.person;
    const line = { type: "paragraph", content: "Agenda items for today" };
    editor.replaceBlocks(editor.document, [line] as never);
    expect(sam.lines()).toEqual(["M:Agenda item|S:s for today"]);
  });

  test("what is new since one was away is told from what was there, letter by letter, and a line that was moved is not new", () => {
    const { anna, milo, meet } = pair("one two");
    const then = Y.encodeStateVector(anna.person.doc);
    expect(anna.since(then)).toEqual(["A:one two"]);
    caret(milo, 0, 7);
    milo.person.key("Enter");
    milo.type("three");
    caret(milo, 0, 3);
    milo.type(" and a half");
    meet();
    expect(anna.since(then)).toEqual(["A:one|M*: and a half|A: two", "M*:three"]);
    const later = Y.encodeStateVector(anna.person.doc);
    expect(anna.since(later).join()).not.toContain("*");
    caret(milo, 1, 0);
    milo.person.key("Tab");
    caret(milo, 0, 3);
    milo.person.key("Enter");
    meet();
    const moved = ["A:one", "M: and a half|A: two", "M:three"];
    expect(anna.since(later)).toEqual(moved);
    expect(milo.since(later)).toEqual(moved);
    // who has not seen it move can't know
    const sam = page(SAM, anna.person);
    expect(sam.since(later).join()).toContain("*");
  });

  test("who comes later knows who wrote each letter as the document tells it", () => {
    const { anna, milo, meet } = pair("one two");
    caret(milo, 0, 3);
    milo.type(" and a half");
    meet();
    expect(page(SAM, anna.person).lines()).toEqual(["A:one|M: and a half|A: two"]);
  });

  test("letters that tell who typed them are never put on another, whatever is done to their lines", () => {
    const seed = seedOf("who");
    const chance = new Chance(seed);
    const { anna, milo, meet } = pair("abcabc");
    const everyone = [anna, milo];
    for (let round = 0; round < 150; round++) {
      const who = chance.of(everyone);
      const { view } = who.person;
      const at = chance.below(view.state.doc.content.size - 2) + 1;
      view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at))));
      chance.of([
        () => who.type(who === anna ? "abc" : "xyz"),
        () => who.type(who === anna ? "c" : "z"),
        () => who.person.key("Enter"),
        () => who.person.key("Backspace"),
        () => who.person.key("Tab"),
        () => who.person.key("Tab", { shiftKey: true }),
      ])();
      meet();
      for (const line of everyone.flatMap(({ lines }) => lines()))
        expect(line, `seed ${seed}, round ${round}`).toMatch(/^((A:[abc]+|M:[xyz]+)(\||$))*$/);
    }
  });
});

const OWN = 1;
const here = (id: string, name: string, more: Partial<Here> = {}): Here => ({
  id,
  name,
  color: COLOURS[0],
  role: "edit",
  devices: 1,
  me: false,
  ...more,
});
const told = (client: number, person: string, name: string | null, color: string | null = null) =>
  ({ client, person, name, color, here: false, shows: [] }) satisfies WrittenBy;

/** What a page knows whose server says this; `asked`: what it was asked for. */
function knows(people: Here[], says: WrittenBy[], shown: Record<number, Presence> = {}) {
  const asked: number[][] = [];
  const known: Known = {
    own: OWN,
    people: () => people,
    shown: (client) => shown[client],
    ask: async (clients) => {
      asked.push([...clients]);
      return says.filter(({ client }) => clients.includes(client));
    },
  };
  const writers = new Writers(known);
  writers.meet(Object.keys(shown).map(Number));
  return { writers, asked };
}

describe("who the authors are", () => {
  test("of all who wrote the server is asked once, and 64 at a time", async () => {
    const { writers, asked } = knows([], []);
    for (let client = 100; client < 200; client++) expect(writers.of(client)).toBeNull();
    expect(writers.of(100)).toBeNull();
    await vi.runAllTimersAsync();
    expect(asked.map((clients) => clients.length)).toEqual([64, 36]);
    expect(writers.of(100)?.of).toBe("");
    await vi.runAllTimersAsync();
    expect(asked).toHaveLength(2);
  });

  test("who is here is called as elsewhere, who has left as they were, and a person with two pages is one", async () => {
    const people = [here("me", "Anna", { me: true }), here("milo", "Milo", { color: COLOURS[3] })];
    const says = [
      told(5, "milo", "Milo K"),
      told(6, "sam", "Sam", "#0b7d63"),
      told(7, "sam", "Sam"),
    ];
    const { writers } = knows(people, says);
    const all = () => [OWN, 5, 6, 7].map((client) => writers.of(client));
    expect(all().map((author) => author?.name)).toEqual(["Anna", undefined, undefined, undefined]);
    await vi.runAllTimersAsync();
    expect(all()).toMatchObject([
      { of: "me", name: "Anna", here: true },
      { of: "milo", name: "Milo", color: COLOURS[3], here: true },
      { of: "sam", name: "Sam", color: "#0b7d63", here: false },
      { of: "sam", name: "Sam", here: false },
    ]);
  });

  test("nobody takes the words of who has left by showing themselves under their id", async () => {
    const mallory = { id: "mallory", name: "Mallory", color: COLOURS[1] };
    const { writers } = knows([here("mallory", "Mallory")], [told(5, "anna", "Anna")], {
      5: mallory,
    });
    writers.of(5);
    await vi.runAllTimersAsync();
    expect(writers.of(5)?.of).toBe("anna");
  });

  test("who was seen here stays known where the server does not know", async () => {
    const milo = { id: "milo", name: "Milo", color: COLOURS[1] };
    const { writers } = knows([], [], { 5: milo });
    writers.of(5);
    await vi.runAllTimersAsync();
    expect(writers.of(5)).toEqual({ of: "milo", name: "Milo", color: COLOURS[1], here: false });
  });

  test("a server that does not answer is asked again", async () => {
    const { writers } = knows([], [told(5, "sam", "Sam")]);
    const known = { own: OWN, people: () => [], shown: () => undefined };
    let [isAway, asked] = [true, 0];
    const late = new Writers({
      ...known,
      ask: async () => {
        asked += 1;
        if (isAway) throw new Error("away");
        return [told(5, "sam", "Sam")];
      },
    });
    late.of(5);
    await vi.advanceTimersByTimeAsync(1000);
    for (let frame = 0; frame < 30; frame++) {
      expect(late.of(5)).toBeNull();
      await vi.advanceTimersByTimeAsync(16);
    }
    expect(asked, "however often it is drawn").toBe(1);
    isAway = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(late.of(5)?.name).toBe("Sam");
    expect(writers.of(OWN)).toBeNull();
  });

  test("two of the same name are told apart, and who is here keeps it", () => {
    const anna = { name: "Anna", color: "" };
    const all = apart([
      { ...anna, of: "a", here: false },
      { ...anna, of: "b", here: true },
      { ...anna, of: "", name: "?", here: false },
    ]);
    expect([...all.values()].map(({ name }) => name)).toEqual(["Anna 2", "Anna", "?"]);
  });
});

test("every colour of people is seen in the margin, light and dark", () => {
  const mixed = Number(
    /color-mix\(in srgb, var\(--person[^)]*\)\) (\d+)%, #fff\)/.exec(sheet)?.[1],
  );
  const lighter = (hex: string) =>
    `#${[1, 3, 5]
      .map((at) => parseInt(hex.slice(at, at + 2), 16))
      .map((part) => Math.round((part * mixed + 255 * (100 - mixed)) / 100))
      .map((part) => part.toString(16).padStart(2, "0"))
      .join("")}`;
  const papers = [...theme.matchAll(/--paper: (#\w{6})/g)].map(([, paper]) => paper as string);
  const edges = [...theme.matchAll(/--edge: (#\w{6})/g)].map(([, edge]) => edge as string);
  const [least, poor]: [number, string[]] = [3, []]; // WCAG 2.2, 1.4.11: what is no text
  for (const [i, paper] of papers.entries())
    for (const color of [...COLOURS, edges[i] as string]) {
      const ratio = contrast(i === 0 ? color : lighter(color), paper);
      if (!(ratio >= least)) poor.push(`${color} on ${paper}: ${ratio.toFixed(2)}`);
    }
  expect([papers.length, poor]).toEqual([2, []]);
});
