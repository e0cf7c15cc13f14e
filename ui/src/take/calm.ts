/** A sheet that opens by itself may come under fingers that are typing: what was not meant for it answers nothing. */
import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from "react";

/** Whoever pressed no key for so long (ms) is not typing. */
const PAUSE_MS = 700;
/** So long after the sheet came (ms) a tap of somebody who typed was meant for the keyboard. */
const KEYBOARD_GOES_MS = 450;
/** Keys that press a button. */
const PRESSES = new Set(["Enter", " "]);

let typed = Number.NEGATIVE_INFINITY;
const note = () => {
  typed = performance.now();
};
for (const event of ["keydown", "beforeinput"])
  addEventListener(event, note, { capture: true, passive: true });

/** What the element around the buttons takes. */
export function useCalm() {
  const opened = useRef(0);
  /** When the last key was pressed that belongs to the text; `null` once there was a pause. */
  const writing = useRef<number | null>(null);
  useEffect(() => {
    opened.current = performance.now();
    writing.current = opened.current - typed < PAUSE_MS ? opened.current : null;
  }, []);
  const onKey = (event: KeyboardEvent) => {
    const now = performance.now();
    if (writing.current === null || now - writing.current > PAUSE_MS) {
      writing.current = null;
      return;
    }
    writing.current = now;
    if (PRESSES.has(event.key)) event.preventDefault();
  };
  const onClickCapture = (event: MouseEvent) => {
    if (writing.current === null || performance.now() - opened.current > KEYBOARD_GOES_MS) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { onKeyDownCapture: onKey, onKeyUpCapture: onKey, onClickCapture };
}
