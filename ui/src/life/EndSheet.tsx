/** The host's last word: ending the pad for everyone takes two deliberate steps, and then ten seconds. */
import { useState } from "react";
import { Icon } from "../kit/Icon";
import { Sheet } from "../kit/Sheet";
import { t } from "../strings";

/** Between the last step and the end (seconds): time for everyone to take a copy, and for the host to think again. */
export const COUNTDOWN_S = 10;

interface EndSheetProps {
  /** How many are here, the host among them. */
  people: number;
  live: boolean;
  onKeep: () => void;
  onEnd: (inSeconds: number) => void;
  onClose: () => void;
}

export function EndSheet({ people, live, onKeep, onEnd, onClose }: EndSheetProps) {
  const [sure, setSure] = useState(false);
  return (
    <Sheet title={t.end.title} closeLabel={t.close} onClose={onClose}>
      <p className="quiet">{t.end.body(people, COUNTDOWN_S)}</p>
      <button type="button" className="button" onClick={onKeep}>
        <Icon name="keep" />
        {t.end.copy}
      </button>
      <label className="tick">
        <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} />
        {t.end.confirm}
      </label>
      {!live && <p className="hint hint-problem" role="alert">{t.end.failed}</p>}
      <button type="button" className="button button-danger button-big" disabled={!sure || !live} onClick={() => onEnd(COUNTDOWN_S)}>{t.end.now}</button>
      <button type="button" className="button button-quiet" onClick={onClose}>{t.end.stay}</button>
    </Sheet>
  );
}
