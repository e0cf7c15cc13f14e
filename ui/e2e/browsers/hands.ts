/** A person at a browser, whichever it is: a page that is looked into, a pointer, and real keys. */
import { expect } from "@playwright/test";

/** The engines that people's browsers are made of. WebKitGTK is the nearest to Safari that runs on Linux. */
export type Engine = "chromium" | "firefox" | "webkit";

export interface Point {
  x: number;
  y: number;
}

/** A function that runs in the page. It closes over nothing: what it needs it is given. */
export type InPage<A extends unknown[], T> = (...args: A) => T;

/** One page of a browser of one's own. */
export interface Hands {
  readonly engine: Engine;
  go(url: string): Promise<void>;
  run<A extends unknown[], T>(inPage: InPage<A, T>, ...args: A): Promise<T>;
  /** Brings the mouse to a point of the viewport. */
  point(at: Point): Promise<void>;
  /** Clicks at a point of the viewport, once or as often as is said, each within a double click's time of the one before. */
  clickAt(point: Point, times?: number): Promise<void>;
  /** Holds the button down from one point to the other, and a key while it lets go. */
  drag(from: Point, to: Point, key?: string): Promise<void>;
  /** Types letter by letter; `\n` is Enter, `\t` is Tab. */
  type(words: string): Promise<void>;
  /** Presses keys together, by their names in `KeyboardEvent.key`: `press("Control", "End")`. */
  press(...keys: string[]): Promise<void>;
  picture(path: string): Promise<void>;
  close(): Promise<void>;
}

/** A browser that opens pages for as many people as a test needs. */
export interface Browser {
  open(): Promise<Hands>;
  close(): Promise<void>;
}

/** The lines with their kinds, as `heading: Plan`; cells are told apart by ` | `, and what is nested is indented. */
export const read = (hands: Hands): Promise<string[]> =>
  hands.run(() =>
    [...document.querySelectorAll(".bn-editor .bn-block-content")].map((block) => {
      const copy = block.cloneNode(true) as HTMLElement;
      for (const cursor of copy.querySelectorAll(".cursor")) cursor.remove();
      const words = [...copy.querySelectorAll("td, th, :not(table).bn-inline-content")]
        .map((place) => (place.textContent ?? "").replaceAll("\u2060", ""))
        .join(" | ");
      let depth = -1;
      for (
        let group = block.closest(".bn-block-group");
        group;
        group = group.parentElement?.closest(".bn-block-group") ?? null
      )
        depth += 1;
      const ticked = block.getAttribute("data-checked") === "true" ? " ✓" : "";
      return `${"  ".repeat(depth)}${block.getAttribute("data-content-type")}${ticked}: ${words}`.trimEnd();
    }),
  );

/** Waits until the text has these lines. */
export const shows = (hands: Hands, lines: string[], why = "the lines"): Promise<void> =>
  expect.poll(() => read(hands), why).toEqual(lines);

/** Where the n-th element that a selector finds is on the screen. */
export const boxOf = (
  hands: Hands,
  selector: string,
  nth = 0,
): Promise<{ left: number; top: number; right: number; bottom: number }> =>
  hands.run(
    (which, at) => {
      const found = [...document.querySelectorAll(which)].at(at);
      if (!found) throw new Error(`nothing is ${which}`);
      found.scrollIntoView({ block: "center" });
      const { left, top, right, bottom } = found.getBoundingClientRect();
      return { left, top, right, bottom };
    },
    selector,
    nth,
  );

/** Where the words of the n-th line are on the screen, which is wider than they. */
export const wordsOf = (hands: Hands, nth: number): Promise<DOMRectReadOnly> =>
  hands.run((at) => {
    const line = [...document.querySelectorAll(".bn-editor :not(table).bn-inline-content")][at];
    if (!line) throw new Error(`no line ${at}`);
    const range = document.createRange();
    range.selectNodeContents(line);
    return (line.textContent ? range : line).getBoundingClientRect().toJSON() as DOMRectReadOnly;
  }, nth);

export async function click(hands: Hands, selector: string, nth = 0): Promise<void> {
  const { left, top, right, bottom } = await boxOf(hands, selector, nth);
  await hands.clickAt({ x: (left + right) / 2, y: (top + bottom) / 2 });
}

/**
 * Comes to the start or the end of the n-th block, as one does: a click into its line, and a key. A line without words needs
 * none, and in WebKit an End in one that came within the last 200 ms leads into the next line.
 */
export async function comeTo(hands: Hands, nth: number, where: "start" | "end"): Promise<void> {
  const { hasWords, ...point } = await hands.run(
    (at, atEnd) => {
      const block = [...document.querySelectorAll(".bn-editor .bn-block-content")][at];
      const lines = [
        ...(block?.querySelectorAll("td p, th p, :not(table).bn-inline-content") ?? []),
      ];
      const line = lines.at(atEnd ? -1 : 0);
      if (!line) throw new Error(`block ${at} has no words`);
      line.scrollIntoView({ block: "center" }); // the bar at the top lies over what is just in sight
      const { left, right, top, bottom } = line.getBoundingClientRect();
      return {
        x: (left + right) / 2,
        y: atEnd ? bottom - 8 : Math.min(top + 12, bottom),
        hasWords: line.textContent !== "",
      };
    },
    nth,
    where === "end",
  );
  await hands.clickAt(point);
  if (hasWords) await hands.press(where === "end" ? "End" : "Home");
}
