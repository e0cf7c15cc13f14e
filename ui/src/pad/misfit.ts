/** The grey block in the place of what this page can't show. It stays in the pad; the binding puts it there. */
import type { Inline, PlainBlock } from "../forms/blocks";
import type { EditorView } from "@tiptap/pm/view";
import { UNKNOWN } from "../binding/marks";
import { t } from "../strings";
import { misfitsOf } from "./misfits";

const SVG = "http://www.w3.org/2000/svg";

interface Shown {
  props: { text: string };
}

interface Editor {
  isEditable: boolean;
  prosemirrorView: EditorView;
}

/** The name is the one by which the binding finds it. */
export const misfitConfig = {
  type: "misfit",
  propSchema: { name: { default: "" }, text: { default: "" } },
  content: "none",
} as const;

/** The same for a part of a line. */
export const misfitInLineConfig = { ...misfitConfig, type: "misfitInLine" } as const;

function icon(): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8h.01");
  svg.append(path);
  return svg;
}

function element(name: string, className: string, words = ""): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = words;
  return made;
}

/** The one that is shown here, and not by its id: whoever writes such things gives them any. */
function removeShown(dom: Element, { isEditable, prosemirrorView: view }: Editor): void {
  const misfits = misfitsOf(view);
  if (isEditable) misfits.remove(misfits.all().filter(({ at }) => view.nodeDOM(at)?.contains(dom)));
}

export const misfitImplementation = {
  render: (_block: Shown, editor: Editor) => {
    const dom = element("div", "misfit");
    dom.contentEditable = "false";
    const words = element("span", "misfit-words");
    words.append(element("b", "", t.pad.misfit), element("small", "", t.pad.misfitStays));
    const remove = element(
      "button",
      "button button-quiet button-small misfit-remove",
      t.pad.misfitRemove,
    ) as HTMLButtonElement;
    remove.type = "button";
    remove.addEventListener("click", () => removeShown(dom, editor));
    dom.append(icon(), words, remove);
    return { dom };
  },
  /** Copies have its letters. */
  toExternalHTML: ({ props }: Shown) => ({ dom: element("p", "", props.text || t.pad.misfitCopy) }),
};

export const misfitInLineImplementation = {
  render: () => {
    const dom = element("span", "misfit-in-line", t.pad.misfitInLine);
    dom.title = t.pad.misfitStays;
    return { dom };
  },
  toExternalHTML: ({ props }: Pick<Shown, "props">) => ({
    dom: element("span", "", props.text || t.pad.misfitCopy),
  }),
};

/** Kinds that BlockNote writes into a copy with the address that others gave, which a browser asks as soon as it is written. */
const FETCHING = new Set(["image", "video", "audio", "file"]);

const wordsOfFile = ({ props }: { props: { caption?: string; name?: string } }) => ({
  dom: element("p", "", props.caption || props.name || ""),
});

/** The same block specs, whose copies ask nobody: other programs are given forms of our own. */
export function inertCopies<Specs extends Record<string, { implementation: object }>>(
  specs: Specs,
): Specs {
  const inert = Object.entries(specs).map(([type, spec]) => [
    type,
    FETCHING.has(type)
      ? { ...spec, implementation: { ...spec.implementation, toExternalHTML: wordsOfFile } }
      : spec,
  ]);
  return Object.fromEntries(inert) as Specs;
}

/** A line of a copy: what can't be shown in it is its letters, and what is not known of letters stays here. */
export const lineAsCopied = (line: readonly Inline[]): Inline[] =>
  line.map((part) => {
    const { type, props } = part as { type: string; props?: { text?: string } };
    if (type === misfitInLineConfig.type)
      return { type: "text", text: props?.text || t.pad.misfitCopy, styles: {} };
    return part.type === "link"
      ? { ...part, content: part.content.map(wordsAsCopied) }
      : wordsAsCopied(part);
  });

function wordsAsCopied<Part extends { styles: object }>(words: Part): Part {
  if (!(UNKNOWN in words.styles)) return words;
  const { [UNKNOWN]: _, ...styles } = words.styles as Record<string, unknown>;
  return { ...words, styles };
}

function contentAsCopied(content: PlainBlock["content"]): PlainBlock["content"] {
  if (Array.isArray(content)) return lineAsCopied(content);
  return (
    content && {
      ...content,
      rows: content.rows.map(({ cells }) => ({
        cells: cells.map((cell) => ({ ...cell, content: lineAsCopied(cell.content) })),
      })),
    }
  );
}

/** The text as copies have it: what can't be shown is a line of its letters. */
export const asCopied = (blocks: readonly PlainBlock[]): PlainBlock[] =>
  blocks.map((block) => {
    const children = block.children ? { children: asCopied(block.children) } : {};
    if (block.type !== misfitConfig.type)
      return {
        ...block,
        ...(block.content ? { content: contentAsCopied(block.content) } : {}),
        ...children,
      } as PlainBlock;
    const { text } = block.props as { text?: string };
    return {
      ...block,
      type: "paragraph",
      props: {},
      content: [{ type: "text", text: text || t.pad.misfitCopy, styles: {} }],
      ...children,
    };
  });
