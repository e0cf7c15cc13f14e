/** What the page gives out comes back equal, in each of its forms. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { PlainBlock } from "../src/forms/blocks";
import { blocksOf } from "../src/forms/html/read";
import { htmlOf } from "../src/forms/html/write";
import { blocksOfMarkdown, markdownOf, markdownParts } from "../src/forms/markdown";
import { wordsOf } from "../src/forms/plain";
import { seedOf } from "./binding/random";
import { Dice, randomBy } from "./forms/random";
import { seen } from "./forms/seen";

const bodyOf = (html: string): Element => new DOMParser().parseFromString(html, "text/html").body;
const viaHtml = (blocks: PlainBlock[]) => blocksOf(bodyOf(htmlOf(blocks)));
const viaMarkdown = (blocks: PlainBlock[]) => blocksOfMarkdown(markdownOf(blocks), bodyOf);

test("raised and lowered words of Markdown are letters that are, as in the server", () => {
  const cases = JSON.parse(readFileSync("../tests/data/forms/scripts.json", "utf8")) as {
    markdown: string;
    says: string;
  }[];
  for (const { markdown, says } of cases)
    expect(wordsOf(blocksOfMarkdown(markdown, bodyOf)).replaceAll("\t", ""), markdown).toBe(says);
});

test("raised and lowered words of HTML are letters that are, where each of them has one", () => {
  for (const [html, says] of [
    ["<p>x<sup>2</sup> and H<sub>2</sub>O</p>", "x² and H₂O"],
    ['<p>m<span style="vertical-align:super;font-size:0.6em">2</span> big</p>', "m² big"],
    ["<p>x<sup><b>2</b>n</sup></p>", "x²ⁿ"],
    ['<p>read<sup><a href="#one">1</a></sup></p>', "read¹"],
    [
      "<p>the 4<sup>th</sup>, Name<sup>TM</sup>, note<sup>[1]</sup></p>",
      "the 4th, NameTM, note[1]",
    ],
    ["<table><tr><td>10<sup>3</sup></td></tr></table>", "10³"],
  ] as const)
    expect(wordsOf(blocksOf(bodyOf(html))), html).toBe(says);
});

const ROUNDS = Number(process.env.ROUNDS ?? 100);
/** Far longer than it takes on a busy machine. */
const LONG_MS = 600_000;
const SEED = seedOf("forms");

const line = (text: string, styles = {}): PlainBlock => ({
  type: "paragraph",
  content: [{ type: "text", text, styles }],
});
const text = (text: string) => ({
  content: [{ type: "text" as const, text, styles: { bold: true } }],
});

test(
  "random blocks come back equal through HTML",
  () => {
    for (let i = 0; i < ROUNDS; i += 1) {
      const blocks = new Dice(randomBy(SEED + i)).blocks("html");
      expect(viaHtml(blocks), `SEED=${SEED + i} ROUNDS=1\n${htmlOf(blocks)}`).toEqual(blocks);
    }
  },
  LONG_MS,
);

test(
  "Markdown that is written a part at a time is the same text",
  () => {
    for (let i = 0; i < ROUNDS; i += 1) {
      const dice = new Dice(randomBy(SEED + i));
      const blocks = [dice, dice, dice].flatMap(() => dice.blocks("markdown"));
      const parts = [...markdownParts(blocks, 1 + (i % 3))];
      expect(parts.join("\n"), `SEED=${SEED + i} ROUNDS=1`).toEqual(markdownOf(blocks));
    }
    const many = [...markdownParts(Array.from({ length: 1000 }, (_, i) => line(`a_b ${i}`)))];
    expect(many).toHaveLength(10);
    expect([...markdownParts([])]).toEqual([markdownOf([])]);
  },
  LONG_MS,
);

test(
  "random blocks come back equal through Markdown",
  () => {
    for (let i = 0; i < ROUNDS; i += 1) {
      const blocks = seen(new Dice(randomBy(SEED + i)).blocks("markdown"));
      expect(seen(viaMarkdown(blocks)), `SEED=${SEED + i} ROUNDS=1\n${markdownOf(blocks)}`).toEqual(
        blocks,
      );
    }
  },
  LONG_MS,
);

test("Markdown's signs stand where they say it, and words are not escaped for nothing", () => {
  expect(markdownOf([line("user_id_old, C:\\temp, a & b, x < y, 10 % #1")])).toBe(
    "user_id_old, C:\\temp, a & b, x < y, 10 % #1\n",
  );
  expect(
    markdownOf([
      line("so", { bold: true, italic: true }),
      { type: "checkListItem", props: { checked: true }, content: [] },
    ]),
  ).toBe("**_so_**\n\n- [x]\n");
  expect(markdownOf([line("1. not a list"), line("Vec<String>")])).toBe(
    "1\\. not a list\n\nVec\\<String>\n",
  );
});

test("spaces at the edges of a line and of bold words come back from Markdown as they were, but for those at its end", () => {
  const bold = { text: "so ", type: "text" as const, styles: { bold: true } };
  const blocks: PlainBlock[] = [
    line("typed and entered "),
    line(" broken before this"),
    line("one \n two\t\nthree  "),
    { type: "paragraph", content: [...(line("very ").content as []), bold] },
    { type: "heading", props: { level: 2 }, ...text("Title ") },
    { type: "checkListItem", props: { checked: false }, ...text(" cups ") },
    { type: "quote", ...text("said  ") },
    {
      type: "table",
      content: {
        type: "tableContent",
        headerRows: 1,
        rows: [0, 1].map((n) => ({
          cells: [{ type: "tableCell" as const, ...text(` cell ${n} `) }],
        })),
      },
    },
    line("   "),
    line("end"),
  ];
  expect(seen(viaMarkdown(blocks))).toEqual(seen(blocks));
  expect(markdownOf([line("typed and entered ")])).toBe("typed and entered\n");
  const three: PlainBlock = {
    type: "paragraph",
    content: [...(line("a").content as []), { ...bold, text: " b " }, ...(line("c").content as [])],
  };
  expect(markdownOf([three])).toBe("a **b** c\n");
  const code = [line("def f():"), line("    return 1"), line("\treturn 2")];
  expect(viaMarkdown(code)).toEqual(code);
});

test("the words alone have the signs of their lists, and nothing else", () => {
  const blocks: PlainBlock[] = [
    { type: "heading", props: { level: 1 }, ...text("Title_x") },
    {
      type: "numberedListItem",
      props: { start: 3 },
      ...text("a\nb"),
      children: [{ type: "checkListItem", props: { checked: true }, ...text("c") }],
    },
    { type: "numberedListItem", ...text("*d*") },
    {
      type: "table",
      content: {
        type: "tableContent",
        rows: [
          {
            cells: [
              { type: "tableCell", ...text("x") },
              { type: "tableCell", ...text("y") },
            ],
          },
        ],
      },
    },
  ];
  expect(wordsOf(blocks)).toBe("Title_x\n3. a\n   b\n  - [x] c\n4. *d*\nx\ty");
});

const link = (href: string): PlainBlock["content"] => [
  { type: "text", text: "see ", styles: {} },
  { type: "link", href, content: [{ type: "text", text: "the *plan*", styles: { bold: true } }] },
];
const cell = (href: string): PlainBlock["content"] => ({
  type: "tableContent",
  headerRows: 1,
  rows: [{ cells: [{ type: "tableCell", content: link(href) as never }] }],
});

test("an address that no link may have is written in no form, and its words stay", () => {
  const trap = "java\nscript:alert(1)";
  const lines = ["paragraph", "heading", "checkListItem", "toggleListItem"].map((type) => ({
    type,
    content: link(trap),
  }));
  for (const block of [...lines, { type: "table", content: cell(trap) }] as PlainBlock[]) {
    const [markdown, html] = [markdownOf([block]), htmlOf([block])];
    expect(markdown + html).not.toMatch(/alert|\]\(|href/);
    expect(markdown).toMatch(/see .*the .*plan/);
  }
  const file = { type: "file", props: { url: trap, name: "plan.pdf" } };
  expect(markdownOf([file])).toBe("plan.pdf\n");
  expect(htmlOf([file])).not.toMatch(/href/);
  expect(markdownOf([{ type: "paragraph", content: link("https://a.example/") }])).toBe(
    "see [**the \\*plan\\***](https://a.example/)\n",
  );
  expect(
    markdownOf([{ type: "file", props: { url: "https://a.example/p", name: "plan.pdf" } }]),
  ).toBe("[plan.pdf](https://a.example/p)\n");
});
