/** The workshop for Word and OpenDocument files: opened with the sheet, so that it is here when it is wanted. */
import type { OfficeAnswer, OfficeOrder } from "./office.worker";

interface Workshop {
  worker: Worker;
  /** Rejects where it does not come, or falls down. */
  failed: Promise<never>;
}

export class Office {
  #open: Workshop | null = this.#begun();

  #begun(): Workshop {
    const worker = new Worker(new URL("./office.worker.ts", import.meta.url), { type: "module" });
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener("error", () => {
        worker.terminate();
        if (this.#open?.worker === worker) this.#open = null; // the next file has a new one: the network may be back
        reject(new Error("the workshop is not here"));
      });
    });
    failed.catch(() => {}); // it may fail before a file is wanted
    return { worker, failed };
  }

  /** One file at a time. Rejects where it can't be made, or the workshop did not come. */
  async make(order: OfficeOrder): Promise<Uint8Array<ArrayBuffer>> {
    const { worker, failed } = (this.#open ??= this.#begun());
    const made = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
      const heard = ({ data }: MessageEvent<OfficeAnswer>) =>
        data.bytes ? resolve(data.bytes) : reject(new Error(`no ${order.form} came out`));
      worker.addEventListener("message", heard, { once: true });
    });
    worker.postMessage(order, []);
    return Promise.race([made, failed]);
  }

  close(): void {
    this.#open?.worker.terminate();
  }
}
