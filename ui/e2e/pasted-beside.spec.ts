/** Tables and code that are pasted where words stand: they come beside the line, as blocks of their own. */
import type { Page } from "@playwright/test";
import { blocksOf, paste, write } from "./clipboards";
import { expect, test, text, type People, type Server } from "./fixture";

async function open({ server, people }: { server: Server; people: People }): Promise<Page> {
  const page = await people.open({ name: "Anna" }, await server.make());
  await text(page).click();
  return page;
}

const line = (content: string) => ({ type: "paragraph", content });
const SHEET = "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>";
const CODE = "<pre><code>a\nb</code></pre>";
const plain = (words: string) => [{ type: "text" as const, text: words, styles: {} }];
const closed = {
  [SHEET]: (last = "4") => ({
    type: "table",
    rows: [
      ["1", "2"],
      ["3", last],
    ],
  }),
  [CODE]: (last = "b") => ({
    type: "codeBlock",
    props: { language: "text" },
    content: `a\n${last}`,
  }),
};

test("a table or code that is pasted in a line of words stands beside it, and what is nested stays where it is", async ({
  server,
  people,
}) => {
  const page = await open({ server, people });
  for (const type of ["paragraph", "heading", "quote", "checkListItem", "bulletListItem"])
    for (const [html, block] of Object.entries(closed))
      for (const children of [[], [{ type: "paragraph", content: plain("nested") }]]) {
        const lay = async (...keys: string[]) => {
          await write(page, [
            { type, content: plain("hello"), children },
            { type: "paragraph", content: plain("below") },
          ]);
          await page.locator(".bn-inline-content", { hasText: "hello" }).click();
          for (const key of keys) await page.keyboard.press(key);
        };
        await lay("End");
        const [whole] = (await blocksOf(page)) as [object];
        const { children: nested, ...alone } = whole as { children?: unknown[] };
        const first = (words: string) => ({ ...alone, content: words });
        const last = (words: string) => ({ ...first(words), ...(nested && { children: nested }) });
        const becomes = async (after: unknown[], why: string) => {
          await expect
            .poll(() => blocksOf(page), { message: `${why}: ${html} in ${JSON.stringify(whole)}` })
            .toEqual([...after, line("below")]);
        };
        const typed = async (pasted: string, after: unknown[], why: string) => {
          await paste(page, { "text/html": pasted, "text/plain": "words" });
          await expect(text(page).locator("td, pre").first()).toBeVisible(); // what reads a paste may still be on its way
          await page.keyboard.type("Z");
          await becomes(after, why);
        };
        await typed(html, [whole, block(html === SHEET ? "4Z" : "bZ")], "at the end");
        for (let i = 0; i < 2; i += 1) await page.keyboard.press("Control+z");
        await becomes([whole], "undone");
        await lay("Home");
        await typed(html, [block(), last("Zhello")], "at the start");
        await lay("Home", "ArrowRight", "ArrowRight");
        await typed(html, [first("he"), block(), last("Zllo")], "inside");
        if (!nested) {
          await lay("End", "Shift+Home");
          await typed(html, [block(html === SHEET ? "4Z" : "bZ")], "in place of all the words");
        }
        await lay("End", "Shift+Home");
        await typed(
          `<p>words</p>${html}`,
          [last("words"), block(html === SHEET ? "4Z" : "bZ")],
          "behind words, in place of all that is selected",
        );
      }
});

test("cells that are copied in a pad and pasted behind a line stand below it as a table", async ({
  server,
  people,
}) => {
  const page = await open({ server, people });
  await paste(page, { "text/html": `<p>one</p>${SHEET}`, "text/plain": "words" });
  await expect.poll(() => blocksOf(page)).toEqual([line("one"), closed[SHEET]?.()]);
  const at = async (nth: number) =>
    (await page.locator("td").nth(nth).boundingBox()) ?? { x: 0, y: 0 };
  const [start, end] = [await at(0), await at(3)];
  await page.mouse.move(start.x + 6, start.y + 10);
  await page.mouse.down();
  await page.mouse.move(end.x + 6, end.y + 10, { steps: 5 });
  await page.mouse.up();
  await expect(page.locator(".selectedCell")).toHaveCount(4);
  await page.keyboard.press("Control+c");
  await page.locator(".bn-inline-content", { hasText: "one" }).click();
  await page.keyboard.press("End");
  await page.keyboard.press("Control+v");
  await page.keyboard.type("Z");
  await expect
    .poll(() => blocksOf(page))
    .toEqual([line("one"), closed[SHEET]?.("4Z"), closed[SHEET]?.()]);
});
