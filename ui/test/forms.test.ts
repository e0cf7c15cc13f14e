/** What the page gives out comes back equal, in each of its forms. */
import { expect, test } from "vitest";
import { isEmptyLine, type PlainBlock } from "../src/forms/blocks";
import { blocksOf } from "../src/forms/html/read";
import { htmlOf } from "../src/forms/html/write";
import { blocksOfMarkdown, markdownOf } from "../src/forms/markdown";
import { trimmed } from "../src/forms/markdown/line";
import { Dice, randomBy } from "./forms/random";

const bodyOf = (html: string): Element => new DOMParser().parseFromString(html, "text/html").body;
const viaHtml = (blocks: PlainBlock[]) => blocksOf(bodyOf(htmlOf(blocks)));
const viaMarkdown = (blocks: PlainBlock[]) => blocksOfMarkdown(markdownOf(blocks), bodyOf);

const ROUNDS = Number(process.env.ROUNDS ?? 300);
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

/** What a block is where Markdown has the last word: without the marks that nobody sees on spaces, and without empty lines at the end. */
function seen(blocks: readonly PlainBlock[]): PlainBlock[] {
  const all = blocks.map((block) => {
    const content = block.content;
    const line = Array.isArray(content) ? { content: trimmed(content) } : {};
    const table = content && !Array.isArray(content) ? { content: { ...content, rows: content.rows.map(({ cells }) => ({ cells: cells.map((cell) => ({ ...cell, content: trimmed(cell.content) })) })) } } : {};
    return { ...block, ...line, ...table, ...(block.children && { children: seen(block.children) }) };
  });
  while (all.length > 0 && isEmptyLine(all.at(-1) as PlainBlock)) all.pop();
  while (all.length > 0 && isEmptyLine(all[0] as PlainBlock)) all.shift();
  return all.map((block) => {
    if (block.children?.length === 0) delete block.children;
    return block;
  });
}

test("random blocks come back equal through HTML", () => {
  for (let i = 0; i < ROUNDS; i += 1) {
    const blocks = new Dice(randomBy(SEED + i)).blocks("html");
    expect(viaHtml(blocks), `SEED=${SEED + i} ROUNDS=1\n${htmlOf(blocks)}`).toEqual(blocks);
  }
});

test("random blocks come back equal through Markdown", () => {
  for (let i = 0; i < ROUNDS; i += 1) {
    const blocks = seen(new Dice(randomBy(SEED + i)).blocks("markdown"));
    expect(seen(viaMarkdown(blocks)), `SEED=${SEED + i} ROUNDS=1\n${markdownOf(blocks)}`).toEqual(blocks);
  }
});
