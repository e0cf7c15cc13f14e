/** A pad that one is in: the session from coming to leaving. */
import { useCallback, useEffect, useRef } from "react";
import type { Me } from "../people/me";
import type { Entry } from "../people/own";
import type { PadText } from "./Editor";
import type { Keepsake } from "./keepsake";
import { LivePad } from "./LivePad";
import type { PadSession, SessionView } from "./session";
import { Skeleton } from "./Skeleton";
import { useSession } from "./useSession";
import { useStay } from "./useStay";

interface PadProps {
  pad: string;
  entry: Entry;
  me: Me;
  onMe: (me: Me) => void;
  onLeave: () => void;
  /** The stay is over; `held` is what there was to read, unless the host has ended the pad. */
  onOver: (view: SessionView, held: Keepsake | null) => void;
}

export function Pad(props: PadProps) {
  const { session, again } = useStay(props);
  if (!session) return <Skeleton pad={props.pad} />;
  return <Stay key={session.doc.guid} {...props} session={session} onAgain={again} />;
}

function Stay({
  pad,
  entry,
  me,
  onMe,
  onLeave,
  onOver,
  session,
  onAgain,
}: PadProps & { session: PadSession; onAgain: () => void }) {
  const view = useSession(session);
  const shown = view.people.find((person) => person.me)?.color ?? me.color; // another one may have had it
  const text = useRef<PadText | null>(null);
  const read = useCallback(() => text.current, []);
  const onText = useCallback((now: PadText | null) => {
    text.current = now;
  }, []);
  const { connection } = view;

  // the text is taken out while the editor still stands; what the host has ended is not taken out at all
  useEffect(() => {
    if (connection.is === "ended")
      onOver(view, connection.why === "host" ? null : (text.current?.keepsake() ?? null));
  }, [connection, view, onOver]);

  return (
    <LivePad
      pad={pad}
      entry={entry}
      view={view}
      session={session}
      me={{ ...me, color: shown }}
      onMe={(next) => {
        onMe(next);
        session.rename(next);
      }}
      text={read}
      onText={onText}
      onLeave={onLeave}
      onAgain={onAgain}
    />
  );
}
