/** A picture as it is sent: at most as large as a projector shows, drawn anew, so that what a camera wrote beside it is gone. */

/** The longer side (px): what a projector shows, twice over. */
export const LONGEST = 2560;
const QUALITY = 0.85;

export interface Shrunk {
  blob: Blob;
  width: number;
  height: number;
}

/** What draws: a worker's canvas or the page's. */
export interface Drawer<Canvas> {
  canvas: (width: number, height: number) => Canvas;
  encode: (canvas: Canvas, type: string, quality?: number) => Promise<Blob>;
}

interface Drawable {
  getContext(kind: "2d"): {
    drawImage(image: ImageBitmap, x: number, y: number, width: number, height: number): void;
  } | null;
}

/** Kinds that may have clear parts, or few colours: letters stay sharp in PNG. */
const IS_DRAWN = /^image\/(png|webp|avif)$/;

/** Of two forms the smaller one; one that this browser can't write comes as another. */
async function smallest<Canvas>(
  canvas: Canvas,
  encode: Drawer<Canvas>["encode"],
  types: readonly string[],
): Promise<Blob> {
  const made = await Promise.all(types.map((type) => encode(canvas, type, QUALITY)));
  return made.reduce((best, blob) => (blob.size < best.size ? blob : best));
}

/** Throws where the browser can't read it. A drawing that moves stays as it is. */
export async function picture<Canvas extends Drawable>(
  file: Blob,
  { canvas, encode }: Drawer<Canvas>,
): Promise<Shrunk> {
  const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  if (file.type === "image/gif") {
    bitmap.close();
    return { blob: file, width, height };
  }
  const sheet = canvas(width, height);
  sheet.getContext("2d")?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const types = IS_DRAWN.test(file.type) ? ["image/png", "image/webp"] : ["image/jpeg"];
  return { blob: await smallest(sheet, encode, types), width, height };
}
