/** A sheet that opens by itself comes under fingers that are typing or tapping: what was not meant for it answers nothing. */
import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from "react";

/** A key is meant for the sheet when none was pressed for so long (ms) before. */
const PAUSE_MS = 700;
/** A tap is when the sheet was there for so long (ms). */
const THERE_MS = 450;

/** Keys that press a button. */
const PRESSES = new Set(["Enter", " "]);

/** What the element around the buttons takes. */
export function useCalm() {
  const opened = useRef(0);
  const typed = useRef(0);
  /** There was a pause: from now on each key is meant. */
  const calm = useRef(false);
  useEffect(() => {
    opened.current = typed.current = performance.now();
  }, []);
  const typing = (event: KeyboardEvent) => {
    if (calm.current) return;
    if (performance.now() - typed.current > PAUSE_MS) {
      calm.current = true;
      return;
    }
    typed.current = performance.now();
    if (PRESSES.has(event.key)) event.preventDefault();
  };
  const tapped = (event: MouseEvent) => {
    if (event.detail > 0 && performance.now() - opened.current < THERE_MS) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return { onKeyDownCapture: typing, onKeyUpCapture: typing, onClickCapture: tapped };
}
