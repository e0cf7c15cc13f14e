/** Starting afresh, at the foot of a host's list of people: the text goes on without its history, and everyone who may stay with it. */
import { useState } from "react";
import { ApiError } from "../api";
import { Icon } from "../kit/Icon";
import { f } from "../strings/afresh";
import { beginAfresh } from "./freshText";
import { usePad, useView } from "./context";

export function Afresh() {
  const [asking, setAsking] = useState(false);
  if (asking) return <Sure onKeep={() => setAsking(false)} />;
  return (
    <div className="people-foot">
      <button type="button" className="button button-small" onClick={() => setAsking(true)}>
        <Icon name="page" />
        {f.open}
      </button>
      <span className="quiet">{f.what}</span>
    </div>
  );
}

/** The second question: what becomes of the text, and of whom. */
function Sure({ onKeep }: { onKeep: () => void }) {
  const { pad, entry, session, text } = usePad();
  const { connection, ready } = useView();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const live = connection.is === "live" && ready;
  const begin = () => {
    const standing = text();
    if (!standing) return setProblem(f.failed);
    setBusy(true);
    beginAfresh(pad, entry.key, { session, text: standing }).catch((error: unknown) => {
      setBusy(false);
      setProblem((error instanceof ApiError && error.detail) || f.failed);
    });
  };
  return (
    <div className="people-foot people-sure" role="group" aria-label={f.title}>
      <span className="quiet" role="status">
        {live ? (busy ? f.busy : problem || f.whatOf) : f.away}
      </span>
      <span className="people-acts">
        <button
          type="button"
          className="button"
          autoFocus // the button that was pressed is gone
          disabled={busy}
          onClick={onKeep}
        >
          {f.keep}
        </button>
        <button
          type="button"
          className="button button-main"
          disabled={!live || busy}
          onClick={begin}
        >
          {f.begin}
        </button>
      </span>
    </div>
  );
}
