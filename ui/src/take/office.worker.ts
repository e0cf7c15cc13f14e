/**
 * Word and OpenDocument files are made beside the page, and zips: thousands of lines and pictures take their time, and nobody's typing
 * waits for them.
 */
import { zipSync } from "fflate";
import type { About } from "../forms/about";
import type { PlainBlock } from "../forms/blocks";
import { docxOf } from "../forms/docx/write";
import type { OfficePictures } from "../forms/media";
import { odtOf } from "../forms/odt/write";

/** `pictures`: those of the text, by the paths by which it refers to them. */
export type OfficeOrder =
  | {
      form: "docx" | "odt";
      blocks: readonly PlainBlock[];
      about: About;
      pictures?: OfficePictures;
    }
  | { form: "zip"; files: Record<string, Uint8Array<ArrayBuffer>> };

/** `bytes`, or none where it failed. */
export interface OfficeAnswer {
  bytes?: Uint8Array<ArrayBuffer>;
}

const answer = (told: OfficeAnswer): void =>
  self.postMessage(told, { transfer: told.bytes ? [told.bytes.buffer] : [] });

/** Pictures are packed already: as they are, any program finds them there. */
const packed = (files: Record<string, Uint8Array>): Uint8Array =>
  zipSync(files, { level: 0, mtime: new Date() });

async function made(order: OfficeOrder): Promise<Uint8Array> {
  if (order.form === "zip") return packed(order.files);
  const { form, blocks, about, pictures } = order;
  return form === "docx" ? docxOf(blocks, about, pictures) : odtOf(blocks, about, pictures);
}

addEventListener("message", ({ data }: MessageEvent<OfficeOrder>) => {
  made(data).then(
    (bytes) => answer({ bytes: bytes as Uint8Array<ArrayBuffer> }),
    () => answer({}),
  );
});
