/** What the server says of a pad to whoever lets people in: asked again and again, since code, address and proof change. */
import { useCallback, useEffect, useRef, useState } from "react";
import { api, ApiError, type PadInfo } from "../api";

/** How often it is asked (ms): a new address, known within two seconds, is on the screen within five. */
const ASK_EVERY_MS = 2500;

export interface Asked {
  /** The last answer; `null` before the first. */
  info: PadInfo | null;
  /** Of whom was asked who they are, when that was answered. */
  writers: string;
  /** What the last question came to, where it was not answered. */
  trouble: ApiError | null;
  /** When the first question was asked (`performance.now()`). */
  since: number;
  /** Asks at once; resolves when that was answered. */
  ask: () => Promise<void>;
}

/** `writers`: client ids of which the host wants to know whose they are. */
export function usePadInfo(pad: string, key: string, writers = ""): Asked {
  const [asked, setAsked] = useState<Omit<Asked, "ask" | "since">>({
    info: null,
    trouble: null,
    writers: "",
  });
  const [since] = useState(() => performance.now());
  const stop = useRef(new AbortController());
  const ask = useCallback(() => {
    const { signal } = stop.current;
    const take = (next: Partial<Asked>): void => {
      if (!signal.aborted) setAsked((known) => ({ ...known, trouble: null, ...next }));
    };
    return api.pad(pad, key, writers).then(
      (info) => take({ info, writers }),
      (error: unknown) =>
        take({ trouble: error instanceof ApiError ? error : new ApiError(0, "") }),
    );
  }, [pad, key, writers]);
  useEffect(() => {
    const control = (stop.current = new AbortController());
    void ask();
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => {
      control.abort();
      clearInterval(timer);
    };
  }, [ask]);
  return { ...asked, since, ask };
}
