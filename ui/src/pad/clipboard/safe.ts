/** Pasted HTML in a document that loads and runs nothing, without what would be fetched as soon as a page shows it. */
import { isAllowedLink, ownPicture } from "../../kit/links";

/** Elements that fetch something as soon as a browser sees them. */
const FETCHING =
  "img, image, picture, video, audio, source, track, iframe, embed, object, link, style, script, input[type=image]";

/** A picture that stands for a letter: an emoji, as GitHub and chats draw them. */
const isLetter = (alt: string): boolean =>
  /^(:[\w+-]+:|\p{Extended_Pictographic}(\p{Extended_Pictographic}|\p{M}|\u200d)*)$/u.test(alt);

export interface Safe {
  page: Document;
  /** Pictures that have no address to lead to. */
  lost: number;
}

/** What takes the place of a picture: one of ours stays, one from elsewhere becomes a link, any other has no place in a pad yet. */
function instead(
  img: Element,
  page: Document,
  comesAlong: (src: string) => boolean,
): Element | Text | null {
  const address = img.getAttribute("src") ?? "";
  const alt = img.getAttribute("alt") ?? "";
  const isOurs = address.startsWith("/f/") && ownPicture(address) === address;
  if (isOurs || comesAlong(address)) {
    img.removeAttribute("srcset");
    return img;
  }
  if (isLetter(alt)) return page.createTextNode(alt);
  if (!isAllowedLink(address) || !/^https?:/i.test(address)) return null;
  const link = page.createElement("a");
  link.href = address;
  link.textContent = alt || address;
  return link;
}

/** Lists lie in each other at most so deep: an outline has ten levels, and the server takes no text that is nested fifty times. */
const LEVELS_MAX = 30;

/** Brings what lies too deep up to the last level that may be, in its order. */
function level(page: Document): void {
  for (const list of page.querySelectorAll(`ul, ol`)) {
    let above = 0;
    for (
      let up = list.parentElement?.closest("ul, ol");
      up && above <= LEVELS_MAX;
      up = up.parentElement?.closest("ul, ol")
    )
      above += 1;
    if (above < LEVELS_MAX) continue;
    const item = list.closest("li");
    if (item) item.after(...list.children);
    list.remove();
  }
}

/** Reads HTML so that nothing of it can act. `comesAlong`: a picture with this source is brought in with it. */
export function safePage(html: string, comesAlong = (_src: string): boolean => false): Safe {
  const page = new DOMParser().parseFromString(html, "text/html");
  level(page);
  // the editor reads it in the page's own document, where a browser looks at what an element would do
  for (const element of page.querySelectorAll("*"))
    for (const name of element.getAttributeNames())
      if (name.startsWith("on")) element.removeAttribute(name);
  let lost = 0;
  for (const element of page.querySelectorAll(FETCHING)) {
    const place = element.localName === "img" ? instead(element, page, comesAlong) : null;
    if (place === element) continue;
    if (place) element.replaceWith(place);
    else {
      if (
        element.localName === "img" &&
        element.getAttribute("aria-roledescription") !== "checkbox"
      )
        lost += 1;
      element.remove();
    }
  }
  return { page, lost };
}
