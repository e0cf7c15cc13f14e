/** A line's runs as the phrases of Markdown, and back. */
import type { Definition, PhrasingContent } from "mdast";
import { isAllowedLink, ownPicture } from "../../kit/links";
import { inScript, type Script } from "../scripts";
import { append, lettersOf, type Inline, type Mark, type Styles, type Words } from "../blocks";

/** From the outermost inwards. */
const MARKS: Mark[] = ["underline", "bold", "italic", "strike", "code"];
/** Marks as HTML: the only form of some, and of all where Markdown's own signs would be misread. */
const TAGS: Record<Mark, string> = {
  underline: "u",
  bold: "b",
  italic: "i",
  strike: "s",
  code: "code",
};
const MARK_OF: Record<string, Mark> = {
  u: "underline",
  ins: "underline",
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  s: "strike",
  del: "strike",
};

export interface Manner {
  /** Marks as tags instead of signs. */
  tags: boolean;
  /** Line breaks as tags: where a line is all there is, in headings and cells. */
  single: boolean;
}

const html = (value: string): PhrasingContent => ({ type: "html", value });

/** Text, whose line breaks become Markdown's own where there are words before and after. */
function plain(text: string, single: boolean): PhrasingContent[] {
  const lines = text.split("\n");
  return lines.flatMap((value, i): PhrasingContent[] => {
    const words: PhrasingContent[] = value ? [{ type: "text", value }] : [];
    if (i === 0) return words;
    return [single ? html("<br>") : { type: "break" }, ...words];
  });
}

/** Code holds no line break: it is closed before one and opened after it. */
function code(text: string): PhrasingContent[] {
  return text
    .split("\n")
    .flatMap((value, i): PhrasingContent[] => [
      ...(i > 0 ? [html("<br>")] : []),
      ...(value ? [{ type: "inlineCode" as const, value }] : []),
    ]);
}

function wrap(mark: Mark, children: PhrasingContent[], tags: boolean): PhrasingContent[] {
  if (!tags && mark === "bold") return [{ type: "strong", children }];
  if (!tags && mark === "italic") return [{ type: "emphasis", children }];
  if (!tags && mark === "strike") return [{ type: "delete", children }];
  return [html(`<${TAGS[mark]}>`), ...children, html(`</${TAGS[mark]}>`)];
}

/** Runs that share a mark go into one phrase, mark by mark. */
function nest(runs: readonly Words[], marks: readonly Mark[], manner: Manner): PhrasingContent[] {
  const [mark, ...rest] = marks;
  if (!mark) return plain(runs.map(({ text }) => text).join(""), manner.single);
  const parts: { on: boolean; runs: Words[] }[] = [];
  for (const run of runs) {
    const on = run.styles[mark] === true;
    if (parts.at(-1)?.on === on) parts.at(-1)?.runs.push(run);
    else parts.push({ on, runs: [run] });
  }
  return parts.flatMap(({ on, runs }) => {
    if (on && mark === "code") return code(runs.map(({ text }) => text).join(""));
    const children = nest(runs, rest, manner);
    return on ? wrap(mark, children, manner.tags) : children;
  });
}

/** Without the spaces at its end, which nobody sees, and which Markdown could only spell. */
function unspaced(line: readonly Inline[]): readonly Inline[] {
  const last = line.at(-1);
  if (last?.type !== "text" || last.styles.code || last.styles.underline) return line;
  const text = last.text.replace(/[ \t]+$/, "");
  if (text === last.text) return line;
  const before = line.slice(0, -1);
  return text ? [...before, { ...last, text }] : unspaced(before);
}

/**
 * Signs of Markdown stick to words, so line breaks and the spaces at the ends of a marked run lose marks that nobody sees on them;
 * the spaces at the end of the line go.
 */
export function trimmed(line: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  const add = ({ text, styles }: Words, href: string | null) => {
    const { bold: _b, italic: _i, strike: _s, ...bare } = styles;
    text.split("\n").forEach((one, i) => {
      if (i > 0) append(out, "\n", {}, href);
      const [, before = "", words = "", after = ""] = styles.code
        ? [null, "", one, ""]
        : (/^(\s*)([\s\S]*?)(\s*)$/.exec(one) ?? []);
      append(out, before, bare, href);
      append(out, words, styles, href);
      append(out, after, bare, href);
    });
  };
  for (const part of line) {
    if (part.type === "text") add(part, null);
    else for (const run of part.content) add(run, part.href);
  }
  return [...unspaced(out)];
}

/** The phrases of a line. */
export function phrasesOf(line: readonly Inline[], manner: Manner): PhrasingContent[] {
  const phrases: PhrasingContent[] = [];
  let runs: Words[] = [];
  const close = () => {
    phrases.push(...nest(runs, MARKS, manner));
    runs = [];
  };
  for (const part of line) {
    if (part.type === "text") runs.push(part);
    else {
      close();
      phrases.push({ type: "link", url: part.href, children: nest(part.content, MARKS, manner) });
    }
  }
  close();
  return phrases;
}

export type Definitions = Map<string, Definition>;

const TAG = /^<(\/?)([a-z]+)\s*(\/?)>$/i;

/** Whether a tag opens a mark that is closed further on: `Vec<b>` does not. */
const closes = (phrases: readonly PhrasingContent[], from: number, tag: string): boolean =>
  phrases
    .slice(from + 1)
    .some((phrase) => phrase.type === "html" && phrase.value.toLowerCase() === `</${tag}>`);

/** Words between `<sup>` or `<sub>` and its end, raised or lowered, where all of their letters are to be had so. */
function scriptIn([open, words, close]: readonly PhrasingContent[]): string | null {
  if (open?.type !== "html" || words?.type !== "text" || close?.type !== "html") return null;
  const [, end, tag = ""] = TAG.exec(open.value) ?? [];
  const [, ends, closed = ""] = TAG.exec(close.value) ?? [];
  const [name, same] = [tag.toLowerCase(), closed.toLowerCase() === tag.toLowerCase()];
  const isPair = !end && ends && same && (name === "sup" || name === "sub");
  return isPair ? inScript(words.value, name as Script) : null;
}

/** Reads phrases into a line. */
class Reader {
  readonly line: Inline[] = [];

  constructor(readonly definitions: Definitions) {}

  all(phrases: readonly PhrasingContent[], outer: Styles, href: string | null): void {
    let styles = outer;
    for (let i = 0; i < phrases.length; i += 1) {
      const phrase = phrases[i] as PhrasingContent;
      const script = scriptIn(phrases.slice(i, i + 3));
      if (script !== null) {
        append(this.line, script, styles, href);
        i += 2;
      } else if (phrase.type === "html")
        styles = this.tag(phrase.value, styles, href, outer, (tag) => closes(phrases, i, tag));
      else this.one(phrase, styles, href);
    }
  }

  /** A tag changes the marks of what follows; one that is no mark stands as it was written. */
  tag(
    value: string,
    styles: Styles,
    href: string | null,
    outer: Styles,
    closes: (tag: string) => boolean,
  ): Styles {
    const [, end = "", name = ""] = TAG.exec(value) ?? [];
    const tag = name.toLowerCase();
    const mark = MARK_OF[tag];
    if (tag === "br") append(this.line, "\n", styles, href);
    else if (value.startsWith("<!--"))
      return styles; // a remark to writers
    else if (mark && end && styles[mark] && !outer[mark]) {
      const { [mark]: _, ...others } = styles;
      return others;
    } else if (mark && !end && closes(tag)) return { ...styles, [mark]: true };
    else append(this.line, value, styles, href);
    return styles;
  }

  one(phrase: PhrasingContent, styles: Styles, href: string | null): void {
    switch (phrase.type) {
      case "text":
        return append(this.line, phrase.value.replaceAll("\n", " "), styles, href);
      case "inlineCode":
        return append(this.line, phrase.value, { ...styles, code: true }, href);
      case "break":
        return append(this.line, "\n", styles, href);
      case "strong":
        return this.all(phrase.children, { ...styles, bold: true }, href);
      case "emphasis":
        return this.all(phrase.children, { ...styles, italic: true }, href);
      case "delete":
        return this.all(phrase.children, { ...styles, strike: true }, href);
      case "link":
        return this.all(phrase.children, styles, isAllowedLink(phrase.url) ? phrase.url : href);
      case "linkReference":
        return this.all(phrase.children, styles, this.addressOf(phrase.identifier) ?? href);
      case "image":
        return this.picture(phrase.alt, phrase.url, styles, href);
      case "imageReference":
        return this.picture(
          phrase.alt,
          this.definitions.get(phrase.identifier)?.url ?? "",
          styles,
          href,
        );
      default:
    }
  }

  /** A picture is its address: it never disappears, and nothing is fetched. */
  picture(alt: string | null | undefined, url: string, styles: Styles, href: string | null): void {
    const allowed = isAllowedLink(url) && ownPicture(url) !== url;
    append(this.line, alt || url, styles, href ?? (allowed ? url : null));
  }

  addressOf(identifier: string): string | null {
    const url = this.definitions.get(identifier)?.url;
    return isAllowedLink(url) ? (url ?? null) : null;
  }
}

/** The line that phrases say. */
export function lineFrom(
  phrases: readonly PhrasingContent[],
  definitions: Definitions = new Map(),
): Inline[] {
  const reader = new Reader(definitions);
  reader.all(phrases, {}, null);
  return reader.line;
}

/** Whether two lines are one and the same, letter by letter and mark by mark. */
export const sameLine = (a: readonly Inline[], b: readonly Inline[]): boolean =>
  lettersOf(a) === lettersOf(b) && JSON.stringify(shapeOf(a)) === JSON.stringify(shapeOf(b));

/** Runs in one canonical order of marks, without what Markdown can't hold. */
const shapeOf = (line: readonly Inline[]): unknown =>
  line.map((part) =>
    part.type === "link"
      ? [part.href, shapeOf(part.content)]
      : [part.text, MARKS.filter((mark) => part.styles[mark])],
  );
