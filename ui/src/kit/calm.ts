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
/** A press that begins sooner (ms) after the sheet came, or took the focus and with it a phone's keyboard, was meant for what was there. */
const STILL_MS = 450;

let typed = Number.NEGATIVE_INFINITY;
let composing = false;
/** When the last finger or button of a mouse went down, as the device tells it: a busy page hears of it later. */
let pressed = Number.NEGATIVE_INFINITY;
addEventListener("pointerdown", ({ timeStamp }) => (pressed = timeStamp), {
  capture: true,
  passive: true,
});

const isText = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea"));

const note = ({ type, target }: Event) => {
  if (type === "compositionstart" || type === "compositionend")
    composing = type === "compositionstart";
  if (isText(target)) typed = performance.now();
};
for (const event of ["keydown", "beforeinput", "compositionstart", "compositionend"])
  addEventListener(event, note, { capture: true, passive: true });

/** How long (ms) no key was pressed in a text; none at all in the middle of what an input method composes. */
export const sinceTyped = (): number => (composing ? 0 : performance.now() - typed);

/** When hands that go on like this rest. */
const restsAt = (opened: number): number =>
  Math.max(opened + REACTION_MS, typed + (composing ? COMPOSING_PAUSE_MS : PAUSE_MS));

/**
 * Keys by which one turns to a sheet: they go through its buttons, and close it. Space, Enter and arrows do not: who has thought for
 * two seconds goes on with a space, a new line, or some steps of the caret.
 */
const TURNS = new Set(["Tab", "Escape"]);
/** Keys that mean nothing by themselves. */
const SILENT = /^(Shift|Control|Alt|AltGraph|Meta|CapsLock|F\d+)$/;

const isForText = ({ key }: KeyboardEvent): boolean => !TURNS.has(key) && !SILENT.test(key);

/** Whether a screen's keyboard goes away with the focus, and moves what stands there under the finger. */
const hasTouch = (): boolean => matchMedia("(pointer: coarse)").matches;

/**
 * What an editor does by itself at a key, such as a new line at Enter, it does only where the key comes to it. Letters come
 * to what has the focus. Returns whether it did.
 */
function passOn(event: globalThis.KeyboardEvent, to: HTMLElement | null): boolean {
  const { key, code, keyCode, ctrlKey, metaKey, altKey, shiftKey } = event;
  const isLetter = [...key].length === 1 && !ctrlKey && !metaKey;
  const init = { key, code, keyCode, ctrlKey, metaKey, altKey, shiftKey };
  const again = new globalThis.KeyboardEvent("keydown", {
    ...init,
    bubbles: true,
    cancelable: true,
  });
  return !isLetter && to !== null && !to.dispatchEvent(again);
}

export interface Calm {
  /** Whoever had the focus when the sheet came; it is given back to them. */
  before: RefObject<HTMLElement | null>;
  /** Somebody wrote in these moments: it stands at the side. */
  beside: boolean;
  /** It has not the focus yet, which is still in the text. */
  waits: boolean;
  /** It came, or moved, a moment ago: no press answers it. */
  isNew: boolean;
  onKeyDownCapture: (event: KeyboardEvent) => void;
  onMouseDownCapture: (event: MouseEvent) => void;
  onClickCapture: (event: MouseEvent) => void;
}

/** A sheet that opens by itself takes no press that was on its way to what it has covered, whoever was typing or not. */
function usePresses(unasked: boolean, waits: boolean) {
  const until = useRef(Number.NEGATIVE_INFINITY);
  const stands = waits && hasTouch() ? "above the keyboard" : "alone"; // with a mouse nothing moves when it takes the focus
  const [known, setKnown] = useState("");
  useLayoutEffect(() => {
    if (!unasked) return;
    until.current = performance.now() + STILL_MS;
    const timer = setTimeout(() => setKnown(stands), STILL_MS);
    return () => clearTimeout(timer);
  }, [unasked, stands]);
  const drop = (event: MouseEvent): boolean => {
    const isPress = event.type !== "click" || event.detail > 0; // and no key
    if (!isPress || pressed >= until.current) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { isNew: unasked && known !== stands, drop };
}

/** Of a sheet that opens by itself (`unasked`); one that somebody has opened waits for nobody. */
export function useCalm(unasked: boolean): Calm {
  const before = useRef<HTMLElement>(null);
  // also where the field that somebody typed in is just gone, for this sheet stands in its place
  const [inText] = useState(
    () => unasked && (isText(document.activeElement) || performance.now() - typed < PAUSE_MS),
  );
  const [beside] = useState(() => inText && performance.now() - typed < COMPOSING_PAUSE_MS);
  const [waits, setWaits] = useState(inText);
  /** Letters go on into the text until one has turned to the sheet. */
  const turned = useRef(!inText);
  const opened = useRef(0);
  const { isNew, drop } = usePresses(unasked, waits);
  useLayoutEffect(() => {
    before.current = document.activeElement as HTMLElement | null;
    opened.current = performance.now();
  }, []);
  useEffect(() => {
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
    isNew,
    onKeyDownCapture: (event) => {
      turned.current ||= TURNS.has(event.key);
      if (turned.current || !isForText(event)) return;
      typed = performance.now();
      flushSync(() => setWaits(true)); // the text has the focus again before the letter comes
      if (passOn(event.nativeEvent, before.current)) event.preventDefault();
    },
    onMouseDownCapture: (event) => void drop(event), // the focus stays where it is, and with it the keyboard
    onClickCapture: (event) => {
      if (drop(event)) return;
      turned.current = true;
      setWaits(false);
    },
  };
}
