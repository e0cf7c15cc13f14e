/** The language of the page: the browser's, or the one that was chosen; nothing that one types is lost by it. */
import type { Page } from "@playwright/test";
import { expect, live, saved, sleeper, test, text } from "./fixture";
import type { MadePad } from "./server";

const addressOf = ({ origin, pad, edit_key }: MadePad) => `${origin}/p/${pad}#${edit_key}`;
const language = (page: Page) => page.locator("html").getAttribute("lang");
/** The files that a page has asked for. */
function asked(page: Page): string[] {
  const files: string[] = [];
  page.on("request", (request) => files.push(new URL(request.url()).pathname));
  return files;
}

test("the page speaks the first of the browser's languages that it has", async ({
  server,
  people,
}) => {
  const jens = await people.open({ name: "Jens", locale: "de-AT" }, server.pad);
  expect(await language(jens)).toBe("de");
  await expect(jens.getByRole("button", { name: "Teilen", exact: true })).toBeVisible();
  await expect(text(jens)).toHaveAttribute("aria-label", /^Text von /);
  await text(jens).click();
  await jens.keyboard.type("/");
  await expect(jens.getByText("Überschrift 1", { exact: true })).toBeVisible();
});

test("an English page asks for no other language, and a German one for German alone", async ({
  server,
  people,
}) => {
  const anna = await people.come({ name: "Anna" });
  const jens = await people.come({ name: "Jens", locale: "de" });
  const files = [asked(anna), asked(jens)];
  for (const page of [anna, jens]) {
    await page.goto(addressOf(server.pad));
    await expect(text(page)).toBeVisible();
  }
  const spoken = files.map((of) => of.filter((file) => /\/(de|es|zh|rest)-[\w-]+\.js$/.test(file)));
  expect(spoken[0]).toEqual([]);
  expect(spoken[1]?.map((file) => file.replace(/-[\w-]+\.js$/, ""))).toEqual([
    "/assets/de",
    "/assets/rest",
  ]);
});

test("a language that is chosen is spoken at once, keeps what one writes, and is remembered", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.come({ name: "Anna" });
  const connection = await sleeper(anna);
  await anna.goto(addressOf(pad));
  await live(anna);
  await text(anna).click();
  await anna.keyboard.type("written before");
  await connection.begin();
  await anna.keyboard.type(" and without a connection");
  await anna.getByRole("button", { name: "More" }).click();
  await anna.getByRole("menuitem", { name: "Language" }).click();
  await anna.getByRole("button", { name: "Deutsch" }).click();
  await expect(anna.getByRole("button", { name: "Teilen", exact: true })).toBeVisible();
  await expect(text(anna)).toContainText("written before and without a connection");
  await text(anna).focus(); // the caret is where it was
  await anna.keyboard.type(" and after");
  connection.end();
  await saved(anna);
  await anna.reload();
  await expect(text(anna)).toContainText("without a connection and after");
  expect(await language(anna)).toBe("de");
});

test("the address names a language, and what is chosen later counts", async ({
  server,
  people,
}) => {
  const page = await people.come({ name: "Anna" });
  await page.goto(`${server.origin}/?lang=es`);
  await expect(page.getByRole("button", { name: "Idioma: Español" })).toBeVisible();
  await page.getByRole("button", { name: "Idioma: Español" }).click();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByText("Type the code from the wall.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Type the code from the wall.")).toBeVisible();
});

test("a language that does not come leaves the page in English until it comes", async ({
  server,
  people,
}) => {
  const page = await people.come({ name: "Jens", locale: "de" });
  await page.route(/\/assets\/de-/, (route) => route.abort());
  await page.goto(addressOf(server.pad));
  await expect(page.getByRole("button", { name: "Share", exact: true })).toBeVisible();
  await expect(text(page)).toBeVisible();
  await page.unrouteAll();
  await expect(page.getByRole("button", { name: "Teilen", exact: true })).toBeVisible();
});

test("what comes last of a language is said in what is open already", async ({
  server,
  people,
}) => {
  const jens = await people.come({ name: "Jens", locale: "de" });
  let come: (() => void) | undefined;
  const asked = new Promise<void>((done) => (come = done));
  await jens.route(/\/assets\/rest-/, async (route) => {
    await asked;
    await route.continue();
  });
  await jens.goto(addressOf(server.pad));
  await expect(jens.getByRole("button", { name: "Teilen", exact: true })).toBeVisible();
  await jens.locator(".chip").click();
  await expect(jens.getByRole("heading", { name: "How long this pad lives" })).toBeVisible();
  come?.();
  await expect(jens.getByRole("heading", { name: "Wie lange dieses Pad bleibt" })).toBeVisible();
});

test("a language that comes while one types leaves the words together, and what may be taken back", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const jens = await people.come({ name: "Jens", locale: "de" });
  let come: (() => void) | undefined;
  const asked = new Promise<void>((done) => (come = done));
  await jens.route(/\/assets\/de-/, async (route) => {
    await asked;
    await route.continue();
  });
  await jens.goto(addressOf(pad));
  await text(jens).click();
  await jens.keyboard.type("one");
  await jens.keyboard.press("Enter");
  await jens.keyboard.type("two ");
  come?.();
  await expect(text(jens)).toHaveAttribute("aria-label", /^Text von /);
  await jens.keyboard.type("three");
  await jens.keyboard.press("Enter");
  await expect
    .poll(() => text(jens).locator(".bn-block-content").allInnerTexts())
    .toEqual(["one", "two three", expect.anything()]);
  await jens.keyboard.type("/");
  await expect(jens.getByText("Überschrift 1", { exact: true })).toBeVisible();
  await jens.keyboard.press("Escape");
  for (let i = 0; i < 8; i++) await jens.keyboard.press("Control+z");
  await expect(text(jens)).not.toContainText("one");
});
