/**
 * The corpus: clipboards as programs write them (`text.html`, `text.txt`, `vscode.json`), and beside each the blocks that
 * it should become.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Inline, PlainBlock } from "../../src/forms/blocks";

export interface Clipboard {
  name: string;
  /** What lies on it, by type. */
  flavours: Record<string, string>;
  /** The blocks in short form, see `brief`. */
  expected: unknown;
}

const HERE = import.meta.dirname;
const TYPES = {
  "text.html": "text/html",
  "text.txt": "text/plain",
  "vscode.json": "vscode-editor-data",
};

function clipboard(name: string): Clipboard {
  const at = (file: string) => join(HERE, name, file);
  const read = (file: string) => readFileSync(at(file), "utf8");
  const there = Object.entries(TYPES).filter(([file]) => existsSync(at(file)));
  return {
    name,
    flavours: Object.fromEntries(there.map(([file, type]) => [type, read(file)])),
    expected: JSON.parse(read("expected.json")),
  };
}

export const CLIPBOARDS: Clipboard[] = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => clipboard(name));

const USUAL: Record<string, unknown> = {
  textColor: "default",
  backgroundColor: "default",
  textAlignment: "left",
  isToggleable: false,
  colspan: 1,
  rowspan: 1,
};

/** Without what is as usual. */
const unusual = (props: object = {}): object =>
  Object.fromEntries(
    Object.entries(props).filter(
      ([name, value]) => value !== undefined && value !== null && value !== USUAL[name],
    ),
  );

/** A line: a string where it is plain, else its runs, with their marks and addresses beside the text. */
function briefLine(line: readonly Inline[]): unknown {
  const runs = line.flatMap((part): unknown[] =>
    part.type === "link"
      ? part.content.map(({ text, styles }) => ({ text, ...styles, href: part.href }))
      : Object.keys(part.styles).length > 0
        ? [{ text: part.text, ...part.styles }]
        : [part.text],
  );
  return runs.length === 0 ? "" : runs.length === 1 && typeof runs[0] === "string" ? runs[0] : runs;
}

/** Blocks in short form: no ids, no usual props, no empty children. */
export function brief(blocks: readonly PlainBlock[]): unknown[] {
  return blocks.map(({ type, props, content, children = [] }) => {
    const own = unusual(props);
    const table = content && !Array.isArray(content) ? content : null;
    const line = Array.isArray(content) ? briefLine(content) : "";
    const rows = table?.rows.map(({ cells }) =>
      cells.map((cell) => {
        const span = unusual(cell.props);
        return Object.keys(span).length > 0
          ? { ...span, content: briefLine(cell.content) }
          : briefLine(cell.content);
      }),
    );
    return {
      type,
      ...(Object.keys(own).length > 0 && { props: own }),
      ...(table && {
        ...(table.headerRows && { headerRows: table.headerRows }),
        ...(table.headerCols && { headerCols: table.headerCols }),
        rows,
      }),
      ...(line !== "" && { content: line }),
      ...(children.length > 0 && { children: brief(children) }),
    };
  });
}
