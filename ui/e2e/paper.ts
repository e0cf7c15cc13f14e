/** A long history: a real paper as it was typed, key by key. */
import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import type { MadePad } from "./server";
import { bring } from "./stranger";

const TRACE = new URL("../../tests/data/traces/automerge-paper.yupd.gz", import.meta.url).pathname;

/** Somebody who comes into a pad with the whole paper, and stays. */
export async function bringPaper(pad: MadePad): Promise<{ text: string; leave: () => void }> {
  const from = decoding.createDecoder(gunzipSync(await readFile(TRACE)));
  const doc = new Y.Doc();
  while (decoding.hasContent(from)) Y.applyUpdate(doc, decoding.readVarUint8Array(from));
  const provider = bring(pad, doc);
  return { text: doc.getText("text").toString(), leave: () => provider.destroy() };
}
