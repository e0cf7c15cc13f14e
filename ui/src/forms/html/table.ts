/** Tables of HTML: cells hold one line each, and every row is as wide as the widest. */
import {
  joined,
  lettersOf,
  lineOf,
  isTable,
  numbersOf,
  type Cell,
  type Inline,
  type PlainBlock,
  type Table,
} from "../blocks";
import { propsOf } from "./looks";

/** The most columns or rows that a cell may span: whoever says more means "all". */
const MAX_SPAN = 100;

const SIGNS: Record<string, string> = { bulletListItem: "• ", toggleListItem: "• " };

const words = (text: string): Inline[] => (text ? [{ type: "text", text, styles: {} }] : []);

/** What stands in a cell as lines: a cell has no blocks of its own. */
function linesIn(blocks: readonly PlainBlock[]): Inline[][] {
  const numbers = numbersOf(blocks);
  return blocks.flatMap((block, i) => {
    const { type = "", content, props, children = [] } = block;
    if (isTable(content))
      return content.rows.map(({ cells }) =>
        words(cells.map((cell) => lettersOf(cell.content)).join("\t")),
      );
    const number = numbers[i] ?? null;
    const box = props?.checked ? "☑ " : "☐ ";
    const sign =
      number === null ? (type === "checkListItem" ? box : (SIGNS[type] ?? "")) : `${number}. `;
    return [joined([[...words(sign), ...lineOf(block)]]), ...linesIn(children)];
  });
}

/** The inside of a cell as one line with breaks, without empty ones at its ends. */
export function cellLine(blocks: readonly PlainBlock[]): Inline[] {
  const lines = linesIn(blocks);
  while (lines.length > 0 && lines[0]?.length === 0) lines.shift();
  while (lines.length > 0 && lines.at(-1)?.length === 0) lines.pop();
  return joined(lines);
}

const children = (element: Element, tags: string): Element[] =>
  [...element.children].filter(({ tagName }) => tags.split(" ").includes(tagName));

/** The rows of this table, not of those inside it. */
const rowsOf = (table: Element): Element[] =>
  [...table.children].flatMap((part) => (part.tagName === "TR" ? [part] : children(part, "TR")));

const spanOf = (cell: Element, name: string): number =>
  Math.min(MAX_SPAN, Math.max(1, Number.parseInt(cell.getAttribute(name) ?? "1", 10) || 1));

function cellOf(cell: Element, read: (cell: Element) => Inline[]): Cell {
  const own = cell.hasAttribute("data-text-alignment");
  const { textColor, backgroundColor, textAlignment } = propsOf(cell);
  const [colspan, rowspan] = [spanOf(cell, "colspan"), spanOf(cell, "rowspan")];
  const props = {
    ...(colspan > 1 && { colspan }),
    ...(rowspan > 1 && { rowspan }),
    ...(textColor && { textColor }),
    ...(backgroundColor && { backgroundColor }),
    ...(own && textAlignment && { textAlignment }),
  };
  return {
    type: "tableCell",
    ...(Object.keys(props).length > 0 && { props }),
    content: read(cell),
  };
}

const isHead = (cell: Element | undefined): boolean => cell?.tagName === "TH";

/** How many rows and columns are heads: as this program said, else the first of each where all its cells are heads. */
function heads(table: Element, rows: Element[][]): Pick<Table, "headerRows" | "headerCols"> {
  const told = (name: string) => Math.min(MAX_SPAN, Number(table.getAttribute(name)) || 0);
  let [headerRows, headerCols] = [told("data-header-rows"), told("data-header-cols")];
  if (!headerRows && !headerCols) {
    headerRows = rows[0]?.every(isHead) ? 1 : 0;
    headerCols = rows.length > 1 && rows.every(([first]) => isHead(first)) ? 1 : 0;
  }
  return { ...(headerRows && { headerRows }), ...(headerCols && { headerCols }) };
}

/** Rows may not reach below the table, and short ones get empty cells. */
function squared(table: Table): Table {
  const { rows } = table;
  rows.forEach(({ cells }, y) => {
    for (const { props } of cells)
      if (props?.rowspan) props.rowspan = Math.min(props.rowspan, rows.length - y);
  });
  const taken = rows.map(() => 0);
  rows.forEach(({ cells }, y) => {
    for (const { props } of cells)
      for (let below = 0; below < (props?.rowspan ?? 1); below += 1)
        taken[y + below] = (taken[y + below] ?? 0) + (props?.colspan ?? 1);
  });
  const width = Math.max(...taken);
  rows.forEach(({ cells }, y) => {
    for (let i = taken[y] ?? 0; i < width; i += 1) cells.push({ type: "tableCell", content: [] });
  });
  return table;
}

const widthsOf = (table: Element): number[] | null => {
  if (!table.closest("[data-fadepad]")) return null; // those of others belong to their paper
  const columns = children(table, "COLGROUP").flatMap((group) => children(group, "COL"));
  const widths = columns.map((column) => Number(column.getAttribute("width")) || 0);
  return widths.some(Boolean) ? widths : null;
};

/** The table as a block; `null` where it has no cell. `read` gives a cell's line. */
export function tableOf(table: Element, read: (cell: Element) => Inline[]): PlainBlock | null {
  const rows = rowsOf(table)
    .map((row) => children(row, "TD TH"))
    .filter((cells) => cells.length > 0);
  if (rows.length === 0) return null;
  const widths = widthsOf(table);
  const content = squared({
    type: "tableContent",
    ...(widths && { columnWidths: widths.map((width) => width || undefined) }),
    ...heads(table, rows),
    rows: rows.map((cells) => ({ cells: cells.map((cell) => cellOf(cell, read)) })),
  });
  const { textColor } = propsOf(table);
  return { type: "table", ...(textColor && { props: { textColor } }), content };
}
