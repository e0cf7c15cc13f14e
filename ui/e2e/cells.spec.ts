/** Rows and columns of a table by keys alone. */
import type { Page } from "@playwright/test";
import { expect, test, text, type People, type Server } from "./fixture";
import { sound } from "./sound";

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const item = (page: Page, name: string) => page.getByRole("menuitem", { name, exact: true });
/** The words of the cells, row by row, without the names of cursors; those of a header in capitals. */
const cells = (page: Page) =>
  text(page)
    .locator("tr")
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll("td, th")]
          .map((cell) => {
            const copy = cell.cloneNode(true) as HTMLElement;
            for (const cursor of copy.querySelectorAll(".cursor")) cursor.remove();
            const words = copy.textContent.replaceAll("\u2060", "");
            return cell.matches("th") ? words.toUpperCase() : words;
          })
          .join(" "),
      ),
    );

async function table(page: Page) {
  await text(page).click();
  await page.keyboard.type("/table");
  await expect(page.getByRole("option", { name: "Table" })).toBeVisible();
  await press(page, "Enter");
  await expect(text(page).locator("table")).toBeVisible();
}

/** A table of three rows and three columns, the caret in the middle. */
async function begin({ server, people }: { server: Server; people: People }) {
  const page = await people.open({ name: "Anna" }, await server.make());
  await table(page);
  for (const word of "abcdefghi") {
    if (word !== "a") await press(page, "Tab");
    await page.keyboard.type(word);
  }
  await expect.poll(() => cells(page)).toEqual(["a b c", "d e f", "g h i"]);
  await press(page, "Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab", "End");
  return page;
}

/** Opens the menu of the caret's row or column. */
async function open(page: Page, line: "Row" | "Column") {
  await press(page, "Shift+F10");
  await expect(item(page, "Row")).toBeFocused();
  if (line === "Column") await press(page, "ArrowDown");
  await press(page, "ArrowRight");
  await expect(
    page.getByRole("menu", { name: `Menu of this ${line.toLowerCase()}` }),
  ).toBeVisible();
}

async function choose(page: Page, line: "Row" | "Column", name: string) {
  await open(page, line);
  for (
    let i = 0;
    i < 8 && !(await page.evaluate((name) => document.activeElement?.textContent === name, name));
    i += 1
  )
    await press(page, "ArrowDown");
  await press(page, "Enter");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(text(page)).toBeFocused();
}

test("a row is inserted above and below, moved and deleted, and the keys go on in it", async ({
  server,
  people,
}) => {
  const page = await begin({ server, people });
  await choose(page, "Row", "Insert above");
  await page.keyboard.type("new");
  await expect.poll(() => cells(page)).toEqual(["a b c", " new ", "d e f", "g h i"]);
  await choose(page, "Row", "Move down");
  await expect.poll(() => cells(page)).toEqual(["a b c", "d e f", " new ", "g h i"]);
  await page.keyboard.type("er");
  await expect.poll(() => cells(page)).toEqual(["a b c", "d e f", " newer ", "g h i"]);
  await choose(page, "Row", "Move up");
  await choose(page, "Row", "Delete row");
  await page.keyboard.type("!");
  await expect.poll(() => cells(page)).toEqual(["a b c", "d e! f", "g h i"]);
  await choose(page, "Row", "Insert below");
  await page.keyboard.type("last");
  await expect.poll(() => cells(page)).toEqual(["a b c", "d e! f", " last ", "g h i"]);
});

test("a column is inserted left and right, moved and deleted, and the keys go on in it", async ({
  server,
  people,
}) => {
  const page = await begin({ server, people });
  await choose(page, "Column", "Insert left");
  await page.keyboard.type("new");
  await expect.poll(() => cells(page)).toEqual(["a  b c", "d new e f", "g  h i"]);
  await choose(page, "Column", "Move left");
  await page.keyboard.type("er");
  await expect.poll(() => cells(page)).toEqual([" a b c", "newer d e f", " g h i"]);
  await choose(page, "Column", "Delete column");
  await page.keyboard.type("!");
  await expect.poll(() => cells(page)).toEqual(["a b c", "d! e f", "g h i"]);
  await choose(page, "Column", "Insert right");
  await choose(page, "Column", "Move right");
  await page.keyboard.type("x");
  await expect.poll(() => cells(page)).toEqual(["a b  c", "d! e x f", "g h  i"]);
});

test("the first row and column become headers and cells again; a header stays the first", async ({
  server,
  people,
}) => {
  const page = await begin({ server, people });
  await choose(page, "Row", "Header row");
  await expect.poll(() => cells(page)).toEqual(["A B C", "d e f", "g h i"]);
  await choose(page, "Column", "Header column");
  await expect.poll(() => cells(page)).toEqual(["A B C", "D e f", "G h i"]);
  await open(page, "Row");
  await expect(page.getByRole("menuitemcheckbox", { name: "Header row" })).toHaveAttribute(
    "aria-checked",
    "true",
  );
  await expect(item(page, "Move up")).toBeDisabled(); // it would stand above the header
  await press(page, "Escape", "Escape", "ArrowUp");
  await open(page, "Row");
  await expect(item(page, "Insert above")).toBeDisabled();
  await expect(item(page, "Move down")).toBeDisabled();
  await press(page, "Escape", "Escape", "ArrowDown");
  await choose(page, "Row", "Header row");
  await expect.poll(() => cells(page)).toEqual(["A b c", "D e f", "G h i"]);
});

test("the last row and column of a table can't be deleted, and a line has no rows", async ({
  server,
  people,
}) => {
  const page = await begin({ server, people });
  for (let i = 0; i < 2; i += 1) await choose(page, "Row", "Delete row");
  for (let i = 0; i < 2; i += 1) await choose(page, "Column", "Delete column");
  await expect.poll(() => cells(page)).toEqual(["a"]);
  for (const line of ["Row", "Column"] as const) {
    await open(page, line);
    await expect(item(page, `Delete ${line.toLowerCase()}`)).toBeDisabled();
    await press(page, "Escape", "Escape");
  }
  await press(page, "ArrowDown");
  await page.keyboard.type("a line");
  await press(page, "Shift+F10");
  await expect(item(page, "Turn into")).toBeFocused();
  await expect(item(page, "Row")).toHaveCount(0);
});

test("others see the rows where they were put, and the menus are sound", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.open({ name: "Anna" }, pad);
  const other = await people.open({ name: "Milo" }, pad);
  await table(page);
  await page.keyboard.type("first");
  await expect(text(page)).toHaveAttribute(
    "aria-description",
    /in a table also of its row and its column/,
  );
  await press(page, "Shift+F10");
  await sound(page);
  await press(page, "ArrowRight");
  await expect(page.getByRole("menu", { name: "Menu of this row" })).toBeVisible();
  await sound(page);
  await press(page, "Escape");
  await expect(item(page, "Row")).toBeFocused();
  await press(page, "ArrowDown", "ArrowRight");
  await expect(page.getByRole("menu", { name: "Menu of this column" })).toBeVisible();
  await sound(page);
  await press(page, "Escape", "Escape");
  await choose(page, "Row", "Insert above");
  await page.keyboard.type("zero");
  await choose(page, "Row", "Header row");
  await expect.poll(() => cells(other)).toEqual(await cells(page));
  expect((await cells(other))[0]).toContain("ZERO");
});
