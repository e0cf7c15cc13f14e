/** What the server says of an end, asked again a few times while pages drop their copies. */
import { useEffect, useState } from "react";
import { api, ApiError, type Ending } from "../api";

/** Pauses (ms) between the questions: most pages drop their copy at once, sleeping ones later or never. */
const ASK_AFTER_MS = [0, 600, 1200, 2500, 5000, 10_000, 20_000] as const;

/** What is known of the end; `null` where the question was not answered. */
const ask = (pad: string, key: string): Promise<Ending | null> =>
  api.pad(pad, key).then(
    () => null,
    (error: unknown) => (error instanceof ApiError && error.status === 410 ? error.ending : null),
  );

const isWhole = ({ why, people_told = 0, copies_dropped = 0 }: Ending): boolean =>
  why === undefined || copies_dropped >= people_told;

export interface Receipt {
  ending: Ending;
  /** It is all that can be known: nothing more is asked. */
  settled: boolean;
}

/** `dropped`: the copy in this page is gone, which is told first; not while there is one, or where there never was. */
export function useReceipt(pad: string, key: string, first: Ending, dropped: boolean): Receipt {
  const [receipt, setReceipt] = useState<Receipt>({ ending: first, settled: false });
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const take = (told: Ending | null, settled = false) =>
      signal.aborted ||
      setReceipt((known) => ({
        ending: { ...known.ending, ...told },
        settled: settled || known.settled,
      }));
    const run = async () => {
      if (dropped) take(await api.dropped(pad, key).catch(() => null));
      for (const pause of ASK_AFTER_MS) {
        await new Promise((resolve) => setTimeout(resolve, pause));
        if (signal.aborted) return;
        const told = await ask(pad, key);
        take(told, told !== null);
        if (told && isWhole(told)) break;
      }
      take(null, true);
    };
    void run();
    return () => stop.abort();
  }, [pad, key, dropped]);
  return receipt;
}
