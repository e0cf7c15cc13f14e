/** The second secret beside the code, for a host: none, one, another one. It is shown nowhere, so the host tells it. */
import { useState, type FormEvent } from "react";
import { api, ApiError, type Door } from "../api";
import { t } from "../strings";
import { s } from "../strings/share";

/** What the server takes. */
const LEAST = 4;
const MOST = 64;
const HINT = "pin-hint";

interface PinChoiceProps {
  pad: string;
  padKey: string;
  /** Whether there is one. */
  pin: boolean;
  door: Door;
  /** It has changed. */
  onDone: () => unknown;
}

export function PinChoice({ pad, padKey, pin, door, onDone }: PinChoiceProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState("");
  const set = (next: string | null) => {
    setProblem("");
    api.pin(pad, padKey, next).then(
      () => {
        setTyped(null);
        onDone();
      },
      (error: unknown) => {
        const { status } = error instanceof ApiError ? error : new ApiError(0, "");
        setProblem(status === 422 ? s.pinOdd : s.doorFailed);
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const next = (typed ?? "").trim();
    if (next.length < LEAST) setProblem(s.pinOdd);
    else set(next);
  };
  if (typed === null)
    return (
      <div className="share-pin">
        <p className="fine" role="status">
          {problem || s.pins[pin ? "asked" : "none"][door]}
        </p>
        <button type="button" className="button button-small" onClick={() => setTyped("")}>
          {s.pins[pin ? "another" : "set"]}
        </button>
        {pin && (
          <button type="button" className="button button-small" onClick={() => set(null)}>
            {s.pins.away}
          </button>
        )}
      </div>
    );
  return (
    <form className="share-pin" onSubmit={submit}>
      <label className="field">
        <span>{t.start.pin}</span>
        <input
          autoFocus // the button that was pressed is gone
          value={typed}
          maxLength={MOST}
          autoCapitalize="none"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          aria-describedby={HINT}
          aria-invalid={problem !== ""}
          onChange={(event) => {
            setTyped(event.target.value);
            setProblem("");
          }}
        />
      </label>
      <p id={HINT} className={problem ? "hint hint-problem" : "hint"} role="status">
        {problem || s.pinHint}
      </p>
      <button type="submit" className="button button-main">
        {s.pins.done}
      </button>
      <button type="button" className="button" onClick={() => setTyped(null)}>
        {s.pins.leave}
      </button>
    </form>
  );
}
