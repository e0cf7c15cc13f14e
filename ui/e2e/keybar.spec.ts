/** What the bar on a phone's keyboard does to lines and words, and the lists that open beside it. */
import { expect, test, text } from "./fixture";
import { sound } from "./sound";
import {
  DEVICES,
  keyboardUp,
  keys,
  PHONE,
  take,
  tool,
  tooSmall,
  TOUCH,
  type Device,
} from "./touch";

/** It has room for bold beside the tools of the line. */
const LARGE = DEVICES.find(({ what }) => what === "a tablet") as Device;

test("the tools turn the caret's line, are lit for what it is, and take it back", async ({
  server,
  people,
}) => {
  const page = await take(people, await server.make(), LARGE);
  await text(page).tap();
  await page.keyboard.type("bring cups");
  await keyboardUp(page, LARGE);
  const kind = (type: string) =>
    text(page).locator(`[data-content-type="${type}"]`, { hasText: "bring cups" });
  for (const [name, type] of [
    ["Tick box", "checkListItem"],
    ["List", "bulletListItem"],
    ["Heading", "heading"],
  ] as const) {
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
  for (const [name, made] of [
    ["Italic", "em"],
    ["Highlight", '[data-style-type="backgroundColor"]'],
  ] as const) {
    await tool(page, name).tap();
    await expect(tool(page, name)).toHaveAttribute("aria-pressed", "true");
    await expect(text(page).locator(made)).toBeVisible();
  }
  await expect(tool(page, "Tick box")).toHaveCount(0);
  await expect(page.locator(".bn-formatting-toolbar")).toHaveCount(0); // one bar, not two
  await sound(page);
});

test("on the keyboard a link is made, changed and taken away, and the keyboard stays up", async ({
  server,
  people,
}) => {
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

  await page.keyboard.press("ArrowLeft"); // a caret in it is enough; the tools of the line have it in the place of the picture
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

test("with the keyboard down, the tools of selected words are as large as a finger and fit into the window", async ({
  server,
  people,
}) => {
  const page = await take(people, await server.make(), DEVICES[1] as Device);
  await text(page).tap();
  await page.keyboard.type("the plan");
  await page.keyboard.press("Shift+Home");
  const bar = page.getByRole("toolbar", { name: "Format the words" });
  await expect(bar).toBeVisible();
  const boxes = await bar
    .getByRole("button")
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON() as DOMRect));
  expect(boxes.length).toBeGreaterThanOrEqual(5);
  for (const { left, right, width, height } of boxes) {
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(TOUCH);
    expect(left >= 0 && right <= 320).toBe(true);
  }
  await bar.getByRole("button").first().tap();
  const line = page.getByRole("menuitem", { name: "Heading 1" });
  await expect(line).toBeVisible();
  expect((await line.boundingBox())?.height).toBeGreaterThanOrEqual(TOUCH);
});

test("with the keyboard down, the toolbar's own field for an address stays when the keyboard comes up for it", async ({
  server,
  people,
}) => {
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

for (const device of [PHONE, DEVICES[1] as Device])
  test(`on ${device.what} all emoji of the list are seen, with the keyboard up and down`, async ({
    server,
    people,
  }) => {
    const page = await take(people, await server.make(), device);
    await text(page).tap();
    await keyboardUp(page, device);
    await page.keyboard.type(":smi");
    const list = page.getByRole("listbox", { name: "Emoji" });
    await expect(list.getByRole("option").nth(9)).toBeVisible();
    const isWhole = () =>
      expect(async () => {
        const box = await list.boundingBox();
        expect(box?.x ?? -1).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(device.size.width);
        expect(await list.evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
        const bar = await page.locator(".keybar, .thumb").boundingBox();
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
      }).toPass({ timeout: 5000 });
    await isWhole();
    const [first, second] = await list
      .getByRole("option")
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().x));
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(TOUCH);
    await sound(page);
    // down goes to the emoji below, whatever the number of columns
    const meant = () =>
      list
        .getByRole("option", { selected: true })
        .evaluate((each) => each.getBoundingClientRect().toJSON() as DOMRect);
    const before = await meant();
    await page.keyboard.press("ArrowDown");
    await expect.poll(async () => (await meant()).y).toBeGreaterThan(before.y);
    expect((await meant()).x).toBe(before.x);
    await page.setViewportSize(device.size);
    await isWhole();
    const wanted = list.getByRole("option").nth(8);
    const emoji = await wanted.textContent();
    await wanted.tap();
    await expect(text(page)).toContainText(emoji ?? "none");
  });
