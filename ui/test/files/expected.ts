/** What a reader has to find of a document, one line a block, in the words of `readers.ts`. */
import { isTable, lettersOf, lineOf, numbersOf, type PlainBlock } from "../../src/forms/blocks";
import { xmlText } from "../../src/forms/xml";

function signOf({ type, props }: PlainBlock, number: number | null): string {
  if (type === "heading") return `h${props?.level}: `;
  if (type === "codeBlock") return "code: ";
  if (type === "bulletListItem") return "bullet: ";
  if (type === "checkListItem") return `bullet: ${props?.checked ? "☑" : "☐"} `;
  return number === null ? "text: " : `${number}: `;
}

export function expected(blocks: readonly PlainBlock[]): string[] {
  const numbers = numbersOf(blocks);
  return blocks.flatMap((block, i) => {
    const { content, props } = block;
    const under = expected(block.children ?? []);
    if (isTable(content))
      return content.rows.flatMap(({ cells }) =>
        cells.map(
          ({ props, content }) =>
            `cell ${props?.rowspan ?? 1}x${props?.colspan ?? 1}: ${lettersOf(content)}`,
        ),
      );
    const words = xmlText(lettersOf(lineOf(block))) || (props?.caption ?? "");
    if (!words) return under;
    return [signOf(block, numbers[i] ?? null) + words, ...under];
  });
}

/** Spaces beside each other count as one for most readers, and so does a tab. */
export const alike = (lines: readonly string[]): string[] =>
  lines
    .filter((line) => line !== "text: ")
    .map((line) => (line.startsWith("code: ") ? line : line.replace(/[ \t\u00a0]+/g, " ").trim()));
