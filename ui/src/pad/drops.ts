/** What is dropped on a pad: a text opens the sheet that reads it, and everything else comes into the pad as it is. */
import { letWait } from "../take/waiting";
import { isZippedText } from "./bring/kind";

/** Whether a file has a text that is read into the pad. */
const isDocument = async (file: File): Promise<boolean> =>
  file.type.startsWith("text/") ||
  /\.(md|markdown|mdown|txt|html?|xhtml|docx|odt|yjs)$/i.test(file.name) ||
  isZippedText(file);

/** `onDocument`: one of them waits to be read. */
export async function takeDrop(
  files: File[],
  at: { left: number; top: number },
  onDocument: () => void,
): Promise<void> {
  const [file] = files;
  const isForSheet = document.querySelector("dialog[open] .drop") !== null;
  // what can't be opened is told where it is sent
  const isRead = isForSheet || (file && (await isDocument(file).catch(() => false)));
  if (file && files.length === 1 && isRead) {
    letWait(file);
    onDocument();
  } else await import("./pictures/queue").then((queue) => queue.bring(files, at));
}
