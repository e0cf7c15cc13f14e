/** A link in the text that is pressed. */
import { openLink } from "../kit/links";

/** Told before it is opened, with its address: who goes there in this page prevents the rest. */
export const LINK_PRESSED = "fadepad:link";

export function followLink(href: string | null): void {
  const pressed = new CustomEvent(LINK_PRESSED, { detail: href ?? "", cancelable: true });
  if (dispatchEvent(pressed)) openLink(href);
}
