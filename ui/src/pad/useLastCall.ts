/** When the last call comes by itself: with the pad's end, and once when the last minutes before an announced end begin. */
import { useCallback, useEffect, useRef, useState, type RefObject } from "react";
import { toast } from "../kit/Toast";
import { LAST_MINUTES_S, type Life } from "../life/life";
import { t } from "../strings";
import type { Answer } from "../take/FinalCall";
import { givenIn, keepGiven } from "../take/given";
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
  /** Asks for another minute: whoever does has not got all yet. */
  more: () => void;
}

type OnSheet = (change: (sheet: SheetName) => SheetName) => void;

/** `naming`: this person is typing their name; what comes by itself waits until they are done, for it would take their words. */
export function useLastCall(
  life: Life,
  onSheet: OnSheet,
  session: PadSession,
  naming: boolean,
): Answers {
  const [before] = useState(() => givenIn(session.epoch));
  const [chosen, setChosen] = useState<readonly Answer[]>(before?.chosen ?? []);
  const given = useRef(before?.stands ?? false);
  const forget = useCallback(() => {
    given.current = false;
    setChosen([]);
    keepGiven(null);
  }, []);
  useCountdown(life, onSheet, forget, naming);
  useSoon(life, onSheet, naming);
  useGivenAgain(life, session, given);
  useKept(life, session, chosen, given);
  const choose = useCallback(
    (answer: Answer) => {
      setChosen((before) => [...before.filter((other) => other !== answer), answer]);
      given.current = true;
      session.steer({ t: "answer" });
    },
    [session],
  );
  const more = useCallback(() => {
    given.current = false;
    session.steer({ t: "more" });
  }, [session]);
  return { chosen, choose, more };
}

/** A connection that is lost, by a reload too, takes the answer with it: it is given again as soon as the call is heard of anew. */
function useGivenAgain({ countdown }: Life, session: PadSession, given: RefObject<boolean>): void {
  const lost = useRef(given.current);
  useEffect(
    () =>
      session.subscribe(() => {
        if (session.view().connection.is === "lost") lost.current = true;
      }),
    [session],
  );
  useEffect(() => {
    if (!countdown || !lost.current) return;
    lost.current = false;
    if (given.current) session.steer({ t: "answer" });
  }, [countdown, session, given]);
}

/** Keeps the answers for a reload. */
function useKept(
  { countdown }: Life,
  session: PadSession,
  chosen: readonly Answer[],
  given: RefObject<boolean>,
): void {
  useEffect(() => {
    if (!countdown || chosen.length === 0) return;
    const until = Date.now() + countdown.at - performance.now();
    keepGiven({ epoch: session.epoch, until, chosen, stands: given.current });
  }, [countdown, session, chosen, given]);
}

function useCountdown(
  { countdown }: Life,
  onSheet: OnSheet,
  onOver: () => void,
  naming: boolean,
): void {
  const counting = countdown !== null;
  const shown = useRef(false);
  useEffect(() => {
    if (counting) {
      if (naming) return;
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
  }, [counting, onSheet, onOver, naming]);
}

function useSoon({ endsAt }: Life, onSheet: OnSheet, naming: boolean): void {
  const called = useRef(false);
  useEffect(() => {
    const wait = endsAt === null ? null : endsAt - LAST_MINUTES_S * 1000 - performance.now();
    if (wait === null || wait > 0) called.current = false; // put off: the last minutes will come again
    if (wait === null || called.current || naming) return;
    const call = () => {
      called.current = true;
      // who is just deciding over the end, or has something better to answer, needs no reminder
      onSheet((sheet) =>
        sheet === "countdown" || sheet === "life" || sheet === "end" || sheet === "leaving"
          ? sheet
          : "soon",
      );
    };
    const timer = setTimeout(call, Math.min(TIMER_MAX_MS, Math.max(0, wait)));
    return () => clearTimeout(timer);
  }, [endsAt, onSheet, naming]);
}
