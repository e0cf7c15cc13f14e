/** A screen that stays on while its owner reads. */
import { useEffect } from "react";

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
