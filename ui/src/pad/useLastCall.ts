/** When the last call comes by itself: with the pad's end, and once when the last minutes before an announced end begin. */
import { useCallback, useEffect, useRef, useState } from "react";
import { toast } from "../kit/Toast";
import { LAST_MINUTES_S, type Life } from "../life/life";
import { t } from "../strings";
import type { Answer } from "../take/FinalCall";
import type { SheetName } from "./PadSheets";
import type { PadSession } from "./session";

/** The longest wait that a timer of the browser takes (ms). */
const TIMER_MAX_MS = 2 ** 31 - 1;
/** A page that comes back hears of a call that still runs within this time (ms); then it is known to be over. */
const TOLD_WITHIN_MS = 500;

/** What this person has answered to the call that runs. */
export interface Answers {
  chosen: readonly Answer[];
  choose: (answer: Answer) => void;
}

type OnSheet = (change: (sheet: SheetName) => SheetName) => void;

export function useLastCall(life: Life, onSheet: OnSheet, session: PadSession): Answers {
  const [chosen, setChosen] = useState<readonly Answer[]>([]);
  const forget = useCallback(() => setChosen([]), []);
  useCountdown(life, onSheet, forget);
  useSoon(life, onSheet);
  const choose = useCallback(
    (answer: Answer) => {
      setChosen((before) => [...before.filter((other) => other !== answer), answer]);
      session.steer({ t: "answer" });
    },
    [session],
  );
  return { chosen, choose };
}

function useCountdown({ countdown }: Life, onSheet: OnSheet, onOver: () => void): void {
  const counting = countdown !== null;
  const shown = useRef(false);
  useEffect(() => {
    if (counting) {
      if (!shown.current) onSheet(() => "countdown");
      shown.current = true;
      return;
    }
    if (!shown.current) return;
    const over = setTimeout(() => {
      shown.current = false;
      onOver();
      onSheet((sheet) => (sheet === "countdown" ? null : sheet));
      toast(t.call.stopped);
    }, TOLD_WITHIN_MS);
    return () => clearTimeout(over);
  }, [counting, onSheet, onOver]);
}

function useSoon({ endsAt }: Life, onSheet: OnSheet): void {
  const called = useRef(false);
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
