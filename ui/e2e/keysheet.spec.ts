/** The list of all keys: how it opens, that it disturbs nobody who types, and that its keys do what it says. */
import type { Page } from "@playwright/test";
import { expect, linesOf, test, text } from "./fixture";
import { shot } from "./shots";
import { noSidewaysScroll } from "./touch";

/** The key works once the menus are here. */
const asked = (page: Page) =>
  expect(async () => {
    await page.keyboard.press("Control+/");
    await expect(page.locator(".key-groups")).toBeVisible({ timeout: 1000 });
  }).toPass();

const SHEET = { name: "Keyboard shortcuts" };

test("Ctrl+/ lists all keys, and Escape leads back to the caret; “?” in the text is a letter, and outside of it opens the list", async ({
  server,
  people,
}) => {
  const page = await people.open({ name: "Anna" }, await server.make());
  const sheet = page.getByRole("dialog", SHEET);
  await text(page).click();
  await page.keyboard.type("who? ");
  await page.keyboard.press("Control+/");
  await expect(sheet).toBeVisible();
  await expect(sheet.locator("dt", { hasText: "Duplicate" }).locator("+ dd")).toHaveText("CtrlD");
  await shot(page, "keysheet-light");
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await page.keyboard.type("me");
  expect(await linesOf(page)).toEqual(["who? me"]);
  await page.getByRole("button", { name: "More" }).focus();
  await page.keyboard.press("?");
  await expect(sheet).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", SHEET).click();
  await expect(sheet).toBeVisible();
});

test("the keys that the list names turn a line into what it says", async ({ server, people }) => {
  const page = await people.open({ name: "Anna" }, await server.make());
  await text(page).click();
  await page.keyboard.type("a line");
  await asked(page);
  const rows = await page
    .locator(".key-groups section", { hasText: "Turn into" })
    .locator("dl > div")
    .evaluateAll((all) =>
      all.map((row) => [
        row.querySelector("dt")?.textContent ?? "",
        [...row.querySelectorAll("kbd")].map((key) => key.textContent).join("+"),
      ]),
    );
  expect(rows.length).toBeGreaterThan(8);
  await page.keyboard.press("Escape");
  rows.push(rows[0] ?? []); // it is text already
  for (const [name = "", keys = ""] of rows.slice(1)) {
    await page.keyboard.press(keys.replace("Ctrl", "Control"));
    await page.keyboard.press("Shift+F10");
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("menuitemradio", { checked: true })).toHaveText(name);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
  }
});

test("the list fits a narrow window, in the dark and from right to left", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const size = { width: 390, height: 844 };
  const page = await people.open({ name: "Anna", dark: true, size }, pad);
  await asked(page);
  await noSidewaysScroll(page);
  await shot(page, "keysheet-narrow-dark");
  const ali = await people.open({ name: "Ali", locale: "ar" }, pad);
  await asked(ali);
  await noSidewaysScroll(ali);
  await shot(ali, "keysheet-arabic");
});
