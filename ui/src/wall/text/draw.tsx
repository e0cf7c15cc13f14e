/**
 * Blocks as a wall shows them. Anyone can have written anything: words are only ever text, an address is never opened, a picture comes
 * from this server or from the text, and what no page shows is grey.
 */
import type { CSSProperties, ReactNode } from "react";
import * as Y from "yjs";
import { Icon } from "../../kit/Icon";
import { ownPicture } from "../../kit/links";
import { t } from "../../strings";
import { CONTAINER, contentIn, elementsIn, GROUP, lettersIn } from "./reading";
import type { Section } from "./sections";

/** What is nested deeper is left out: no wall has room for it. */
const DEPTH_MAX = 12;
/** So many blocks are drawn at once, and rows and cells count as such: what is below is out of sight of any screen. */
const BLOCKS_MAX = 400;
const SPAN_MAX = 20;
const COLOURS = new Set([
  "gray",
  "brown",
  "red",
  "orange",
  "yellow",
  "green",
  "blue",
  "purple",
  "pink",
]);
const ALIGNMENTS = new Set(["center", "right", "justify"]);
const CALLOUTS = new Set(["note", "tip", "important", "warning", "caution"]);
const FILES = new Set(["image", "file", "video", "audio"]);
/** The marks that have an element, from the innermost outwards. */
const MARKS = [
  ["code", "code"],
  ["strike", "s"],
  ["italic", "em"],
  ["bold", "strong"],
  ["underline", "u"],
] as const;

/** A block's name in this page, for keys and for finding its line again. */
const names = new WeakMap<Y.XmlElement, string>();
let named = 0;
export function nameOf(block: Y.XmlElement): string {
  const name = names.get(block) ?? `b${(named += 1)}`;
  names.set(block, name);
  return name;
}

/** How much more is drawn. */
interface Pen {
  left: number;
}

const textOf = (element: Y.XmlElement, name: string): string => {
  const value: unknown = element.getAttribute(name);
  return typeof value === "string" ? value : "";
};
const spanOf = (cell: Y.XmlElement, name: string): number => {
  const span = Number(cell.getAttribute(name));
  return Number.isInteger(span) ? Math.min(Math.max(span, 1), SPAN_MAX) : 1;
};

/** Colours and alignment, as far as they are ones that people can choose. */
function looksOf(colour: string, back: string, alignment = ""): CSSProperties {
  return {
    ...(COLOURS.has(colour) && { color: `var(--${colour})` }),
    ...(COLOURS.has(back) && { background: `var(--${back}-back)` }),
    ...(ALIGNMENTS.has(alignment) && { textAlign: alignment as CSSProperties["textAlign"] }),
  };
}
const dress = (of: Y.XmlElement): CSSProperties =>
  looksOf(textOf(of, "textColor"), textOf(of, "backgroundColor"), textOf(of, "textAlignment"));

/** The kind of a callout, which is a quote. */
function calloutOf(quote: Y.XmlElement): string | undefined {
  const kind = textOf(quote, "callout");
  return CALLOUTS.has(kind) ? kind : undefined;
}

const told = (mark: unknown): string => {
  const { stringValue } = (mark ?? {}) as { stringValue?: unknown };
  return typeof stringValue === "string" ? stringValue : "";
};

function run(words: string, marks: Record<string, unknown>, key: number): ReactNode {
  const inner = MARKS.reduce<ReactNode>(
    (inside, [mark, Tag]) => (marks[mark] ? <Tag>{inside}</Tag> : inside),
    words,
  );
  const style = looksOf(told(marks.textColor), told(marks.backgroundColor));
  return (
    <span key={key} style={style} className={marks.link ? "wall-link" : undefined}>
      {inner}
    </span>
  );
}

/** What stands in a line. */
function inline(line: Y.XmlElement): ReactNode[] {
  let key = 0;
  return (line.toArray() as unknown[]).flatMap((thing): ReactNode[] => {
    key += 1;
    if (thing instanceof Y.XmlText)
      return (thing.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]).map(
        ({ insert, attributes = {} }) => {
          key += 1;
          return typeof insert === "string" ? run(insert, attributes, key) : <Odd key={key} />;
        },
      );
    const isBreak = thing instanceof Y.XmlElement && thing.nodeName === "hardBreak";
    return [isBreak ? <br key={key} /> : <Odd key={key} />];
  });
}

const Odd = () => <span className="wall-odd">{t.pad.misfitInLine}</span>;
const Misfit = () => <p className="wall-misfit">{t.pad.misfit}</p>;

/** A section's blocks one below the other, and what stands in each; not the words of its heading, which stand above. */
export function drawSection({ words, blocks }: Section): ReactNode {
  const pen = { left: BLOCKS_MAX };
  const [heading, ...others] = blocks;
  if (!words || !heading) return flow(blocks, 0, pen);
  return (
    <>
      <div data-block={nameOf(heading)}>{nested(heading, 0, pen)}</div>
      {flow(others, 0, pen)}
    </>
  );
}

function flow(blocks: readonly Y.XmlElement[], depth: number, pen: Pen): ReactNode[] {
  let number = 0;
  return blocks.slice(0, Math.max(pen.left, 0)).map((block) => {
    pen.left -= 1;
    const content = block.nodeName === CONTAINER ? contentIn(block) : undefined;
    const isNumbered = content?.nodeName === "numberedListItem";
    number = isNumbered ? numberOf(content, number) : 0;
    return (
      <div key={nameOf(block)} data-block={nameOf(block)} className="wall-block">
        {content ? one(content, { depth, number, pen }) : <Misfit />}
        {content && nested(block, depth, pen)}
      </div>
    );
  });
}

function numberOf(content: Y.XmlElement, before: number): number {
  const start: unknown = content.getAttribute("start");
  return before === 0 || Number.isSafeInteger(start) ? Number(start) || 1 : before + 1;
}

function nested(block: Y.XmlElement, depth: number, pen: Pen): ReactNode {
  const group = elementsIn(block).find(({ nodeName }) => nodeName === GROUP);
  if (!group || depth >= DEPTH_MAX) return null;
  return <div className="wall-nested">{flow(elementsIn(group), depth + 1, pen)}</div>;
}

interface Place {
  depth: number;
  /** In a list of numbers. */
  number: number;
  pen: Pen;
}

/** A sign before the line, and the line. */
const item = (kind: string, sign: ReactNode, content: Y.XmlElement): ReactNode => (
  <p className={`wall-item wall-${kind}`} style={dress(content)} dir="auto">
    <span className="wall-sign">{sign}</span>
    <span id={nameOf(content)}>{inline(content)}</span>
  </p>
);

const BULLETS = ["•", "◦", "▪"];

function one(content: Y.XmlElement, { depth, number, pen }: Place): ReactNode {
  const checked = (content.getAttribute("checked") as unknown) === true;
  switch (content.nodeName) {
    case "paragraph":
      return (
        <p dir="auto" style={dress(content)} className={content.length ? undefined : "wall-blank"}>
          {inline(content)}
        </p>
      );
    case "heading":
      return (
        <p className="wall-inner-heading" dir="auto" style={dress(content)}>
          {inline(content)}
        </p>
      );
    case "quote":
      return (
        <blockquote dir="auto" style={dress(content)} data-callout={calloutOf(content)}>
          {inline(content)}
        </blockquote>
      );
    case "codeBlock":
      return (
        <pre dir="ltr">
          <code>{lettersIn(content)}</code>
        </pre>
      );
    case "bulletListItem":
      return item("bullet", BULLETS[depth % BULLETS.length], content);
    case "toggleListItem":
      return item("toggle", "▾", content);
    case "numberedListItem":
      return item("number", `${number}.`, content);
    case "checkListItem":
      return item(
        checked ? "box wall-done" : "box",
        <Box checked={checked} of={nameOf(content)} />,
        content,
      );
    case "divider":
      return <hr />;
    case "table":
      return table(content, pen);
    default:
      return FILES.has(content.nodeName) ? file(content) : <Misfit />;
  }
}

/** `of`: its words, by their id. */
const Box = ({ checked, of }: { checked: boolean; of: string }) => (
  <span
    role="checkbox"
    aria-checked={checked}
    aria-disabled="true"
    aria-labelledby={of}
    className="wall-tick"
  >
    {checked && <Icon name="check" />}
  </span>
);

function table(of: Y.XmlElement, pen: Pen): ReactNode {
  const rows = elementsIn(of).slice(0, Math.max(pen.left, 0));
  return (
    <table>
      <tbody>
        {rows.map((row) => {
          const cells = elementsIn(row).slice(0, Math.max(pen.left, 0));
          pen.left -= 1 + cells.length;
          return <tr key={nameOf(row)}>{cells.map(cell)}</tr>;
        })}
      </tbody>
    </table>
  );
}

function cell(of: Y.XmlElement): ReactNode {
  const Tag = of.nodeName === "tableHeader" ? "th" : "td";
  return (
    <Tag
      key={nameOf(of)}
      colSpan={spanOf(of, "colspan")}
      rowSpan={spanOf(of, "rowspan")}
      style={dress(of)}
      dir="auto"
    >
      {elementsIn(of).map((line) => (
        <span key={nameOf(line)}>{inline(line)}</span>
      ))}
    </Tag>
  );
}

/** A picture of this pad, with what is written below it; of any other file its name. */
function file(of: Y.XmlElement): ReactNode {
  const [url, name, caption] = ["url", "name", "caption"].map((each) => textOf(of, each));
  const picture = of.nodeName === "image" ? ownPicture(url ?? "") : "";
  if (!picture)
    return (
      <p className="wall-file" dir="auto">
        <Icon name={of.nodeName === "image" ? "picture" : "page"} />
        <span>{caption || name || t.pad.misfit}</span>
      </p>
    );
  return (
    <figure>
      <img src={picture} alt={name ?? ""} decoding="async" />
      {caption && <figcaption dir="auto">{caption}</figcaption>}
    </figure>
  );
}
