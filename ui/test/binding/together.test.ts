/** Several people in one text, each letter once and each word whole. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { ySyncPluginKey, yXmlFragmentToProseMirrorRootNode } from "../../src/binding";
import { toRelative } from "../../src/binding/positions";
import type { SyncState } from "../../src/binding/sync";
import { act, reshape } from "./acts";
import { Chance, rounds, seedOf } from "./random";
import { Network, Person } from "./world";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const caret = (person: Person, block = 0, side: "start" | "end" = "end") => {
  const at = person.editor.document[block];
  if (at) person.editor.setTextCursorPosition(at, side);
};

test("typing reaches the document, and the other page", () => {
  const [anna, milo] = [new Person(), new Person()];
  caret(anna);
  anna.type("hello");
  milo.take(anna.out);
  expect(milo.text).toBe("hello");
  expect(milo.view.state.doc.toJSON()).toEqual(anna.view.state.doc.toJSON());
  expect(milo.out).toEqual([]);
});

test("two who type at the same place of an empty pad get both words whole", () => {
  for (const word of ["a letter at a time", "whole words"]) {
    const people = [new Person({ client: 10 }), new Person({ client: 20 })];
    const net = new Network(people, new Chance(1));
    const words = ["alpha", "beta"];
    people.forEach((person) => caret(person));
    if (word === "whole words")
      people.forEach((person, i) =>
        person.view.dispatch(person.view.state.tr.insertText(words[i] as string)),
      );
    else
      for (let i = 0; i < 5; i++) {
        people.forEach((person, j) => person.type(words[j]?.[i] ?? ""));
        net.pass(100, 150);
      }
    net.settle();
    expect(["alphabeta", "betaalpha"]).toContain(people[0]?.text);
    expect(people[1]?.text).toBe(people[0]?.text);
    people.forEach((person) => person.leave());
  }
});

test("a letter goes where it was typed and not behind its like, also the first one on a page", () => {
  const anna = new Person();
  caret(anna);
  anna.type("words");
  const milo = new Person({ holds: anna });
  caret(milo, 0, "start");
  milo.type("w");
  anna.take(milo.out);
  const { binding } = ySyncPluginKey.getState(anna.view.state) as SyncState;
  expect(toRelative(3, binding.mapping.root!).item?.client).toBe(milo.doc.clientID);
});

test("a key costs its bytes alone", () => {
  const anna = new Person();
  caret(anna);
  anna.type("some words first");
  anna.key("Enter");
  anna.type("and");
  const before = anna.out.length;
  anna.type("x");
  expect(anna.out).toHaveLength(before + 1);
  expect(anna.out.at(-1)?.length).toBeLessThan(32);
});

test("what others wrote is shown also if it comes while a page hears of its own edit, and what is edited then is written", () => {
  const [anna, milo] = [new Person(), new Person()];
  caret(anna);
  caret(milo);
  milo.type("Milo ");
  let heard = 0;
  anna.doc.on("update", () => {
    if (heard++ > 0) return;
    anna.take(milo.out.splice(0));
    anna.editor.insertBlocks(
      [{ type: "paragraph", content: "at once" }],
      "initialBlockId",
      "after",
    );
  });
  anna.type("A");
  anna.type("nna");
  expect(anna.lines[0]).toMatch(/^(Milo Anna|AnnaMilo )$/);
  expect(anna.lines[1]).toBe("at once");
  milo.take(anna.out);
  expect(milo.lines).toEqual(anna.lines);
  const read = yXmlFragmentToProseMirrorRootNode(anna.fragment, anna.editor.pmSchema);
  expect(anna.view.state.doc.toJSON()).toEqual(read.toJSON());
});

test("an update of others changes only what they changed: other blocks keep their nodes", () => {
  const [anna, milo] = [new Person(), new Person()];
  caret(anna);
  anna.type("one");
  anna.key("Enter");
  anna.type("two");
  milo.take(anna.out.splice(0));
  const kept = milo.view.state.doc.firstChild!.child(0);
  anna.type("!");
  milo.take(anna.out.splice(0));
  expect(milo.lines).toEqual(["one", "two!"]);
  expect(milo.view.state.doc.firstChild!.child(0)).toBe(kept);
});

test("every new line has one text from its birth", () => {
  const anna = new Person();
  caret(anna);
  anna.type("one");
  anna.key("Enter");
  const lines = [
    ...anna.fragment.createTreeWalker(
      (node) => node instanceof Y.XmlElement && node.nodeName === "paragraph",
    ),
  ] as Y.XmlElement[];
  expect(
    lines.map((line) => line.toArray().filter((kid) => kid instanceof Y.XmlText).length),
  ).toEqual([1, 1]);
});

for (const mixed of [false, true]) {
  test(
    `random sessions of three${mixed ? ", one with a stock page," : ""} end the same for all`,
    () => {
      const seed = seedOf(`sessions ${mixed ? "with stock" : "among ours"}`);
      for (let round = 0; round < rounds(8); round++) {
        const chance = new Chance(seed + round);
        const people = [0, 1, 2].map(
          (i) => new Person({ client: 100 + i, stock: mixed && i === 2 }),
        );
        const net = new Network(people, chance);
        for (let i = 0; i < 40; i++) {
          people.forEach((person, j) => {
            if (person.broken || !chance.happens(0.6)) return;
            if (chance.happens(0.06)) net.cut(person);
            else if (chance.happens(0.2)) net.mend(person);
            if (chance.happens(0.08)) person.editor.undo();
            else if (chance.happens(0.04)) person.editor.redo();
            else act(person, chance, `${j}x${i}`);
          });
          net.pass(chance.below(120));
        }
        net.settle();
        const [first, ...others] = people as [Person, ...Person[]];
        const ours = people.filter((person) => !person.isStock);
        for (const person of ours)
          expect(
            person.view.state.doc.toJSON(),
            `ours shown, round ${round} of seed ${seed}`,
          ).toEqual(first.view.state.doc.toJSON());
        for (const other of others)
          expect(other.fragment.toString()).toBe(first.fragment.toString());
        for (const person of ours) {
          const read = yXmlFragmentToProseMirrorRootNode(person.fragment, person.editor.pmSchema);
          expect(
            person.view.state.doc.toJSON(),
            `what is shown is what is there, round ${round} of seed ${seed}`,
          ).toEqual(read.toJSON());
        }
        for (const person of people)
          if (!person.isStock)
            expect(
              person.inAnswer,
              `written in answer to others, round ${round} of seed ${seed}`,
            ).toEqual([]);
        people.forEach((person) => person.leave());
      }
    },
    6 * 3_600_000,
  );
}

test(
  "whatever three type at once, at the same places, is there once and whole",
  () => {
    const seed = seedOf("words");
    for (let round = 0; round < rounds(10); round++) {
      const chance = new Chance(seed + round);
      const people = [0, 1, 2].map((i) => new Person({ client: 1 + chance.below(1e6) + i }));
      const net = new Network(people, chance);
      const words: string[] = [];
      for (let turn = 0; turn < 6; turn++) {
        net.settle(); // nobody sets their caret into a word that is being typed
        const typed = people.map((person, i) => {
          const word = `${"abc"[i]}${turn}${"xyz"[i]}${chance.of(["ähm", "日本", "🎉", "word"])}${i}`;
          words.push(word);
          person.editor.setTextCursorPosition(
            chance.of(person.lineBlocks),
            chance.of(["start", "end"]),
          );
          // in an empty item Enter makes another kind of line: Yjs takes that for another line, without what others type in the old one
          const isEmpty = person.view.state.selection.$head.parent.content.size === 0;
          if (chance.happens(0.3) && !isEmpty) person.key("Enter");
          return chance.happens(0.2) ? [word] : [...word]; // as phones send it
        });
        while (typed.some((letters) => letters.length > 0)) {
          people.forEach((person, i) => {
            if (chance.happens(0.1)) net.cut(person);
            else if (chance.happens(0.3)) net.mend(person);
            person.type(typed[i]?.shift() ?? "");
            if (chance.happens(0.1))
              words.push(...reshape(person, chance, `${turn}${i}${words.length}`));
          });
          if (chance.happens(0.8)) net.pass(chance.below(150));
        }
      }
      net.settle();
      for (const person of people) {
        for (const word of words)
          expect(
            person.text.split(word).length - 1,
            `${word} in round ${round} of seed ${seed}:\n${person.text}`,
          ).toBe(1);
        expect(person.text).toBe(people[0]?.text);
        expect(person.inAnswer).toEqual([]);
        person.leave();
      }
    }
  },
  6 * 3_600_000,
);

test("who moves their own line past another's takes it alone along, and both may do so at once and type on", () => {
  for (const [annas, milos] of [
    ["down", "up"],
    ["up", "down"],
    ["down", "none"],
    ["none", "up"],
    ["up", "up"],
    ["down", "down"],
  ]) {
    const anna = new Person({ client: 10 });
    caret(anna);
    for (const line of ["above", "Anna", "Milo"]) {
      anna.type(line);
      anna.key("Enter");
    }
    anna.type("below");
    const milo = new Person({ client: 20, holds: anna });
    const net = new Network([anna, milo], new Chance(1));
    const act = (person: Person, line: number, way = "none") => {
      caret(person, line);
      if (way === "up") person.editor.moveBlocksUp();
      if (way === "down") person.editor.moveBlocksDown();
      person.type("!");
    };
    act(anna, 1, annas);
    act(milo, 2, milos);
    net.settle();
    const words = ["Anna!", "Milo!", "above", "below"];
    for (const { text } of [anna, milo])
      expect(text.split("\n").sort(), `${annas}, ${milos}: ${text}`).toEqual(words);
    expect(milo.text).toBe(anna.text);
    [anna, milo].forEach((person) => person.leave());
  }
});
