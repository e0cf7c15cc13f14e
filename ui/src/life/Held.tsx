/** What a page still holds after the end, and the three things that can be done with it. */
import { useState } from "react";
import { Icon } from "../kit/Icon";
import { e } from "../strings/ended";

interface HeldProps {
  /** Begins a new pad with the text; `null` for those who may not open one. */
  onAnew: (() => Promise<void>) | null;
  onKeep: () => void;
  onPage: () => void;
  onForget: () => void;
}

export function Held({ onAnew, onKeep, onPage, onForget }: HeldProps) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const anew = () => {
    setBusy(true);
    onAnew?.().catch(() => {
      setFailed(true);
      setBusy(false);
    });
  };
  return (
    <section className="held" aria-label={e.held}>
      <b>{e.held}</b>
      <p className="quiet">{e.heldLead}</p>
      {onAnew && (
        <button type="button" className="button button-main" disabled={busy} onClick={anew}>
          <Icon name="plus" />
          {e.anew}
        </button>
      )}
      {failed && (
        <p className="hint hint-problem" role="alert">
          {e.anewFailed}
        </p>
      )}
      <div className="held-files">
        <button type="button" className="button" onClick={onKeep}>
          <Icon name="keep" />
          {e.keep}
        </button>
        <button type="button" className="button" onClick={onPage}>
          <Icon name="page" />
          {e.page}
        </button>
      </div>
      <button type="button" className="button button-quiet" onClick={onForget}>
        {e.forget}
      </button>
    </section>
  );
}
