/** The screen under a wall: filling it, and knowing that nobody is at the mouse. */
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
