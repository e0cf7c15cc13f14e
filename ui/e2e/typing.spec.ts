/** Words land where one types them, whatever the line has just turned into. */
import { comeTo } from "./browsers/hands";
import { expect, test } from "./typing/fixture";
import { BLOCKS, KEYS, MARKS, MENU, typeOn } from "./typing/typeOn";

const BLANK = { kind: "paragraph" };

test("a line that becomes another kind of block takes the words that follow", async ({ desk }) =>
  typeOn(desk, BLOCKS));

test("a mark ends where it ends, and the words that follow stand behind it", async ({ desk }) => {
  await typeOn(desk, MARKS);
  await desk.lay(BLANK);
  await comeTo(desk.hands, 0, "end");
  await desk.hands.type("**a** *b* ~~c~~ `d` e");
  for (const [tag, words] of [
    ["strong", "a"],
    ["em", "b"],
    ["s", "c"],
    ["code", "d"],
  ] as const)
    await expect(desk.page.locator(`.bn-editor ${tag}`)).toHaveText(words);
});

test("keys for kinds of blocks turn the line, and the words that follow stand in it", async ({
  desk,
}) => {
  for (const { keys, reads } of KEYS) {
    await desk.lay(BLANK);
    await comeTo(desk.hands, 0, "end");
    await desk.hands.press(...keys);
    await desk.hands.type("words go on");
    await desk.shows([reads], keys.join("+"));
  }
});

test("whatever the menu after a slash offers takes the words that follow, and leaves the lines around it alone", async ({
  desk,
}) => {
  const { page, hands, lay, shows } = desk;
  const menu = page.locator(".bn-suggestion-menu-item");
  await lay(BLANK);
  await comeTo(hands, 0, "end");
  await hands.type("/");
  await expect(menu.first()).toBeVisible();
  const offered = await page.locator(".bn-mt-suggestion-menu-item-title").allTextContents();
  expect(offered.sort()).toEqual(Object.keys(MENU).sort());
  await hands.press("Escape");
  await expect(menu).toHaveCount(0);
  for (const [title, reads] of Object.entries(MENU)) {
    if (reads.length === 0) continue;
    await lay({ ...BLANK, words: "above" }, BLANK, { ...BLANK, words: "below" });
    await comeTo(hands, 1, "end");
    await hands.type(`/${title}`);
    await expect(menu).toHaveCount(1);
    await hands.press("Enter");
    await hands.type("words go on");
    await shows(["paragraph: above", ...reads, "paragraph: below"], title);
  }
});

test("an emoji from the menu stands among the words", async ({ desk }) => {
  const { page, hands, lay, shows } = desk;
  await lay(BLANK);
  await comeTo(hands, 0, "end");
  await hands.type("well :pear");
  await expect(page.locator(".bn-grid-suggestion-menu-item").first()).toBeVisible();
  await hands.press("Enter");
  await hands.type("done");
  await shows(["paragraph: well 🍐 done"]);
});

test("a click puts the caret there, also where the browser had it before others wrote", async ({
  desk,
}) => {
  const { hands, lay, shows } = desk;
  for (let round = 0; round < 6; round += 1) {
    await lay(
      BLANK,
      { kind: "paragraph", words: `round ${round}` },
      { kind: "paragraph", words: "z" },
    );
    await comeTo(hands, 2, "start");
    await hands.press("Backspace");
    await hands.type("x");
    await shows(["paragraph:", `paragraph: round ${round}xz`]);
    await lay(BLANK, { kind: "divider" }, { kind: "paragraph", words: "z" });
    await comeTo(hands, 2, "start");
    await hands.press("ArrowUp");
    await hands.press("Delete");
    await shows(["paragraph:", "paragraph: z"]);
  }
});

test("Backspace right after three dashes gives them back", async ({ desk }) => {
  await desk.lay(BLANK);
  await comeTo(desk.hands, 0, "end");
  await desk.hands.type("---");
  await desk.shows(["divider:", "paragraph:"]);
  await desk.hands.press("Backspace");
  await desk.hands.type(" words");
  await desk.shows(["paragraph: --- words"]);
});

test("Backspace right after a shortcut before words gives both back as they were typed", async ({
  desk,
}) => {
  for (const [mark, kind] of [
    ["#", "heading"],
    ["-", "bulletListItem"],
    ["1.", "numberedListItem"],
    ["[]", "checkListItem"],
    [">", "quote"],
    ["```", "codeBlock"],
  ]) {
    await desk.lay({ kind: "paragraph", words: "words" });
    await comeTo(desk.hands, 0, "start");
    await desk.hands.type(`${mark} `);
    await desk.shows([`${kind}: words`]);
    await desk.hands.press("Backspace");
    await desk.hands.type("no-");
    await desk.shows([`paragraph: ${mark} no-words`]);
  }
});
