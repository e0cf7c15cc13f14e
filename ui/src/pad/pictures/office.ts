/** The pictures of a text as every office reads them: what only browsers show is drawn anew. */
import type { PlainBlock } from "../../forms/blocks";
import { pictureKind, type OfficePicture, type OfficePictures } from "../../forms/media";
import { keptFiles } from "./gather";
import { LONGEST } from "./picture";

const AS_THEY_ARE = new Set(["png", "jpg", "gif"]);

async function drawnAnew(blob: Blob): Promise<OfficePicture> {
  const bitmap = await createImageBitmap(blob);
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [bitmap.width, bitmap.height].map((side) =>
    Math.max(1, Math.round(side * scale)),
  ) as [number, number];
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!png) throw new Error("a picture can't be drawn");
  return { bytes: new Uint8Array(await png.arrayBuffer()), kind: "png", width, height };
}

async function asOffice(blob: Blob): Promise<OfficePicture> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const kind = pictureKind(bytes)?.ending ?? "";
  if (!AS_THEY_ARE.has(kind)) return drawnAnew(blob);
  const bitmap = await createImageBitmap(blob);
  const { width, height } = bitmap;
  bitmap.close();
  return { bytes, kind: kind as "png", width, height };
}

/** One that can't be read is not among them: its words stand in its place. */
export async function officePictures(
  blocks: readonly PlainBlock[],
  onLost: () => void,
): Promise<OfficePictures> {
  const pictures = new Map<string, OfficePicture>();
  for (const [path, blob] of await keptFiles(blocks, { pictures: true, onLost })) {
    const picture = await asOffice(blob).catch(() => null);
    if (picture) pictures.set(path, picture);
  }
  return pictures;
}
