/** The menus are no part of what one waits for, and here before a hand has found one. */
import type { Page, Route } from "@playwright/test";
import { expect, live, test, text, write } from "./fixture";

const MENUS = /\/assets\/Menus-[^/]+\.js/;
const list = "listbox";

test("one types before the menus have come; a list that was asked for meanwhile opens when they do", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.come({ name: "Anna" });
  const asked: Route[] = [];
  await page.route(MENUS, (route) => void asked.push(route));
  await page.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
  await live(page);
  await text(page).click();
  await page.keyboard.type("typed at once\n/head");
  await expect(text(page)).toContainText("typed at once");
  await expect.poll(() => asked.length, "asked for without a click").toBe(1);
  await expect(page.getByRole(list)).toHaveCount(0);
  await asked[0]?.continue();
  await expect(page.getByRole(list)).toContainText("Heading 1");
  await page.keyboard.press("Enter");
  await expect(text(page).locator('[data-content-type="heading"]')).toHaveCount(1);
});

test("menus that did not come are asked for again, and the text stays meanwhile", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.come({ name: "Anna" });
  let tries = 0;
  await page.route(MENUS, (route) => (++tries === 1 ? route.abort() : route.continue()));
  await page.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
  await live(page);
  await text(page).click();
  await page.keyboard.type("still here ");
  await expect.poll(() => tries).toBe(2);
  await page.keyboard.type("/");
  await expect(page.getByRole(list)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(text(page)).toContainText("still here");
});

test("every menu opens when the server is gone, though nobody has opened one before", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.open({ name: "Anna" }, pad);
  await text(page).click();
  await page.keyboard.type("some words");
  await expect
    .poll(() =>
      page.evaluate(
        (menus) =>
          performance.getEntriesByType("resource").some(({ name }) => new RegExp(menus).test(name)),
        MENUS.source,
      ),
    )
    .toBe(true);
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  await page.keyboard.press("Shift+Home");
  await expect(page.getByRole("toolbar", { name: "Format the words" })).toBeVisible();
  await page.keyboard.press("End");
  await page.keyboard.type("\n/");
  await expect(page.getByRole(list)).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+F10");
  await expect(page.getByRole("menu")).toBeVisible();
});

test("the styles of the menus are not worn by the text: their coming draws no block anew", async ({
  server,
  people,
}) => {
  const page = await people.open({ name: "Anna" }, await server.make());
  await expect(page.locator(".bn-mantine"), "the menus have come").toHaveCount(1);
  await expect(page.locator(".bn-mantine .bn-editor")).toHaveCount(0);
  const inherited = await text(page).evaluate((editor) =>
    getComputedStyle(editor).getPropertyValue("--mantine-scale"),
  );
  expect(inherited).toBe("");
});

/** What the mouse meets in the middle of a toolbar that is fading away, frame by frame. */
const metWhileFading = (page: Page) =>
  page.evaluate(async () => {
    const tools =
      document.querySelector(".bn-formatting-toolbar")?.getBoundingClientRect() ?? new DOMRect();
    const [x, y] = [tools.x + tools.width / 2, tools.y + tools.height / 2];
    const met: string[] = [];
    for (;;) {
      await new Promise(requestAnimationFrame);
      const place = document.querySelector(".bn-formatting-toolbar")?.parentElement;
      if (!place) return met;
      // while it is open it has none of its own
      if (place.style.opacity === "0")
        met.push(place.contains(document.elementFromPoint(x, y)) ? "tools" : "text");
    }
  });

test("no style that asks what an element holds reaches all that is in it: with one, each change anywhere styles every block anew", async ({
  server,
  people,
}) => {
  const page = await people.open({ name: "Anna" }, await server.make());
  await text(page).click();
  await page.keyboard.type("/");
  await expect(page.getByRole("listbox")).toBeVisible(); // the menus' styles are here, too
  const [asking, wide] = await page.evaluate(() => {
    const selectors: string[] = [];
    const walk = (rules: CSSRuleList) => {
      for (const rule of rules) {
        if (rule instanceof CSSStyleRule) selectors.push(rule.selectorText);
        if ("cssRules" in rule) walk(rule.cssRules as CSSRuleList);
      }
    };
    for (const sheet of document.styleSheets) walk(sheet.cssRules);
    const asking = selectors.filter((selector) => selector.includes(":has("));
    return [
      asking.length,
      asking.filter((each) =>
        /\)\s*[\s>+~]\s*(\*|:(first|last|nth))|:has\(.*\)\s.*bn-block-outer/.test(each),
      ),
    ];
  });
  expect(asking).toBeGreaterThan(20);
  expect(wide).toEqual([]);
});

test("a click where a toolbar is fading away belongs to the text behind it", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.open({ name: "Anna" }, pad);
  await text(page).click();
  await page.keyboard.type("one line\nof several words");
  await page.getByText("of several words").dblclick({ position: { x: 60, y: 10 } });
  const tools = page.getByRole("toolbar", { name: "Format the words" });
  await expect(tools).toBeVisible();
  await expect(tools.locator("..")).toHaveCSS("opacity", "1");
  const met = metWhileFading(page);
  await page.keyboard.press("ArrowRight");
  expect([...new Set(await met)]).toEqual(["text"]);
});

test("the list that “/” opens stays open while somebody else writes above and below", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const milo = await people.open({ name: "Milo" }, pad);
  await text(anna).click();
  await write(anna, "first\nlast\n");
  await expect(text(milo)).toContainText("last");
  await anna.keyboard.type("/tab");
  const table = anna.getByRole("option", { name: "Table" }).first();
  await expect(table).toBeVisible();
  await write(milo, "", "first");
  await milo.keyboard.type(" and\na line more");
  await expect(text(anna)).toContainText("a line more");
  await expect(table).toBeVisible();
  await anna.keyboard.press("Enter");
  await expect(text(anna).locator("table")).toBeVisible();
  await expect(text(anna)).not.toContainText("/tab");
});
