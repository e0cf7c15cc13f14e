/** The way to who unpacks: one file, and no longer than this. */
import { Refused } from "./refused";
import type { UnpackAnswer, UnpackOrder, UnpackSaid } from "./unpack.worker";

/** A text of the largest size takes a second; what takes longer is none (ms). */
const LONGEST = 20_000;

export function unpack(order: UnpackOrder): Promise<UnpackAnswer> {
  const worker = new Worker(new URL("./unpack.worker.ts", import.meta.url), { type: "module" });
  return new Promise<UnpackAnswer>((resolve, reject) => {
    const over = setTimeout(() => resolve({ refused: "large" }), LONGEST);
    let ready = false; // it is fetched, so what fails from now on is a fault
    const settle = (answer: () => void) => {
      clearTimeout(over);
      answer();
    };
    worker.addEventListener("message", ({ data }: MessageEvent<UnpackSaid>) => {
      if (data === "ready") ready = true;
      else settle(() => resolve(data));
    });
    worker.addEventListener("error", ({ message }) =>
      settle(() => reject(ready ? new Error(message) : new Refused("away"))),
    );
    worker.postMessage(order, [order.bytes]);
  }).finally(() => worker.terminate());
}
