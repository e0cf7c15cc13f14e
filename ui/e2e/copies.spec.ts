/** Copies of blocks, ticks, and cells: what is done to a block happens to that block. */
import { boxOf, comeTo } from "./browsers/hands";
import type { Block } from "./typing/blocks";
import { expect, test, type PageDesk } from "./typing/fixture";

const box = (words: string, id?: string): Block => ({
  kind: "checkListItem",
  words,
  ...(id ? { id } : {}),
});
const idsOf = ({ page }: PageDesk): Promise<(string | null)[]> =>
  page
    .locator(".bn-editor .bn-block[data-id]")
    .evaluateAll((blocks) => blocks.map((block) => block.getAttribute("data-id")));
const boxes = ({ page }: Pick<PageDesk, "page">) => page.locator(".bn-editor input[type=checkbox]");

async function eachHasItsOwnId(desk: PageDesk): Promise<void> {
  const ids = await idsOf(desk);
  expect(ids).not.toContain(null);
  expect(new Set(ids).size, ids.join()).toBe(ids.length);
}

test("a block that is dragged with Ctrl is copied with an id of its own, and its box ticks by itself", async ({
  desk,
}) => {
  const { page, lay, shows } = desk;
  await lay(box("bring cups"), box("bring plates"), { kind: "paragraph", words: "end" });
  await page.locator(".bn-inline-content", { hasText: "bring cups" }).hover();
  const handle = page.locator(".bn-side-menu [draggable=true]");
  await handle.hover();
  const end = await page.locator(".bn-inline-content", { hasText: "end" }).boundingBox();
  await page.mouse.down();
  await page.mouse.move(end?.x ?? 0, (end?.y ?? 0) + 4, { steps: 5 });
  await page.keyboard.down("Control");
  await page.mouse.move((end?.x ?? 0) + 30, (end?.y ?? 0) + 20, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up("Control");
  await shows([
    "checkListItem: bring cups",
    "checkListItem: bring plates",
    "paragraph: end",
    "checkListItem: bring cups",
  ]);
  await eachHasItsOwnId(desk);
  await boxes(desk).last().click();
  await shows([
    "checkListItem: bring cups",
    "checkListItem: bring plates",
    "paragraph: end",
    "checkListItem ✓: bring cups",
  ]);
});

test("a block that is dragged without Ctrl is moved and stays the same block", async ({ desk }) => {
  const { page, lay, shows } = desk;
  await lay(box("bring cups", "the-cups"), { kind: "paragraph", words: "end" });
  await page.locator(".bn-inline-content", { hasText: "bring cups" }).hover();
  await page.locator(".bn-side-menu [draggable=true]").hover();
  const end = await page.locator(".bn-inline-content", { hasText: "end" }).boundingBox();
  await page.mouse.down();
  await page.mouse.move((end?.x ?? 0) + 30, (end?.y ?? 0) + 20, { steps: 8 });
  await page.mouse.up();
  await shows(["paragraph: end", "checkListItem: bring cups"]);
  expect((await idsOf(desk))[1]).toBe("the-cups");
});

test("blocks that are copied and pasted get ids of their own, nested ones too, also in their own place", async ({
  desk,
}) => {
  const { hands, lay, shows } = desk;
  await lay({ ...box("one"), nested: [box("deep")] }, box("two"), { kind: "paragraph" });
  await comeTo(hands, 0, "start");
  await hands.press("Shift", "ArrowDown");
  await hands.press("Shift", "ArrowDown");
  await hands.press("Shift", "End");
  await hands.press("Control", "c");
  await comeTo(hands, 3, "end");
  await hands.press("Control", "v");
  await shows([
    "checkListItem: one",
    "  checkListItem: deep",
    "checkListItem: two",
    "checkListItem: one",
    "  checkListItem: deep",
    "checkListItem: two",
  ]);
  await eachHasItsOwnId(desk);
  await boxes(desk).nth(4).click();
  await shows([
    "checkListItem: one",
    "  checkListItem: deep",
    "checkListItem: two",
    "checkListItem: one",
    "  checkListItem ✓: deep",
    "checkListItem: two",
  ]);
  await hands.press("Control", "a");
  await hands.press("Control", "c");
  await hands.press("Control", "v");
  await eachHasItsOwnId(desk);
});

test("where another program wrote two blocks with one id, each box ticks its own line", async ({
  desk,
  people,
}) => {
  const { pad, lay, shows } = desk;
  await lay(box("one", "same"), box("two", "same"), box("three", "same")); // BlockNote may part them on the way
  await boxes(desk).nth(2).click();
  await shows(["checkListItem: one", "checkListItem: two", "checkListItem ✓: three"]);
  await boxes(desk).nth(1).click();
  await boxes(desk).nth(2).click();
  await shows(["checkListItem: one", "checkListItem ✓: two", "checkListItem: three"]);
  const milo = await people.open({ name: "Milo" }, pad, pad.view_key);
  await expect(milo.locator(".bn-editor input:checked")).toHaveCount(1);
  await expect(milo.locator(".bn-editor input").first()).toBeDisabled();
});

test("Ctrl+Enter ticks and unticks the line, or all that are selected, and makes no line", async ({
  desk,
}) => {
  const { hands, lay, shows } = desk;
  await lay(box("one"), box("two"), { kind: "paragraph", words: "three" });
  await comeTo(hands, 1, "end");
  await hands.press("Control", "Enter");
  await shows(["checkListItem: one", "checkListItem ✓: two", "paragraph: three"]);
  await hands.press("Control", "a");
  await hands.press("Control", "Enter");
  await shows(["checkListItem ✓: one", "checkListItem ✓: two", "paragraph: three"]);
  await hands.press("Control", "Enter");
  await shows(["checkListItem: one", "checkListItem: two", "paragraph: three"]);
  await comeTo(hands, 0, "end");
  await hands.press("Meta", "Enter");
  await hands.type("!");
  await shows(["checkListItem ✓: one!", "checkListItem: two", "paragraph: three"]);
});

/** How far to each side of a box's middle a press still ticks it, in CSS px. */
async function reach(
  { page }: PageDesk,
  nth: number,
): Promise<{ left: number; right: number; up: number; down: number }> {
  return boxes({ page })
    .nth(nth)
    .evaluate((input) => {
      const { left, top, width, height } = input.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const far = (dx: number, dy: number): number => {
        let px = 0;
        while (
          px < 60 &&
          document.elementFromPoint(x + dx * (px + 0.5), y + dy * (px + 0.5)) === input
        )
          px += 0.5;
        return px;
      };
      return { left: far(-1, 0), right: far(1, 0), up: far(0, -1), down: far(0, 1) };
    });
}

for (const [where, least] of [
  ["desk", 24],
  ["phone", 44],
] as const) {
  test(`a box takes presses within ${least} px on a ${where}, each its own, and its words stay free`, async ({
    desk,
    phone,
  }) => {
    const at = where === "desk" ? desk : phone;
    await at.lay(box("one"), box("two"), { ...box("three"), nested: [box("deep")] });
    for (let nth = 0; nth < 4; nth += 1) {
      const { left, right, up, down } = await reach(at, nth);
      expect(left + right, `width of box ${nth}`).toBeGreaterThanOrEqual(least - 0.5);
      expect(up + down, `height of box ${nth}`).toBeGreaterThanOrEqual(least - 0.5);
      const words = await boxOf(
        at.hands,
        '[data-content-type="checkListItem"] .bn-inline-content',
        nth,
      );
      const hit = await at.hands.run(
        (x, y) => document.elementFromPoint(x, y)?.tagName ?? "",
        words.left + 1,
        (words.top + words.bottom) / 2,
      );
      expect(hit, `the first letter of line ${nth}`).not.toBe("INPUT");
    }
  });
}

test("a tap beside a box of a phone ticks it", async ({ phone }) => {
  await phone.lay(box("one"), box("two"));
  const { left, top, bottom } = await boxOf(phone.hands, ".bn-editor input[type=checkbox]", 1);
  await phone.page.touchscreen.tap(left - 10, (top + bottom) / 2 + 18);
  await phone.shows(["checkListItem: one", "checkListItem ✓: two"]);
});

test("a drag over cells selects them, also from within ten pixels of their left edge", async ({
  desk,
}) => {
  const { page, hands, lay, shows } = desk;
  for (const [dx, dy] of [
    [2, 12],
    [6, 12],
    [9, 12],
  ] as const) {
    await lay({ kind: "paragraph", words: "above" }, { kind: "table", words: "last" });
    await comeTo(hands, 0, "end"); // a drag of what is selected would move it
    const from = await boxOf(hands, "td", 0);
    const to = await boxOf(hands, "td", 2);
    await expect(async () => {
      await page.mouse.move(to.left + 60, to.top + 10, { steps: 3 });
      await page.mouse.move(from.left + dx, from.top + dy, { steps: 3 });
      await expect(page.locator(".bn-table-handle").first(), "the handles are there").toBeVisible({
        timeout: 1000,
      });
    }).toPass();
    await hands.drag(
      { x: from.left + dx, y: from.top + dy },
      { x: to.left + 30, y: (to.top + to.bottom) / 2 },
    );
    await expect(page.locator("td.selectedCell"), `from ${dx}, ${dy}`).toHaveCount(2);
    await shows(["paragraph: above", "table: last | b1 | a2 | last"]);
  }
});

test("nothing that nobody wrote reads as if somebody had: no strokes beside nested blocks, no words in empty items", async ({
  desk,
}) => {
  const { page, hands, lay } = desk;
  await lay(
    {
      kind: "bulletListItem",
      words: "one",
      nested: [
        { kind: "bulletListItem", words: "deep", nested: [{ kind: "paragraph", words: "deeper" }] },
      ],
    },
    { kind: "bulletListItem" },
    { kind: "numberedListItem" },
    box(""),
    { kind: "toggleListItem" },
    { kind: "heading" },
  );
  await comeTo(hands, 0, "end");
  const drawn = await page
    .locator(".bn-editor .bn-block-outer")
    .evaluateAll((blocks) =>
      blocks.map((block) => getComputedStyle(block, "::before").borderLeftWidth),
    );
  expect(
    drawn.every((width) => width === "0px"),
    drawn.join(),
  ).toBe(true);
  const said = await page
    .locator(".bn-editor .bn-block-content")
    .evaluateAll((blocks) =>
      blocks
        .map((block) => getComputedStyle(block, "::after").content)
        .filter((content) => !["none", "normal", '""'].includes(content)),
    );
  expect(said).toEqual([]);
});

test("code has as much room above its first line as below its last: no empty line that nobody wrote", async ({
  desk,
}) => {
  const { hands, lay } = desk;
  await lay({ kind: "codeBlock", words: "let a = 1;" });
  const [block, words] = [".bn-block-content", "code"].map((part) => `.bn-editor ${part}`) as [
    string,
    string,
  ];
  const [around, code] = [await boxOf(hands, block), await boxOf(hands, words)];
  expect(code.top - around.top).toBe(around.bottom - code.bottom);
  expect(code.top - around.top).toBeLessThan(code.bottom - code.top);
});
