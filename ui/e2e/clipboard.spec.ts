/** Copying, cutting, pasting and dropping: what comes from other programs, and what the page gives out. */
import type { Page } from "@playwright/test";
import type { PlainBlock } from "../src/forms/blocks";
import { brief, CLIPBOARDS } from "../test/clipboards";
import { Dice, randomBy } from "../test/forms/random";
import { blocksOf, paste } from "./clipboards";
import { expect, test, text, type MadePad, type People, type Server } from "./fixture";

const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

async function open({ server, people }: { server: Server; people: People }, pad?: MadePad): Promise<Page> {
  const page = await people.open({ name: "Anna" }, pad ?? (await server.make()));
  await text(page).click();
  return page;
}

/** Puts blocks into the editor, as if they had been written. */
const write = (page: Page, blocks: PlainBlock[]) =>
  page.evaluate((blocks) => {
    const dom = document.querySelector(".bn-editor") as unknown as { editor: { schema: { cached: { blockNoteEditor: { document: unknown; replaceBlocks: (old: unknown, blocks: unknown) => void } } } } };
    const editor = dom.editor.schema.cached.blockNoteEditor;
    editor.replaceBlocks(editor.document, blocks);
  }, blocks as never);

/** What is copied or cut by the next key, type by type. */
async function given(page: Page, key: string): Promise<Record<string, string>> {
  await page.evaluate(() => {
    const types = ["text/html", "text/plain", "blocknote/html"];
    const note = ({ clipboardData }: ClipboardEvent) => Object.assign(window, { given: Object.fromEntries(types.map((type) => [type, clipboardData?.getData(type) ?? ""])) });
    for (const name of ["copy", "cut"] as const) addEventListener(name, note, { once: true });
  });
  await page.keyboard.press(key);
  return page.evaluate(() => (window as unknown as { given: Record<string, string> }).given);
}

const selectAll = async (page: Page) => {
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+a");
};

test("what other programs put on the clipboard becomes the blocks that people saw", async ({ server, people }) => {
  test.setTimeout(300_000);
  for (const { name, flavours, expected } of CLIPBOARDS) {
    const page = await open({ server, people });
    await paste(page, flavours);
    await expect.poll(() => blocksOf(page), { message: name }).toEqual(expected);
    await page.context().close();
  }
});

test("a random text that is copied comes back equal: by the keys, as HTML alone, and by the menu", async ({ server, people }) => {
  const blocks = new Dice(randomBy(SEED)).blocks("html", 2, 8);
  blocks.unshift({ type: "paragraph", content: [{ type: "text", text: `begin ${SEED}`, styles: {} }] });
  blocks.push({ type: "paragraph", content: [{ type: "text", text: "end", styles: {} }] });
  const page = await open({ server, people });
  await write(page, blocks);
  const before = await blocksOf(page);
  expect(before, `SEED=${SEED}`).toEqual(JSON.parse(JSON.stringify(brief(blocks))));
  await selectAll(page);
  const flavours = await given(page, "Control+c");

  const other = await open({ server, people });
  await paste(other, { "text/html": flavours["text/html"] ?? "", "text/plain": flavours["text/plain"] ?? "" });
  await expect.poll(() => blocksOf(other), { message: `as HTML, SEED=${SEED}` }).toEqual(before);

  const third = await page.context().newPage();
  const pad = await server.make();
  await third.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
  await text(third).click();
  await third.keyboard.press("Control+v");
  await expect.poll(() => blocksOf(third), { message: `by the keys, SEED=${SEED}` }).toEqual(before);

  await page.bringToFront();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Copy text as Markdown" }).click();
  await expect(page.getByText("Text copied")).toBeVisible();
  const fourth = await page.context().newPage();
  const last = await server.make();
  await fourth.goto(`${last.origin}/p/${last.pad}#${last.edit_key}`);
  await text(fourth).click();
  await fourth.keyboard.press("Control+v");
  await expect.poll(() => blocksOf(fourth), { message: `by the menu, SEED=${SEED}` }).toEqual(before);
});
