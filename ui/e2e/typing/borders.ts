/** Delete and Backspace between every two kinds of blocks, and what they should leave. */
import { comeTo } from "../browsers/hands";
import { isWhole, KINDS, reads, WORDS, type Block } from "./blocks";
import type { Desk } from "./desk";

/** The line around each pair. */
export const z: Block = { kind: "paragraph", words: "z" };

/** How a block reads when `x` has been typed at its start or its end. */
export function withX(block: Block, where: "start" | "end"): string[] {
  if (isWhole(block.kind)) return [reads(block), "paragraph: x"];
  const words = block.words ?? "";
  if (block.kind !== "table")
    return [reads({ ...block, words: where === "start" ? `x${words}` : `${words}x` })];
  return [
    where === "start"
      ? `table: x${words} | b1 | a2 | ${words}`
      : `table: ${words} | b1 | a2 | ${words}x`,
  ];
}

/** Delete at the end of `a`, then x. */
function afterDelete(a: Block, b: Block): string[] {
  if (isWhole(a.kind)) return withX(b, "start");
  if (WORDS.includes(a.kind) && WORDS.includes(b.kind)) return [`${a.kind}: aaxbb`];
  return [reads(a), ...withX(b, "start")];
}

/** Backspace at the start of `b`, then x: other kinds become paragraphs first. */
function afterBackspace(a: Block, b: Block): string[] {
  if (isWhole(b.kind)) return [reads(a)];
  if (b.kind === "table") return [reads(a), ...withX(b, "start")];
  if (b.kind !== "paragraph") return [reads(a), "paragraph: xbb"];
  return WORDS.includes(a.kind) ? [`${a.kind}: aaxbb`] : [...withX(a, "end"), reads(b)];
}

/** Lays `a` before each of these kinds of blocks, and does the same to each pair, from the last one up; `between`: before each. */
export async function eachPair(
  { hands, lay, shows }: Desk,
  kind: string,
  key: "Delete" | "Backspace",
  kinds = KINDS,
  between: () => Promise<void> = async () => {},
): Promise<void> {
  const a = { kind, words: "aa" };
  const pairs = kinds.map((below) => [a, { kind: below, words: "bb" }] as const);
  await lay(z, ...pairs.flatMap(([, b]) => [a, b, z]));
  const expected = ["paragraph: z"];
  for (let nth = pairs.length - 1; nth >= 0; nth -= 1) {
    const at = 1 + 3 * nth + (key === "Delete" ? 0 : 1);
    await between();
    const acted = key === "Delete" ? kind : (kinds[nth] ?? "");
    if (!isWhole(acted)) await comeTo(hands, at, key === "Delete" ? "end" : "start");
    else {
      await comeTo(hands, key === "Delete" ? at - 1 : at + 1, key === "Delete" ? "end" : "start");
      await hands.press(key === "Delete" ? "ArrowDown" : "ArrowUp");
    }
    await hands.press(key);
    if (!(isWhole(acted) && key === "Backspace")) await hands.type("x");
  }
  for (const [, b] of pairs)
    expected.push(...(key === "Delete" ? afterDelete(a, b) : afterBackspace(a, b)), "paragraph: z");
  await shows(expected, `${key} beside ${kind}`);
}
