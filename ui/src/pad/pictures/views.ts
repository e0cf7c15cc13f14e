/** How pictures and files look in the text: while they are on their way, when they are there, and when they never came. */
import { timeOfDay } from "../../kit/device";
import { toast } from "../../kit/Toast";
import { t } from "../../strings";
import { p } from "../../strings/pictures";
import { board } from "./board";
import type { Shown, Shows } from "./blocks";
import "./pictures.css";
import type { FileReference } from "./reference";
import { sizeText } from "../../kit/sizes";

const SVG = "http://www.w3.org/2000/svg";
const ICONS = {
  image: "M4 5h16v14H4zM8.5 10.5h.01M20 15.5l-4.5-4.5L5 19",
  file: "M7 3.5h7l4.5 4.5v11a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 19V5A1.5 1.5 0 0 1 7 3.5zM14 3.5V8h4.5",
};

function element(tag: string, className: string, ...inside: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...inside);
  return made;
}

function icon(kind: keyof typeof ICONS): Element {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[kind]);
  svg.append(path);
  return svg;
}

/** The queue comes when a file does; its button is there as soon as it is needed. */
const queue = () => import("./queue");

function button(label: string, act: () => void): HTMLButtonElement {
  const made = element("button", "button button-quiet button-small", label) as HTMLButtonElement;
  made.type = "button";
  // the text keeps its caret
  made.addEventListener("mousedown", (event) => event.preventDefault());
  made.addEventListener("click", act);
  return made;
}

const deed = (way: string, what: "cancel" | "again") => () =>
  void queue().then(
    (queue) => queue[what](way),
    () => toast(t.pad.noWay),
  );

/** "Milo, 14:06" */
const broughtBy = ({ by, at }: FileReference): string =>
  [by, at && timeOfDay(new Date(at * 1000))].filter(Boolean).join(", ");

/** What stands in the place of a file until it is there. */
export function fillComing(
  box: HTMLElement,
  [kind, reference]: readonly ["image" | "file", FileReference],
  editor: Shows,
): () => void {
  const { way = "", by = "" } = reference;
  const words = element("p", "coming-words");
  const far = element("p", "coming-far");
  const bar = element("div", "coming-bar", element("div", "coming-done"));
  const deeds = element("p", "coming-deeds");
  box.append(icon(kind), words, far, bar, deeds);
  const show = () => {
    const own = board.own(way);
    const progress = board.progress(way);
    const failed = own?.is === "refused" || !progress;
    box.classList.toggle("coming-failed", failed);
    bar.hidden = failed;
    if (failed) {
      words.textContent = own?.refusal?.why ?? p.gone(kind === "image");
      far.textContent = own?.refusal?.name ?? broughtBy(reference);
    } else {
      const [who, brings] = p.brings(by, kind === "image");
      words.replaceChildren(element("b", "", who), brings);
      const [sent, total] = progress;
      const text = { waits: p.waits, pauses: p.pauses } as Record<string, string>;
      far.textContent = text[own?.is ?? ""] ?? p.of(sizeText(sent), sizeText(total));
      (bar.firstElementChild as HTMLElement).style.inlineSize = `${(100 * sent) / (total || 1)}%`;
    }
    const again =
      own?.is === "refused" && !own.refusal?.isFinal ? [button(p.again, deed(way, "again"))] : [];
    const gone = failed && editor.isEditable ? [button(p.remove, deed(way, "cancel"))] : [];
    const stop = own && !failed ? [button(p.cancel, deed(way, "cancel"))] : [];
    const now = [...again, ...gone, ...stop];
    if (deeds.childElementCount !== now.length || failed !== (deeds.dataset.failed === "true"))
      deeds.replaceChildren(...now);
    deeds.dataset.failed = String(failed);
  };
  show();
  return board.watch(show);
}

/** A picture that is there: its size before it is, who brought it, and a tap that shows it in full. */
export function dressPicture(dom: HTMLElement, reference: FileReference): void {
  const image = dom.querySelector("img");
  if (!image) return;
  const away = () => {
    const word = element("p", "picture-away", p.away);
    word.style.aspectRatio = image.style.aspectRatio; // what is below stays where it is
    image.replaceWith(word);
    void queue().then(
      (queue) => queue.bringBack(reference.path),
      () => {},
    );
  };
  // this may come later than the answer that there is none
  if (image.getAttribute("src") && image.complete && image.naturalWidth === 0) away();
  else image.addEventListener("error", away);
  image.addEventListener("click", () => {
    void import("./full").then(({ showFull }) => showFull(image)).catch(() => toast(t.pad.noWay));
  });
  const by = broughtBy(reference);
  if (!by) return;
  const caption = dom.querySelector("figcaption");
  const line = element("div", "picture-line");
  if (caption) line.append(caption);
  line.append(element("span", "picture-by", by));
  dom.append(line);
}

/** A file as a card, by which it is kept. */
export function fillCard(dom: HTMLElement, { props }: Shown, reference: FileReference): void {
  const url = props.url.split("#")[0] ?? "";
  const link = element("a", "file-card", icon("file")) as HTMLAnchorElement;
  const told = [reference.bytes && sizeText(reference.bytes), broughtBy(reference)];
  const about = told.filter(Boolean).join(" · ");
  link.append(element("span", "file-card-words", element("b", "", props.name || p.file), about));
  link.href = url;
  link.download = props.name;
  // the editor would take the click for its own
  link.addEventListener("click", (event) => event.stopPropagation());
  dom.append(link);
  if (props.caption) dom.append(element("p", "bn-file-caption", props.caption));
}
