/** Random blocks, with every kind, every mark and the characters that forms stumble over. The same seed gives the same blocks. */
import {
  append,
  CALLOUTS,
  type Cell,
  type Inline,
  type PlainBlock,
  type Props,
  type Styles,
  type Table,
} from "../../src/forms/blocks";

/** Numbers from 0 to 1 by a seed (mulberry32). */
export function randomBy(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PIECES = [
  "word",
  "Vec<String>",
  "a & b",
  "&amp;",
  "&lt;",
  "2*3*4",
  "**",
  "*",
  "user_id_old",
  "__init__",
  "_",
  "`code`",
  "``",
  "`",
  "~",
  "~~gone~~",
  "[x]",
  "[ ] ",
  "](",
  "![p](q)",
  "(a)",
  "#",
  "# no",
  "###",
  "|",
  "a|b",
  "\\",
  "\\*",
  "C:\\temp\\",
  "1. ",
  "2) ",
  "- ",
  "+ ",
  "> ",
  "---",
  "===",
  "```",
  "<b>",
  "</b>",
  "<br>",
  "<!-- x -->",
  "<script>",
  "</p>",
  "😀",
  "👩‍👩‍👧",
  "שלום",
  "مرحبا",
  "\u200b",
  "\u200d",
  "\u2060",
  "\u00a0",
  "é",
  "e\u0301",
  "\t",
  " ",
  "  ",
  "$x$",
  "https",
  ":",
  '"',
  "'",
  "!",
  "{}",
  "^",
  "=",
  "0",
  "·",
  "%20",
  "½",
  "。",
];

export class Dice {
  constructor(readonly next: () => number) {}
  below = (n: number): number => Math.floor(this.next() * n);
  chance = (p: number): boolean => this.next() < p;
  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  words(longest = 5): string {
    return Array.from(
      { length: 1 + this.below(longest) },
      () => this.one(PIECES) + (this.chance(0.4) ? " " : ""),
    ).join("");
  }

  styles(colours: boolean): Styles {
    const styles: Styles = {};
    for (const mark of ["bold", "italic", "underline", "strike", "code"] as const)
      if (this.chance(0.18)) styles[mark] = true;
    if (colours && this.chance(0.15)) styles.textColor = this.one(["red", "blue"]);
    if (colours && this.chance(0.1)) styles.backgroundColor = "yellow";
    return styles;
  }

  line(colours: boolean, breaks = true): Inline[] {
    const line: Inline[] = [];
    if (this.chance(0.08)) return line;
    for (let i = this.below(4); i >= 0; i -= 1) {
      const href = this.chance(0.15) ? this.one(ADDRESSES) : null;
      append(line, this.words(), this.styles(colours), href);
      if (breaks && this.chance(0.15)) append(line, "\n", this.styles(colours), href);
    }
    return line;
  }

  props(colours: boolean): Pick<Props, "textColor" | "backgroundColor" | "textAlignment"> {
    if (!colours || this.chance(0.8)) return {};
    return this.one([
      { textColor: "red" },
      { backgroundColor: "blue" },
      { textAlignment: "center" },
    ]);
  }

  table(form: "html" | "markdown"): Table {
    const colours = form === "html";
    const [height, width] = [1 + this.below(3), 1 + this.below(3)];
    const cell = (): Cell => {
      const props = this.props(colours);
      return {
        type: "tableCell",
        ...(Object.keys(props).length > 0 && { props }),
        content: this.line(colours),
      };
    };
    const rows = Array.from({ length: height }, () => ({
      cells: Array.from({ length: width }, cell),
    }));
    const first = rows[0]?.cells[0];
    if (first && width > 1 && this.chance(0.2)) {
      first.props = { ...first.props, colspan: 2 };
      rows[0]?.cells.splice(1, 1);
    }
    const heads = this.one([
      {},
      { headerRows: 1 },
      { headerCols: 1 },
      { headerRows: 1, headerCols: 1 },
    ]);
    return { type: "tableContent", ...heads, rows };
  }

  block(form: "html" | "markdown", deep: number): PlainBlock {
    const colours = form === "html";
    const type = this.one([
      "paragraph",
      "paragraph",
      "heading",
      "quote",
      "codeBlock",
      "toggleListItem",
      "bulletListItem",
      "bulletListItem",
      "numberedListItem",
      "checkListItem",
      "table",
      "divider",
    ]);
    const props: PlainBlock["props"] =
      type === "codeBlock" || type === "divider" || type === "table" ? {} : this.props(colours);
    if (type === "quote") {
      delete props.textAlignment;
      if (this.chance(0.5)) props.callout = this.one(Object.keys(CALLOUTS));
    }
    if (type === "heading") props.level = 1 + this.below(6);
    if (type === "heading" && this.chance(0.15)) props.isToggleable = true;
    if (type === "checkListItem") props.checked = this.chance(0.5);
    if (type === "codeBlock") props.language = this.one(["text", "rust", "c++"]);
    const nests =
      form === "html"
        ? type !== "divider" && type !== "table" && type !== "codeBlock"
        : type.endsWith("Item") || props.isToggleable;
    const children = nests && deep > 0 && this.chance(0.3) ? this.blocks(form, deep - 1, 3) : [];
    return {
      type,
      ...(Object.keys(props).length > 0 && { props }),
      ...this.content(type, form),
      ...(children.length > 0 && { children }),
    };
  }

  content(type: string, form: "html" | "markdown"): Pick<PlainBlock, "content"> {
    if (type === "divider") return {};
    if (type === "table") return { content: this.table(form) };
    if (type !== "codeBlock") return { content: this.line(form === "html") };
    const code = Array.from(
      { length: this.below(4) },
      () => `${this.one(["", "  ", "\t"])}${this.words()}`,
    ).join("\n");
    return { content: code ? [{ type: "text", text: code, styles: {} }] : [] };
  }

  blocks(form: "html" | "markdown", deep = 2, most = 6): PlainBlock[] {
    const blocks = Array.from({ length: 1 + this.below(most) }, () => this.block(form, deep));
    blocks.forEach((block, i) => {
      const follows = i > 0 && blocks[i - 1]?.type === "numberedListItem";
      if (block.type === "numberedListItem" && this.chance(0.3))
        block.props = { ...block.props, start: follows ? this.below(9) : 2 + this.below(9) };
    });
    return blocks;
  }
}

const ADDRESSES = [
  "https://a.example/",
  "https://a.example/x_y_z(1)?q=a&b=*c*#d",
  "https://a.example/a b\"c'd",
  "https://a.example/<x>|\\",
  "mailto:a.b@c.example",
  "https://a.example/%20%5B[x]`",
  "https://a.example/ü/שלום",
];
