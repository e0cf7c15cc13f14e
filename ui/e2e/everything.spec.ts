/** Ctrl+A marks all of a text, whatever it begins and ends with. */
import type { Page } from "@playwright/test";
import { expect, test, text } from "./fixture";

const kindsOf = (page: Page) =>
  text(page)
    .locator(".bn-block-content")
    .evaluateAll((all) => all.map((each) => each.getAttribute("data-content-type")));

const BEGINNINGS = [
  { kind: "divider", keys: async (page: Page) => page.keyboard.type("---after") },
  {
    kind: "table",
    keys: async (page: Page) => {
      await page.keyboard.type("/table");
      await expect(page.locator(".bn-suggestion-menu")).toBeVisible();
      await page.keyboard.press("Enter");
      await page.keyboard.type("a");
      await page.keyboard.press("Control+End");
      await page.keyboard.type("after");
    },
  },
];

for (const { kind, keys } of BEGINNINGS) {
  test(`with a ${kind} first, Ctrl+A takes everything: to copy, to delete, to write over`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const page = await people.open({ name: "Anna" }, pad);
    const warned: string[] = [];
    page.on("console", (message) => message.type() === "warning" && warned.push(message.text()));
    await text(page).click();
    await keys(page);
    await expect(text(page)).toContainText("after");
    await expect.poll(async () => (await kindsOf(page))[0]).toBe(kind);
    const whole = await kindsOf(page);
    for (const key of ["Control+a", "Control+c", "Backspace"]) await page.keyboard.press(key);
    await expect.poll(() => kindsOf(page)).toEqual(["paragraph"]);
    await page.keyboard.press("Control+v");
    await expect(text(page)).toContainText("after");
    expect(await kindsOf(page)).toEqual(expect.arrayContaining(whole));
    await page.keyboard.press("Control+a");
    await page.keyboard.type("anew");
    await expect.poll(() => kindsOf(page)).toEqual(["paragraph"]);
    await expect(text(page)).toHaveText("anew");
    for (const key of ["Control+a", "Control+v"]) await page.keyboard.press(key);
    await expect.poll(async () => (await kindsOf(page))[0]).toBe(kind);
    for (const key of ["Control+a", "Delete"]) await page.keyboard.press(key);
    await expect.poll(() => kindsOf(page)).toEqual(["paragraph"]);
    await page.keyboard.type("again");
    await expect(text(page)).toHaveText("again");
    expect(warned, "BlockNote warns when it is asked for a block that is none").toEqual([]);
  });
}
