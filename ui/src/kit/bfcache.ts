/** Leaving nothing behind in a page that is put away: some browsers keep pages as they were, to go back to them quickly. */

let clear: () => void = () => {};

/** Called once, with what takes everything off the page and out of its memory. */
export function startBlank(unmount: () => void): void {
  clear = unmount;
  addEventListener("pageshow", ({ persisted }) => persisted && blanked && location.reload());
}

let blanked = false;

function blank(): void {
  blanked = true;
  clear();
  document.body.replaceChildren();
}

/** From now on, until the returned function is called, the page is blanked when it is put away. */
export function blankWhenLeft(): () => void {
  addEventListener("pagehide", blank);
  return () => removeEventListener("pagehide", blank);
}
