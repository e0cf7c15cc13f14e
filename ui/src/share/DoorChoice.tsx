/** How new people come in, for a host: all, those who are let in, or nobody. */
import { useState } from "react";
import { api, type Door } from "../api";
import { Segments } from "../kit/Segments";
import { s } from "../strings/share";

interface DoorChoiceProps {
  pad: string;
  padKey: string;
  door: Door;
  /** It has changed: resolves when `door` says how it is now. */
  onDone: () => Promise<void>;
}

export function DoorChoice({ pad, padKey, door, onDone }: DoorChoiceProps) {
  const [wish, setWish] = useState<Door | null>(null);
  const [failed, setFailed] = useState(false);
  const choose = (next: Door) => {
    setWish(next);
    setFailed(false);
    const settled = () => setWish((wished) => (wished === next ? null : wished)); // another host may choose, too
    api
      .door(pad, padKey, next)
      .then(onDone, () => setFailed(true))
      .then(settled);
  };
  const shown = wish ?? door;
  return (
    <div className="share-door">
      <Segments
        label={s.door}
        options={[
          ["open", s.doors.open[0]],
          ["knock", s.doors.knock[0]],
          ["closed", s.doors.closed[0]],
        ]}
        value={shown}
        onChange={choose}
      />
      <p className="fine" role="status">
        {failed ? s.doorFailed : s.doors[shown][1]}
      </p>
    </div>
  );
}
