/** Somebody wants to come in: a card for hosts, in the corner and off the text, which takes no focus. */
import { useNow } from "../kit/device";
import { Name } from "../kit/Name";
import { Avatar } from "../people/Avatars";
import { colourFor } from "../people/colours";
import { k } from "../strings/knock";
import { usePad } from "./context";
import type { Knocks } from "./sessionView";
import "./knock.css";

/** The time that somebody has waited is shown to this (ms). */
const TICK_MS = 5000;

export default function KnockCard({ knocks: { who = [], of, at } }: { knocks: Knocks }) {
  const { session } = usePad();
  const now = useNow(TICK_MS);
  const [first] = who;
  if (!first) return null;
  const { id, name, color, device, way, since_s } = first;
  const shown = name ?? k.somebody;
  const waited = since_s + Math.max(0, Math.floor((now - at) / 1000));
  return (
    <aside className="knock" aria-label={k.door}>
      <div className="knock-who">
        <Avatar person={{ name: shown, color: color ?? colourFor(id) }} />
        <p>
          <span role="status">
            <Name className="knock-name" of={shown} /> {k.wants}
          </span>
          <span className="quiet">{k.how(device, way, waited)}</span>
        </p>
      </div>
      <div className="knock-row">
        <button
          type="button"
          className="button"
          onClick={() => session.steer({ t: "not_now", knock: id })}
        >
          {k.notYet}
        </button>
        <button
          type="button"
          className="button button-main"
          onClick={() => session.steer({ t: "let_in", knock: id })}
        >
          {k.letIn}
        </button>
      </div>
      {of > 1 && <p className="fine">{k.more(of - 1)}</p>}
    </aside>
  );
}
