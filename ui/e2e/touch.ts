/** Devices that are held in hands, and what a finger finds on their page. */
import type { Page } from "@playwright/test";
import { expect, type MadePad, type People } from "./fixture";

export interface Device {
  what: string;
  size: { width: number; height: number };
  /** How much a keyboard takes of it. */
  keyboard: number;
}

export const PHONE: Device = { what: "a phone", size: { width: 390, height: 844 }, keyboard: 336 };
export const DEVICES: Device[] = [
  PHONE,
  { what: "a small phone", size: { width: 320, height: 640 }, keyboard: 300 },
  {
    what: "a large phone",
    size: { width: 430, height: 932 },
    keyboard: 346,
  },
  { what: "a phone held across", size: { width: 844, height: 390 }, keyboard: 200 },
  { what: "a tablet", size: { width: 820, height: 1180 }, keyboard: 400 },
  { what: "a tablet held across", size: { width: 1180, height: 820 }, keyboard: 420 },
];
export const TOUCH = 44;

export const thumb = (page: Page) => page.getByRole("navigation", { name: "Write" });
export const keys = (page: Page) => page.getByRole("region", { name: "Line tools" });
export const tool = (page: Page, name: string) =>
  keys(page).getByRole("button", { name, exact: true });

/** Someone with this device in hand, in the pad. */
export const take = (people: People, pad: MadePad, { size }: Device, dark = false) =>
  people.open({ name: "Jana Tal", phone: true, size, dark }, pad);

/** The keyboard comes up: the browser makes the page lower (`interactive-widget=resizes-content`). */
export const keyboardUp = (page: Page, { size, keyboard }: Device) =>
  page.setViewportSize({ width: size.width, height: size.height - keyboard });

/** The caret's line as it stands in the window. */
export const caret = (page: Page) =>
  page.evaluate(() => {
    const range = getSelection()?.getRangeAt(0);
    const rect =
      range?.getClientRects()[0] ??
      (range?.startContainer as Element | undefined)?.getBoundingClientRect();
    return { top: rect?.top ?? Number.NaN, bottom: rect?.bottom ?? Number.NaN };
  });

/** That the caret's line is seen between the bars. */
export async function caretIsSeen(page: Page): Promise<void> {
  await expect(async () => {
    const line = await caret(page);
    const bar = await keys(page).boundingBox();
    const top = await page.locator(".top").evaluate((each) => each.getBoundingClientRect().bottom);
    expect(line.bottom).toBeLessThanOrEqual(bar?.y ?? 0);
    expect(line.top).toBeGreaterThanOrEqual(Math.max(0, top));
  }).toPass({ timeout: 5000 });
}

const TARGETS = [
  ".bar button, .under-bar button, .thumb button, .keybar button",
  ".companion button, .companion textarea, .companion label",
].join(", ");

/** Buttons of the bars that a finger would miss. */
export const tooSmall = (page: Page) =>
  page.locator(TARGETS).evaluateAll(
    (buttons, least) =>
      buttons
        .filter((button) => button.checkVisibility())
        .map((button) => {
          const { width, height } = button.getBoundingClientRect();
          const around = Number.parseFloat(getComputedStyle(button, "::after").top) || 0; // what lies around it takes taps too
          return {
            what: `${button.className} ${button.textContent}`,
            width,
            height: height - 2 * Math.min(0, around),
          };
        })
        .filter(({ width, height }) => width < least || height < least),
    TOUCH,
  );

export const noSidewaysScroll = async (page: Page) =>
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
  ).toBe(0);
