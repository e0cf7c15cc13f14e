/** The way to who makes pictures smaller: a worker beside the page, and the page itself where that has no canvas. */
import { picture, type Shrunk } from "./picture";
import type { ShrinkSaid } from "./shrink.worker";

/** The largest picture of a phone takes seconds; what takes longer is none (ms). */
const LONGEST_MS = 30_000;

const inPage = (file: Blob): Promise<Shrunk> =>
  picture(file, {
    canvas: (width, height) => Object.assign(document.createElement("canvas"), { width, height }),
    encode: (made, type, quality) =>
      new Promise((resolve, reject) =>
        made.toBlob(
          (blob) => (blob ? resolve(blob) : reject(new Error("no picture"))),
          type,
          quality,
        ),
      ),
  });

function inWorker(file: Blob): Promise<Shrunk> {
  const worker = new Worker(new URL("./shrink.worker.ts", import.meta.url), { type: "module" });
  return new Promise<Shrunk>((resolve, reject) => {
    const fail = () => reject(new Error("no picture"));
    const over = setTimeout(fail, LONGEST_MS);
    worker.addEventListener("message", ({ data }: MessageEvent<ShrinkSaid>) => {
      clearTimeout(over);
      if ("failed" in data) fail();
      else resolve(data);
    });
    worker.addEventListener("error", fail);
    worker.postMessage(file, []);
  }).finally(() => worker.terminate());
}

export const shrink = (file: Blob): Promise<Shrunk> =>
  "OffscreenCanvas" in window ? inWorker(file).catch(() => inPage(file)) : inPage(file);

/** How large a picture is, upright, before all of it is read; `null` where this browser can't show it. */
export async function sizeOf(file: Blob): Promise<{ width: number; height: number } | null> {
  const url = URL.createObjectURL(file);
  const image = new Image();
  try {
    await new Promise((resolve, reject) => {
      image.addEventListener("load", resolve);
      image.addEventListener("error", reject);
      image.src = url;
    });
    return { width: image.naturalWidth, height: image.naturalHeight };
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}
