/** Which addresses a link may have: a list of what is allowed, because anyone in the pad can write anything into it. */

const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:"]);
/** Invisible characters that browsers skip inside a scheme (`java\nscript:`). */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Z}]/gu;

/** Whether a link with this address may be made or opened. */
export function isAllowedLink(href: string | null | undefined): boolean {
  if (!href) return false;
  try {
    return SCHEMES.has(new URL(href.replace(INVISIBLE, ""), "https://here.invalid/").protocol);
  } catch {
    return false;
  }
}

/** Names of files whose ending is also a country's or a registry's: `main.rs` in a text is no address in Serbia. */
const FILE_NAME = /^[\w-][\w.-]*\.(cc|md|mk|mov|pl|pm|ps|py|rs|sh|so|tf|zip)$/i;

/** Whether words that stand in a text by themselves, or an address in it, may become a link. */
export const isLinkInText = (words: string): boolean =>
  isAllowedLink(words) && !FILE_NAME.test(words);

/** A scheme, and not the port behind a name ("printer:631"). */
const SCHEME = /^(https?:|mailto:|tel:|[a-z][\w+.-]*:(?!\d))/i;
/** Somebody's mail address, as far as one tells it from other addresses. */
const MAIL = /^[^\s@/:]+@[^\s@/:]+$/;

/** The link to an address that somebody wrote, or `null` where none may be made: "example.org" is a place on the web. */
export function linkTo(address: string): string | null {
  const typed = address.trim();
  const href = SCHEME.test(typed)
    ? typed
    : MAIL.test(typed)
      ? `mailto:${typed}`
      : `https://${typed}`;
  return typed && !/\s/.test(typed) && isAllowedLink(href) ? href : null;
}

/** Opens an allowed address in a tab of its own that can't reach back; does nothing for others. */
export function openLink(href: string | null): void {
  if (href && isAllowedLink(href)) window.open(href, "_blank", "noopener,noreferrer");
}

/** Pictures come from this origin's `/f/…` or from the text itself, never from elsewhere: a picture from elsewhere tells who reads. */
export const ownPicture = (url: string): string =>
  /^(\/f\/[\w-]+(#[\w%&=.+*~-]*)?$|blob:|data:image\/(png|jpeg|gif|webp|avif);)/.test(url)
    ? url
    : "";
