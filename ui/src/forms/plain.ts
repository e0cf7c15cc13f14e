/** The words alone, for whoever takes no form: nothing is escaped and no mark is written, only lists keep their signs. */
import { isFile, isTable, isToggle, lettersOf, lineOf, numbersOf, type PlainBlock } from "./blocks";

const STEP = "  ";

function signOf({ type, props }: PlainBlock, number: number | null): string {
  if (number !== null) return `${number}. `;
  if (type === "bulletListItem") return "- ";
  return type === "checkListItem" ? `- [${props?.checked ? "x" : " "}] ` : "";
}

function linesOf(blocks: readonly PlainBlock[], indent: string): string[] {
  const numbers = numbersOf(blocks);
  return blocks.flatMap((block, i) => {
    const sign = signOf(block, numbers[i] ?? null);
    const under = linesOf(block.children ?? [], indent + (sign || isToggle(block) ? STEP : ""));
    return [...ownLines(block, indent, sign), ...under];
  });
}

function ownLines(block: PlainBlock, indent: string, sign: string): string[] {
  const { type, content, props } = block;
  if (isTable(content))
    return content.rows.map(
      ({ cells }) =>
        indent + cells.map((cell) => lettersOf(cell.content).replaceAll("\n", " ")).join("\t"),
    );
  if (type === "divider") return [`${indent}---`];
  const file = isFile(block) ? props?.caption || props?.name || props?.url : "";
  const words = lettersOf(lineOf(block)) || file || "";
  return words
    .split("\n")
    .map((line, i) => indent + (i === 0 ? sign : " ".repeat(sign.length)) + line);
}

/** The blocks as plain text. */
export const wordsOf = (blocks: readonly PlainBlock[]): string => linesOf(blocks, "").join("\n");
