/** The second question before somebody is shown out. */
import { useState } from "react";
import { Sheet } from "../kit/Sheet";
import type { Person } from "../people/presence";
import { t } from "../strings";
import { d } from "../strings/deciding";

interface ShowOutProps {
  person: Person;
  live: boolean;
  /** `address`: nobody new comes in from where they are, either. */
  onShowOut: (address: boolean) => void;
  onClose: () => void;
}

export function ShowOut({ person, live, onShowOut, onClose }: ShowOutProps) {
  const [address, setAddress] = useState(false);
  const name = person.name || t.people.nameless;
  return (
    <Sheet title={d.out.title(name)} closeLabel={t.close} onClose={onClose}>
      <p className="quiet">{d.out.body(person.devices)}</p>
      {person.role === "host" && <p className="quiet">{d.hostHint}</p>}
      <label className="tick">
        <input
          type="checkbox"
          checked={address}
          onChange={(event) => setAddress(event.target.checked)}
        />
        {d.out.address}
      </label>
      <button
        type="button"
        className="button button-danger button-big"
        disabled={!live}
        onClick={() => onShowOut(address)}
      >
        {d.out.now}
      </button>
      <button type="button" className="button button-quiet" onClick={onClose}>
        {d.out.keep}
      </button>
    </Sheet>
  );
}
