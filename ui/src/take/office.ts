/** The workshop for Word and OpenDocument files: opened with the sheet, so that it is here when it is wanted. */
import type { OfficeAnswer, OfficeOrder } from "./office.worker";

export class Office {
  readonly #worker = new Worker(new URL("./office.worker.ts", import.meta.url), { type: "module" });

  /** One file at a time. Rejects where it can't be made, or the workshop did not come. */
  make(order: OfficeOrder): Promise<Uint8Array<ArrayBuffer>> {
    return new Promise((resolve, reject) => {
      const heard = ({ data }: MessageEvent<OfficeAnswer>) =>
        data.bytes ? resolve(data.bytes) : reject(new Error(`no ${order.form} came out`));
      const failed = () => reject(new Error("the workshop is not here"));
      this.#worker.addEventListener("message", heard, { once: true });
      this.#worker.addEventListener("error", failed, { once: true });
      this.#worker.postMessage(order, []);
    });
  }

  close(): void {
    this.#worker.terminate();
  }
}
