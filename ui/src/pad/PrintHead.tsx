/** What a print begins with: which pad this is, and when it was printed. Nothing of it is on the screen. */
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { day } from "./taking";

export function PrintHead({ pad }: { pad: string }) {
  const [at, setAt] = useState(() => new Date());
  useEffect(() => {
    const now = () => flushSync(() => setAt(new Date())); // the picture of the page is taken when this returns
    addEventListener("beforeprint", now);
    return () => removeEventListener("beforeprint", now);
  }, []);
  return (
    <header className="print-head">
      <b>{pad}</b>
      <time>{day(at)}</time>
    </header>
  );
}
