/** Somebody wants to come in: a card for hosts, which takes no focus, off the text or at the head of a sheet; a line over a keyboard. */
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

/** Who has just come, or moved to another's place, is answered after this long (ms): an earlier press was for who was there before. */
const CALM_MS = 600;

/** An answer that has come to nothing after this long (ms) can be given again. */
const SENT_MS = 5000;

type Knocker = NonNullable<Knocks["who"]>[number];

/** Who, and what they would do here. */
const Wants = ({ of: { name, role } }: { of: Knocker }) => (
  <span>
    <Name className="knock-name" of={name ?? k.somebody} /> {k.wants[role]}
  </span>
);

export default function KnockCard({ knocks: { who = [], of, at } }: { knocks: Knocks }) {
  const now = useNow(TICK_MS);
  const [all, setAll] = useState(false);
  if (who.length === 0) return null;
  const shown = all ? who : who.slice(0, 1);
  const places = shown.map(({ id }) => id).join();
  return (
    <aside className="knock" aria-label={k.door}>
      <ul className="knock-list">
        {shown.map((each, i) => (
          <li key={each.id}>
            <Who of={each} now={now} at={at} isFirst={i === 0} />
            <div className="knock-row">
              <Answers of={each.id} places={places} />
            </div>
          </li>
        ))}
      </ul>
      {of > 1 && (
        <button
          type="button"
          className="knock-more fine"
          aria-expanded={all}
          onClick={() => setAll((is) => !is)}
        >
          {all ? k.less : k.more(of - 1)}
        </button>
      )}
    </aside>
  );
}

interface WhoProps {
  of: Knocker;
  now: number;
  /** When it was told. */
  at: number;
  /** The one who is announced. */
  isFirst: boolean;
}

function Who({ of: knock, now, at, isFirst }: WhoProps) {
  const { id, name, color, device, way, since_s } = knock;
  const waited = since_s + Math.max(0, Math.floor((now - at) / 1000));
  return (
    <div className="knock-who">
      <Avatar person={{ name: name ?? k.somebody, color: color ?? colourFor(id) }} />
      <p>
        <span role={isFirst ? "status" : undefined}>
          <Wants of={knock} />
        </span>
        <span className="quiet">{k.how(device, way, waited)}</span>
        {knock.was_out && <span className="knock-out">{k.wasOut}</span>}
      </p>
    </div>
  );
}

/** The same under the bar. */
export function KnockLine({ knocks: { who = [], of } }: { knocks: Knocks }) {
  const [first] = who;
  if (!first) return null;
  return (
    <div className="state-line state-asks" data-testid="knocks">
      <span>
        <Wants of={first} />
        {first.was_out && ` · ${k.wasOut}`}
        {of > 1 && ` · ${k.more(of - 1)}`}
      </span>
      <span className="knock-row">
        <Answers key={first.id} of={first.id} places={first.id} />
      </span>
    </div>
  );
}

interface AnswersProps {
  of: string;
  /** Who stands at the door, as it is shown: where that changes, everyone may stand in another place. */
  places: string;
}

/** What one answers this person, once. The buttons wait without being switched off, which would take a keyboard's focus from them. */
function Answers({ of: knock, places }: AnswersProps) {
  const { session } = usePad();
  const [state, setState] = useState<{ is: "" | "calm" | "sent"; places: string }>({
    is: "calm",
    places,
  });
  if (state.places !== places) setState({ is: state.is === "sent" ? "sent" : "calm", places });
  useEffect(() => {
    if (!state.is) return;
    const after = state.is === "calm" ? CALM_MS : SENT_MS;
    const timer = setTimeout(() => setState((now) => ({ ...now, is: "" })), after);
    return () => clearTimeout(timer);
  }, [state]);
  const waits = state.is !== "";
  const answer = (t: "let_in" | "not_now") =>
    !waits && session.steer({ t, knock }) && setState({ is: "sent", places });
  return (
    <>
      <button
        type="button"
        className="button"
        aria-disabled={waits}
        onClick={() => answer("not_now")}
      >
        {k.notYet}
      </button>
      <button
        type="button"
        className="button button-main"
        aria-disabled={waits}
        onClick={() => answer("let_in")}
      >
        {k.letIn}
      </button>
    </>
  );
}
