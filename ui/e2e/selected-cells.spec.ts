/** Cells that are selected, pasted and cut, and selections that cross a table's edge: what is pressed next takes nothing else away. */
import type { Page } from "@playwright/test";
import type { PlainBlock } from "../src/forms/blocks";
import { blocksOf, paste, write } from "./clipboards";
import { expect, test, text, type People, type Server } from "./fixture";

const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const words = (letters: string) => [{ type: "text" as const, text: letters, styles: {} }];
const line = (letters: string): PlainBlock => ({ type: "paragraph", content: words(letters) });
const ROWS = ["aa bb", "cc dd", "ee ff", "gg hh"];
const table: PlainBlock = {
  type: "table",
  content: {
    type: "tableContent",
    rows: ROWS.map((row) => ({
      cells: row.split(" ").map((cell) => ({ type: "tableCell" as const, content: words(cell) })),
    })),
  },
};
const SHEET =
  "<meta name=Generator content='Microsoft Excel 15'><table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>";

/** Lines above and below a table of eight cells. */
async function begin({ server, people }: { server: Server; people: People }) {
  const page = await people.open({ name: "Anna" }, await server.make());
  const errors: Error[] = [];
  page.on("pageerror", (error) => errors.push(error));
  await text(page).click();
  const lay = async () => {
    await write(page, [line("above"), table, line("below")]);
    await expect(text(page).locator("td")).toHaveCount(8);
  };
  await lay();
  return { page, errors, lay };
}

/** The text in short: a line, or rows of cells. */
const short = async (page: Page) =>
  (await blocksOf(page)).map((block) => {
    const { content, rows } = block as { content?: string; rows?: string[][] };
    return rows?.map((row) => row.join(" ")) ?? content ?? "";
  });
const shows = (page: Page, lines: (string | string[])[], why = "the text") =>
  expect.poll(() => short(page), why).toEqual(lines);

const cell = (page: Page, letters: string) =>
  text(page).locator("td p").getByText(letters, { exact: true });

/** Drags from one cell over to another. */
async function drag(page: Page, from: string, to: string) {
  const [start, end] = [await cell(page, from).boundingBox(), await cell(page, to).boundingBox()];
  if (!start || !end) throw new Error(`no cell ${from}, or no cell ${to}`);
  await page.mouse.move(start.x + 4, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + 4, end.y + end.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(text(page).locator(".selectedCell").first()).toBeVisible();
}

test("cells pasted into a table leave the caret at the end of the last: typing adds to it, and one undo brings back what they covered", async ({
  server,
  people,
}) => {
  const { page, lay } = await begin({ server, people });
  const copied = async () => {
    await drag(page, "ee", "hh");
    await press(page, "Control+c");
  };
  const ways = [
    {
      paste: () => paste(page, { "text/html": SHEET, "text/plain": "1\t2\n3\t4" }),
      put: "1 2 3 4",
    },
    { paste: () => press(page, "Control+v"), put: "ee ff gg hh" },
  ];
  for (const way of ways) {
    const [one, two, three, four] = way.put.split(" ");
    for (const from of ["caret", "cells"]) {
      await lay();
      if (way.put.startsWith("ee")) await copied();
      if (from === "caret") await cell(page, "aa").click();
      else await drag(page, "aa", "dd");
      await way.paste();
      const put = [`${one} ${two}`, `${three} ${four}`, "ee ff", "gg hh"];
      await shows(page, ["above", put, "below"], `${way.put} from the ${from}`);
      await page.keyboard.type("Z");
      put[1] += "Z";
      await shows(page, ["above", put, "below"], `typed behind ${way.put} from the ${from}`);
      await press(page, "Control+z", "Control+z");
      await shows(page, ["above", ROWS, "below"], `undone, ${way.put} from the ${from}`);
    }
  }
});

test("cells that are cut come back where they were by pasting them, however they were selected", async ({
  server,
  people,
}) => {
  const { page, lay } = await begin({ server, people });
  for (const [from, to] of [
    ["aa", "dd"],
    ["dd", "aa"],
    ["bb", "cc"],
    ["cc", "bb"],
  ] as const) {
    await lay();
    await drag(page, from, to);
    await press(page, "Control+x");
    await shows(
      page,
      ["above", [" ", " ", "ee ff", "gg hh"], "below"],
      `cut from ${from} to ${to}`,
    );
    await press(page, "Control+v");
    await shows(page, ["above", ROWS, "below"], `pasted back, from ${from} to ${to}`);
  }
  await drag(page, "aa", "dd");
  await press(page, "Control+x");
  await page.keyboard.type("first");
  await shows(page, ["above", ["first ", " ", "ee ff", "gg hh"], "below"]);
});

test("Enter with cells selected goes to the end of the cell below them, and replaces nothing", async ({
  server,
  people,
}) => {
  const { page, lay } = await begin({ server, people });
  const [one, two, , four] = ROWS as [string, string, string, string];
  for (const [from, to, row] of [
    ["aa", "dd", "ee ffZ"],
    ["dd", "aa", "eeZ ff"],
    ["bb", "dd", "ee ffZ"],
  ] as const) {
    await lay();
    await drag(page, from, to);
    await press(page, "Enter");
    await page.keyboard.type("Z");
    await shows(page, ["above", [one, two, row, four], "below"], `from ${from} to ${to}`);
  }
  await lay();
  await drag(page, "ee", "hh");
  await press(page, "Enter");
  await page.keyboard.type("Z");
  await shows(page, ["above", ROWS, "Z", "below"], "from the last rows");
});

test("Enter on a selection that crosses a table's edge takes it away and breaks the line there", async ({
  server,
  people,
}) => {
  const { page, errors, lay } = await begin({ server, people });
  /** Selects between the first letter of a line and the first letter of the cell dd, from either end. */
  const select = async (letters: string, from: "line" | "cell") => {
    const ends = [page.locator(".bn-inline-content", { hasText: letters }), cell(page, "dd")];
    if (from === "cell") ends.reverse();
    await ends[0]?.click();
    await press(page, "Home", "ArrowRight");
    const side = await ends[1]?.evaluate((element) => {
      const range = document.createRange();
      range.setEnd(element.ownerDocument.createTreeWalker(element, 4).nextNode() ?? element, 1);
      range.setStart(range.endContainer, 0);
      const { width, height } = range.getBoundingClientRect();
      const { left, top } = element.getBoundingClientRect();
      const box = range.getBoundingClientRect();
      return { x: box.left - left + width, y: box.top - top + height / 2 };
    });
    if (!side) throw new Error("no end to click at");
    await ends[1]?.click({ position: side, modifiers: ["Shift"] });
  };
  const broken = {
    below: ["above", ["aa bb", "cc d\nZelow"]],
    above: ["a", "Zd", ["ee ff", "gg hh"], "below"],
  };
  const within = {
    below: broken.below,
    above: ["a\nZd", ["ee ff", "gg hh"], "below"],
  };
  for (const [key, results] of [
    ["Enter", broken],
    ["Shift+Enter", within],
  ] as const)
    for (const at of ["below", "above"] as const)
      for (const from of ["line", "cell"] as const) {
        await lay();
        await select(at, from);
        await press(page, key);
        await page.keyboard.type("Z");
        await shows(page, results[at], `${key}, the line ${at}, from the ${from}`);
      }
  expect(errors).toEqual([]);
});
