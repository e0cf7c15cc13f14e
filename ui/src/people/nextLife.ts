/** A code that stands begins the next life of a pad: who hosted the last one goes on in it. */
import { useEffect, useState } from "react";
import { api, isWaits } from "../api";
import { keepJoined } from "./entry";

/** How often it is asked whether somebody has scanned the code (ms), while somebody looks. */
const ASK_EVERY_MS = 2500;

/**
 * The host's link of the next life, once it has begun; `null` before, and where no code stands for it. `key`: a host's, of the
 * life before.
 */
export function useNextLife(pad: string, key: string, stands: boolean): string | null {
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    if (!stands || link !== null) return;
    let gone = false;
    const ask = () => {
      if (document.visibilityState !== "visible") return;
      api.over(pad, key).then(
        (answer) => {
          if (gone || isWaits(answer)) return;
          keepJoined(answer);
          setLink(answer.link_key);
        },
        () => {}, // not yet
      );
    };
    const timer = setInterval(ask, ASK_EVERY_MS);
    document.addEventListener("visibilitychange", ask);
    return () => {
      gone = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [pad, key, stands, link]);
  return link;
}
