/** Word and OpenDocument files are made beside the page: thousands of lines take their time, and nobody's typing waits for them. */
import type { About } from "../forms/about";
import type { PlainBlock } from "../forms/blocks";
import { docxOf } from "../forms/docx/write";
import { odtOf } from "../forms/odt/write";

export interface OfficeOrder {
  form: "docx" | "odt";
  blocks: readonly PlainBlock[];
  about: About;
}

/** `bytes`, or none where it failed. */
export interface OfficeAnswer {
  bytes?: Uint8Array<ArrayBuffer>;
}

const answer = (told: OfficeAnswer): void =>
  self.postMessage(told, { transfer: told.bytes ? [told.bytes.buffer] : [] });

addEventListener("message", ({ data }: MessageEvent<OfficeOrder>) => {
  const { form, blocks, about } = data;
  Promise.resolve(form === "docx" ? docxOf(blocks, about) : odtOf(blocks, about)).then(
    (bytes) => answer({ bytes: bytes as Uint8Array<ArrayBuffer> }),
    () => answer({}),
  );
});
