/** What is dropped beside the text: a browser would open it in the place of the page. */
import { toast } from "./Toast";
import { t } from "../strings";

/** Who takes a file that is dropped anywhere on the page, and says so; nobody before a pad stands. */
type Taker = (files: File[], at: { left: number; top: number }) => boolean;
let taker: Taker | null = null;

/** From now on this one is asked; gives back how to stop. */
export function onFileDrop(take: Taker): () => void {
  taker = take;
  return () => {
    if (taker === take) taker = null;
  };
}

/** A file, and nothing of a page. A picture that is dragged out of another page comes with its HTML, and that is read. */
const isFile = ({ types }: DataTransfer): boolean =>
  types.includes("Files") && !types.includes("text/html");

/**
 * A picture that is dragged out of another page, beside the text, where nobody reads it. Of what is dragged out of our own
 * text, nothing is lost.
 */
function isPicture(data: DataTransfer): boolean {
  if (data.types.includes("blocknote/html")) return false;
  const { body } = new DOMParser().parseFromString(data.getData("text/html"), "text/html");
  return (
    data.types.includes("Files") ||
    (body.querySelector("img, picture, svg") !== null && body.textContent.trim() === "")
  );
}

const takesText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, [contenteditable=true]") !== null;

function over(event: DragEvent): void {
  const { dataTransfer, target } = event;
  if (!dataTransfer) return;
  if (isFile(dataTransfer)) {
    event.preventDefault(); // asked for, so that the drop comes to us
    event.stopPropagation();
    dataTransfer.dropEffect = "copy";
  } else if (!takesText(target)) event.preventDefault();
}

function drop(event: DragEvent): void {
  const { dataTransfer, target } = event;
  if (!dataTransfer) return;
  if (isFile(dataTransfer)) {
    event.preventDefault();
    event.stopPropagation();
    const files = [...dataTransfer.files];
    const at = { left: event.clientX, top: event.clientY };
    if (files.length === 0 || !taker?.(files, at)) toast(t.pad.noFiles);
  } else if (!takesText(target)) {
    event.preventDefault();
    if (isPicture(dataTransfer)) toast(t.pad.noFiles);
  }
}

/** From now on nothing that is dropped leads away from the page. */
export function startDrops(): void {
  addEventListener("dragover", over, true);
  addEventListener("drop", drop, true);
}
