/** The kept Markdown file, pasted as its text: through the very path of a paste, which decides by itself whether a text is Markdown. */
import { expect, test } from "vitest";
import { isEmptyLine, type PlainBlock } from "../src/forms/blocks";
import { markdownOf } from "../src/forms/markdown";
import { keptFile } from "../src/pad/clipboard/clearly";
import { read } from "../src/pad/clipboard/read";
import { t } from "../src/strings";
import { seedOf } from "./binding/random";
import { Dice, randomBy } from "./forms/random";
import { seen } from "./forms/seen";

const FOOT = t.call.foot("kite-42", "24 November 2026, 14:32");
const SEED = seedOf("kept");
const ROUNDS = Number(process.env.ROUNDS ?? 100);
/** Far longer than it takes on a busy machine. */
const LONG_MS = 600_000;

const paste = (plain: string): PlainBlock[] =>
  read({ html: "", markdown: "", plain, vscode: "", own: "", files: false }).blocks;
const keep = (blocks: readonly PlainBlock[]): string => keptFile(markdownOf(blocks), FOOT);
const line = (text: string): PlainBlock => ({
  type: "paragraph",
  content: text ? [{ type: "text", text, styles: {} }] : [],
});
const list = (text: string): PlainBlock => ({ ...line(text), type: "bulletListItem" });

test.each([
  ["signs that Markdown escapes", [line("Vec<String> and 2*3*4")]],
  ["two lines", [line("one"), line("two")]],
  ["two lines with an empty one between", [line("one"), line(""), line("two")]],
  ["what looks like a list", [line("1. not a list"), line("- nor this")]],
  ["a path and a pattern", [line("C:\\temp\\_old"), line("find . -name \\*.rs")]],
  ["a patch", [line("diff --git a/x b/x"), line("--- a/x"), line("+++ b/x")]],
  ["one list item", [list("milk")]],
  ["a list and words", [list("milk"), list("tea"), line("and so on")]],
  ["a title", [{ ...line("Plan"), type: "heading", props: { level: 1 } }, line("a_b *c* <d>")]],
  ["a title alone", [{ ...line("Plan"), type: "heading", props: { level: 1 } }]],
  ["a divider", [line("above"), { type: "divider" }, line("below")]],
] satisfies [string, PlainBlock[]][])("%s: the file comes back equal", (_, blocks) => {
  for (const text of [keep(blocks), keep(blocks).trimEnd(), keep(blocks).replaceAll("\n", "\r\n")])
    expect(seen(paste(text)), text).toEqual(seen(blocks));
});

test(
  "a file of random blocks comes back equal",
  () => {
    for (let i = 0; i < ROUNDS; i += 1) {
      const blocks = seen(new Dice(randomBy(SEED + i)).blocks("markdown", 2, 3));
      expect(seen(paste(keep(blocks))), `SEED=${SEED + i} ROUNDS=1\n${keep(blocks)}`).toEqual(
        blocks,
      );
    }
  },
  LONG_MS,
);

test("a file that is clearly Markdown has no foot, nor has an empty one", () => {
  expect(keptFile("# Plan\n\nwords\n", FOOT)).toBe("# Plan\n\nwords\n");
  expect(keptFile("\n", FOOT)).toBe("\n");
  expect(keptFile("words\n", FOOT)).toBe(
    "words\n\n<!-- kite-42, kept from Fadepad on 24 November 2026, 14:32. -->\n",
  );
});

test.each([
  "one\n\ntwo",
  "a\\*b\\*c",
  "Vec\\<String> and 2\\*3\\*4",
  "<p>x</p>\n<!-- the end -->",
  "x\n<!-- kite-42, kept from Fadepad on Monday. -->\ny",
])("word for word, as nobody kept it: %j", (text) =>
  expect(
    paste(text).map((block) =>
      isEmptyLine(block)
        ? ""
        : (block.content as { text: string }[]).map(({ text }) => text).join(""),
    ),
  ).toEqual(text.split("\n")),
);
