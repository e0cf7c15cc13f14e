/** Tick boxes that are letters at the beginning of a line, as offices print them, as boxes that one can tick. */
import { lettersOf, lineOf, type Inline, type PlainBlock } from "./blocks";

const BOX = /^\s*([☐☑☒])\s*/u;
const LINES = new Set(["paragraph", "bulletListItem"]);

function withoutBox(line: readonly Inline[]): Inline[] {
  const [first, ...rest] = line;
  if (first?.type !== "text") return [...line];
  const text = first.text.replace(BOX, "");
  if (text) return [{ ...first, text }, ...rest];
  const [next, ...others] = rest;
  return next?.type === "text" ? [{ ...next, text: next.text.trimStart() }, ...others] : rest;
}

export const withTicks = (blocks: readonly PlainBlock[]): PlainBlock[] =>
  blocks.map((block) => {
    const children = block.children ? { children: withTicks(block.children) } : {};
    const line = lineOf(block);
    const sign = LINES.has(block.type ?? "") ? BOX.exec(lettersOf(line))?.[1] : undefined;
    if (!sign) return { ...block, ...children };
    const props = { ...block.props, checked: sign !== "☐" };
    return { ...block, ...children, type: "checkListItem", props, content: withoutBox(line) };
  });
