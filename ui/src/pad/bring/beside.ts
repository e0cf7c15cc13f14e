/** A document that could not go on in the place of a text, since others had begun to write it: its words come below theirs. */
import { toast } from "../../kit/Toast";
import { b } from "../../strings/take";
import type { PadSession } from "../session";
import { putBrought, type Taker } from "./put";
import { missingIn, type Brought } from "./state";

export async function putBeside(
  editor: Taker,
  { fragment }: PadSession,
  { blocks, ids }: Brought,
): Promise<void> {
  await putBrought(editor, missingIn(fragment, blocks, ids), "end");
  toast(b.beside);
}
