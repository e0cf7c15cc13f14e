/**
 * A ragged table is shown whole: with the cells that its rows lack, and spans that fit. What is made up is written only by
 * who changes it.
 */
import type { Attrs, Node } from "prosemirror-model";
import { TableMap } from "prosemirror-tables";
import { madeUp } from "./misfits";
import { Part, type Kid } from "./shown";

/** A table with more places than this is shown without its spans. */
const PLACES_MAX = 100_000;
/**
 * No two people who change a table at once leave more gaps than this; a row of a thousand cells above a thousand empty ones
 * has a million.
 */
const GAPS_MAX = 4000;
/** Each round mends what the one before has brought to light. */
const ROUNDS = 8;

export const isTable = (node: Node): boolean => node.type.spec.tableRole === "table";

const cellsOf = (row: Part): Part[] => row.kids.filter((kid): kid is Part => kid instanceof Part);
const rowsOf = cellsOf;

/** The same part with another node around other children. */
const rebuilt = (part: Part, kids: readonly Kid[], attrs: Attrs = part.node.attrs): Part => {
  const nodes = kids.flatMap((kid) => (kid instanceof Part ? [kid.node] : [...kid.nodes]));
  const fresh = new Part(
    part.source,
    part.node.type.create(attrs, nodes, part.node.marks),
    kids,
    part.misfit,
  );
  fresh.mixed = !isTable(part.node); // how a row or a cell is shown depends on the whole table
  return fresh;
};

const withAttrs = (cell: Part, attrs: Attrs): Part =>
  rebuilt(cell, cell.kids, { ...cell.node.attrs, ...attrs });

/** Maps every cell; the same table if nothing changes. */
function eachCell(table: Part, change: (cell: Part, at: number) => Part): Part {
  let at = 1;
  const rows = rowsOf(table).map((row) => {
    let place = at;
    at += row.size;
    const cells = cellsOf(row).map((cell) => {
      const next = change(cell, place);
      place += cell.size;
      return next;
    });
    return cells.every((cell, i) => cell === row.kids[i]) ? row : rebuilt(row, cells);
  });
  return rows.every((row, i) => row === table.kids[i]) ? table : rebuilt(table, rows);
}

function withoutSpans(table: Part): Part {
  return eachCell(table, (cell) => withAttrs(cell, { colspan: 1, rowspan: 1, colwidth: null }));
}

const placesOf = (table: Part): number => {
  const widths = rowsOf(table).map((row) =>
    cellsOf(row).reduce((sum, { node }) => sum + node.attrs.colspan * node.attrs.rowspan, 0),
  );
  return widths.reduce((most, width) => Math.max(most, width), 0) * widths.length;
};

type Problem = NonNullable<TableMap["problems"]>[number];

/** What one round changes of spans and widths, by the cell's place. */
function narrowed(table: Part, problems: readonly Problem[]): Part {
  const changes = new Map<number, (attrs: Attrs) => Attrs>();
  for (const problem of problems) {
    if (problem.type === "collision")
      changes.set(problem.pos, ({ colspan }) => ({
        colspan: Math.max(1, colspan - problem.n),
        colwidth: null,
      }));
    if (problem.type === "overlong_rowspan")
      changes.set(problem.pos, ({ rowspan }) => ({ rowspan: Math.max(1, rowspan - problem.n) }));
    if (problem.type === "colwidth mismatch")
      changes.set(problem.pos, () => ({ colwidth: problem.colwidth }));
  }
  if (changes.size === 0) return table;
  return eachCell(table, (cell, at) => {
    const change = changes.get(at - 1);
    return change ? withAttrs(cell, change(cell.node.attrs)) : cell;
  });
}

function filled(table: Part, problems: readonly Problem[]): Part {
  const missing = new Map<number, number>();
  for (const problem of problems)
    if (problem.type === "missing")
      missing.set(problem.row, (missing.get(problem.row) ?? 0) + problem.n);
  if (missing.size === 0) return table;
  const rows = rowsOf(table).map((row, at) => {
    const count = missing.get(at) ?? 0;
    const cell =
      (row.kids[0] as Part | undefined)?.node.type ?? row.node.type.contentMatch.defaultType;
    const added = Array.from({ length: count }, () => cell?.createAndFill()).flatMap((node) =>
      node ? [madeUp(node, "cell")] : [],
    );
    return count === 0 ? row : rebuilt(row, [...row.kids, ...added]);
  });
  return rebuilt(table, rows);
}

/** How many cells rows lack beside the longest one, where no cell spans. */
function gapsOf(table: Part): number {
  const widths = rowsOf(table).map(({ kids }) => kids.length);
  const most = widths.reduce((one, other) => Math.max(one, other), 0);
  return widths.reduce((gaps, width) => gaps + most - width, 0);
}

const gapsIn = (problems: readonly Problem[]): number =>
  problems.reduce((gaps, problem) => gaps + (problem.type === "missing" ? problem.n : 0), 0);

/** The table with every row as wide as the widest; `null` where so much is missing that it can't be shown. */
export function whole(table: Part): Part | null {
  const unspanned = () => (gapsOf(table) > GAPS_MAX ? null : mended(withoutSpans(table)));
  return placesOf(table) > PLACES_MAX ? unspanned() : (mended(table) ?? unspanned());
}

function mended(table: Part): Part | null {
  let shown = table;
  for (let round = 0; round < ROUNDS; round++) {
    const { problems } = TableMap.get(shown.node);
    if (!problems) return shown;
    if (gapsIn(problems) > GAPS_MAX) return null;
    const next = filled(narrowed(shown, problems), problems);
    if (next === shown) return shown;
    shown = next;
  }
  return shown;
}

/** How many rows and which spans: what an edit of the shape changes. */
export function shapeOf(table: Node): string {
  return table.children
    .map((row) => row.children.map(({ attrs }) => `${attrs.colspan}x${attrs.rowspan}`).join(" "))
    .join("|");
}
