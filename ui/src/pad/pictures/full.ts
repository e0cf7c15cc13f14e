/** A picture over the whole screen: dark in both looks, with those before and behind it in the text. */
import { p } from "../../strings/pictures";

const SVG = "http://www.w3.org/2000/svg";
const SIGNS = {
  keep: "M12 4v10m0 0-4-4m4 4 4-4M5 19h14",
  close: "M6 6l12 12M18 6L6 18",
  before: "M14.5 6l-6 6 6 6",
  next: "M9.5 6l6 6-6 6",
};

function control(tag: "a" | "button", sign: keyof typeof SIGNS, label: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = `full-${sign}`;
  made.setAttribute("aria-label", label);
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SIGNS[sign]);
  svg.append(path);
  made.append(svg);
  return made;
}

const textOf = (picture: HTMLImageElement, selector: string): string =>
  picture.closest(".bn-block-content")?.querySelector(selector)?.textContent ?? "";

function words(className: string): HTMLElement {
  const made = document.createElement("span");
  made.className = className;
  return made;
}

/** The pictures of the text, in its order. */
const all = () => [...document.querySelectorAll<HTMLImageElement>(".bn-editor img[data-own]")];

/** Shows this picture, and from it all of the text. */
export function showFull(first: HTMLImageElement): void {
  let shown = first;
  const dialog = document.createElement("dialog");
  dialog.className = "full";
  const [caption, by, count] = [words("full-caption"), words("full-by"), words("full-count")];
  const keep = control("a", "keep", p.keep) as HTMLAnchorElement;
  const close = control("button", "close", p.close);
  const [before, next] = [control("button", "before", p.before), control("button", "next", p.next)];
  const image = document.createElement("img");
  const head = document.createElement("header");
  head.append(caption, by, keep, close);
  dialog.append(head, image, before, next, count);
  const show = (picture: HTMLImageElement | undefined) => {
    if (picture) shown = picture;
    const [pictures, at] = [all(), all().indexOf(shown)];
    image.src = shown.src;
    image.alt = shown.alt;
    caption.textContent = textOf(shown, "figcaption");
    by.textContent = textOf(shown, ".picture-by");
    keep.href = shown.src;
    keep.download = shown.alt || "picture";
    before.hidden = at <= 0;
    next.hidden = at < 0 || at === pictures.length - 1;
    count.textContent = pictures.length > 1 && at >= 0 ? p.count(at + 1, pictures.length) : "";
  };
  const step = (by: -1 | 1) => show(all()[all().indexOf(shown) + by]);
  before.addEventListener("click", () => step(-1));
  next.addEventListener("click", () => step(1));
  close.addEventListener("click", () => dialog.close());
  image.addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowLeft") step(-1);
    if (key === "ArrowRight") step(1);
  });
  dialog.addEventListener("close", () => dialog.remove());
  dialog.setAttribute("aria-label", p.full);
  show(first);
  document.body.append(dialog);
  dialog.showModal();
  close.focus();
}
