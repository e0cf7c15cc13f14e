/** Where menus stand: beside the caret's line, between the bars. */
import { offset, shift, size } from "@floating-ui/react";
import { AIR_PX, between, COVERED } from "../insets";

/** A menu is no taller than this (px): a list to choose from, not a page. */
const TALLEST_PX = 420;
/** A menu stands below its line where there is as much room as this (px), else on the side that has more. */
const ENOUGH_PX = 260;

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
