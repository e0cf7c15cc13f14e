/** What the bars cover of the window. */

/** Between a menu or a line and what is around it (px). */
export const AIR_PX = 8;
/** Whether it, or what it hangs on, stands in the window and not in the page. */
function stays(bar: Element): boolean {
  const { position } = getComputedStyle(bar);
  if (position !== "absolute") return position === "fixed" || position === "sticky";
  const { offsetParent } = bar as HTMLElement;
  return offsetParent !== null && stays(offsetParent);
}

/** The bars that are drawn. They tell of themselves: to look for one would go through the whole text, with every key. */
class Bars {
  readonly #drawn = new Set<Element>();

  /** For a bar's `ref`. */
  readonly ref = (bar: Element | null): (() => void) | undefined => {
    if (!bar) return undefined;
    this.#drawn.add(bar);
    return () => this.#drawn.delete(bar);
  };

  /** The boxes of those that stay where they are while the page is scrolled. */
  boxes(): DOMRect[] {
    return [...this.#drawn].filter(stays).map((bar) => bar.getBoundingClientRect());
  }
}

const [over, under] = [new Bars(), new Bars()];
/** `ref` of the bar over the text, and of those under it. */
export const [overText, underText] = [over.ref, under.ref];

/** What the bars take of the window (px), for ProseMirror and menus alike; the keyboard is taken off by the browser. */
export const COVERED = {
  get top(): number {
    return Math.max(0, ...over.boxes().map(({ bottom }) => bottom)) + AIR_PX;
  },
  get bottom(): number {
    return Math.max(0, ...under.boxes().map(({ height }) => height)) + AIR_PX;
  },
  left: AIR_PX,
  right: AIR_PX,
};

/** What is to be seen of the window between the bars. */
export function between(): { top: number; bottom: number } {
  const { offsetTop, height } = visualViewport ?? { offsetTop: 0, height: innerHeight };
  return { top: offsetTop + COVERED.top, bottom: offsetTop + height - COVERED.bottom };
}
