/** The mouse and the keyboard, which Playwright's and Puppeteer's pages have alike. */
import type { Hands } from "./hands";

interface Devices {
  mouse: {
    /** How often is `clickCount` in Playwright and `count` in Puppeteer. */
    click(x: number, y: number, options: { clickCount: number; count: number }): Promise<void>;
    move(x: number, y: number, options?: { steps: number }): Promise<void>;
    down(): Promise<void>;
    up(): Promise<void>;
  };
  keyboard: {
    type(words: string): Promise<void>;
    down(key: string): Promise<void>;
    up(key: string): Promise<void>;
    press(key: string): Promise<void>;
  };
}

/** Between the ends of a drag: an editor follows the pointer, it does not only see where it let go. */
const DRAG_STEPS = 8;

export const byDevices = ({
  mouse,
  keyboard,
}: Devices): Pick<Hands, "point" | "clickAt" | "drag" | "type" | "press"> => ({
  point: ({ x, y }) => mouse.move(x, y),
  clickAt: ({ x, y }, times = 1) => mouse.click(x, y, { clickCount: times, count: times }),
  drag: async (from, to, key) => {
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: DRAG_STEPS });
    if (key) await keyboard.down(key);
    await mouse.move(to.x, to.y + 1);
    await mouse.up();
    if (key) await keyboard.up(key);
  },
  type: async (words) => {
    // a tab that is typed would be a character and no key
    for (const [nth, stretch] of words.split("\t").entries()) {
      if (nth > 0) await keyboard.press("Tab");
      await keyboard.type(stretch);
    }
  },
  press: async (...keys) => {
    const last = keys.at(-1) ?? "";
    const held = keys.slice(0, -1);
    for (const key of held) await keyboard.down(key);
    await keyboard.press(last);
    for (const key of held) await keyboard.up(key);
  },
});
