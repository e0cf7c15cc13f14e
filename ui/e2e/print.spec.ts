/** A print, and the page that one keeps: whose it is, when, the whole text, done boxes done; dark on white, whatever the screen is. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, saved, test, text, write } from "./fixture";
import { sound } from "./sound";
import { shot } from "./shots";

const WHITE = "rgba(0, 0, 0, 0)"; // the paper's own
const INK = "rgb(29, 28, 26)";

async function fill(page: Page): Promise<void> {
  await text(page).click();
  await write(page, "# Sprint review\n[] Release goes out\nRetro moves\n\n> quoted\n```\n");
  await write(page, `let line = "${"on and ".repeat(40)}";`);
  await page.getByRole("checkbox").first().click();
}

for (const dark of [false, true])
  test(`the text is printed dark on white, with title and date, and nothing of the page (${dark ? "dark" : "light"})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const page = await people.open({ name: "Anna", dark }, pad, pad.host_key);
    await fill(page);
    const milo = await people.open({ name: "Milo" }, pad);
    await write(milo, "", "Retro");
    await expect(page.locator(".cursor")).toHaveCount(1);
    await page.getByRole("button", { name: "Share" }).click();
    await expect(page.locator("dialog .qr")).toBeVisible();

    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await expect(page.locator(".print-head")).toContainText(pad.pad);
    await expect(page.locator(".print-head time")).toHaveText(
      new RegExp(`^\\d+ \\w+ ${new Date().getFullYear()}, \\d\\d:\\d\\d$`),
    );
    for (const part of [".bar", ".chip", "dialog", ".cursor", ".thumb", ".bn-side-menu", "select"])
      for (const each of await page.locator(part).all()) await expect(each, part).toBeHidden();
    await expect(page.locator("body")).toHaveCSS("background-color", WHITE);
    await expect(text(page)).toHaveCSS("color", INK);

    // drawn by its border: a printer may leave backgrounds out
    const done = page.getByRole("checkbox").first();
    await expect(done).toHaveCSS("background-color", WHITE);
    await expect(done).toHaveCSS("border-top-color", INK);
    const [tick, open] = await page
      .getByRole("checkbox")
      .evaluateAll((boxes) => boxes.map((box) => getComputedStyle(box, "::after").borderBottom));
    expect(tick).toContain(INK);
    expect(tick).not.toBe(open);

    const code = page.locator("[data-content-type=codeBlock] > pre");
    expect(
      await code.evaluate((each) => each.scrollWidth - each.clientWidth),
      "long lines of code are broken, not cut",
    ).toBe(0);
    await page.emulateMedia({ media: "screen" });
    await expect(page.locator(".print-head")).toBeHidden();
    await expect(page.locator(".bar")).toBeVisible();
  });

test("a long text is printed to its last line", async ({ server, people }) => {
  const page = await people.open({ name: "Anna", dark: true }, await server.make());
  await text(page).click();
  await write(page, Array.from({ length: 90 }, (_, i) => `line ${i}`).join("\n"));
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(3);
});

for (const dark of [false, true])
  test(`the kept page has labels for its boxes, colours and directions, and is sound (${dark ? "dark" : "light"})`, async ({
    server,
    people,
    folder,
  }) => {
    const pad = await server.make();
    const page = await people.open({ name: "Anna", dark }, pad, pad.host_key);
    await fill(page);
    await page.keyboard.press("Control+End");
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Leave" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Keep a web page" }).click(),
    ]);
    const path = `${folder}/kept.html`;
    await download.saveAs(path);
    const kept = await page.context().newPage();
    await kept.setContent(await readFile(path, "utf8"));
    await expect(kept.getByRole("checkbox", { name: "Release goes out" })).toBeChecked();
    await expect(kept.getByRole("checkbox", { name: "Retro moves" })).not.toBeChecked();
    await expect(kept.locator("body")).toHaveCSS("color", dark ? "rgb(238, 235, 229)" : INK);
    await shot(kept, `kept-${dark ? "dark" : "light"}`);
    await sound(kept);
    await kept.emulateMedia({ media: "print" });
    await expect(kept.locator("body")).toHaveCSS("color", INK);
  });

/** The text of a page that is kept, and all that its looks and rights come from. */
const keptAs = (page: Page): Promise<unknown[]> =>
  page.evaluate(() => [
    document.querySelector("main")?.outerHTML,
    document.documentElement.lang,
    document.title,
    document.querySelector("style")?.textContent?.trim(),
    document.querySelector("meta[http-equiv]")?.getAttribute("content"),
  ]);

for (const dark of [false, true])
  test(`what the server gives out is the page that people keep, and is sound (${dark ? "dark" : "light"})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const page = await people.open({ name: "Anna", dark }, pad, pad.host_key);
    await fill(page);
    await saved(page);
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Leave" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Keep a web page" }).click(),
    ]);
    const [given, kept] = [await page.context().newPage(), await page.context().newPage()];
    await kept.setContent(await readFile(await download.path(), "utf8"));
    const answer = await fetch(`${pad.origin}/p/${pad.pad}.html`, {
      headers: { Authorization: `Bearer ${pad.host_key}` },
    });
    expect(answer.status).toBe(200);
    await given.setContent(await answer.text());
    expect(await keptAs(given)).toEqual(await keptAs(kept));
    await expect(given.getByRole("checkbox", { name: "Release goes out" })).toBeDisabled();
    await shot(given, `given-${dark ? "dark" : "light"}`);
    await sound(given);
  });
