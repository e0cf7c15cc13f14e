/** The start page, and the page behind a QR code: six characters in, a pad opens. */
import { lazy, Suspense, useCallback, useEffect, useState, type FormEvent } from "react";
import { api, ApiError, type Joined } from "../api";
import { Mark } from "../kit/Icon";
import { go } from "../kit/go";
import { padPath } from "../routes";
import { t } from "../strings";
import { CODE_LENGTH, readCode, type Typed } from "./code";
import { CodeCells } from "./CodeCells";

const Neighbours = lazy(() => import("./Neighbours"));

const HINT = "code-hint";

function sentenceFor(error: unknown): string {
  const { status, detail } = error instanceof ApiError ? error : new ApiError(0, "");
  if (status === 404) return t.start.unknown;
  if (status === 410) return t.start.ended;
  if (status === 429) return t.start.tooMany;
  return status === 0 ? t.start.offline : detail || t.start.unknown;
}

const enter = ({ pad, key }: Joined) => go(padPath(pad, key));

/** `code` is what a link brought; it is tried at once. */
export function StartPage({ code: given = "" }: { code?: string }) {
  const [typed, setTyped] = useState<Typed>(() => readCode(given));
  const whole = typed.code.length === CODE_LENGTH;
  const [busy, setBusy] = useState(given !== "" && whole);
  const [problem, setProblem] = useState(given !== "" && !whole ? t.start.unknown : "");
  const [canCreate, setCanCreate] = useState(false);

  const refuse = useCallback((error: unknown) => {
    setProblem(sentenceFor(error));
    setBusy(false);
  }, []);

  useEffect(() => {
    const { code } = readCode(given);
    if (code.length === CODE_LENGTH) api.join(code).then(enter, refuse);
  }, [given, refuse]);

  useEffect(() => {
    api.info().then(({ create }) => setCanCreate(create === "anyone"), () => {});
  }, []);

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
  const sentence = problem || (typed.strange ? t.start.notInAlphabet([...typed.strange].join(", ")) : busy ? t.start.joining : "");

  return (
    <main className="centre">
      <form className="card card-plain" onSubmit={submit}>
        <Mark large />
        <h1>{t.start.title}</h1>
        <p className="quiet">{t.start.lead}</p>
        <CodeCells value={typed.code} invalid={!!problem} describedBy={HINT} disabled={busy} onChange={change} />
        <p id={HINT} className={problem ? "hint hint-problem" : "hint"} role="status">{sentence}</p>
        <div className="row">
          <button type="submit" className="button button-main" disabled={busy}>{t.start.join}</button>
          {canCreate && <a className="button button-quiet" href="/new">{t.start.newPad}</a>}
        </div>
        <Suspense fallback={null}>
          <Neighbours />
        </Suspense>
      </form>
    </main>
  );
}
