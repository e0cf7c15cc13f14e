/** A pad that one is in: the session from coming to leaving. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { PadInfo } from "../api";
import type { Me } from "../people/me";
import type { PadText } from "./Editor";
import type { Keepsake } from "./keepsake";
import { LivePad } from "./LivePad";
import { PadSession, type SessionView } from "./session";
import { Skeleton } from "./Skeleton";
import { useSession } from "./useSession";

interface PadProps {
  pad: string;
  padKey: string;
  info: PadInfo;
  me: Me;
  onMe: (me: Me) => void;
  onLeave: () => void;
  /** The stay is over; `held` is what there was to read, unless the host has ended the pad. */
  onOver: (view: SessionView, held: Keepsake | null) => void;
}

const socketUrl = (): string => `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`;

export function Pad(props: PadProps) {
  const { pad, padKey, info, me } = props;
  const [session, setSession] = useState<PadSession | null>(null);
  const first = useRef(me); // a rename does not begin a new stay

  useEffect(() => {
    const { epoch, role, ttl_s } = info;
    const stay = new PadSession({ url: socketUrl(), pad, key: padKey, epoch, role, ttl_s, me: first.current });
    setSession(stay);
    return () => stay.dispose();
  }, [pad, padKey, info]);

  if (!session) return <Skeleton pad={pad} />;
  return <Stay {...props} session={session} />;
}

function Stay({ pad, padKey, info, me, onMe, onLeave, onOver, session }: PadProps & { session: PadSession }) {
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
    if (connection.is === "ended") onOver(view, connection.why === "host" ? null : (text.current?.keepsake() ?? null));
  }, [connection, view, onOver]);

  return (
    <LivePad
      pad={pad}
      padKey={padKey}
      lastCall_s={info.last_call_s}
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
    />
  );
}
