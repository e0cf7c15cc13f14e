/** What a page still holds after the end, and the three things that can be done with it. */
import { useState } from "react";
import { Icon } from "../kit/Icon";
import { t } from "../strings";

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
    <section className="held" aria-label={t.ended.held}>
      <b>{t.ended.held}</b>
      <p className="quiet">{t.ended.heldLead}</p>
      {onAnew && (
        <button type="button" className="button button-main" disabled={busy} onClick={anew}>
          <Icon name="plus" />
          {t.ended.anew}
        </button>
      )}
      {failed && (
        <p className="hint hint-problem" role="alert">
          {t.ended.anewFailed}
        </p>
      )}
      <div className="held-files">
        <button type="button" className="button" onClick={onKeep}>
          <Icon name="keep" />
          {t.ended.keep}
        </button>
        <button type="button" className="button" onClick={onPage}>
          <Icon name="page" />
          {t.ended.page}
        </button>
      </div>
      <button type="button" className="button button-quiet" onClick={onForget}>
        {t.ended.forget}
      </button>
    </section>
  );
}
