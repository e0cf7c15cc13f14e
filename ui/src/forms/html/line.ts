/** A line as it grows out of HTML: white space collapses as a browser shows it, and a last break is no line of its own. */
import { append, lettersOf, type Inline, type Styles } from "../blocks";
import { inScript, type Script } from "../scripts";

/** How the text of an element looks. */
export interface Look {
  styles: Styles;
  href: string | null;
  /** Spaces and line ends stand as they are written. */
  pre: boolean;
  /** In a heading or a head cell bold says nothing. */
  bold: boolean;
  /** Raised or lowered, where all letters of the element are to be had so. */
  script?: Script | undefined;
}

/** Takes the last character away. */
function chop(line: Inline[]): void {
  const last = line.at(-1);
  if (!last) return;
  if (last.type === "link") {
    chop(last.content);
    if (last.content.length === 0) line.pop();
    return;
  }
  last.text = last.text.slice(0, -1);
  if (!last.text) line.pop();
}

export class Line {
  #parts: Inline[] = [];
  #end: "" | "space" | "break" = ""; // what the line ends with, as far as it may still go
  #exact = false; // some of it stands as it was written

  get empty(): boolean {
    return this.#parts.length === 0;
  }

  text(written: string, { styles, href, pre, script }: Look): void {
    const text = (script && inScript(written, script)) ?? written;
    if (pre) {
      const words = text.replace(/\r\n?/g, "\n");
      append(this.#parts, words, styles, href);
      if (words) this.#end = "";
      this.#exact = true;
      return;
    }
    const open = this.empty || this.#end !== "";
    const words = text.replace(/[ \t\n\r\f]+/g, " ").replace(open ? /^ / : /^(?!)/, "");
    if (!words) return;
    append(this.#parts, words, styles, href);
    this.#end = words.endsWith(" ") ? "space" : "";
  }

  break({ styles, href }: Look): void {
    if (this.#end === "space") chop(this.#parts);
    append(this.#parts, "\n", styles, href);
    this.#end = "break";
  }

  /** The line, and a new one begins; `null` where nothing stood. */
  take(): Inline[] | null {
    if (this.empty) return null;
    if (this.#end) chop(this.#parts);
    const line = this.#parts;
    this.#parts = [];
    const onlySpace = !this.#exact && /^\u00a0*$/.test(lettersOf(line)); // Word's and Outlook's empty lines
    this.#end = "";
    this.#exact = false;
    return onlySpace ? [] : line;
  }
}
