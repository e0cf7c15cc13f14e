/** A code is typed, and its pad opens: what start page and host's page have in common. */
import { useCallback, useEffect, useState, type FormEvent } from "react";
import { api, ApiError, type Ending, type Joined } from "../api";
import { go } from "../kit/navigation";
import { ownKeys } from "../kit/padKeys";
import { keepJoined } from "../people/entry";
import { padPath } from "../routes";
import { t } from "../strings";
import { CODE_LENGTH, readCode, type Typed } from "./joinCode";

const known = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError(0, "");

function sentenceFor(error: unknown): string {
  const { status, detail, refusal, wait_s } = known(error);
  if (refusal.reason === "pin_wrong") return t.start.pinWrong;
  if (refusal.reason === "door_closed") return t.start.closed;
  if (status === 404) return t.start.unknown;
  if (status === 410) return t.start.ended;
  if (status === 429) return t.start.tooMany(wait_s);
  return status === 0 ? t.start.offline : detail || t.start.unknown;
}

function enter(joined: Joined): void {
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

export interface CodeEntry {
  code: string;
  /** Once the server has asked for it. */
  pin: PinEntry | null;
  busy: boolean;
  /** The code can't be used; `sentence` says why. */
  wrong: boolean;
  sentence: string;
  /** The link was of a pad that has ended: nothing was mistyped. */
  ended: Ending | null;
  /** The link was right, and its pad takes in nobody new. */
  closed: boolean;
  change: (typed: Typed) => void;
  submit: (event: FormEvent) => void;
}

/** What is said below the field, where nothing is wrong. */
function hint({ strange }: Typed, busy: boolean, asksPin: boolean): string {
  if (strange) return t.start.notInAlphabet([...strange].join(", "));
  if (busy) return t.start.joining;
  return asksPin ? t.start.pinNeeded : "";
}

/** `given` is what a link brought; it is tried at once. */
export function useCode(given = ""): CodeEntry {
  const [typed, setTyped] = useState<Typed>(() => readCode(given));
  const whole = typed.code.length === CODE_LENGTH;
  const [busy, setBusy] = useState(given !== "" && whole);
  const [problem, setProblem] = useState(given !== "" && !whole ? t.start.unknown : "");
  const [pin, setPin] = useState<Omit<PinEntry, "change"> | null>(null);

  const [closed, setClosed] = useState(false);
  const [ended, setEnded] = useState<Ending | null>(null);

  const refuse = useCallback((error: unknown) => {
    const { reason, digits = false } = known(error).refusal;
    if (reason?.startsWith("pin")) setPin((before) => ({ value: before?.value ?? "", digits }));
    setProblem(reason === "pin_needed" ? "" : sentenceFor(error));
    setBusy(false);
  }, []);

  useEffect(() => {
    const { code } = readCode(given);
    const late = (error: unknown) => {
      const { status, ending, refusal } = known(error);
      if (status === 410) setEnded(ending);
      else if (refusal.reason === "door_closed") setClosed(true);
      else refuse(error);
    };
    if (code.length === CODE_LENGTH) api.join(code, ownKeys()).then(enter, late);
  }, [given, refuse]);

  const attempt = (code: string, typedPin?: string) => {
    setBusy(true);
    setProblem("");
    api.join(code, ownKeys(), typedPin).then(enter, refuse);
  };
  const change = (next: Typed) => {
    setTyped(next);
    setProblem("");
    if (next.code !== typed.code) setPin(null);
    if (next.code.length === CODE_LENGTH && next.code !== typed.code) attempt(next.code);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (whole) attempt(typed.code, pin?.value.trim() || undefined);
    else setProblem(t.start.unknown);
  };
  const sentence = problem || hint(typed, busy, pin !== null);
  const changePin = (value: string) => {
    setPin((before) => before && { ...before, value });
    setProblem("");
  };
  return {
    code: typed.code,
    pin: pin && { ...pin, change: changePin },
    busy,
    wrong: problem !== "",
    sentence,
    ended,
    closed,
    change,
    submit,
  };
}
