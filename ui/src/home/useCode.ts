/** A code is typed, and its pad opens: what start page and host's page have in common. */
import { useCallback, useEffect, useState, type FormEvent } from "react";
import { api, ApiError, type Ending, type Joined } from "../api";
import { go } from "../kit/navigation";
import { keepJoined } from "../people/entry";
import { padPath } from "../routes";
import { t } from "../strings";
import { CODE_LENGTH, readCode, type Typed } from "./joinCode";

function sentenceFor(error: unknown): string {
  const { status, detail } = error instanceof ApiError ? error : new ApiError(0, "");
  if (status === 404) return t.start.unknown;
  if (status === 410) return t.start.ended;
  if (status === 429) return t.start.tooMany;
  return status === 0 ? t.start.offline : detail || t.start.unknown;
}

function enter(joined: Joined): void {
  keepJoined(joined);
  go(padPath(joined.pad, joined.link_key));
}

export interface CodeEntry {
  code: string;
  busy: boolean;
  /** The code can't be used; `sentence` says why. */
  wrong: boolean;
  sentence: string;
  /** The link was of a pad that has ended: nothing was mistyped. */
  ended: Ending | null;
  change: (typed: Typed) => void;
  submit: (event: FormEvent) => void;
}

/** `given` is what a link brought; it is tried at once. */
export function useCode(given = ""): CodeEntry {
  const [typed, setTyped] = useState<Typed>(() => readCode(given));
  const whole = typed.code.length === CODE_LENGTH;
  const [busy, setBusy] = useState(given !== "" && whole);
  const [problem, setProblem] = useState(given !== "" && !whole ? t.start.unknown : "");

  const [ended, setEnded] = useState<Ending | null>(null);

  const refuse = useCallback((error: unknown) => {
    setProblem(sentenceFor(error));
    setBusy(false);
  }, []);

  useEffect(() => {
    const { code } = readCode(given);
    const late = (error: unknown) =>
      error instanceof ApiError && error.status === 410 ? setEnded(error.ending) : refuse(error);
    if (code.length === CODE_LENGTH) api.join(code).then(enter, late);
  }, [given, refuse]);

  const attempt = (code: string) => {
    setBusy(true);
    setProblem("");
    api.join(code).then(enter, refuse);
  };
  const change = (next: Typed) => {
    setTyped(next);
    setProblem("");
    if (next.code.length === CODE_LENGTH && next.code !== typed.code) attempt(next.code);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (whole) attempt(typed.code);
    else setProblem(t.start.unknown);
  };
  const sentence =
    problem ||
    (typed.strange
      ? t.start.notInAlphabet([...typed.strange].join(", "))
      : busy
        ? t.start.joining
        : "");
  return { code: typed.code, busy, wrong: problem !== "", sentence, ended, change, submit };
}
