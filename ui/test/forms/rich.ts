/** One document with every kind of block and mark, as people write them. */
import type { Inline, PlainBlock, Styles } from "../../src/forms/blocks";

const run = (text: string, styles: Styles = {}): Inline => ({ type: "text", text, styles });
const line = (...content: (Inline | string)[]): Inline[] =>
  content.map((part) => (typeof part === "string" ? run(part) : part));
const link = (href: string, text: string, styles: Styles = {}): Inline => ({
  type: "link",
  href,
  content: [{ type: "text", text, styles }],
});

export const RICH: PlainBlock[] = [
  { type: "heading", props: { level: 1 }, content: line("Sprint review: what we *learnt*") },
  {
    type: "paragraph",
    content: line(
      "Words that are ",
      run("bold", { bold: true }),
      ", ",
      run("slanted", { italic: true }),
      ", ",
      run("both", { bold: true, italic: true }),
      ", ",
      run("struck", { strike: true }),
      ", ",
      run("under_lined", { underline: true }),
      " and ",
      run("let x = `1`;", { code: true }),
      ".",
    ),
  },
  {
    type: "paragraph",
    content: line(
      "Half",
      run("way", { bold: true }),
      " in a word, ",
      run("(in brackets)", { italic: true }),
      "!",
    ),
  },
  {
    type: "paragraph",
    content: line(
      "first line\nsecond line\n\nfourth line ",
      link("https://a.example/x_y(1)", "the plan"),
      " and ",
      link("https://a.example/", "https://a.example/"),
    ),
  },
  { type: "paragraph", content: [] },
  {
    type: "paragraph",
    content: line(
      run("red on yellow", { textColor: "red", backgroundColor: "yellow" }),
      " 👩‍👩‍👧 שלום مرحبا 日本語",
    ),
  },
  {
    type: "paragraph",
    props: { textAlignment: "center", backgroundColor: "blue" },
    content: line("in the middle"),
  },
  {
    type: "bulletListItem",
    content: line("cups"),
    children: [
      {
        type: "bulletListItem",
        content: line("blue ones"),
        children: [{ type: "paragraph", content: line("from the shop") }],
      },
      { type: "numberedListItem", content: line("one") },
      { type: "numberedListItem", content: line("two") },
    ],
  },
  { type: "bulletListItem", content: [] },
  {
    type: "checkListItem",
    props: { checked: true },
    content: line("ask ", run("Ann", { bold: true })),
  },
  { type: "checkListItem", props: { checked: false }, content: line("1. not a list") },
  { type: "numberedListItem", props: { start: 3 }, content: line("three") },
  {
    type: "numberedListItem",
    content: line("four"),
    children: [{ type: "checkListItem", props: { checked: true }, content: line("done") }],
  },
  { type: "quote", content: line("We ship on Friday.\n", run("Eve", { italic: true })) },
  ...(["note", "tip", "important", "warning", "caution"] as const).map((callout) => ({
    type: "quote",
    props: { callout },
    content: line(`A ${callout}\n# in two lines`),
  })),
  { type: "quote", props: { callout: "tip", textColor: "red" }, content: [] },
  { type: "quote", content: line("[!NOTE]\nof words alone") },
  {
    type: "codeBlock",
    props: { language: "rust" },
    content: line('fn main() {\n    println!("```");\n}\n'),
  },
  { type: "codeBlock", props: { language: "text" }, content: line("$ fadepad cat URL | wc -l") },
  { type: "divider" },
  {
    type: "heading",
    props: { level: 2, isToggleable: true },
    content: line("Details"),
    children: [{ type: "paragraph", content: line("folded away") }],
  },
  {
    type: "toggleListItem",
    content: line("a ", run("toggle", { bold: true })),
    children: [{ type: "bulletListItem", content: line("inside") }],
  },
  {
    type: "table",
    content: {
      type: "tableContent",
      headerRows: 1,
      columnWidths: [120, undefined],
      rows: [
        {
          cells: [
            { type: "tableCell", content: line("who") },
            { type: "tableCell", content: line("what | why") },
          ],
        },
        {
          cells: [
            { type: "tableCell", content: line(run("Bob", { bold: true })) },
            { type: "tableCell", content: line(run("a|b", { code: true }), " twice\nsaid") },
          ],
        },
      ],
    },
  },
  {
    type: "table",
    content: {
      type: "tableContent",
      headerCols: 1,
      rows: [
        {
          cells: [
            { type: "tableCell", props: { colspan: 2 }, content: line("wide") },
            { type: "tableCell", content: line("c") },
          ],
        },
        {
          cells: [
            { type: "tableCell", content: line("a") },
            { type: "tableCell", props: { backgroundColor: "red" }, content: line("b") },
            { type: "tableCell", content: [] },
          ],
        },
      ],
    },
  },
  { type: "image", props: { url: "https://a.example/cat.png", name: "cat.png", caption: "A cat" } },
  { type: "file", props: { url: "javascript:alert(1)", name: "trap.pdf" } },
  {
    type: "paragraph",
    content: line(
      "Vec<String>, C:\\temp, user_id_old, a & b, &amp;, # no head, 2*3*4, [x], <b>, ~~no~~, `no`",
    ),
  },
  { type: "paragraph", content: line("   indented") },
  { type: "paragraph", content: [] },
];
