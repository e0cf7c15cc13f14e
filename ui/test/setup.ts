/** What `main.tsx` does before the page is drawn, and what a browser does when it is closed. */
import { afterAll } from "vitest";
import { speak } from "../src/strings";
import { en } from "../src/strings/en";

speak(en);

/**
 * Who watches the page. An editor that a test leaves open would hear of how its window is taken down when there is no document
 * any more, and the run would fail for it now and then.
 */
const watching = new Set<MutationObserver>();
globalThis.MutationObserver = class extends MutationObserver {
  constructor(heard: MutationCallback) {
    super(heard);
    watching.add(this);
  }
};
afterAll(() => watching.forEach((each) => each.disconnect()));
