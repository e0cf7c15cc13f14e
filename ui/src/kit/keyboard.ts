/** The keyboard of a touch device: whether it is up, and where its upper edge is. Browsers tell it only by what is left of the page. */
import { useSyncExternalStore } from "react";

/** A viewport that is lower than the tallest seen by this many pixels has a keyboard in it (address bars take 60–100). */
const KEYBOARD_PX = 150;
/** A width that changed by more than this share means that the device was turned. */
const TURNED = 0.2;
let tallest = 0;
let widest = 0;

/** Where one can write, so that a keyboard belongs to it. */
const WRITABLE = "input, textarea, [contenteditable=true]";
const isWriting = (): boolean => document.activeElement?.matches(WRITABLE) ?? false;

/** Watches everything that a keyboard moves. */
function onViewport(changed: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  visualViewport?.addEventListener("resize", changed, { signal });
  visualViewport?.addEventListener("scroll", changed, { signal });
  addEventListener("resize", changed, { signal });
  return () => stop.abort();
}

function isUp(): boolean {
  const height = (visualViewport?.height ?? innerHeight) * (visualViewport?.scale ?? 1);
  const width = document.documentElement.clientWidth;
  if (Math.abs(width - widest) > widest * TURNED) {
    // measured anew; turned while one writes, the page is as tall as it was wide, less the keyboard that stays up
    tallest = isWriting() ? widest : 0;
    widest = width;
  }
  tallest = Math.max(tallest, height);
  return tallest - height > KEYBOARD_PX;
}

/** Whether the keyboard covers part of the page. Only touch devices have one; a window that was made lower looks the same. */
export const useKeyboard = (): boolean => useSyncExternalStore(onViewport, isUp);

/** How much of the window's width is seen (px): less than it has where fingers have drawn the page apart. */
export const useSeenWidth = (): number =>
  useSyncExternalStore(onViewport, () => Math.floor(visualViewport?.width ?? innerWidth));

/** How much of the page's lower edge is covered (px): nothing where the browser makes the page lower instead. */
const covered = (): number =>
  visualViewport
    ? Math.max(
        0,
        document.documentElement.clientHeight - visualViewport.offsetTop - visualViewport.height,
      )
    : 0;

/** Tells style sheets as `--keyboard` what is covered, and each time that it has changed; until the returned function is called. */
export function followKeyboard(moved: () => void): () => void {
  const { style } = document.documentElement;
  const follow = () => {
    style.setProperty("--keyboard", `${covered()}px`);
    moved();
  };
  follow();
  const stop = onViewport(follow);
  return () => {
    stop();
    style.removeProperty("--keyboard");
  };
}

/** Whether the focus is inside what matches. */
export function useFocusWithin(selector: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const events = ["focusin", "focusout"] as const;
      // when the focus leaves, the next one has it only after the event
      const later = () => queueMicrotask(changed);
      for (const event of events) document.addEventListener(event, later);
      return () => events.forEach((event) => document.removeEventListener(event, later));
    },
    () => document.activeElement?.closest(selector) != null,
  );
}
