/**
 * The lines under the bar come and go over the text, which stays where it is under hands that write, unless its very line is
 * covered. What they would cover of its beginning stands a little lower instead, and the window is scrolled by as much: so it does
 * not move, and can be scrolled to. Who only reads that beginning is not left with half a heading: there it is seen to move.
 */
import { AIR_PX, overText } from "./insets";

/** How much room (px) is made above the text for what is not as low as its margin. */
const ROOM = "--notices";

const roomOf = (pad: HTMLElement): number =>
  Number.parseFloat(pad.style.getPropertyValue(ROOM)) || 0;

/** Makes or takes back room; under whoever writes, none is taken back that would be seen to go. */
function fit(notices: Element, pad: HTMLElement, paper: Element): void {
  const room = roomOf(pad);
  const { height } = notices.getBoundingClientRect();
  const margin = Number.parseFloat(getComputedStyle(paper).paddingTop) - room;
  const wanted = height === 0 ? 0 : Math.max(0, Math.ceil(height + AIR_PX - margin));
  const writes = paper.contains(document.activeElement);
  const stays = scrollY > 0 || writes;
  const change = stays ? Math.max(wanted - room, -scrollY) : wanted - room;
  if (change !== 0) pad.style.setProperty(ROOM, `${room + change}px`);
  if (stays && change !== 0) scrollBy({ top: change, behavior: "instant" });
  if (writes && height > 0) uncover(notices);
}

/** The line that one writes is seen, if by a step. */
function uncover(notices: Element): void {
  const selection = getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
  const line =
    range?.getClientRects()[0] ?? range?.startContainer.parentElement?.getBoundingClientRect();
  const { top, bottom } = notices.getBoundingClientRect();
  if (line && line.bottom > top && line.top < bottom + AIR_PX)
    scrollBy({ top: line.top - bottom - AIR_PX, behavior: "instant" });
}

/** For the `ref` of what holds the lines. */
export function overPaper(notices: Element | null): (() => void) | undefined {
  const pad = notices?.closest<HTMLElement>(".pad");
  const paper = pad?.querySelector(".paper");
  if (!notices || !pad || !paper) return undefined;
  const unseen = overText(notices);
  const observer = new ResizeObserver(() => fit(notices, pad, paper));
  observer.observe(notices);
  return () => {
    unseen?.();
    observer.disconnect();
    pad.style.removeProperty(ROOM);
  };
}
