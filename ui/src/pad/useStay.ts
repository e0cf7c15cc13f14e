/** One's stay in a pad, and the next one where words don't go through: it takes the place of the first when it has them. */
import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { socketUrl } from "../live/socket";
import type { Me } from "../people/me";
import type { Entry } from "../people/entry";
import { PadSession } from "./session";

interface Coming {
  pad: string;
  entry: Entry;
  me: Me;
}

export function useStay({ pad, entry, me }: Coming): {
  session: PadSession | null;
  again: () => void;
} {
  const [session, setSession] = useState<PadSession | null>(null);
  const again = useRef(() => {});
  const now = useRef(me); // a rename does not begin a new stay
  useEffect(() => {
    now.current = me;
  }, [me]);

  useEffect(() => {
    const { key, info } = entry;
    const { epoch, role, ttl_s } = info;
    const where = { url: socketUrl(), pad, key, epoch, role, ttl_s };
    const first = new PadSession({ ...where, me: now.current });
    setSession(first);
    let stay = first;
    let next: PadSession | null = null;
    again.current = () => {
      if (next) return;
      const before = stay;
      const coming = (next = new PadSession({
        ...where,
        me: now.current,
        words: () => before.words(),
      }));
      const stop = coming.subscribe(() => {
        const { ready, connection } = coming.view();
        if (!ready && connection.is !== "ended") return;
        stop();
        next = null;
        if (!ready) return coming.dispose(); // what is here stays as it is
        stay = coming;
        flushSync(() => setSession(coming)); // no editor stands on a document that is gone
        before.dispose();
      });
    };
    return () => {
      stay.dispose();
      next?.dispose();
    };
  }, [pad, entry]);

  return { session, again: useCallback(() => again.current(), []) };
}
