/** Blocks that stand in a pad before anybody types, also those that no key makes: another program writes them. */
import { setTimeout as passes } from "node:timers/promises";
import * as Y from "yjs";
import { expect } from "../fixture";
import type { MadePad } from "../server";
import { comeIn } from "../stranger";

export interface Block {
  kind: string;
  words?: string;
  id?: string;
  nested?: Block[];
  /** A heading that is a toggle. */
  folds?: boolean;
}

const plain = { backgroundColor: "default", textColor: "default", textAlignment: "left" };

/** What each kind of block of the schema holds beside its words. */
const ATTRIBUTES: Record<string, Record<string, unknown>> = {
  paragraph: plain,
  heading: { ...plain, level: 2, isToggleable: false },
  quote: { backgroundColor: "default", textColor: "default" },
  bulletListItem: plain,
  numberedListItem: plain,
  checkListItem: { ...plain, checked: false },
  toggleListItem: plain,
  codeBlock: { language: "text" },
  table: { textColor: "default" },
  divider: {},
  image: { ...plain, name: "", url: "", caption: "", showPreview: true },
};

export const KINDS = Object.keys(ATTRIBUTES);
/** Kinds with a caret of their own, whose words flow into each other. */
export const WORDS = KINDS.slice(0, 7);
/** The others, which a caret could be locked in. */
export const TRAPS = KINDS.slice(7);
/** Kinds without any place for a caret: they are selected as one thing. */
export const isWhole = (kind: string): boolean => kind === "divider" || kind === "image";

function element(
  name: string,
  attributes: Record<string, unknown>,
  children: (Y.XmlElement | Y.XmlText)[],
): Y.XmlElement {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  made.insert(0, children);
  return made;
}

const cell = (words: string) =>
  element("tableCell", { colspan: 1, rowspan: 1 }, [
    element("tableParagraph", {}, words ? [new Y.XmlText(words)] : []),
  ]);
const row = (...cells: string[]) => element("tableRow", {}, cells.map(cell));

function contentOf({ kind, words = "", folds }: Block): Y.XmlElement {
  const attributes = { ...ATTRIBUTES[kind], ...(folds && { isToggleable: true }) };
  if (isWhole(kind)) return element(kind, attributes, []);
  if (kind === "table") return element(kind, attributes, [row(words, "b1"), row("a2", words)]);
  return element(kind, attributes, words ? [new Y.XmlText(words)] : []);
}

function containerOf(block: Block): Y.XmlElement {
  const group = block.nested ? [element("blockGroup", {}, block.nested.map(containerOf))] : [];
  return element("blockContainer", { id: block.id ?? crypto.randomUUID() }, [
    contentOf(block),
    ...group,
  ]);
}

/** All letters of a text. */
const lettersOf = (fragment: Y.XmlFragment): string =>
  [...fragment.createTreeWalker((each) => each instanceof Y.XmlText)]
    .flatMap((text) => (text as unknown as Y.XmlText).toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === "string" ? insert : ""))
    .join("");

/**
 * Puts these blocks in place of all that the pad holds, once that says what the page shows: letters that were on their way would
 * stay, as nobody had seen them who took the text away.
 */
export async function plant(pad: MadePad, blocks: Block[], shown?: string): Promise<void> {
  const doc = new Y.Doc();
  const provider = await comeIn(pad, doc);
  const fragment = doc.getXmlFragment("blocknote");
  if (shown !== undefined) await expect.poll(() => lettersOf(fragment)).toBe(shown);
  const group = fragment.get(0) as Y.XmlElement;
  doc.transact(() => {
    group.insert(group.length, blocks.map(containerOf));
    group.delete(0, group.length - blocks.length);
  });
  while ((provider.ws as { bufferedAmount?: number } | null)?.bufferedAmount) await passes(5);
  provider.destroy();
}

/** How a block reads. */
export const reads = ({ kind, words = "" }: Block): string =>
  kind === "table"
    ? `table: ${words} | b1 | a2 | ${words}`
    : `${kind}: ${isWhole(kind) ? "" : words}`.trimEnd();
