/** Letters that are long on their way stay, and what another had seen and took out stays out, whatever the clock says. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { Confirmed } from "../../src/binding/arrival";
import { caretAt, pair, written } from "./hands";
import { ACTS } from "./atOnce";
import type { Network, Person } from "./world";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

const LINES = ["above", "one two", "below"];
/** So late (ms) that nobody would wait for it. */
const LATE_MS = 20_000;

function begun(): [Person, Person, Network] {
  const [anna, milo, net] = pair();
  written(anna, ...LINES);
  net.settle();
  return [anna, milo, net];
}

/** What one has written comes to the other only now. */
function exchange(from: Person, to: Person): void {
  to.take(from.out.splice(0));
  vi.advanceTimersByTime(100);
}

function same(people: readonly Person[]): void {
  for (const { lines, fragment } of people) {
    expect(lines).toEqual(people[0]?.lines);
    expect(fragment.toString()).toBe(people[0]?.fragment.toString());
  }
}

test.each(["tab", "up", "down", "head", "todo", "enter", "back"])(
  "what one typed in a line is there once when another took that along (%s), however late that is heard of",
  (act) => {
    for (const [typed, stays] of [
      ["x", true],
      ["and more words", true],
      ["x", false],
    ] as const) {
      const [anna, milo] = begun();
      caretAt(milo, "one two", 3);
      milo.type(typed);
      if (!stays) caretAt(milo, "below");
      caretAt(anna, "one two", act === "back" ? 0 : act === "enter" ? 1 : 7);
      ACTS[act]?.(anna, "");
      vi.advanceTimersByTime(LATE_MS);
      exchange(anna, milo);
      vi.advanceTimersByTime(LATE_MS);
      exchange(milo, anna);
      exchange(anna, milo);
      same([anna, milo]);
      const told = `${act}, ${typed}, ${stays}: ${anna.lines.join("|")}`;
      expect(anna.lines.join("").split(typed).length - 1, told).toBe(1);
      const around = act === "enter" ? `ne${typed} two` : `one${typed} two`;
      expect(anna.text, told).toContain(around);
      [anna, milo].forEach((person) => person.leave());
    }
  },
);

test("what another had seen, and took out before they took the line along, stays out", () => {
  for (const act of ["tab", "up", "down", "head", "remove"])
    for (const typed of ["x", "abcdefgh"]) {
      const [anna, milo] = begun();
      caretAt(milo, "one two", 3);
      milo.type(typed);
      exchange(milo, anna);
      caretAt(anna, typed);
      const { tr, selection } = anna.view.state;
      anna.view.dispatch(tr.delete(selection.head - typed.length, selection.head));
      ACTS[act]?.(anna, "");
      exchange(anna, milo);
      exchange(milo, anna);
      same([anna, milo]);
      expect(anna.lines.filter(Boolean), `${act}, ${typed}`).toEqual(
        act === "remove" ? ["above", "below"] : expect.arrayContaining(LINES),
      );
      [anna, milo].forEach((person) => person.leave());
    }
});

test("a line that another takes away with a block stays out if they had seen it there, and comes back if not, at any time", () => {
  for (const seen of [true, false])
    for (const late of [100, LATE_MS]) {
      const [anna, milo] = begun();
      caretAt(milo, "below");
      milo.editor.nestBlock();
      milo.type("!");
      if (seen) exchange(milo, anna);
      caretAt(anna, "one two");
      anna.editor.removeBlocks([anna.editor.getTextCursorPosition().block]);
      vi.advanceTimersByTime(late);
      exchange(anna, milo);
      exchange(milo, anna);
      same([anna, milo]);
      const stays = seen ? ["above"] : ["above", "below!"];
      expect(anna.lines.filter(Boolean), `${seen}, ${late}`).toEqual(stays);
      [anna, milo].forEach((person) => person.leave());
    }
});

test("an empty line in which one has begun to write stays out if another took it away with those words, and stays if they saw none", () => {
  for (const seen of [true, false])
    for (const late of [100, LATE_MS]) {
      const [anna, milo] = pair();
      written(anna, "above", "", "below");
      exchange(anna, milo);
      milo.editor.setTextCursorPosition(milo.editor.document[1]!);
      milo.type("words");
      if (seen) exchange(milo, anna);
      anna.editor.removeBlocks([anna.editor.document[1]!]);
      vi.advanceTimersByTime(late);
      exchange(anna, milo);
      exchange(milo, anna);
      same([anna, milo]);
      const stays = seen ? ["above", "below"] : ["above", "words", "below"];
      expect(anna.lines, `${seen}, ${late}`).toEqual(stays);
      [anna, milo].forEach((person) => person.leave());
    }
});

test("a line that was joined goes with the other if who took that away had seen both", () => {
  for (const seen of [true, false]) {
    const [anna, milo] = begun();
    caretAt(milo, "below", 0);
    milo.key("Backspace");
    if (seen) exchange(milo, anna);
    caretAt(anna, "one two");
    anna.editor.removeBlocks([anna.editor.getTextCursorPosition().block]);
    exchange(anna, milo);
    exchange(milo, anna);
    same([anna, milo]);
    expect(anna.lines.filter(Boolean), `${seen}`).toEqual(seen ? ["above"] : ["above", "below"]);
    [anna, milo].forEach((person) => person.leave());
  }
});

test("where updates tell nothing, what one wrote is on its way until the server has it and a while longer, or for a while", () => {
  for (const [confirmed, waits, isThere] of [
    [null, 1000, true],
    [null, 8000, false],
    [false, 8000, true],
    [true, 2000, true],
    [true, 8000, false],
  ] as const) {
    const [anna, milo] = begun();
    const way = Confirmed.of(milo.doc);
    way.isAsked = confirmed !== null;
    caretAt(milo, "one two", 3);
    milo.type("x");
    if (confirmed) vi.advanceTimersByTime(60_000);
    if (confirmed) way.until(performance.now());
    caretAt(anna, "one two");
    ACTS.tab?.(anna, "");
    vi.advanceTimersByTime(waits);
    Y.applyUpdate(milo.doc, Y.mergeUpdates(anna.out.splice(0)), "net");
    vi.advanceTimersByTime(100);
    const told = `${confirmed}, ${waits}`;
    expect(milo.lines[1], told).toBe(isThere ? "onex two" : "one two");
    [anna, milo].forEach((person) => person.leave());
  }
});
