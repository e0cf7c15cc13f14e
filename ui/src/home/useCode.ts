/** A code is typed, and its pad opens: what start page and host's page have in common. */
import { useCallback, useEffect, useState, type FormEvent } from "react";
import { api, ApiError, isWaits, type Ending, type Joined, type Waits } from "../api";
import { go } from "../kit/navigation";
import { ownKeys } from "../kit/padKeys";
import { appears, keepJoined } from "../people/entry";
import { keepWaits, waitsHere } from "../people/knock";
import { padPath } from "../routes";
import { t } from "../strings";
import { CODE_LENGTH, readCode, type Typed } from "./joinCode";

const known = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError(0, "");

/** What is said below the field. */
export interface Said {
  /** With how long one has still to wait (seconds), where that is known. */
  says: (left: number | null) => string;
  /** Until when (ms, of `performance.now`). */
  until: number | null;
}

const plain = (sentence: string): Said => ({ says: () => sentence, until: null });
const NOTHING = plain("");

function saidOf(error: unknown): Said {
  const { status, detail, refusal, wait_s } = known(error);
  const until = wait_s === null ? null : performance.now() + wait_s * 1000;
  if (refusal.reason === "pin_wrong") return plain(t.start.pinWrong);
  if (refusal.reason === "pin_needed") return NOTHING;
  if (refusal.reason === "door_closed") return plain(t.start.closed);
  if (refusal.reason === "not_now") return { says: t.start.notNow, until };
  if (refusal.reason === "door_full") return plain(detail);
  if (status === 404) return plain(t.start.unknown);
  if (status === 410) return plain(t.start.ended);
  if (status === 429) return { says: t.start.tooMany, until };
  return plain(status === 0 ? t.start.offline : detail || t.start.unknown);
}

/** Who was let in, or needed nobody's leave. */
export function enter(joined: Joined): void {
  keepJoined(joined);
  go(padPath(joined.pad, joined.link_key));
}

/** A PIN that is asked for. */
export interface PinEntry {
  value: string;
  /** It is digits alone. */
  digits: boolean;
  change: (value: string) => void;
}

/** What came of it where there is nothing to type any more. */
interface Outcome {
  /** The link was of a pad that has ended: nothing was mistyped. */
  ended: Ending | null;
  /** The link was right, and its pad takes in nobody new. */
  closed: boolean;
  /** One has knocked, and waits. */
  waits: Waits | null;
}
const NONE: Outcome = { ended: null, closed: false, waits: null };

export interface CodeEntry extends Outcome {
  code: string;
  /** Once the server has asked for it. */
  pin: PinEntry | null;
  busy: boolean;
  /** The code can't be used; `said` says why. */
  wrong: boolean;
  said: Said;
  /** Tries the same once more. */
  again: () => void;
  change: (typed: Typed) => void;
  submit: (event: FormEvent) => void;
}

/** What is said below the field, where nothing is wrong. */
function hint({ strange }: Typed, busy: boolean, asksPin: boolean): string {
  if (strange) return t.start.notInAlphabet([...strange].join(", "));
  if (busy) return t.start.joining;
  return asksPin ? t.start.pinNeeded : "";
}

/** Who types or scans a code wants in, and knocks where that is asked for. */
const come = (code: string, pin?: string) =>
  api.join(code, ownKeys(), { ...appears(), pin, knock: true });

function usePin() {
  const [pin, setPin] = useState<Omit<PinEntry, "change"> | null>(null);
  const asked = useCallback(
    (digits: boolean) => setPin((before) => ({ value: before?.value ?? "", digits })),
    [],
  );
  const change = (value: string) => setPin((before) => before && { ...before, value });
  const typed = pin?.value.trim() || undefined;
  return { pin, typed, asked, change, drop: () => setPin(null) };
}

/** Goes in by a code, and keeps what came of it; one that a link brought is tried at once. */
function useJoin(given: string) {
  const whole = readCode(given).code.length === CODE_LENGTH;
  const [waits] = useState(waitsHere);
  const [busy, setBusy] = useState(given !== "" && whole && !waits);
  const [problem, setProblem] = useState(given !== "" && !whole ? plain(t.start.unknown) : NOTHING);
  const [outcome, setOutcome] = useState<Outcome>({ ...NONE, waits });
  const { asked, ...pin } = usePin();

  const arrive = useCallback((answer: Joined | Waits) => {
    setBusy(false);
    if (isWaits(answer)) {
      keepWaits(answer); // also where the page is loaded again before it shows that one waits
      setOutcome({ ...NONE, waits: answer });
    } else enter(answer);
  }, []);
  const refuse = useCallback(
    (error: unknown) => {
      const { reason, digits = false } = known(error).refusal;
      if (reason?.startsWith("pin")) asked(digits);
      setProblem(saidOf(error));
      setBusy(false);
    },
    [asked],
  );

  useEffect(() => {
    const { code } = readCode(given);
    const late = (error: unknown) => {
      const { status, ending, refusal } = known(error);
      if (status === 410) setOutcome({ ...NONE, ended: ending });
      else if (refusal.reason === "door_closed") setOutcome({ ...NONE, closed: true });
      else refuse(error);
    };
    if (code.length === CODE_LENGTH && !waits) come(code).then(arrive, late);
  }, [given, waits, arrive, refuse]);

  const attempt = (code: string, typedPin?: string) => {
    setProblem(NOTHING);
    setOutcome(NONE);
    if (code.length < CODE_LENGTH) return; // forgotten when the page was loaded again
    setBusy(true);
    come(code, typedPin).then(arrive, refuse);
  };
  return { busy, problem, setProblem, outcome, pin, attempt };
}

/** `given` is what a link brought; it is tried at once. */
export function useCode(given = ""): CodeEntry {
  const [typed, setTyped] = useState<Typed>(() => readCode(given));
  const { busy, problem, setProblem, outcome, pin: ofPin, attempt } = useJoin(given);
  const { pin } = ofPin;
  const change = (next: Typed) => {
    setTyped(next);
    setProblem(NOTHING);
    if (next.code !== typed.code) ofPin.drop();
    if (next.code.length === CODE_LENGTH && next.code !== typed.code) attempt(next.code);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.code.length === CODE_LENGTH) attempt(typed.code, ofPin.typed);
    else setProblem(plain(t.start.unknown));
  };
  const changePin = (value: string) => {
    ofPin.change(value);
    setProblem(NOTHING);
  };
  return {
    ...outcome,
    code: typed.code,
    pin: pin && { ...pin, change: changePin },
    busy,
    wrong: problem !== NOTHING,
    said: problem === NOTHING ? plain(hint(typed, busy, pin !== null)) : problem,
    again: () => attempt(typed.code, ofPin.typed),
    change,
    submit,
  };
}
