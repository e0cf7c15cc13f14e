/** The text of a document that the editor can't show: read without it, and begun afresh. */
import * as Y from "yjs";
import { contentOf, Loose } from "../binding/yjs";
import {
  calloutOf,
  isTable,
  lettersOf as lettersIn,
  type Inline,
  type PlainBlock,
  type Props,
  type Styles,
} from "../forms/blocks";

/** What is nested deeper is read as letters. */
const DEPTH_MAX = 100;
/** So much (in letters and blocks) goes into one update: the pad takes none that is too large. */
const PORTION = 100_000;
const LINES = new Set([
  "paragraph",
  "heading",
  "quote",
  "codeBlock",
  "bulletListItem",
  "numberedListItem",
  "checkListItem",
  "toggleListItem",
]);
const FILES = new Set(["image", "file"]);
const STYLES = ["bold", "italic", "underline", "strike", "code"] as const;

type Source = Y.XmlElement | Y.XmlFragment;

/** The letters of a text without its marks, and of everything else the letters of all texts in it. */
function lettersOf(thing: unknown): string {
  if (thing instanceof Loose) return thing.letters;
  if (thing instanceof Y.XmlText)
    return (thing.toDelta() as { insert: unknown }[])
      .map(({ insert }) => (typeof insert === "string" ? insert : ""))
      .join("");
  if (!(thing instanceof Y.XmlFragment)) return "";
  const texts = [...thing.createTreeWalker((node) => node instanceof Y.XmlText)];
  return texts.map(lettersOf).filter(Boolean).join("\n");
}

const line = (words: string): PlainBlock => ({
  type: "paragraph",
  props: {},
  content: words ? [{ type: "text", text: words, styles: {} }] : [],
  children: [],
});

/** All that can be read. Whatever stands in the document, this gives a text. */
export function blocksIn(fragment: Y.XmlFragment): PlainBlock[] {
  return below(fragment, 0);
}

function below(source: Source, depth: number): PlainBlock[] {
  return contentOf(source).flatMap((thing) => {
    try {
      return depth > DEPTH_MAX ? [line(lettersOf(thing))] : blocksOf(thing, depth + 1);
    } catch {
      return [line(lettersOf(thing))];
    }
  });
}

function blocksOf(thing: unknown, depth: number): PlainBlock[] {
  if (!(thing instanceof Y.XmlElement)) {
    const words = lettersOf(thing);
    return words ? [line(words)] : [];
  }
  switch (thing.nodeName) {
    case "blockGroup":
      return below(thing, depth);
    case "blockContainer": {
      const [first, ...others] = below(thing, depth);
      return first ? [{ ...first, children: others }] : [];
    }
    case "table":
      return [
        {
          type: "table",
          props: {},
          content: { type: "tableContent", rows: rowsOf(thing) },
          children: [],
        },
      ];
    default:
      return [
        FILES.has(thing.nodeName)
          ? { type: thing.nodeName, props: filePropsOf(thing) }
          : LINES.has(thing.nodeName)
            ? {
                type: thing.nodeName,
                props: propsOf(thing),
                content: inlineOf(thing),
                children: [],
              }
            : line(lettersOf(thing)),
      ];
  }
}

const elementsOf = (source: Source): Y.XmlElement[] =>
  source.toArray().filter((thing) => thing instanceof Y.XmlElement);

const rowsOf = (table: Y.XmlElement) =>
  elementsOf(table).map((row) => ({
    cells: elementsOf(row).map((cell) => ({
      type: "tableCell" as const,
      content: elementsOf(cell).flatMap(inlineOf),
    })),
  }));

const said = (text: unknown): string => String(text ?? "");

function filePropsOf(element: Y.XmlElement): Props {
  const { url, name, caption, previewWidth } = element.getAttributes() as Props;
  const width = Number(previewWidth) || undefined;
  return { url: said(url), name: said(name), caption: said(caption), previewWidth: width };
}

function propsOf(element: Y.XmlElement): Props {
  const level: unknown = element.getAttribute("level");
  const checked: unknown = element.getAttribute("checked");
  const said = element.getAttribute("callout");
  const callout = calloutOf({ type: element.nodeName, props: { callout: String(said) } });
  return {
    ...(element.nodeName === "heading" ? { level: level === 2 || level === 3 ? level : 1 } : {}),
    ...(checked === true ? { checked } : {}),
    ...(callout && { callout }),
  };
}

function inlineOf(element: Y.XmlElement): Inline[] {
  return (element.toArray() as unknown[]).flatMap((thing): Inline[] => {
    if (!(thing instanceof Y.XmlText))
      return [
        {
          type: "text",
          text:
            thing instanceof Y.XmlElement && thing.nodeName === "hardBreak"
              ? "\n"
              : lettersOf(thing),
          styles: {},
        },
      ];
    return (thing.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]).flatMap(
      ({ insert, attributes = {} }): Inline[] => {
        if (typeof insert !== "string") return [];
        const styles = Object.fromEntries(
          STYLES.filter((name) => attributes[name]).map((name) => [name, true]),
        ) as Styles;
        const words = { type: "text" as const, text: insert, styles };
        const { href } = (attributes.link ?? {}) as { href?: unknown };
        return typeof href === "string"
          ? [{ type: "link" as const, href, content: [words] }]
          : [words];
      },
    );
  });
}

/** A block that is to be written, and how many letters it takes. */
export interface Draft {
  element: Y.XmlElement;
  size: number;
}

/** The lines alone. */
function draftOf(blocks: readonly PlainBlock[]): Draft[] {
  return blocks.flatMap(({ content, children = [] }) => {
    const own = isTable(content)
      ? content.rows.flatMap(({ cells }) => cells.map((cell) => cell.content))
      : [content ?? []];
    return [...own.map((inline) => lineOf(inline)), ...draftOf(children)];
  });
}

function lineOf(inline: readonly Inline[]): Draft {
  const [element, paragraph] = [new Y.XmlElement("blockContainer"), new Y.XmlElement("paragraph")];
  const words = lettersIn(inline);
  element.setAttribute("id", crypto.getRandomValues(new Uint32Array(4)).join("-"));
  paragraph.insert(0, [new Y.XmlText(words)]);
  element.insert(0, [paragraph]);
  return { element, size: words.length };
}

/** The blocks in rows of which each fits into an update. */
function portions(draft: readonly Draft[]): Y.XmlElement[][] {
  const all: Y.XmlElement[][] = [];
  let left = -1;
  for (const { element, size } of draft) {
    if (size > left) {
      all.push([]);
      left = PORTION;
    }
    all.at(-1)?.push(element);
    left -= size;
  }
  return all;
}

/** Everyone's text becomes the one that was drawn well last; where nothing was, it becomes the lines that can be read. */
export function beginAfresh(fragment: Y.XmlFragment, good: readonly Draft[] | null): void {
  const { doc } = fragment;
  const [first = [], ...others] = portions(good ?? draftOf(blocksIn(fragment)));
  const group = new Y.XmlElement("blockGroup");
  doc?.transact(() => {
    fragment.delete(0, fragment.length);
    fragment.insert(0, [group]);
    group.insert(0, first.length > 0 ? first : [lineOf([]).element]);
  });
  for (const portion of others) doc?.transact(() => group.push(portion));
}
