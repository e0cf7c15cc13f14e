/** Waiting at a pad's door: asked again and again, until a host has answered. */
import { useEffect, useEffectEvent, useState } from "react";
import { api, ApiError, isWaits, type Appears, type Joined, type Waits } from "../api";

const KEPT = "fadepad.waits";

/** Keeps the place at the door while the page is loaded again: neither is the PIN asked for once more, nor knocked twice. */
export function keepWaits(waits: Waits | null): void {
  try {
    const kept = JSON.stringify({ at: location.pathname, waits });
    if (waits) sessionStorage.setItem(KEPT, kept);
    else sessionStorage.removeItem(KEPT);
  } catch {
    // a browser that keeps nothing knocks anew
  }
}

/** Where this page was waiting before it was loaded again. */
export function waitsHere(): Waits | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null") as {
      at: string;
      waits: Waits;
    } | null;
    return kept?.at === location.pathname ? kept.waits : null;
  } catch {
    return null;
  }
}

export interface KnockView {
  /** Whom one waits for, where that is one person with a name. */
  host: string | null;
  /** A host has answered: not now. Again from then (as of `performance.now()`): before, nobody would hear it. */
  refused: { until: number } | null;
}

interface KnockEvents {
  onIn: (joined: Joined) => void;
  /** Nobody knows of the knock any more: by the way one came it begins anew. */
  onAgain: () => void;
}

/** Where the server does not say how long a refusal holds (s). */
const REFUSED_WAITS_S = 60;

/** What may be gone in a moment: a network, a server that is busy. */
const isPassing = ({ status }: ApiError): boolean =>
  status === 0 || status === 429 || status >= 500;

export function useKnock(waits: Waits, { name, color }: Appears, events: KnockEvents): KnockView {
  const [view, setView] = useState<KnockView>({ host: waits.host, refused: null });
  const comeIn = useEffectEvent(events.onIn);
  const again = useEffectEvent(events.onAgain);
  const { pad, knock, ask_again_s } = waits;

  useEffect(() => keepWaits(waits), [waits]);
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
      if (known.refusal.reason === "not_now") {
        const until = performance.now() + (known.wait_s ?? REFUSED_WAITS_S) * 1000;
        return setView((before) => ({ ...before, refused: { until } })); // its place is kept: loaded again, the page says the same
      }
      keepWaits(null);
      again();
    };
    const heard = (answer: Joined | Waits) => {
      if (over) return;
      if (!isWaits(answer)) {
        over = true;
        keepWaits(null);
        return comeIn(answer);
      }
      setView({ host: answer.host, refused: null });
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
    const away = () => void api.goAway(pad, knock).catch(() => {}); // a closed page is gone after a while in any case
    addEventListener("pagehide", away);
    return () => removeEventListener("pagehide", away);
  }, [pad, knock]);
  return view;
}
