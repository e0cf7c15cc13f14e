/** Waiting at a pad's door: asked again and again, until a host has answered. */
import { useEffect, useEffectEvent, useState } from "react";
import { api, ApiError, isWaits, type Appears, type Joined, type Waits } from "../api";

export interface KnockView {
  /** Whom one waits for, where that is one person with a name. */
  host: string | null;
  /** A host has answered: not now. */
  refused: boolean;
}

interface KnockEvents {
  onIn: (joined: Joined) => void;
  /** Nobody knows of the knock any more: by the way one came it begins anew. */
  onAgain: () => void;
}

/** What may be gone in a moment: a network, a server that is busy. */
const isPassing = ({ status }: ApiError): boolean =>
  status === 0 || status === 429 || status >= 500;

export function useKnock(waits: Waits, { name, color }: Appears, events: KnockEvents): KnockView {
  const [view, setView] = useState<KnockView>({ host: waits.host, refused: false });
  const comeIn = useEffectEvent(events.onIn);
  const again = useEffectEvent(events.onAgain);
  const { pad, knock, ask_again_s } = waits;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, ask_again_s * 1000);
    };
    const failed = (error: unknown) => {
      if (over) return;
      const known = error instanceof ApiError ? error : new ApiError(0, "");
      if (isPassing(known) && known.refusal.reason !== "not_now") return later();
      over = true; // nobody is asked again, and none knocks anew by themselves whom a host has refused
      if (known.refusal.reason === "not_now") setView((before) => ({ ...before, refused: true }));
      else again();
    };
    const heard = (answer: Joined | Waits) => {
      if (over) return;
      if (!isWaits(answer)) {
        over = true;
        return comeIn(answer);
      }
      setView({ host: answer.host, refused: false });
      later();
    };
    function ask(): void {
      clearTimeout(timer);
      if (over) return;
      api.knock(pad, knock, { name, color }).then(heard, failed);
    }
    const awake = () => document.visibilityState === "visible" && ask();
    document.addEventListener("visibilitychange", awake); // a phone that slept asks at once, with the same ticket
    addEventListener("online", awake);
    ask();
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", awake);
      removeEventListener("online", awake);
    };
  }, [pad, knock, ask_again_s, name, color]);

  useEffect(() => {
    const leave = () => void api.leaveDoor(pad, knock).catch(() => {}); // a closed page is gone after a while in any case
    addEventListener("pagehide", leave);
    return () => removeEventListener("pagehide", leave);
  }, [pad, knock]);
  return view;
}
