/** The screen under a wall: filling it, keeping it on, and knowing that nobody is at the mouse. */
import { useEffect, useState, useSyncExternalStore } from "react";

/** A mouse that rests for so long (ms) is out of the way, and the tools with it. */
const IDLE_MS = 3000;

/** Whether nobody has moved the mouse, touched or pressed a key for a while. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = new AbortController();
    const wake = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setIdle(true), IDLE_MS);
      setIdle(false);
    };
    for (const event of ["pointermove", "pointerdown", "keydown"])
      addEventListener(event, wake, { signal: stop.signal });
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, []);
  return idle;
}

/** Keeps the screen from going dark, where the browser lets us: on the host's own address, not on plain http elsewhere. */
export function useAwake(): void {
  useEffect(() => {
    const { wakeLock } = navigator as { wakeLock?: WakeLock };
    if (!wakeLock) return;
    let lock: WakeLockSentinel | null = null;
    let open = true;
    const take = (got: WakeLockSentinel) => {
      if (open) lock = got;
      else void got.release();
    };
    const hold = () => {
      if (document.visibilityState === "hidden") return;
      // refused on low battery, say: then the screen does as the system says
      wakeLock.request("screen").then(take, () => {});
    };
    hold();
    document.addEventListener("visibilitychange", hold);
    return () => {
      open = false;
      document.removeEventListener("visibilitychange", hold);
      void lock?.release();
    };
  }, []);
}

/** Whether the page fills the screen; `null` where the browser can't do that. */
export function useFull(): boolean | null {
  return useSyncExternalStore(
    (changed) => {
      document.addEventListener("fullscreenchange", changed);
      return () => document.removeEventListener("fullscreenchange", changed);
    },
    () => (document.fullscreenEnabled ? document.fullscreenElement !== null : null),
  );
}

/** Fills the screen, or gives it back. */
export function toggleFull(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  done.catch(() => {}); // refused: nothing changes
}
