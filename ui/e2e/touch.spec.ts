/** A page for fingers: one bar at the thumb, another on the keyboard, never both, on every size that is held in hands. */
import type { Page } from "@playwright/test";
import { expect, live, test, text, write, type MadePad, type People } from "./fixture";
import { sound } from "./sound";

interface Device {
  what: string;
  size: { width: number; height: number };
  /** How much a keyboard takes of it. */
  keyboard: number;
}

const PHONE: Device = { what: "a phone", size: { width: 390, height: 844 }, keyboard: 336 };
const DEVICES: Device[] = [
  PHONE,
  { what: "a small phone", size: { width: 320, height: 640 }, keyboard: 300 },
  { what: "a phone held across", size: { width: 844, height: 390 }, keyboard: 200 },
  { what: "a tablet", size: { width: 820, height: 1180 }, keyboard: 400 },
  { what: "a tablet held across", size: { width: 1180, height: 820 }, keyboard: 420 },
];
const TOUCH = 44;

const thumb = (page: Page) => page.getByRole("navigation", { name: "Write" });
const keys = (page: Page) => page.getByRole("region", { name: "Line tools" });
const tool = (page: Page, name: string) => keys(page).getByRole("button", { name, exact: true });

/** Someone with this device in hand, in the pad. */
const take = (people: People, pad: MadePad, { size }: Device, dark = false) => people.open({ name: "Jana Tal", phone: true, size, dark }, pad);

/** The keyboard comes up: the browser makes the page lower (`interactive-widget=resizes-content`). */
const keyboardUp = (page: Page, { size, keyboard }: Device) => page.setViewportSize({ width: size.width, height: size.height - keyboard });

/** The caret's line as it stands in the window. */
const caret = (page: Page) =>
  page.evaluate(() => {
    const range = getSelection()?.getRangeAt(0);
    const rect = range?.getClientRects()[0] ?? (range?.startContainer as Element | undefined)?.getBoundingClientRect();
    return { top: rect?.top ?? Number.NaN, bottom: rect?.bottom ?? Number.NaN };
  });

/** That the caret's line is seen between the bars. */
async function caretIsSeen(page: Page): Promise<void> {
  await expect(async () => {
    const line = await caret(page);
    const bar = await keys(page).boundingBox();
    const top = await page.locator(".top").evaluate((each) => each.getBoundingClientRect().bottom);
    expect(line.bottom).toBeLessThanOrEqual(bar?.y ?? 0);
    expect(line.top).toBeGreaterThanOrEqual(Math.max(0, top));
  }).toPass({ timeout: 5000 });
}

/** Buttons of the bars that a finger would miss. */
const tooSmall = (page: Page) =>
  page.locator(".bar button, .thumb button, .keybar button, .under-bar .chip").evaluateAll(
    (buttons, least) =>
      buttons
        .filter((button) => button.checkVisibility())
        .map((button) => {
          const { width, height } = button.getBoundingClientRect();
          const around = Number.parseFloat(getComputedStyle(button, "::after").top) || 0; // what lies around it takes taps too
          return { what: `${button.className} ${button.textContent}`, width, height: height - 2 * Math.min(0, around) };
        })
        .filter(({ width, height }) => width < least || height < least),
    TOUCH,
  );

const noSidewaysScroll = async (page: Page) =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);

for (const device of DEVICES) {
  test(`${device.what} has one bar: at the thumb, or with seven tools on the keyboard`, async ({ server, people }) => {
    const pad = await server.make();
    const page = await take(people, pad, device, device.size.width < device.size.height);
    await expect(thumb(page)).toBeVisible();
    await expect(keys(page)).toHaveCount(0);
    expect(await tooSmall(page)).toEqual([]);
    await noSidewaysScroll(page);

    await thumb(page).getByRole("button", { name: "Tick" }).tap();
    await page.keyboard.type("bring cups");
    for (let i = 0; i < 12; i += 1) await page.keyboard.press("Enter");
    await page.keyboard.type("the last line");
    await keyboardUp(page, device);
    await expect(thumb(page)).toHaveCount(0);
    const bar = await keys(page).boundingBox();
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBe(device.size.height - device.keyboard);
    // 320 px hold six and the word; bold comes back when words are selected
    await expect(keys(page).getByRole("button")).toHaveCount(device.size.width < 360 ? 7 : 8);
    await expect(tool(page, "Done")).toBeVisible();
    expect(await tooSmall(page)).toEqual([]);
    expect(await keys(page).evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
    await noSidewaysScroll(page);
    await caretIsSeen(page);
    await page.keyboard.press("Enter");
    await page.keyboard.type("and one more");
    await caretIsSeen(page);

    const chip = page.locator(".chip");
    await expect(chip).toHaveAccessibleName(/Lives while/);
    expect((await chip.boundingBox())?.width).toBe(TOUCH);
    expect((await page.locator(".top").boundingBox())?.height).toBeLessThanOrEqual(57);

    await tool(page, "Done").tap();
    await expect(keys(page)).toHaveCount(0);
    await page.setViewportSize(device.size);
    await expect(thumb(page)).toBeVisible();
  });

  test(`on ${device.what} the menu of blocks stands beside its line, between the bars`, async ({ server, people }) => {
    const pad = await server.make();
    const page = await take(people, pad, device);
    await text(page).tap();
    for (let i = 0; i < 9; i += 1) await page.keyboard.type(`line ${i}\n`);
    await keyboardUp(page, device);
    for (const line of ["line 1", "line 4", "line 8"]) {
      await page.getByText(line).tap();
      await page.keyboard.press("End");
      await tool(page, "More blocks").tap();
      const menu = page.locator(".bn-suggestion-menu");
      await expect(menu.getByText("Heading 1")).toBeVisible();
      await expect(async () => {
        const box = await menu.boundingBox();
        const [top, bottom] = [box?.y ?? 0, (box?.y ?? 0) + (box?.height ?? 0)];
        const at = await caret(page);
        expect(bottom).toBeLessThanOrEqual((await keys(page).boundingBox())?.y ?? 0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top >= at.bottom - 1 || bottom <= at.top + 1, `${line}: the menu covers its line`).toBe(true);
        expect(bottom - top, `${line}: the menu shows a choice`).toBeGreaterThanOrEqual(64);
      }).toPass({ timeout: 5000 });
      await page.keyboard.press("Escape");
    }
    await tool(page, "More blocks").tap();
    await page.keyboard.type("quote");
    await page.keyboard.press("Enter");
    await page.keyboard.type("said");
    await expect(text(page).locator("blockquote")).toHaveText("said");
  });
}

test("the tools turn the caret's line, are lit for what it is, and take it back", async ({ server, people }) => {
  const page = await take(people, await server.make(), PHONE);
  await text(page).tap();
  await page.keyboard.type("bring cups");
  await keyboardUp(page, PHONE);
  const kind = (type: string) => text(page).locator(`[data-content-type="${type}"]`, { hasText: "bring cups" });
  for (const [name, type] of [["Tick box", "checkListItem"], ["List", "bulletListItem"], ["Heading", "heading"]] as const) {
    await expect(tool(page, name)).toHaveAttribute("aria-pressed", "false");
    await tool(page, name).tap();
    await expect(kind(type)).toBeVisible();
    await expect(tool(page, name)).toHaveAttribute("aria-pressed", "true");
  }
  await tool(page, "Heading").tap();
  await expect(kind("paragraph")).toBeVisible();
  await tool(page, "Undo").tap();
  await expect(kind("heading")).toBeVisible();

  await page.keyboard.type("\n- cups\nof tea");
  await tool(page, "Indent").tap();
  const nested = text(page).locator(".bn-block-group .bn-block-group", { hasText: "of tea" });
  await expect(nested).toBeVisible();
  await tool(page, "Outdent").tap();
  await expect(nested).toHaveCount(0);
  await tool(page, "Bold").tap();
  await expect(tool(page, "Bold")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.type(" now");
  await expect(text(page).locator("strong")).toHaveText("now");

  await page.getByText("of tea").dblclick();
  for (const [name, made] of [["Italic", "em"], ["Highlight", '[data-style-type="backgroundColor"]']] as const) {
    await tool(page, name).tap();
    await expect(tool(page, name)).toHaveAttribute("aria-pressed", "true");
    await expect(text(page).locator(made)).toBeVisible();
  }
  await expect(tool(page, "Tick box")).toHaveCount(0);
  await expect(page.locator(".bn-formatting-toolbar")).toHaveCount(0); // one bar, not two
  await sound(page);
});

test("on the keyboard a link is made, changed and taken away, and the keyboard stays up", async ({ server, people }) => {
  const page = await take(people, await server.make(), PHONE);
  const link = text(page).locator("a");
  const address = keys(page).getByLabel("Address of the link");
  await text(page).tap();
  await page.keyboard.type("the plan is here");
  await keyboardUp(page, PHONE);
  await expect(tool(page, "Link")).toHaveCount(0); // there is nothing to make one of

  await page.getByText("the plan").dblclick({ position: { x: 40, y: 12 } });
  expect(await page.evaluate(() => getSelection()?.toString())).toBe("plan");
  await tool(page, "Link").tap();
  await expect(address).toBeFocused();
  await expect(text(page).locator("[data-show-selection]")).toHaveText("plan");
  await sound(page);
  expect(await tooSmall(page)).toEqual([]);
  await address.fill("javascript:alert(1)");
  await tool(page, "Set").tap();
  await expect(page.getByRole("alert")).toHaveText("A link leads to a web, mail or phone address.");
  await sound(page);
  await address.fill("example.org/plan");
  await tool(page, "Set").tap();
  await expect(link).toHaveAttribute("href", "https://example.org/plan");
  await expect(link).toHaveText("plan");
  await expect(text(page)).toBeFocused();
  await expect(tool(page, "Link")).toHaveAttribute("aria-pressed", "true");

  await page.keyboard.press("ArrowLeft"); // a caret in it is enough; the tools of the line have it in the place of bold
  await expect(tool(page, "Tick box")).toBeVisible();
  await expect(page.locator(".bn-link-toolbar")).toHaveCount(0); // one bar, not two
  await tool(page, "Link").tap();
  await expect(address).toHaveValue("https://example.org/plan");
  await address.fill("anna@example.org");
  await page.keyboard.press("Enter");
  await expect(link).toHaveAttribute("href", "mailto:anna@example.org");
  await expect(link).toHaveText("plan");

  await tool(page, "Link").tap();
  await address.fill("elsewhere.example");
  await tool(page, "Back").tap();
  await expect(link).toHaveAttribute("href", "mailto:anna@example.org");
  await expect(text(page)).toBeFocused();
  await tool(page, "Link").tap();
  await tool(page, "Remove the link").tap();
  await expect(link).toHaveCount(0);
  await tool(page, "Undo").tap();
  await expect(link).toHaveAttribute("href", "mailto:anna@example.org");
  expect(await text(page).innerText()).toContain("the plan is here");
});

test("code takes no link, and says so by its button", async ({ server, people }) => {
  const page = await take(people, await server.make(), PHONE);
  await text(page).tap();
  await page.keyboard.type("```\nlet here");
  await keyboardUp(page, PHONE);
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(tool(page, "Link")).toBeDisabled();
});

test("with the keyboard down, the toolbar's own field for an address stays when the keyboard comes up for it", async ({ server, people }) => {
  const page = await take(people, await server.make(), PHONE);
  await text(page).tap();
  await page.keyboard.type("the plan");
  await page.keyboard.press("Shift+Home");
  await page.getByRole("button", { name: "Create link" }).tap();
  const address = page.getByPlaceholder("Edit URL");
  await expect(address).toBeFocused();
  await keyboardUp(page, PHONE);
  await expect(address).toBeFocused();
  await page.keyboard.type("example.org");
  await page.keyboard.press("Enter");
  await expect(text(page).locator("a")).toHaveAttribute("href", "https://example.org");
});

test("a keyboard that only covers the page, as iOS has it, has the bar on its upper edge", async ({ server, people }) => {
  const pad = await server.make();
  const page = await people.come({ name: "Jana", phone: true });
  // a viewport that tells what a keyboard leaves; the page itself stays as tall as it was
  await page.addInitScript(() => {
    const seen = new EventTarget() as EventTarget & { height: number };
    let covered = 0;
    Object.defineProperties(seen, {
      width: { get: () => innerWidth },
      height: { get: () => innerHeight - covered },
      scale: { value: 1 },
      offsetTop: { value: 0 },
      offsetLeft: { value: 0 },
      pageTop: { get: () => scrollY },
    });
    Object.defineProperty(window, "visualViewport", { value: seen });
    Object.assign(window, {
      cover: (height: number) => {
        covered = height;
        seen.dispatchEvent(new Event("resize"));
      },
    });
  });
  await page.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
  await live(page);
  await text(page).tap();
  for (let i = 0; i < 16; i += 1) await page.keyboard.type(`line ${i}\n`);
  await page.evaluate((height) => (window as unknown as { cover: (height: number) => void }).cover(height), 336);
  await expect(keys(page)).toBeVisible();
  const bar = await keys(page).boundingBox();
  expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBe(844 - 336);
  await caretIsSeen(page);
});

test("turned with the keyboard up, a phone keeps the bar on it", async ({ server, people }) => {
  const page = await take(people, await server.make(), PHONE);
  await text(page).tap();
  await keyboardUp(page, PHONE);
  await expect(keys(page)).toBeVisible();
  await page.setViewportSize({ width: 844, height: 190 });
  await expect(keys(page)).toBeVisible();
  await expect(thumb(page)).toHaveCount(0);
  await page.setViewportSize({ width: 844, height: 390 });
  await expect(thumb(page)).toBeVisible();
});

test("a keyboard for another field brings no tools, and who reads has no bar at all", async ({ server, people }) => {
  const pad = await server.make();
  const page = await take(people, pad, PHONE);
  await page.locator(".avatars").tap();
  await page.getByRole("button", { name: "Change name" }).tap();
  await page.getByLabel("Name", { exact: true }).tap();
  await keyboardUp(page, PHONE);
  await expect(thumb(page)).toHaveCount(0);
  await expect(keys(page)).toHaveCount(0);
  const reader = await people.open({ name: "Rita", phone: true }, pad, pad.view_key);
  await expect(reader.getByText("You can read here.")).toBeVisible();
  await expect(thumb(reader)).toHaveCount(0);
});

test("with a mouse there is no thumb bar, however narrow the window or large the letters", async ({ server, people }) => {
  const pad = await server.make();
  // 320 × 200: a screen of 1280 × 800 at 400 %
  for (const size of [{ width: 820, height: 1180 }, { width: 600, height: 800 }, { width: 320, height: 200 }]) {
    const page = await people.open({ name: "Anna", size }, pad);
    await expect(thumb(page)).toHaveCount(0);
    await noSidewaysScroll(page);
  }
  const page = await people.open({ name: "Zoe", size: { width: 320, height: 200 } }, pad);
  await text(page).click();
  await write(page, Array.from({ length: 12 }, (_, i) => `line ${i}`).join("\n"));
  await expect(page.locator(".top")).toHaveCSS("position", "static"); // else two bars would be all that is seen
  const line = await caret(page);
  expect(line.top >= 0 && line.bottom <= 200).toBe(true);
  await page.getByRole("button", { name: "More" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Leave" }).focus();
  await expect(page.getByRole("menuitem", { name: "Leave" })).toBeInViewport();
});

test("who has not touched the text is among the people all the same", async ({ server, people }) => {
  for (const device of [PHONE, DEVICES[3] as Device]) {
    const pad = await server.make();
    const page = await take(people, pad, device);
    await expect(page.getByRole("button", { name: "1 person here: Jana Tal" })).toBeVisible();
    expect(await tooSmall(page)).toEqual([]);
  }
});
