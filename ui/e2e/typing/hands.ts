/** Somebody's hands at a page, in whichever browser: keys, a pointer, and eyes that read the lines. */
import type { Page } from "@playwright/test";

export interface Point {
  x: number;
  y: number;
}

export interface Hands {
  /** Runs in the page. It closes over nothing: what it needs it is given. */
  run<A extends unknown[], T>(inPage: (...args: A) => T, ...args: A): Promise<T>;
  clickAt(point: Point): Promise<void>;
  /** Holds the button down from one point to the other. */
  drag(from: Point, to: Point): Promise<void>;
  /** Types letter by letter; `\n` is Enter, `\t` is Tab. */
  type(words: string): Promise<void>;
  /** Presses keys together, by their names in `KeyboardEvent.key`. */
  press(...keys: string[]): Promise<void>;
}

/** Chromium's, by Playwright. */
export const handsOf = (page: Page): Hands => ({
  run: (inPage, ...args) => page.evaluate(`(${inPage.toString()})(...${JSON.stringify(args)})`),
  clickAt: ({ x, y }) => page.mouse.click(x, y),
  drag: async (from, to) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.up();
  },
  type: (words) => page.keyboard.type(words),
  press: (...keys) => page.keyboard.press(keys.join("+")),
});

/** The lines with their kinds, as `heading: Plan`; cells are told apart by ` | `, and what is nested is indented. */
export const read = (hands: Hands): Promise<string[]> =>
  hands.run(() =>
    [...document.querySelectorAll(".bn-editor .bn-block-content")].map((block) => {
      const copy = block.cloneNode(true) as HTMLElement;
      for (const cursor of copy.querySelectorAll(".cursor")) cursor.remove();
      const words = [...copy.querySelectorAll("td, th, :not(table).bn-inline-content")].map((place) => (place.textContent ?? "").replaceAll("\u2060", "")).join(" | ");
      let depth = -1;
      for (let group = block.closest(".bn-block-group"); group; group = group.parentElement?.closest(".bn-block-group") ?? null) depth += 1;
      const ticked = block.getAttribute("data-checked") === "true" ? " ✓" : "";
      return `${"  ".repeat(depth)}${block.getAttribute("data-content-type")}${ticked}: ${words}`.trimEnd();
    }),
  );

/** Where the n-th element that a selector finds is on the screen. */
export const boxOf = (hands: Hands, selector: string, nth = 0): Promise<{ left: number; top: number; right: number; bottom: number }> =>
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

export async function click(hands: Hands, selector: string, nth = 0): Promise<void> {
  const { left, top, right, bottom } = await boxOf(hands, selector, nth);
  await hands.clickAt({ x: (left + right) / 2, y: (top + bottom) / 2 });
}

/** Comes to the start or the end of the n-th block with words, as one does: a click into its line, and a key. */
export async function comeTo(hands: Hands, nth: number, where: "start" | "end"): Promise<void> {
  const point = await hands.run(
    (at, atEnd) => {
      const block = [...document.querySelectorAll(".bn-editor .bn-block-content")][at];
      const lines = [...(block?.querySelectorAll("td p, th p, :not(table).bn-inline-content") ?? [])];
      const line = lines.at(atEnd ? -1 : 0);
      if (!line) throw new Error(`block ${at} has no words`);
      line.scrollIntoView({ block: "center" }); // the bar at the top lies over what is just in sight
      const { left, right, top, bottom } = line.getBoundingClientRect();
      return { x: (left + right) / 2, y: atEnd ? bottom - 8 : Math.min(top + 12, bottom) };
    },
    nth,
    where === "end",
  );
  await hands.clickAt(point);
  await hands.press(where === "end" ? "End" : "Home");
}
