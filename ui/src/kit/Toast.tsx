/** A short word that something was done; it goes by itself and is read aloud politely. */
import { useEffect, useState } from "react";

/** How long a toast stays, in milliseconds. */
const STAYS_MS = 2600;
let show: (text: string) => void = () => {};

/** Shows a toast; a newer one takes its place. */
export const toast = (text: string): void => show(text);

export function Toasts() {
  const [text, setText] = useState("");
  useEffect(() => {
    show = setText;
    return () => {
      show = () => {};
    };
  }, []);
  useEffect(() => {
    if (!text) return;
    const timer = setTimeout(() => setText(""), STAYS_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {text && <span className="toast">{text}</span>}
    </div>
  );
}
