/** The host's last word: ending the pad for everyone takes two deliberate steps, and then everyone is offered a copy. */
import { useState } from "react";
import { Icon } from "../kit/Icon";
import { Sheet } from "../kit/Sheet";
import { t } from "../strings";
import { e } from "../strings/end";

interface EndSheetProps {
  /** How many are here, the host among them. */
  people: number;
  /** How long everyone is offered a copy (seconds); 0: nobody is. */
  lastCall_s: number;
  /** The host keeps a copy when it ends. */
  saves: boolean;
  live: boolean;
  onKeep: () => void;
  onEnd: () => void;
  onClose: () => void;
}

export default function EndSheet({
  people,
  lastCall_s,
  saves,
  live,
  onKeep,
  onEnd,
  onClose,
}: EndSheetProps) {
  const [sure, setSure] = useState(false);
  return (
    <Sheet title={e.title} closeLabel={t.close} onClose={onClose}>
      <p className="quiet">
        {lastCall_s > 0 ? e.body(people, lastCall_s, saves) : e.bodyAtOnce(people, saves)}
      </p>
      <button type="button" className="button" onClick={onKeep}>
        <Icon name="keep" />
        {e.copy}
      </button>
      <label className="tick">
        <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} />
        {e.confirm}
      </label>
      {!live && (
        <p className="hint hint-problem" role="alert">
          {e.failed}
        </p>
      )}
      <button
        type="button"
        className="button button-danger button-big"
        disabled={!sure || !live}
        onClick={onEnd}
      >
        {e.now}
      </button>
      <button type="button" className="button button-quiet" onClick={onClose}>
        {e.stay}
      </button>
    </Sheet>
  );
}
