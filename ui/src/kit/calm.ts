/**
 * A sheet that opens by itself may come under hands that type. Then it waits beside the text, without the focus, until they
 * rest: so no key that was meant for the text presses a button, and no letter is lost.
 */
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from "react";
import { flushSync } from "react-dom";

/** Whoever pressed no key for so long (ms) has seen what came. */
const PAUSE_MS = 2000;
/** In the middle of what an input method composes, words are looked up. */
const COMPOSING_PAUSE_MS = 6000;
/** Nobody answers sooner (ms) what was not there: such a key was on its way to the text. */
const REACTION_MS = 700;
/** So long (ms) after the sheet came, or took the focus and with it the keyboard of a phone, a tap was meant for what was there. */
const STILL_MS = 450;

let typed = Number.NEGATIVE_INFINITY;
let composing = false;

const isText = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea"));

const note = ({ type, target }: Event) => {
  if (type === "compositionstart" || type === "compositionend")
    composing = type === "compositionstart";
  if (isText(target)) typed = performance.now();
};
for (const event of ["keydown", "beforeinput", "compositionstart", "compositionend"])
  addEventListener(event, note, { capture: true, passive: true });

/** When hands that go on like this rest. */
const restsAt = (opened: number): number =>
  Math.max(opened + REACTION_MS, typed + (composing ? COMPOSING_PAUSE_MS : PAUSE_MS));

/** Keys that are for a sheet: they press its buttons, go through them, and close it. */
const FOR_SHEETS = /^( |Enter|Tab|Escape|Arrow.*)$/;
/** Other keys of more than a letter that write: `Process` is an input method's. */
const WRITES = new Set(["Process", "Dead", "Backspace"]);

const isForText = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && ([...key].length === 1 || WRITES.has(key));

export interface Calm {
  /** Whoever had the focus when the sheet came; it is given back to them. */
  before: RefObject<HTMLElement | null>;
  /** Somebody wrote in these moments: it stands at the side. */
  beside: boolean;
  /** It has not the focus yet, which is still in the text. */
  waits: boolean;
  onKeyDownCapture: (event: KeyboardEvent) => void;
  onClickCapture: (event: MouseEvent) => void;
}

/** Of a sheet that opens by itself (`unasked`); one that somebody has opened waits for nobody. */
export function useCalm(unasked: boolean): Calm {
  const before = useRef<HTMLElement>(null);
  const [inText] = useState(() => unasked && isText(document.activeElement));
  const [beside] = useState(() => inText && performance.now() - typed < COMPOSING_PAUSE_MS);
  const [waits, setWaits] = useState(inText);
  /** Letters go on into the text until one has turned to the sheet. */
  const turned = useRef(!inText);
  const opened = useRef(0);
  const still = useRef(0);
  useLayoutEffect(() => {
    before.current = document.activeElement as HTMLElement | null;
    opened.current = performance.now();
  }, []);
  useEffect(() => {
    still.current = performance.now() + STILL_MS;
    if (!waits) return;
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const left = isText(document.activeElement) ? restsAt(opened.current) - performance.now() : 0;
      if (left > 0) timer = setTimeout(look, left);
      else setWaits(false);
    };
    look();
    return () => clearTimeout(timer);
  }, [waits]);
  return {
    before,
    beside,
    waits,
    onKeyDownCapture: (event) => {
      turned.current ||= FOR_SHEETS.test(event.key);
      if (turned.current || !isForText(event)) return;
      typed = performance.now();
      flushSync(() => setWaits(true)); // the text has the focus again before the letter comes
    },
    onClickCapture: (event) => {
      const now = performance.now();
      const isTap = event.detail > 0; // and no key
      if (isTap && inText && now < still.current && now - typed < PAUSE_MS + STILL_MS) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      turned.current = true;
      setWaits(false);
    },
  };
}
