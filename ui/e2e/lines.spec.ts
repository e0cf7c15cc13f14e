/** Whole lines: copied, moved and made another kind by keys, by the menu of a phone, and led to by a link. */
import type { Page } from "@playwright/test";
import { expect, linesOf, live, test, text, write } from "./fixture";
import { shot } from "./shots";
import { keyboardUp, keys, PHONE, take, tool, tooSmall } from "./touch";

const blocks = (page: Page, kind: string) => text(page).locator(`[data-content-type="${kind}"]`);
const press = async (page: Page, ...pressed: string[]) => {
  for (const key of pressed) await page.keyboard.press(key);
};
const item = (page: Page, name: string) => page.getByRole("menuitem", { name, exact: true });
/** What is on the clipboard, by a paste: on plain http a page may not read it. */
async function copiedIn(page: Page): Promise<string> {
  const other = await page.context().newPage();
  await other.setContent("<textarea></textarea>");
  await other.locator("textarea").press("Control+v");
  const copied = await other.locator("textarea").inputValue();
  await other.close();
  return copied;
}
/** The keys work once the menus are here, which come after the text. */
async function menusCome(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("Shift+F10");
    await expect(page.getByRole("menu")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.keyboard.press("Escape");
}
/** What waits for it goes on once it is open. */
function gate() {
  let open: (() => void) | undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}
/** What is lit at the moment, by the browser's own animation. */
const litIn = (page: Page) =>
  page.evaluate(() =>
    document
      .getAnimations()
      .map(({ effect }) => (effect as KeyframeEffect).target?.closest(".bn-block-content"))
      .map((line) => line?.cloneNode(true))
      .filter((line) => line instanceof Element)
      .map((line) => {
        line.querySelectorAll(".cursor").forEach((cursor) => cursor.remove()); // others' names are no words
        return line.textContent;
      }),
  );

test("keys copy, move and turn the caret's line, each as one step of undo", async ({
  server,
  people,
}) => {
  const page = await people.open({ name: "Anna" }, await server.make());
  await text(page).click();
  await write(page, "one\ntwo\nthree");
  await menusCome(page);
  await press(page, "ArrowUp", "Control+d");
  await expect.poll(() => linesOf(page)).toEqual(["one", "two", "two", "three"]);
  await page.keyboard.type("!");
  await expect.poll(() => linesOf(page)).toEqual(["one", "two", "two!", "three"]);
  await press(page, "Control+Shift+ArrowUp", "Control+Shift+ArrowUp");
  await expect.poll(() => linesOf(page)).toEqual(["two!", "one", "two", "three"]);
  await press(page, "Control+Shift+ArrowUp"); // nowhere to go
  await page.keyboard.type("?");
  await expect.poll(() => linesOf(page)).toEqual(["two!?", "one", "two", "three"]);
  await press(page, "Control+Alt+2");
  await expect(blocks(page, "heading")).toHaveText("two!?");
  await press(page, "Control+Shift+9");
  await expect(blocks(page, "checkListItem")).toHaveText("two!?");
  await press(page, "Control+z");
  await expect(blocks(page, "heading")).toHaveText("two!?");
  await press(page, "Control+z", "Control+z");
  await expect.poll(() => linesOf(page)).toEqual(["two!", "one", "two", "three"]);
});

test("keys copy, move and turn all lines that are selected, also while somebody else types in one", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.open({ name: "Anna" }, pad);
  await text(page).click();
  await write(page, "one\ntwo\nthree\nfour");
  await menusCome(page);
  const bert = await people.open({ name: "Bert" }, pad);
  await bert.getByText("three").click();
  await press(bert, "End");
  await press(page, "ArrowUp", "Shift+ArrowUp", "Shift+Home");
  await press(page, "Control+Shift+8");
  await bert.keyboard.type(" of us");
  await expect.poll(() => linesOf(page)).toEqual(["one", "two", "three of us", "four"]);
  await expect(blocks(page, "bulletListItem")).toHaveCount(2);
  await press(page, "Control+Shift+ArrowUp");
  await bert.keyboard.type(" all");
  await expect.poll(() => linesOf(page)).toEqual(["two", "three of us all", "one", "four"]);
  await press(page, "Control+d");
  await expect
    .poll(() => linesOf(page))
    .toEqual(["two", "three of us all", "two", "three of us all", "one", "four"]);
  // the copies are selected, and the next key means them
  await press(page, "Control+Shift+9");
  await expect(blocks(page, "checkListItem")).toHaveText(["two", "three of us all"]);
  await bert.keyboard.type("!");
  await expect.poll(() => linesOf(bert)).toEqual(await linesOf(page));
  expect((await linesOf(page)).filter((line) => line.endsWith("!"))).toHaveLength(1);
});

test("the bar on a phone's keyboard opens the menu of the line, and the keyboard gives its place to it", async ({
  server,
  people,
}) => {
  const page = await take(people, await server.make(), PHONE);
  await text(page).tap();
  await page.keyboard.type("one\ntwo");
  await menusCome(page);
  await keyboardUp(page, PHONE);
  await tool(page, "Menu of this line").tap();
  await expect(item(page, "Turn into")).toBeFocused(); // so the keyboard goes down
  await page.setViewportSize(PHONE.size);
  await expect(keys(page)).toHaveCount(0);
  const box = await page.locator(".block-menu").boundingBox();
  expect(box?.height).toBeGreaterThan(200);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(PHONE.size.height);
  expect(await tooSmall(page)).toEqual([]);
  await shot(page, "lines-phone-light");
  await item(page, "Move up").tap();
  await expect.poll(() => linesOf(page)).toEqual(["two", "one"]);
  await expect(text(page)).toBeFocused();
  await keyboardUp(page, PHONE);
  await page.keyboard.type("!");
  await expect.poll(() => linesOf(page)).toEqual(["two!", "one"]);
  await tool(page, "Menu of this line").tap();
  await item(page, "Turn into").tap();
  await page.getByRole("menuitemradio", { name: "Heading 1" }).tap();
  await expect(blocks(page, "heading")).toHaveText("two!");
});

test("a link to a line opens the pad there and lights it; the address is the pad's alone afterwards, and no host's key goes along", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const host = await people.open({ name: "Anna" }, pad, pad.host_key);
  await text(host).click();
  await write(host, [...Array(60).keys()].map((at) => `line ${at}`).join("\n"));
  await host.getByText("line 20", { exact: true }).click();
  await menusCome(host);
  await press(host, "Shift+F10");
  await item(host, "Copy link to this line").click();
  await expect(host.getByText("Copied")).toBeVisible();
  const link = await copiedIn(host);
  expect(link).toContain(`/p/${pad.pad}#${pad.edit_key}&block=`);
  await expect(text(host)).toBeFocused();
  await host.getByText("line 24", { exact: true }).click(); // a name beside a caret is in the words of its line

  const bert = await people.come({ name: "Bert" });
  await bert.goto(link);
  await expect.poll(() => litIn(bert), { intervals: [100] }).toEqual(["line 20"]);
  await shot(bert, "lines-lit-light");
  await expect(bert.getByText("line 20", { exact: true })).toBeInViewport();
  expect(new URL(bert.url()).hash).toBe(`#${pad.edit_key}`);
  await bert.keyboard.type("!");
  await expect.poll(() => linesOf(host).then((lines) => lines[20])).toBe("line 20!");

  // into the page that is open already
  await bert.getByText("line 50", { exact: true }).click();
  await bert.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await expect(bert.getByText("line 20!", { exact: true })).toBeInViewport();
  await bert.keyboard.type("?");
  await expect.poll(() => linesOf(host).then((lines) => lines[20])).toBe("line 20!?");
});

test("a link to a line of this text leads there in the page, and one to a line that is gone says so", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.open({ name: "Anna" }, pad);
  await text(page).click();
  await write(page, [...Array(40).keys()].map((at) => `line ${at}`).join("\n"));
  const id = await text(page)
    .locator('[data-node-type="blockContainer"]')
    .first()
    .getAttribute("data-id");
  const link = (block: string) => `${pad.origin}/p/${pad.pad}#${pad.edit_key}&block=${block}`;
  await press(page, "Enter");
  await page.keyboard.type(`${link(id ?? "")} `);
  await text(page).locator("a").click();
  await expect.poll(() => litIn(page)).toEqual(["line 0"]);
  await expect(page.getByText("line 0", { exact: true })).toBeInViewport();
  expect(page.context().pages()).toHaveLength(1);

  const bert = await people.come({ name: "Bert" });
  await bert.goto(link("0b1f-7a"));
  await live(bert);
  await expect(bert.getByText("is not here any more")).toBeVisible({ timeout: 10_000 });
  await text(bert).click();
  await expect(bert.getByText("line 39")).toBeVisible();
});

test("whoever types before the menus have come is not taken to the line that the address names", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await write(anna, [...Array(60).keys()].map((at) => `line ${at}`).join("\n"));
  await anna.getByText("line 40", { exact: true }).click();
  await menusCome(anna);
  await press(anna, "Shift+F10");
  await item(anna, "Copy link to this line").click();
  const link = await copiedIn(anna);

  const bert = await people.come({ name: "Bert" });
  const menus = gate();
  await bert.route(/assets\/Menus-/, async (route) => {
    await menus.opened;
    await route.continue();
  });
  await bert.goto(link);
  await live(bert);
  await bert.getByText("line 1", { exact: true }).click();
  await bert.keyboard.type("!");
  menus.open?.();
  await expect.poll(() => new URL(bert.url()).hash).toBe(`#${pad.edit_key}`); // it was read
  await menusCome(bert);
  await bert.keyboard.type("?");
  await expect
    .poll(() => linesOf(anna).then((lines) => lines.filter((line) => /[!?]/.test(line))))
    .toHaveLength(1);
  await expect(bert.getByText("line 40", { exact: true })).not.toBeInViewport();
});
