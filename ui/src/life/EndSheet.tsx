/** The host's last word: ending the pad for everyone takes two deliberate steps. */
import { useState } from "react";
import { Icon } from "../kit/Icon";
import { Sheet } from "../kit/Sheet";
import { t } from "../strings";

interface EndSheetProps {
  others: number;
  onKeep: () => void;
  onEnd: () => Promise<void>;
  onClose: () => void;
}

export function EndSheet({ others, onKeep, onEnd, onClose }: EndSheetProps) {
  const [sure, setSure] = useState(false);
  const [problem, setProblem] = useState(false);
  const end = () => onEnd().catch(() => setProblem(true));
  return (
    <Sheet title={t.end.title} closeLabel={t.close} onClose={onClose}>
      <p className="quiet">{t.end.body(others)}</p>
      <button type="button" className="button" onClick={onKeep}>
        <Icon name="keep" />
        {t.end.copy}
      </button>
      <label className="tick">
        <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} />
        {t.end.confirm}
      </label>
      {problem && <p className="hint hint-problem" role="alert">{t.end.failed}</p>}
      <button type="button" className="button button-danger button-big" disabled={!sure} onClick={() => void end()}>{t.end.now}</button>
      <button type="button" className="button button-quiet" onClick={onClose}>{t.end.stay}</button>
    </Sheet>
  );
}
