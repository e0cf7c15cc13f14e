/** The address that somebody types into the toolbar of the words, or of a link, becomes a link that leads where it says, or none. */
import type { Page } from "@playwright/test";
import { expect, saved, test, text } from "./fixture";
import { sound } from "./sound";
import { shot, sizeOf, themes } from "./shots";

const PROBLEM = "A link leads to a web, mail or phone address.";
const field = (page: Page) => page.locator('.bn-form input[name="url"]');
const link = (page: Page) => text(page).locator("a");

async function ask(page: Page, address: string): Promise<void> {
  await field(page).fill(address);
  await field(page).press("Enter");
}

for (const [typed, href] of [
  ["example.org/a?b=c#d", "https://example.org/a?b=c#d"],
  ["http://printer:631", "http://printer:631"],
  ["anna@example.org", "mailto:anna@example.org"],
  ["tel:+49 89 1234".replaceAll(" ", ""), "tel:+49891234"],
] as const)
  test(`“${typed}”, typed for the words that are selected, leads to ${href}`, async ({
    server,
    people,
  }) => {
    const page = await people.open({ name: "Anna" }, await server.make());
    await text(page).click();
    await page.keyboard.type("our place");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+k");
    await ask(page, typed);
    await expect(link(page)).toHaveAttribute("href", href);
    await expect(link(page)).toHaveText("our place");
    await saved(page);
  });

for (const dark of themes(false)) {
  const who = { dark, name: "Anna" };
  const size = sizeOf(who);

  test(`what is no address is said beside it and makes no link; mended, it does (${size})`, async ({
    server,
    people,
  }) => {
    const page = await people.open(who, await server.make());
    await text(page).click();
    await page.keyboard.type("our place");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+k");
    for (const bad of ["", "two words", "javascript:alert(1)", "data:text/html,x"]) {
      await ask(page, bad);
      await expect(page.getByRole("alert")).toHaveText(PROBLEM);
      await expect(field(page)).toHaveValue(bad);
    }
    await expect(link(page)).toHaveCount(0);
    await shot(page, `link-problem-${size}`);
    await sound(page);
    await field(page).fill("example.org");
    await expect(page.getByRole("alert")).toHaveCount(0);
    await field(page).press("Enter");
    await expect(link(page)).toHaveAttribute("href", "https://example.org");
  });

  test(`a link keeps its address when what is typed for it is none (${size})`, async ({
    server,
    people,
  }) => {
    const page = await people.open(who, await server.make());
    await text(page).click();
    await page.keyboard.type("see https://example.org/before now");
    await expect(link(page)).toHaveCount(1);
    await link(page).hover();
    await page.getByRole("button", { name: "Edit link" }).click();
    await ask(page, "two words");
    await expect(page.getByRole("alert")).toHaveText(PROBLEM);
    await page.keyboard.press("Escape");
    await expect(link(page)).toHaveAttribute("href", "https://example.org/before");
  });
}
