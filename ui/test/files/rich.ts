/** One document with every block and every mark: nested, right-to-left, with emoji, cells that span, and nasty characters. */
import type { Cell, Inline, PlainBlock, Props, Styles } from "../../src/forms/blocks";

export const w = (text: string, styles: Styles = {}): Inline => ({ type: "text", text, styles });
export const a = (href: string, text: string): Inline => ({
  type: "link",
  href,
  content: [{ type: "text", text, styles: {} }],
});
const line = (content: (Inline | string)[]): Inline[] =>
  content.map((part) => (typeof part === "string" ? w(part) : part));
export const block = (
  type: string,
  props: Props,
  content: (Inline | string)[] = [],
  children: PlainBlock[] = [],
): PlainBlock => ({
  type,
  props,
  content: line(content),
  ...(children.length > 0 && { children }),
});
const cell = (text: string, props?: Cell["props"]): Cell => ({
  type: "tableCell",
  ...(props && { props }),
  content: text ? line([text]) : [],
});

export const RICH: PlainBlock[] = [
  block("heading", { level: 1 }, ["Sprint review, 22 November"]),
  block("paragraph", {}, [
    "Plain, ",
    w("bold", { bold: true }),
    ", ",
    w("italic", { italic: true }),
    ", ",
    w("underlined", { underline: true }),
    ", ",
    w("struck", { strike: true }),
    ", ",
    w("let x = 1", { code: true }),
    ", ",
    w("red", { textColor: "red" }),
    ", ",
    w("on yellow", { backgroundColor: "yellow" }),
    ", ",
    w("all of it", { bold: true, italic: true, underline: true, strike: true }),
    " and ",
    a("https://a.example/x_y?q=a&b=c#d", "a link"),
    ".",
  ]),
  block("heading", { level: 2 }, ["Lists"]),
  block(
    "bulletListItem",
    {},
    ["first bullet"],
    [
      block(
        "bulletListItem",
        {},
        ["nested bullet"],
        [
          block("numberedListItem", {}, ["number in it"]),
          block("numberedListItem", {}, ["and another"]),
        ],
      ),
      block("paragraph", {}, ["a paragraph in the item"]),
    ],
  ),
  block("bulletListItem", {}, ["second bullet"]),
  block("numberedListItem", { start: 4 }, ["fourth"]),
  block("numberedListItem", {}, ["fifth"]),
  block("numberedListItem", { start: 1 }, ["one again"]),
  block("checkListItem", { checked: true }, ["Release candidate goes out"]),
  block(
    "checkListItem",
    { checked: false },
    ["Ask legal about the map tiles @Jana"],
    [block("checkListItem", { checked: false }, ["a box in a box"])],
  ),
  block(
    "heading",
    { level: 3, isToggleable: true },
    ["A heading that folds"],
    [block("paragraph", {}, ["inside of it"])],
  ),
  block(
    "toggleListItem",
    {},
    ["what folds"],
    [block("paragraph", {}, ["folded away"]), block("bulletListItem", {}, ["a bullet in it"])],
  ),
  block("quote", {}, ["“I scanned the code and wrote before the projector was on.”"]),
  block("codeBlock", { language: "rust" }, [
    'fn main() {\n\tlet a = "<b>&amp;";  // two\n\n    end\n}',
  ]),
  { type: "divider", props: {} },
  {
    type: "table",
    content: {
      type: "tableContent",
      headerRows: 1,
      columnWidths: [160, undefined, 240],
      rows: [
        { cells: [cell("Who"), cell("What", { colspan: 2 })] },
        {
          cells: [
            cell("Anna\nKrause", { rowspan: 2 }),
            cell("left"),
            cell("right", { textAlignment: "right", backgroundColor: "green" }),
          ],
        },
        { cells: [cell("below left"), cell("1 < 2 && 3 > 2", { textColor: "blue" })] },
      ],
    },
  },
  block("paragraph", { textAlignment: "center", backgroundColor: "blue" }, [
    "in the middle, on blue",
  ]),
  block("paragraph", { textColor: "purple" }, ["all of it purple"]),
  block("paragraph", {}, ["שלום עולם, this runs from right to left"]),
  block("paragraph", {}, ["مرحبا بالعالم"]),
  block("paragraph", {}, ["Emoji 😀 👩‍👩‍👧 🏳️‍🌈, é and e\u0301, 。 ½"]),
  block("paragraph", {}, ["two\nlines, and  two  spaces\tand a tab"]),
  block("paragraph", {}, ["<script>alert(1)</script> & \"quotes\" 'single' ]]> &lt; \\ {} %s"]),
  block("paragraph", {}, ["control \u0001\u000b\ufffe\ud800 characters"]),
  block("paragraph", {}, []),
  { type: "image", props: { url: "https://a.example/p.png", caption: "A picture from elsewhere" } },
  block("heading", { level: 6 }, ["The smallest heading"]),
];
