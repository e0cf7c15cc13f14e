/**
 * What was copied comes into order, whichever way it was copied: blocks get ids of their own, since one id for two blocks is one block
 * to the menus, and a cell over several columns says no width that is none.
 */
import { createExtension } from "@blocknote/core";
import { Plugin, type EditorState, type Transaction } from "@tiptap/pm/state";
import { uuidv4 } from "lib0/random";
import { ySyncPluginKey } from "../../binding";

/** What others wrote is never answered with an edit: two pages that did would repair each other's repairs. */
const isLocal = (tr: Transaction): boolean => tr.docChanged && !tr.getMeta(ySyncPluginKey);

/** The stretches of the document that these transactions put there, as pairs of positions in what they left. */
function putThere(transactions: readonly Transaction[]): [number, number][] {
  const stretches: [number, number][] = [];
  transactions.forEach((tr, nth) => {
    const later = transactions.slice(nth + 1);
    tr.mapping.maps.forEach((map, step) => {
      map.forEach((_from, _to, from, to) => {
        const rest = tr.mapping.slice(step + 1);
        const ends = [rest.map(from, -1), rest.map(to, 1)] as const;
        const [start, end] = ends.map((end, side) =>
          later.reduce((pos, next) => next.mapping.map(pos, side === 0 ? -1 : 1), end),
        ) as [number, number];
        if (end > start) stretches.push([start, end]);
      });
    });
  });
  return stretches;
}

/** Blocks that begin in one of these stretches and whose id another block has, too. */
function doubles({ doc }: EditorState, stretches: readonly [number, number][]): number[] {
  const isNew = (pos: number): boolean => stretches.some(([from, to]) => pos >= from && pos < to);
  const fresh = new Map<number, string>();
  for (const [from, to] of stretches) {
    doc.nodesBetween(from, to, (node, pos) => {
      if (node.type.isInGroup("bnBlock") && isNew(pos)) fresh.set(pos, node.attrs.id as string);
      return !node.isTextblock;
    });
  }
  if (fresh.size === 0) return [];
  const seen = new Set<string>();
  doc.descendants((node, pos) => {
    if (node.type.isInGroup("bnBlock") && !isNew(pos)) seen.add(node.attrs.id as string);
    return !node.isTextblock;
  });
  return [...fresh]
    .filter(([, id]) => id !== null && (seen.has(id) || !seen.add(id)))
    .map(([pos]) => pos);
}

/** Widths that are numbers; BlockNote says `undefined` of a column that nobody has drawn wider, which comes back as `NaN`. */
function widthsOf(widths: unknown): readonly number[] | null {
  if (!Array.isArray(widths)) return null;
  const known = widths.map((width: unknown) => (Number.isFinite(width) ? (width as number) : 0));
  return known.some((width) => width > 0) ? known : null;
}

/** The cells in these stretches that say of a column that it is no number wide. */
function cellsWithout({ doc }: EditorState, stretches: readonly [number, number][]): number[] {
  const cells: number[] = [];
  for (const [from, to] of stretches)
    doc.nodesBetween(from, to, ({ attrs, isTextblock }, pos) => {
      const widths: unknown = attrs.colwidth;
      if (Array.isArray(widths) && !widths.every(Number.isFinite)) cells.push(pos);
      return !isTextblock;
    });
  return cells;
}

function appendTransaction(
  transactions: readonly Transaction[],
  _before: EditorState,
  state: EditorState,
): Transaction | null {
  if (
    !transactions.some((tr) => tr.docChanged) ||
    !transactions.every((tr) => !tr.docChanged || isLocal(tr))
  )
    return null;
  const stretches = putThere(transactions);
  const [copies, cells] = [doubles(state, stretches), cellsWithout(state, stretches)];
  if (copies.length + cells.length === 0) return null;
  const { tr } = state;
  for (const pos of cells)
    tr.setNodeAttribute(pos, "colwidth", widthsOf(tr.doc.nodeAt(pos)?.attrs.colwidth));
  for (const pos of copies) tr.setNodeAttribute(pos, "id", uuidv4());
  return tr;
}

export const copies = createExtension({
  key: "fadepad-copies",
  prosemirrorPlugins: [new Plugin({ appendTransaction })],
});
