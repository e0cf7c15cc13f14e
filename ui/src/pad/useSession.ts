/** React's look at a session. */
import { useSyncExternalStore } from "react";
import type { PadSession, SessionView } from "./session";

export const useSession = (session: PadSession): SessionView =>
  useSyncExternalStore(session.subscribe, session.view);
