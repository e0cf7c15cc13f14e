/** What is pasted: pictures and players from elsewhere become links before the browser can fetch them. */
import { isAllowedLink, ownPicture } from "../kit/links";

/** Elements that fetch something as soon as a browser sees them. */
const FETCHING = "img, image, picture, video, audio, source, track, iframe, embed, object, link, style, script, input[type=image]";

/** The same HTML without anything that would be fetched from elsewhere. It is read in a document that loads nothing. */
export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const element of page.querySelectorAll(FETCHING)) {
    const address = element.getAttribute("src") ?? element.getAttribute("href") ?? "";
    if (element.localName === "img" && ownPicture(address) === address) {
      element.removeAttribute("srcset");
      continue;
    }
    if (element.localName !== "img" || !isAllowedLink(address) || !/^https?:/i.test(address)) {
      element.remove();
      continue;
    }
    const link = page.createElement("a");
    link.href = address;
    link.textContent = element.getAttribute("alt") || address;
    element.replaceWith(link);
  }
  return page.body.innerHTML;
}

interface PasteContext {
  event: ClipboardEvent;
  editor: { pasteHTML: (html: string) => void };
  defaultPasteHandler: () => boolean | undefined;
}

/** For BlockNote's `pasteHandler`: only HTML that fetches something is taken out of its hands. */
export function pasteSafely({ event, editor, defaultPasteHandler }: PasteContext): boolean | undefined {
  const data = event.clipboardData;
  const html = data && !data.types.includes("blocknote/html") && !data.types.includes("Files") ? data.getData("text/html") : "";
  if (!/<(img|image|picture|video|audio|iframe|embed|object|input|link|style|script)\b/i.test(html)) return defaultPasteHandler();
  editor.pasteHTML(cleanPaste(html));
  return true;
}
