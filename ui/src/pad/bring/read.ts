/** A file that somebody brings, as blocks, and, where it carries one, as a document with its history. */
import type { PlainBlock } from "../../forms/blocks";
import { lettersOf, lineOf } from "../../forms/blocks";
import { odtHtml } from "../../forms/odt/read";
import { hasFoot } from "../../forms/markdown/foot";
import { withTicks } from "../../forms/ticks";
import { stateIn } from "../../take/capsule";
import { isClearlyMarkdown } from "../clipboard/clearly";
import { linesOf, readHtml, readMarkdown } from "../clipboard/read";
import { isDeepMarkdown, levelled, shallowHtml } from "./deep";
import { fileName } from "./fileName";
import { kindOf, type Kind, type NoKind } from "./kind";
import { apart, htmlPortions, markdownPortions, rest, type MarkdownPortion } from "./portions";
import { documentIn, type Brought } from "./state";
import { Refused } from "./refused";
import { unpack } from "./unpack";

/** Bytes of a file: as many as a pad holds. */
export const FILE_MAX = 8 << 20;

export interface Found {
  name: string;
  /** What stands in the sign beside its name. */
  sign: string;
  size: number;
  blocks: PlainBlock[];
  /** Pictures that have no place in a pad. */
  lost: number;
  /** The document that it carries. */
  state: Brought | null;
}

type Read = Pick<Found, "blocks" | "lost" | "state">;

/** A page of HTML, read a portion at a time. */
async function page(html: string): Promise<Read> {
  const shallow = shallowHtml(html);
  if (shallow === null) throw new Refused("deep");
  const all: Read = { blocks: [], lost: 0, state: null };
  for (const portion of await htmlPortions(shallow)) {
    const { blocks, lost } = readHtml(portion);
    all.blocks.push(...blocks);
    all.lost += lost;
    await rest();
  }
  return all;
}

/** In a list that goes on only the first of all its numbers says something. */
export function portionBlocks({ text, goesOn }: MarkdownPortion): PlainBlock[] {
  const blocks = readMarkdown(text);
  const [first] = blocks;
  if (goesOn && first?.type === "numberedListItem") delete first.props;
  return blocks;
}

async function markdown(text: string): Promise<Read> {
  const blocks: PlainBlock[] = [];
  for (const portion of markdownPortions(text)) {
    if (isDeepMarkdown(portion.text)) throw new Refused("deep");
    blocks.push(...portionBlocks(portion));
    await rest();
  }
  return { blocks, lost: 0, state: null };
}

/** A kept page, with its document where it is a capsule. One that is damaged is a page like others. */
async function keptPage(html: string): Promise<Read> {
  const bytes = stateIn(html);
  const read = await page(html);
  return { ...read, state: bytes && documentIn(bytes) };
}

async function office(form: "docx" | "odt", bytes: ArrayBuffer): Promise<Read> {
  const answer = await unpack({ form, bytes });
  if ("refused" in answer) throw new Refused(answer.refused);
  const html = "html" in answer ? answer.html : odtHtml(answer.content, answer.styles);
  if (html === null) throw new Refused("unreadable");
  const read = await page(html);
  return { ...read, blocks: withTicks(read.blocks) };
}

function document(bytes: Uint8Array): Read {
  const state = documentIn(bytes);
  if (!state) throw new Refused("unreadable");
  return { blocks: state.blocks, lost: 0, state };
}

/** Letters by the mark at their beginning, else UTF-8, else what old systems wrote. */
export function decoded(bytes: Uint8Array): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : "";
  if (mark) return new TextDecoder(mark).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

const READ: Record<Kind, (bytes: Uint8Array<ArrayBuffer>) => Promise<Read> | Read> = {
  markdown: (bytes) => markdown(decoded(bytes)),
  text: (bytes) => {
    const text = decoded(bytes);
    return isClearlyMarkdown(text)
      ? markdown(hasFoot(text) ? text : apart(text))
      : { blocks: linesOf(text), lost: 0, state: null };
  },
  page: (bytes) => keptPage(decoded(bytes)),
  docx: (bytes) => office("docx", bytes.buffer),
  odt: (bytes) => office("odt", bytes.buffer),
  yjs: document,
};

const SIGNS: Record<Kind, string> = {
  markdown: "md",
  text: "txt",
  page: "html",
  docx: "docx",
  odt: "odt",
  yjs: "yjs",
};

const isSilent = (blocks: readonly PlainBlock[]): boolean =>
  blocks.every(
    (block) =>
      block.content !== undefined &&
      Array.isArray(block.content) &&
      !lettersOf(lineOf(block)).trim() &&
      isSilent(block.children ?? []),
  );

const isKind = (kind: Kind | NoKind): kind is Kind => kind in READ;

/** Rejects with `Refused` where it does not come in. */
export async function readFile(file: File): Promise<Found> {
  if (file.size > FILE_MAX) throw new Refused("large");
  const bytes = await bytesOf(file);
  const kind = kindOf(file.name, bytes);
  if (!isKind(kind)) throw new Refused(kind);
  const { size } = file;
  const read = await readAs(kind, bytes);
  if (isSilent(read.blocks)) throw new Refused("silent");
  return { name: fileName(file.name), size, sign: read.state ? "capsule" : SIGNS[kind], ...read };
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    console.error("a file can't be opened", error);
    throw new Refused("closed"); // a folder, or one that was changed or taken away meanwhile
  }
}

/** A stack that is full, as browsers call it. */
const isTooDeep = (error: unknown): boolean =>
  error instanceof RangeError || (error instanceof Error && error.name === "InternalError");

async function readAs(kind: Kind, bytes: Uint8Array<ArrayBuffer>): Promise<Read> {
  try {
    const read = await READ[kind](bytes);
    return { ...read, blocks: levelled(read.blocks) };
  } catch (error) {
    if (error instanceof Refused) throw error;
    console.error("a file can't be read", error); // what is damaged is refused where that is seen: this is none of the file's doing
    throw new Refused(isTooDeep(error) ? "deep" : "fault");
  }
}
