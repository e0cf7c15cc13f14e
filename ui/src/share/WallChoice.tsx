/** Whether walls show the text, too, for a host; and what that means. */
import { useId, useState } from "react";
import { api } from "../api";
import { s } from "../strings/share";

interface WallChoiceProps {
  pad: string;
  padKey: string;
  shown: boolean;
  /** It has changed: resolves when `shown` says how it is now. */
  onDone: () => Promise<void>;
}

export function WallChoice({ pad, padKey, shown, onDone }: WallChoiceProps) {
  const [wish, setWish] = useState<boolean | null>(null);
  const [failed, setFailed] = useState(false);
  const hint = useId();
  const isOn = wish ?? shown;
  const choose = () => {
    setWish(!isOn);
    setFailed(false);
    api
      .textOnWalls(pad, padKey, !isOn)
      .then(onDone, () => setFailed(true))
      .then(() => setWish(null));
  };
  return (
    <div className="share-door">
      <button
        type="button"
        role="switch"
        aria-checked={isOn}
        aria-describedby={hint}
        className="switch"
        disabled={wish !== null}
        onClick={choose}
      >
        {s.textOnWalls}
        <span className="switch-track" aria-hidden="true" />
      </button>
      <p id={hint} className="fine" role="status">
        {failed ? s.doorFailed : s.textOnWallsHint}
      </p>
    </div>
  );
}
