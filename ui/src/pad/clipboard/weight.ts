/** What pasted blocks take in the pad. */
import type { PlainBlock } from "../../forms/blocks";

/** Bytes of a block or a cell with nothing in it: its elements, its id, its colours. */
const EMPTY = 220;

export const bytesIn = (letters: string): number => new TextEncoder().encode(letters).byteLength;

/** About so many bytes, and seldom fewer. */
export function weightOf(blocks: readonly PlainBlock[]): number {
  let holders = 0;
  const json = JSON.stringify(blocks, (key, value: unknown) => {
    const isHolder =
      value !== null &&
      typeof value === "object" &&
      !Array.isArray(value) &&
      !("text" in value) &&
      !("href" in value);
    if (isHolder && key !== "styles" && key !== "props") holders += 1;
    return value;
  });
  return bytesIn(json) + EMPTY * holders;
}
