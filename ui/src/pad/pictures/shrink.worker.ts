/** Makes a picture as large as a projector shows, upright, and without what a camera writes beside it. */
import { picture, type Drawer, type Shrunk } from "./picture";

export type ShrinkSaid = Shrunk | { failed: true };

const drawer: Drawer<OffscreenCanvas> = {
  canvas: (width, height) => new OffscreenCanvas(width, height),
  encode: (made, type, quality) => made.convertToBlob({ type, quality }),
};

const say = (said: ShrinkSaid): void => self.postMessage(said, { transfer: [] });

addEventListener("message", ({ data }: MessageEvent<Blob>) => {
  picture(data, drawer).then(say, () => say({ failed: true }));
});
