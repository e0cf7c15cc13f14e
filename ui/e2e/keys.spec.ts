/** The text's toolbar and the menu of a line, by keys alone: reached, walked through, left, and the caret is where it was. */
import type { Page } from "@playwright/test";
import {
  expect,
  linesOf,
  test,
  text,
  write,
  type MadePad,
  type People,
  type Server,
} from "./fixture";

const blocks = (page: Page, kind: string) => text(page).locator(`[data-content-type="${kind}"]`);
const toolbar = (page: Page) => page.getByRole("toolbar", { name: "Format the words" });
const menu = (page: Page) => page.getByRole("menu");
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** The key works once the menus are here, which come after the text. */
const openMenu = (page: Page) =>
  expect(async () => {
    await page.keyboard.press("Shift+F10");
    await expect(menu(page)).toBeVisible({ timeout: 1000 });
  }).toPass();

async function begin(
  { server, people }: { server: Server; people: People },
  ...lines: string[]
): Promise<{ page: Page; pad: MadePad }> {
  const pad = await server.make();
  const page = await people.open({ name: "Anna" }, pad);
  await text(page).click();
  await write(page, lines.join("\n"));
  return { page, pad };
}

test("Alt+F10 leads to the toolbar, arrows through it, and a tool leads back to the words", async ({
  server,
  people,
}) => {
  const { page } = await begin({ server, people }, "some words");
  await press(page, "Shift+Home", "Alt+F10");
  await expect(toolbar(page).getByRole("button").first()).toBeFocused();
  await press(page, "ArrowRight");
  await expect(toolbar(page).getByRole("button", { name: "Bold" })).toBeFocused();
  await press(page, "ArrowRight", "ArrowLeft", "Enter");
  await expect(text(page).locator("strong")).toHaveText("some words");
  await expect(text(page)).toBeFocused();
  await press(page, "Alt+F10", "End");
  await expect(toolbar(page).getByRole("button", { name: "Create link" })).toBeFocused();
  await expect(toolbar(page).locator('button[tabindex="0"]'), "one stop for Tab").toHaveCount(1);
  await press(page, "ArrowRight");
  await expect(toolbar(page).getByRole("button").first()).toBeFocused();
  await press(page, "Escape");
  await expect(text(page)).toBeFocused();
  await press(page, "ArrowRight");
  await page.keyboard.type(" and more");
  expect(await linesOf(page)).toEqual(["some words and more"]);
});

test("the toolbar turns a line into another kind, colours words and makes a link, all by keys", async ({
  server,
  people,
}) => {
  const { page } = await begin({ server, people }, "a heading");
  await press(page, "Shift+Home", "Alt+F10", "Enter");
  await expect(page.getByRole("menuitem", { name: "Paragraph" })).toBeVisible();
  await press(page, "h", "ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Heading 2" })).toBeFocused();
  await press(page, "Enter");
  await expect(blocks(page, "heading")).toHaveText("a heading");
  await expect(text(page)).toBeFocused();

  await press(page, "Alt+F10");
  for (
    let i = 0;
    i < 20 &&
    !(await toolbar(page)
      .getByRole("button", { name: "Colour" })
      .evaluate((b) => b === document.activeElement));
    i += 1
  )
    await press(page, "ArrowRight");
  await press(page, "Enter");
  await expect(page.getByRole("menuitem", { name: "Auto" }).first()).toBeVisible();
  await expect(page.locator("[role=menu]:focus-within").last()).toBeVisible();
  await page.keyboard.type("blue");
  await press(page, "Enter");
  await expect(text(page).locator('[data-style-type="textColor"]')).toHaveAttribute(
    "data-value",
    "blue",
  );
  await expect(text(page)).toBeFocused();

  await press(page, "Alt+F10", "Enter", "Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(text(page)).toBeFocused();
  await press(page, "Shift+Home", "Alt+F10");
  await expect(toolbar(page).getByRole("button").first()).toBeFocused(); // a busy machine draws it anew for the selection
  await press(page, "End", "Enter");
  await expect(page.getByPlaceholder("Edit URL")).toBeFocused();
  await page.keyboard.type("example.org/plan");
  await press(page, "Enter");
  await expect(text(page).locator("a")).toHaveAttribute("href", "https://example.org/plan");
  await expect(text(page)).toBeFocused();
});

test("Alt+F10 while the toolbar fades away leads to the one that comes, and not to its last picture", async ({
  server,
  people,
}) => {
  const { page } = await begin({ server, people }, "some words");
  await press(page, "Shift+Home", "Alt+F10");
  const first = toolbar(page).getByRole("button").first();
  await expect(first).toBeFocused();
  await first.evaluate((tool) => {
    const fading = tool.closest('[role="toolbar"]');
    const again = () => {
      if (fading?.isConnected) return requestAnimationFrame(again); // until there is only the picture of it
      const init = { key: "F10", altKey: true, bubbles: true, cancelable: true };
      document.querySelector(".bn-editor")?.dispatchEvent(new KeyboardEvent("keydown", init));
      Object.assign(window, { pictures: document.querySelectorAll('[role="toolbar"]').length });
    };
    requestAnimationFrame(again);
  });
  await press(page, "Escape");
  await expect.poll(() => page.evaluate(() => (window as { pictures?: number }).pictures)).toBe(1);
  await expect(first).toBeFocused();
  await press(page, "ArrowRight");
  await expect(toolbar(page).getByRole("button", { name: "Bold" })).toBeFocused();
});

test("without a selection the toolbar comes to the caret, and Escape goes back to it", async ({
  server,
  people,
}) => {
  const { page } = await begin({ server, people }, "a line");
  await press(page, "Alt+F10");
  await expect(toolbar(page).getByRole("button").first()).toBeFocused();
  await press(page, "Escape");
  await expect(text(page)).toBeFocused();
  await page.keyboard.type(" goes on");
  expect(await linesOf(page)).toEqual(["a line goes on"]);
});

test("Shift+F10 opens the menu of the line: turn into, move, duplicate, colour, delete", async ({
  server,
  people,
}) => {
  const { page } = await begin({ server, people }, "one", "two", "three");
  await press(page, "ArrowUp");
  await openMenu(page);
  await expect(page.getByRole("menu", { name: "Menu of this line" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Turn into" })).toBeFocused();
  await press(page, "ArrowRight");
  await expect(page.getByRole("menuitemradio", { name: "Paragraph" })).toBeFocused();
  await page.keyboard.type("q");
  await press(page, "Enter");
  await expect(blocks(page, "quote")).toHaveText("two");
  await expect(text(page)).toBeFocused();
  await page.keyboard.type("!");
  expect(await linesOf(page)).toEqual(["one", "two!", "three"]);

  await press(page, "Shift+F10");
  await page.keyboard.type("m");
  await expect(page.getByRole("menuitem", { name: "Move up" })).toBeFocused();
  await press(page, "Enter");
  await expect.poll(() => linesOf(page)).toEqual(["two!", "one", "three"]);
  await page.keyboard.type("?");
  await expect.poll(() => linesOf(page)).toEqual(["two!?", "one", "three"]);

  await press(page, "Shift+F10", "ArrowDown", "Enter");
  await expect.poll(() => linesOf(page)).toEqual(["two!?", "two!?", "one", "three"]);
  const ids = await text(page)
    .locator('[data-node-type="blockContainer"]')
    .evaluateAll((all) => all.map((each) => each.getAttribute("data-id")));
  expect(new Set(ids).size).toBe(ids.length);
  await page.keyboard.type(" copy");
  await expect.poll(() => linesOf(page)).toEqual(["two!?", "two!? copy", "one", "three"]);

  await press(page, "Shift+F10", "End", "ArrowUp", "ArrowRight");
  await expect(page.getByRole("menu", { name: "Colour" })).toBeVisible();
  await page.keyboard.type("g");
  await press(page, "Enter");
  await expect(text(page).locator('[data-text-color="gray"]').first()).toContainText("two!? copy");

  await press(page, "Shift+F10", "End", "Enter");
  await expect.poll(() => linesOf(page)).toEqual(["two!?", "one", "three"]);
  await expect(text(page)).toBeFocused();
  await page.keyboard.type(" too");
  await expect.poll(() => linesOf(page)).toEqual(["two!?", "one too", "three"]);
});

test("Escape goes back one step, and at last to the caret; what can't be done can't be reached", async ({
  server,
  people,
}) => {
  const { page } = await begin({ server, people }, "only");
  await openMenu(page);
  await expect(page.getByRole("menuitem", { name: "Move up" })).toBeDisabled();
  await expect(page.getByRole("menuitem", { name: "Move down" })).toBeDisabled();
  await press(page, "ArrowRight", "Escape");
  await expect(page.getByRole("menuitem", { name: "Turn into" })).toBeFocused();
  await press(page, "ArrowDown", "ArrowDown", "ArrowDown");
  await expect(page.getByRole("menuitem", { name: "Colour" })).toBeFocused();
  await press(page, "Escape");
  await expect(menu(page)).toHaveCount(0);
  await page.keyboard.type(" one");
  expect(await linesOf(page)).toEqual(["only one"]);
});

test("Escape takes no word from whoever goes on typing, also before a list has opened", async ({
  server,
  people,
}) => {
  const { page } = await begin({ server, people }, "one");
  await page.keyboard.type(" /");
  await press(page, "Escape", "Escape", "Backspace");
  await page.keyboard.type("two ");
  await press(page, "Escape", "Escape");
  await page.keyboard.type("three");
  expect(await linesOf(page)).toEqual(["one two three"]);
});

test("Escape and then Tab leaves the text, forwards and backwards; Tab alone does not", async ({
  server,
  people,
}) => {
  const { page } = await begin({ server, people }, "one", "two");
  await press(page, "Tab");
  await page.keyboard.type("!");
  await expect(text(page)).toBeFocused();
  for (const key of ["Tab", "Shift+Tab"]) {
    await text(page).focus();
    await press(page, "Escape", key);
    await expect(text(page)).not.toBeFocused();
  }
  expect(await linesOf(page)).toEqual(["one", "two!"]);
  await text(page).focus();
  await press(page, "Escape", "ArrowLeft", "Tab");
  await expect(text(page)).toBeFocused();
});

test("several selected lines go together", async ({ server, people }) => {
  const { page } = await begin({ server, people }, "one", "two", "three");
  await press(page, "Shift+ArrowUp", "Shift+Home", "Shift+F10");
  await page.keyboard.type("d");
  await expect(page.getByRole("menuitem", { name: "Duplicate" })).toBeFocused();
  await press(page, "Enter");
  await expect.poll(() => linesOf(page)).toEqual(["one", "two", "three", "two", "three"]);
});

test("the handle beside a line opens the same menu for the mouse, for whichever line it stands at", async ({
  server,
  people,
}) => {
  const { page } = await begin({ server, people }, "one", "two", "three");
  await text(page).getByText("one").hover();
  const handle = page.getByRole("button", { name: "Menu of this line" });
  await handle.click();
  await expect(page.getByRole("menuitem", { name: "Turn into" })).toBeFocused();
  await handle.click();
  await expect(menu(page)).toHaveCount(0);
  await expect(text(page)).toBeFocused();
  await text(page).getByText("one").hover();
  await handle.click();
  await page.getByRole("menuitem", { name: "Turn into" }).click();
  await page.getByRole("menuitemradio", { name: "Heading 1" }).click();
  await expect(blocks(page, "heading")).toHaveText("one");
  await page.keyboard.type("!");
  await expect.poll(() => linesOf(page)).toEqual(["one!", "two", "three"]);
  await text(page).getByText("three").hover();
  await handle.click();
  await page.getByRole("menuitem", { name: "Move up" }).click();
  await expect.poll(() => linesOf(page)).toEqual(["one!", "three", "two"]);
  await text(page).getByText("two").hover();
  await page.getByRole("button", { name: "Add a line below" }).click();
  await expect(page.getByRole("listbox", { name: "What can be put here" })).toBeVisible();
});

test("the key of redo, with nothing to make again, takes nothing back, also under caps lock", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await write(anna, "alpha beta");
  for (const key of ["Control+Shift+z", "Control+Shift+Z"]) {
    await anna.keyboard.press(key);
    await anna.keyboard.press(key);
    expect(await linesOf(anna)).toEqual(["alpha beta"]);
  }
  await anna.keyboard.press("Control+z");
  await expect.poll(() => linesOf(anna)).toEqual(["alpha "]);
  await anna.keyboard.press("Control+Shift+z");
  await expect.poll(() => linesOf(anna)).toEqual(["alpha beta"]);
});
