/** The same fixtures as for Chromium's own tests, with a person whose browser is any engine's. */
import { expect, test as base, type MadePad } from "../fixture";
import type { Browser, Engine, Hands, InPage, Point } from "./hands";
import { startPuppets } from "./puppets";
import { startWebKit } from "./webkit";

export { expect };
export type { Hands, MadePad };

const start = (engine: Engine): Promise<Browser> => (engine === "webkit" ? startWebKit() : startPuppets(engine));

interface Fixtures {
  /** Opens a pad as somebody of this name, in a browser of their own, with the caret in the text. */
  sit: (name: string, pad: MadePad, key?: string) => Promise<Hands>;
}

export const test = base.extend<Fixtures, { engine: Engine; engineBrowser: Browser }>({
  engine: ["chromium", { option: true, scope: "worker" }],
  engineBrowser: [
    async ({ engine }, provide) => {
      const browser = await start(engine);
      await provide(browser);
      await browser.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  sit: async ({ engineBrowser }, provide) => {
    const all: Hands[] = [];
    await provide(async (name, pad, key = pad.edit_key) => {
      const hands = await engineBrowser.open();
      all.push(hands);
      await hands.go(`${pad.origin}/`);
      const me = JSON.stringify({ person: `${name.toLowerCase()}-in-${hands.engine}`, name, color: "#2f6bd8" });
      await hands.run((stored) => localStorage.setItem("fadepad.me", stored), me);
      await hands.go(`${pad.origin}/p/${pad.pad}#${key}`);
      await until(hands, () => document.querySelector("[data-connection]")?.getAttribute("data-connection") === "live" && !!document.querySelector(".bn-editor"));
      await clickLine(hands, 0);
      return hands;
    });
    await Promise.all(all.map((hands) => hands.close()));
  },
});

/** Waits until the page says so. */
export async function until<A extends unknown[]>(hands: Hands, inPage: InPage<A, boolean>, ...args: A): Promise<void> {
  await expect(async () => expect(await hands.run(inPage, ...args)).toBe(true)).toPass({ timeout: 20_000 });
}

/** The text's lines with their kinds: `heading: Plan`. Names of cursors are no text. */
export const lines = (hands: Hands): Promise<string[]> =>
  hands.run(() =>
    [...document.querySelectorAll(".bn-editor .bn-block-content")].map((block) => {
      const copy = block.cloneNode(true) as HTMLElement;
      for (const cursor of copy.querySelectorAll(".cursor, select, button")) cursor.remove();
      const cells = [...copy.querySelectorAll("td, th")].map((cell) => (cell.textContent ?? "").replaceAll("\u2060", ""));
      const words = cells.length > 0 ? cells.join(" | ") : (copy.textContent ?? "").replaceAll("\u2060", "");
      return `${block.getAttribute("data-content-type")}: ${words}`.trim();
    }),
  );

/** Waits until the text has these lines. */
export async function reads(hands: Hands, expected: string[]): Promise<void> {
  await expect.poll(() => lines(hands), { timeout: 15_000 }).toEqual(expected);
}

/** The middle of the n-th element that a selector finds, scrolled into sight. */
export const middleOf = (hands: Hands, selector: string, n = 0): Promise<Point> =>
  hands.run(
    (which, at) => {
      const found = [...document.querySelectorAll(which)].at(at);
      if (!found) throw new Error(`nothing is ${which}`);
      found.scrollIntoView({ block: "nearest" });
      const { left, top, width, height } = found.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    },
    selector,
    n,
  );

export const click = async (hands: Hands, selector: string, n = 0): Promise<void> => hands.clickAt(await middleOf(hands, selector, n));

/** Puts the caret into the n-th line. */
export const clickLine = (hands: Hands, n: number): Promise<void> => click(hands, ".bn-editor .bn-inline-content", n);
