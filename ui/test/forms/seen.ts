import { isEmptyLine, type PlainBlock } from "../../src/forms/blocks";
import { trimmed } from "../../src/forms/markdown/line";

/** What a block is where Markdown has the last word: without the marks that nobody sees on spaces, and without empty lines at the end. */
export function seen(blocks: readonly PlainBlock[]): PlainBlock[] {
  const all = blocks.map((block) => {
    const content = block.content;
    const isLine = Array.isArray(content) && block.type !== "codeBlock";
    const line = isLine ? { content: trimmed(content) } : {};
    const table =
      content && !Array.isArray(content)
        ? {
            content: {
              ...content,
              rows: content.rows.map(({ cells }) => ({
                cells: cells.map((cell) => ({ ...cell, content: trimmed(cell.content) })),
              })),
            },
          }
        : {};
    return {
      ...block,
      ...line,
      ...table,
      ...(block.children && { children: seen(block.children) }),
    };
  });
  while (all.length > 0 && isEmptyLine(all.at(-1) as PlainBlock)) all.pop();
  while (all.length > 0 && isEmptyLine(all[0] as PlainBlock)) all.shift();
  return all.map((block) => {
    if (block.children?.length === 0) delete block.children;
    return block;
  });
}
