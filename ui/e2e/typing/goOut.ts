/** Going out of the last block of a text. */
import { comeTo } from "../browsers/hands";
import { isWhole, reads, type Block } from "./blocks";
import type { Desk } from "./desk";

/** The line above what one goes out of. */
export const first: Block = { kind: "paragraph", words: "first" };

/** Comes to the end of the last of two blocks; what has no words is selected from the line above. */
export async function comeToLast({ hands }: Desk, kind: string): Promise<void> {
  if (!isWhole(kind)) return comeTo(hands, 1, "end");
  await comeTo(hands, 0, "end");
  await hands.press("ArrowDown");
}

/** Lays a last block of each kind, goes out of it in this way and types. */
export async function goOut(
  desk: Desk,
  kinds: string[],
  way: (kind: string) => Promise<void>,
  expected: (last: Block) => string[] = (last) => [reads(last), "paragraph: go on"],
): Promise<void> {
  for (const kind of kinds) {
    const last = { kind, words: "last" };
    await desk.lay(first, last);
    await comeToLast(desk, kind);
    await way(kind);
    await desk.hands.type("go on");
    await desk.shows(["paragraph: first", ...expected(last)], kind);
  }
}
