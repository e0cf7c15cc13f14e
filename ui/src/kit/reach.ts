/**
 * The pad goes on at another machine: whether this page gets there. Its own policy lets it speak to its own server alone; that one
 * gives it a worker that may ask the other.
 */
import { useEffect, useState } from "react";

/** How often (ms) it is tried again, where no address was reached. */
const AGAIN_MS = 3000;

/** An address that does not answer for so long (ms) is not reached: a firewall swallows what is sent there. */
const ANSWERS_MS = 5000;

/** Whether this address is reached from here, and the pad is there. */
function isReached(epoch: string, at: string): Promise<boolean> {
  return new Promise((resolve) => {
    const worker = new Worker(`/reach/${epoch}`);
    const done = (here: boolean) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(here);
    };
    const timer = setTimeout(() => done(false), ANSWERS_MS);
    worker.addEventListener("message", ({ data }) => done(data === true));
    worker.addEventListener("error", () => done(false)); // this machine is gone already, or knows nothing of it
    worker.postMessage({ at, epoch }, []); // nothing is handed over for good
  });
}

/** The first of these addresses that is reached, or `null`. They are tried together, and the likelier one counts. */
async function reached(epoch: string, to: readonly string[]): Promise<string | null> {
  const tried = await Promise.all(to.map((at) => isReached(epoch, at)));
  return to.find((_, n) => tried[n]) ?? null;
}

/** Which of them is reached, tried until one is; `null`: none, as far as is known; `undefined`: that is not known yet. */
export function useReached(epoch: string, to: readonly string[]): string | null | undefined {
  const [at, setAt] = useState<string | null>();
  const all = to.join(" ");
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () =>
      void reached(epoch, all.split(" ")).then((at) => {
        if (gone) return;
        setAt(at);
        if (at === null) timer = setTimeout(look, AGAIN_MS);
      });
    if (all) look();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [epoch, all]);
  return at;
}

/** An address as people type it. */
export const typedAddress = (at: string): string => at.replace(/^http:\/\//, "");
