/** What the bars cover of the window, and where in between the caret's line and the menus beside it stand. */
import { offset, shift, size } from "@floating-ui/react";

/** Between a menu or a line and what is around it (px). */
const AIR_PX = 8;
/** A menu is no taller than this (px): a list to choose from, not a page. */
const TALLEST_PX = 420;
/** A menu stands below its line where there is as much room as this (px), else on the side that has more. */
const ENOUGH_PX = 260;

/** The box of a bar that stays where it is while the page is scrolled. */
function box(selector: string): DOMRect | undefined {
  const bar = document.querySelector(selector);
  return bar && getComputedStyle(bar).position !== "static"
    ? bar.getBoundingClientRect()
    : undefined;
}

/** What the bars take of the window (px), for ProseMirror and menus alike; the keyboard is taken off by the browser. */
export const COVERED = {
  get top(): number {
    return Math.max(0, box(".top")?.bottom ?? 0) + AIR_PX;
  },
  get bottom(): number {
    return (box(".keybar, .thumb")?.height ?? 0) + AIR_PX;
  },
  left: AIR_PX,
  right: AIR_PX,
};

/** What is to be seen of the window between the bars. */
export function between(): { top: number; bottom: number } {
  const { offsetTop, height } = visualViewport ?? { offsetTop: 0, height: innerHeight };
  return { top: offsetTop + COVERED.top, bottom: offsetTop + height - COVERED.bottom };
}

/** The side with room, whatever height the menu has had so far. */
const side = {
  name: "side",
  fn: ({
    elements,
    placement,
  }: {
    elements: { reference: { getBoundingClientRect: () => { top: number; bottom: number } } };
    placement: string;
  }) => {
    const line = elements.reference.getBoundingClientRect();
    const { top, bottom } = between();
    const below = bottom - line.bottom;
    const wanted = below >= ENOUGH_PX || below >= line.top - top ? "bottom-start" : "top-start";
    return placement === wanted ? {} : ({ reset: { placement: wanted } } as const);
  },
};

/** For BlockNote's suggestion menus. */
export const BETWEEN_BARS = {
  useFloatingOptions: {
    middleware: [
      offset(AIR_PX),
      side,
      shift(() => ({ padding: COVERED })),
      size(() => ({
        padding: COVERED,
        apply: ({ elements, availableHeight }) => {
          elements.floating.style.maxHeight = `${Math.max(0, Math.min(TALLEST_PX, availableHeight))}px`;
        },
      })),
    ],
  },
};
