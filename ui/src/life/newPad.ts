/** Who may open a new pad: the host, and where the host allows it, anyone. */
import { useEffect, useState } from "react";
import { api } from "../api";

/** The key to open a new pad with: a host's own, or none where anyone may; `null` for those who may not. */
export function useNewPadKey(hostKey: string | null): string | null {
  const [anyone, setAnyone] = useState(false);
  useEffect(() => {
    if (!hostKey)
      api.info().then(
        ({ create }) => setAnyone(create === "anyone"),
        () => {},
      );
  }, [hostKey]);
  return hostKey ?? (anyone ? "" : null);
}
