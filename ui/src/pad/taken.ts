/** Waiting for what is on its way. */
import type { PadSession } from "./session";

/** When all is taken, asked for at once, or `within_ms` is over: what one typed a moment ago is on its way, and not missing. */
export function taken(session: PadSession, within_ms: number): Promise<void> {
  session.askWhetherTaken();
  return new Promise((resolve) => {
    const look = () => {
      const { unsaved, connection } = session.view();
      if (!unsaved || connection.is !== "live") done();
    };
    const stop = session.subscribe(look);
    const timer = setTimeout(() => done(), within_ms);
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    look();
  });
}
