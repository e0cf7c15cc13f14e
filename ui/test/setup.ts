/** What `main.tsx` does before the page is drawn, and what a browser does when it is closed. */
import { afterAll } from "vitest";
import { speak } from "../src/strings";
import { en } from "../src/strings/en";

speak(en);

/**
 * Who watches the page. An editor that a test leaves open watches on while its window is taken down, and begins to watch anew
 * by what it has still to draw: it would look for a document that is gone, and the run would fail for it now and then.
 */
const watching = new Set<MutationObserver>();
let isOver = false;
globalThis.MutationObserver = class extends MutationObserver {
  constructor(heard: MutationCallback) {
    super((...mutations) => void (isOver || heard(...mutations)));
    watching.add(this);
  }
  override observe(...what: Parameters<MutationObserver["observe"]>): void {
    if (!isOver) super.observe(...what);
  }
};
afterAll(() => {
  isOver = true;
  watching.forEach((each) => each.disconnect());
});
