/** Blocks as HTML that every program reads: plain elements, and beside them what only Fadepad knows, so that it comes back equal. */
import { isAllowedLink, ownPicture } from "../../kit/links";
import {
  append,
  CALLOUTS,
  calloutOf,
  isFile,
  isListItem,
  isTable,
  isToggle,
  lettersOf,
  lineOf,
  type Callout,
  type Cell,
  type Inline,
  type Mark,
  type PlainBlock,
  type Props,
  type Styles,
  type Table,
  type Words,
} from "../blocks";
import { BACKGROUNDS, COLOURS } from "./colours";
import { escape } from "./escape";

/** Written to the line in front of what HTML would otherwise collapse. */
const KEEP_SPACES = 'style="white-space:pre-wrap"';

/** From the innermost outwards. */
const MARKS: [Mark, string][] = [
  ["code", "code"],
  ["strike", "s"],
  ["italic", "em"],
  ["bold", "strong"],
  ["underline", "u"],
];

const looks = (props: Props | Styles): { attributes: string; css: string } => {
  const { textColor, backgroundColor } = props;
  const alignment = "textAlignment" in props ? props.textAlignment : undefined;
  let attributes = "";
  let css = "";
  const add = (name: string, value: string | undefined, usual: string, style: string) => {
    if (value === undefined || value === usual) return;
    attributes += ` ${name}="${escape(value)}"`;
    css += style;
  };
  add("data-text-color", textColor, "default", `color:${COLOURS[textColor ?? ""] ?? "inherit"};`);
  add(
    "data-background-color",
    backgroundColor,
    "default",
    `background-color:${BACKGROUNDS[backgroundColor ?? ""] ?? "inherit"};`,
  );
  add(
    "data-text-alignment",
    alignment,
    "left",
    /^[a-z]+$/.test(alignment ?? "") ? `text-align:${alignment};` : "",
  );
  return { attributes, css };
};

/** The attributes of an element with these looks. */
function dress(props: Props | Styles): string {
  const { attributes, css } = looks(props);
  return attributes && `${attributes} style="${css}"`;
}

/** A callout has its own colour behind it, unless somebody chose another. */
function quoteDress({ props = {} }: PlainBlock, callout: Callout | null): string {
  if (!callout) return dress(props);
  const { attributes, css } = looks(props);
  const own = attributes.includes("data-background")
    ? ""
    : `background-color:${BACKGROUNDS[CALLOUTS[callout]]};`;
  return ` data-callout="${callout}"${attributes} style="padding:8px 12px;${own}${css}"`;
}

function run({ text, styles }: Words): string {
  const words = escape(text).replaceAll("\n", "<br>");
  const marked = MARKS.reduce(
    (inner, [mark, tag]) => (styles[mark] ? `<${tag}>${inner}</${tag}>` : inner),
    words,
  );
  const coloured = dress(styles);
  return coloured ? `<span${coloured}>${marked}</span>` : marked;
}

const part = (inline: Inline): string => {
  if (inline.type === "text") return run(inline);
  const inside = inline.content.map(run).join("");
  return isAllowedLink(inline.href) ? `<a href="${escape(inline.href)}">${inside}</a>` : inside;
};

/** A line's inside. A break at its very end is written twice, since HTML shows the last one as nothing. */
export function inlineHtml(line: readonly Inline[]): string {
  const html = line.map(part).join("");
  return lettersOf(line).endsWith("\n") ? `${html}<br>` : html;
}

/** The same, never without height. */
const filled = (line: readonly Inline[]): string => inlineHtml(line) || "<br>";

function cellHtml({ props = {}, content }: Cell, head: boolean): string {
  const tag = head ? "th" : "td";
  const { colspan = 1, rowspan = 1 } = props;
  const spans = `${colspan > 1 ? ` colspan="${colspan}"` : ""}${rowspan > 1 ? ` rowspan="${rowspan}"` : ""}`;
  return `<${tag}${spans}${dress(props)}>${inlineHtml(content)}</${tag}>`;
}

/** For each cell of each row the column where it begins, since a cell above may reach down into the row. */
export function columnsOf({ rows }: Table): number[][] {
  const below: number[] = []; // for how many further rows a column is taken
  return rows.map(({ cells }) => {
    let column = 0;
    const starts = cells.map(({ props }) => {
      while ((below[column] ?? 0) > 0) column += 1;
      const start = column;
      for (let i = 0; i < (props?.colspan ?? 1); i += 1) below[column++] = props?.rowspan ?? 1;
      return start;
    });
    below.forEach((rows, i) => (below[i] = Math.max(0, rows - 1)));
    return starts;
  });
}

export function tableHtml(table: Table, props: Props = {}): string {
  const { rows, headerRows = 0, headerCols = 0, columnWidths = [] } = table;
  const columns = columnsOf(table);
  const widths = columnWidths.some(Boolean)
    ? `<colgroup>${columnWidths.map((width) => (width ? `<col width="${width}">` : "<col>")).join("")}</colgroup>`
    : "";
  const body = rows.map(({ cells }, y) => {
    const inside = cells
      .map((cell, i) => cellHtml(cell, y < headerRows || (columns[y]?.[i] ?? 0) < headerCols))
      .join("");
    return `<tr>${inside}</tr>`;
  });
  const heads = `${headerRows ? ` data-header-rows="${headerRows}"` : ""}${headerCols ? ` data-header-cols="${headerCols}"` : ""}`;
  return `<table${heads}${dress(props)}>${widths}<tbody>${body.join("")}</tbody></table>`;
}

/** A picture with what is written under it, as wide as somebody made it. */
function pictureHtml({ url = "", name = "", caption, previewWidth, source }: Props): string {
  const width = previewWidth ? ` width="${Math.round(previewWidth)}"` : "";
  const file = source ? ` data-file="${escape(source)}"` : "";
  const image = `<img${file} src="${escape(url)}" alt="${escape(name)}"${width}>`;
  return caption
    ? `<figure>${image}<figcaption>${escape(caption)}</figcaption></figure>`
    : `<p>${image}</p>`;
}

/** A picture of this pad stays one, and whatever else lies elsewhere is its address. */
function fileHtml({ type, props = {} }: PlainBlock): string {
  const { url = "", name = "", caption = "" } = props;
  if (type === "image" && url && ownPicture(url) === url) return pictureHtml(props);
  const line: Inline[] = [];
  append(line, caption || name || url, {}, isAllowedLink(url) ? url : null);
  return `<p>${inlineHtml(line)}</p>`;
}

/** A block's own element, without what is nested in it. */
function own(block: PlainBlock): string {
  const { type = "paragraph", props = {}, content } = block;
  const line = lineOf(block);
  if (isTable(content)) return tableHtml(content, props);
  if (isFile(block)) return fileHtml(block);
  if (type === "divider") return "<hr>";
  if (type === "quote")
    return `<blockquote${quoteDress(block, calloutOf(block))}>${filled(line)}</blockquote>`;
  if (type === "heading")
    return `<h${props.level ?? 1}${dress(props)}>${filled(line)}</h${props.level ?? 1}>`;
  if (type !== "codeBlock") return `<p${dress(props)}>${filled(line)}</p>`;
  const language = escape(props.language ?? "text");
  const code = lettersOf(line);
  const end = code.endsWith("\n") ? "\n" : "";
  const open = `<pre data-language="${language}"><code class="language-${language}">`;
  return `${open}${escape(code)}${end}</code></pre>`;
}

function item(block: PlainBlock): string {
  const { type, props = {} } = block;
  const box =
    type === "checkListItem" ? `<input type="checkbox"${props.checked ? " checked" : ""}>` : "";
  return `<li${dress(props)}>${box}<p>${filled(lineOf(block))}</p>${flow(block.children ?? [])}</li>`;
}

function toggle(block: PlainBlock): string {
  const { type, props = {} } = block;
  const head = type === "heading" ? own(block) : filled(lineOf(block));
  return `<details open${type === "heading" ? "" : dress(props)}><summary>${head}</summary>${flow(block.children ?? [])}</details>`;
}

/** Blocks one after the other; neighbours of one kind of list make one list. */
function flow(blocks: readonly PlainBlock[]): string {
  let html = "";
  let open = "";
  for (const block of blocks) {
    const list = block.type === "numberedListItem" ? "ol" : isListItem(block) ? "ul" : "";
    const start = block.props?.start;
    if (open && (open !== list || (list === "ol" && start !== undefined))) {
      html += `</${open}>`;
      open = "";
    }
    if (list && !open)
      html += start !== undefined && start !== 1 ? `<ol start="${start}">` : `<${list}>`;
    open = list;
    const under = block.children ?? [];
    if (list) html += item(block);
    else if (isToggle(block)) html += toggle(block);
    else
      html +=
        own(block) +
        (under.length > 0 ? `<div data-nested style="margin-left:24px">${flow(under)}</div>` : "");
  }
  return open ? `${html}</${open}>` : html;
}

/** Whole blocks. */
export const htmlOf = (blocks: readonly PlainBlock[]): string =>
  `<div data-fadepad ${KEEP_SPACES}>${flow(blocks)}</div>`;

/** A part of one line. */
export const htmlOfLine = (line: readonly Inline[]): string =>
  `<span data-fadepad ${KEEP_SPACES}>${line.map(part).join("")}</span>`;
