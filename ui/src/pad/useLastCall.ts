/** When the last call comes by itself: with a countdown of the host's, and once when the last minutes before an announced end begin. */
import { useEffect, useRef } from "react";
import { toast } from "../kit/Toast";
import { LAST_MINUTES_S, type Life } from "../life/life";
import { t } from "../strings";
import type { SheetName } from "./PadSheets";

/** The longest wait that a timer of the browser takes (ms). */
const TIMER_MAX_MS = 2 ** 31 - 1;

export function useLastCall(life: Life, onSheet: (change: (sheet: SheetName) => SheetName) => void): void {
  const { countdown, endsAt } = life;
  const counting = countdown !== null;
  const counted = useRef(false);
  const called = useRef(false);

  useEffect(() => {
    if (counting) onSheet(() => "countdown");
    else if (counted.current) {
      onSheet((sheet) => (sheet === "countdown" ? null : sheet));
      toast(t.call.stopped);
    }
    counted.current = counting;
  }, [counting, onSheet]);

  useEffect(() => {
    const wait = endsAt === null ? null : endsAt - LAST_MINUTES_S * 1000 - performance.now();
    if (wait === null || wait > 0) called.current = false; // put off: the last minutes will come again
    if (wait === null || called.current) return;
    const call = () => {
      called.current = true;
      // who is just deciding over the end, or has something better to answer, needs no reminder
      onSheet((sheet) => (sheet === "countdown" || sheet === "life" || sheet === "end" || sheet === "leaving" ? sheet : "soon"));
    };
    const timer = setTimeout(call, Math.min(TIMER_MAX_MS, Math.max(0, wait)));
    return () => clearTimeout(timer);
  }, [endsAt, onSheet]);
}
