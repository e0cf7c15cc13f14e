/** Somebody wants to come in: a card for hosts, in the corner and off the text, which takes no focus. */
import { useEffect, useState } from "react";
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

/** Who has just taken another's place is answered after this long (ms): the second of two presses was for who stood there before. */
const CALM_MS = 600;

/** An answer that has come to nothing after this long (ms) can be given again. */
const SENT_MS = 5000;

export default function KnockCard({ knocks: { who = [], of, at } }: { knocks: Knocks }) {
  const now = useNow(TICK_MS);
  const [first] = who;
  const [begun] = useState(first?.id);
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
      <Answers key={id} of={id} isNext={id !== begun} />
      {of > 1 && <p className="fine">{k.more(of - 1)}</p>}
    </aside>
  );
}

/** What one answers this person, once. */
function Answers({ of: knock, isNext }: { of: string; isNext: boolean }) {
  const { session } = usePad();
  const [waits, setWaits] = useState<"" | "calm" | "sent">(isNext ? "calm" : "");
  useEffect(() => {
    if (!waits) return;
    const timer = setTimeout(() => setWaits(""), waits === "calm" ? CALM_MS : SENT_MS);
    return () => clearTimeout(timer);
  }, [waits]);
  const answer = (t: "let_in" | "not_now") => session.steer({ t, knock }) && setWaits("sent");
  return (
    <div className="knock-row" aria-busy={waits === "sent"}>
      <button
        type="button"
        className="button"
        disabled={waits !== ""}
        onClick={() => answer("not_now")}
      >
        {k.notYet}
      </button>
      <button
        type="button"
        className="button button-main"
        disabled={waits !== ""}
        onClick={() => answer("let_in")}
      >
        {k.letIn}
      </button>
    </div>
  );
}
