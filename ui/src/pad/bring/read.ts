/** A file that somebody brings, as blocks, and, where it carries one, as a document with its history. */
import type { PlainBlock } from "../../forms/blocks";
import { lettersOf, lineOf } from "../../forms/blocks";
import type { Beside } from "../../forms/markdown";
import { broughtUrl } from "../../forms/brought";
import { pictureKind } from "../../forms/media";
import { odtHtml } from "../../forms/odt/read";
import { hasFoot } from "../../forms/markdown/foot";
import { withTicks } from "../../forms/ticks";
import { stateIn } from "../../take/capsule";
import { isClearlyMarkdown } from "../clipboard/clearly";
import type { AlongFile } from "../pictures/queue";
import { linesOf, readHtml, readMarkdown } from "../clipboard/read";
import { Along, ready, sourcesIn, withoutPictures, type Bytes } from "./along";
import { isDeepMarkdown, levelled, shallowHtml } from "./deep";
import { fileName } from "./fileName";
import { kindOf, type Kind, type NoKind } from "./kind";
import { apart, htmlPortions, markdownPortions, rest, type MarkdownPortion } from "./portions";
import { documentIn, type Brought } from "./state";
import { Refused } from "./refused";
import { unpack } from "./unpack";

/** Bytes of a text: as many as a pad holds. */
export const FILE_MAX = 8 << 20;
/** Bytes of a file with pictures in it: more than a pad takes. */
export const WITH_PICTURES_MAX = 64 << 20;

export interface Found {
  name: string;
  /** What stands in the sign beside its name. */
  sign: string;
  size: number;
  blocks: PlainBlock[];
  /** Pictures that stay out. */
  lost: number;
  /** The document that it carries. */
  state: Brought | null;
  /** What comes along, by its number in the blocks. */
  files: ReadonlyMap<number, AlongFile>;
  /** The same by the path of a file of that document. */
  sources: ReadonlyMap<string, AlongFile>;
}

interface Read extends Pick<Found, "blocks" | "lost" | "state"> {
  along?: readonly Bytes[];
  sources?: ReadonlyMap<string, number>;
}

/** A page of HTML, read a portion at a time. */
async function page(html: string, along = new Along()): Promise<Read> {
  if (html.length > FILE_MAX) throw new Refused("large");
  const shallow = shallowHtml(html);
  if (shallow === null) throw new Refused("deep");
  const all: Read = { blocks: [], lost: 0, state: null, along: along.all };
  for (const portion of await htmlPortions(shallow)) {
    const { blocks, lost } = readHtml(portion, along.has);
    all.blocks.push(...blocks);
    all.lost += lost;
    await rest();
  }
  return all;
}

/** In a list that goes on only the first of all its numbers says something. */
export function portionBlocks({ text, goesOn }: MarkdownPortion, beside?: Beside): PlainBlock[] {
  const blocks = readMarkdown(text, beside);
  const [first] = blocks;
  if (goesOn && first?.type === "numberedListItem") delete first.props;
  return blocks;
}

async function markdown(text: string, beside?: Beside): Promise<Read> {
  const blocks: PlainBlock[] = [];
  for (const portion of markdownPortions(text)) {
    if (isDeepMarkdown(portion.text)) throw new Refused("deep");
    blocks.push(...portionBlocks(portion, beside));
    await rest();
  }
  return { blocks, lost: 0, state: null };
}

/** What a path in a text means that lies in this folder of a zip: no way leads out of it. */
function pathIn(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split("/"))
    if (part === "..") parts.pop();
    else if (part && part !== ".") parts.push(part);
  return parts.join("/");
}

function spelled(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The Markdown of a zip, with what lies beside it where its text says so. */
async function packed(bytes: ArrayBuffer): Promise<Read> {
  const answer = await unpack({ form: "packed", bytes });
  if (!("texts" in answer)) throw new Refused("refused" in answer ? answer.refused : "unreadable");
  const { texts, parts } = answer;
  const along = new Along();
  const all: Read = { blocks: [], lost: 0, state: null, along: along.all };
  for (const [name, text] of Object.entries(texts)) {
    const folder = name.split("/").slice(0, -1).join("/");
    const beside: Beside = (path) => {
      const found = [path, spelled(path)]
        .map((one) => pathIn(folder, one))
        .find((one) => Object.hasOwn(parts, one) && !(one in texts));
      const part = found === undefined ? undefined : parts[found];
      if (found === undefined || !part) return null;
      const number = along.addOnce(found, () => part) ?? -1;
      return { url: broughtUrl(number), isPicture: pictureKind(part) !== null };
    };
    all.blocks.push(...(await markdown(text, beside)).blocks);
  }
  return all;
}

/** A kept page, with its document where it is a capsule. One that is damaged is a page like others. */
async function keptPage(whole: string): Promise<Read> {
  const bytes = stateIn(whole);
  const along = new Along();
  const html = await withoutPictures(whole, along);
  const read = await page(html, along);
  const state = bytes && documentIn(bytes);
  return { ...read, state, sources: state ? sourcesIn(html) : new Map() };
}

async function office(form: "docx" | "odt", bytes: ArrayBuffer): Promise<Read> {
  const answer = await unpack({ form, bytes });
  if ("refused" in answer) throw new Refused(answer.refused);
  const along = new Along();
  let html: string | null = null;
  if ("html" in answer) {
    answer.pictures.forEach((picture) => along.add(picture));
    ({ html } = answer);
  } else if ("content" in answer) {
    const { content, styles, parts } = answer;
    const pictureAt = (path: string) => {
      const number = along.addOnce(path, () => parts[path] ?? null);
      return number === null ? null : broughtUrl(number);
    };
    html = odtHtml(content, styles, pictureAt);
  }
  if (html === null) throw new Refused("unreadable");
  const read = await page(html, along);
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
  packed: (bytes) => packed(bytes.buffer),
};

const SIGNS: Record<Kind, string> = {
  markdown: "md",
  text: "txt",
  page: "html",
  docx: "docx",
  odt: "odt",
  yjs: "yjs",
  packed: "zip",
};

/** Kinds that hold pictures beside their words. */
const HOLDS_PICTURES = new Set<Kind>(["page", "docx", "odt", "packed"]);

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
  const { size } = file;
  if (size > WITH_PICTURES_MAX) throw new Refused("large");
  const bytes = await bytesOf(file);
  const kind = kindOf(file.name, bytes);
  const holdsPictures = isKind(kind) && HOLDS_PICTURES.has(kind);
  if (size > FILE_MAX && !holdsPictures) throw new Refused("large");
  if (!isKind(kind)) throw new Refused(kind);
  const { along = [], sources = new Map<string, number>(), ...read } = await readAs(kind, bytes);
  const { blocks, files, lost } = await ready(read.blocks, along);
  if (isSilent(blocks)) throw new Refused("silent");
  const sign = read.state ? "capsule" : SIGNS[kind];
  const bySource = [...sources].flatMap(([path, number]) => {
    const one = files.get(number);
    return one ? [[path, one] as const] : [];
  });
  const found = { name: fileName(file.name), size, sign, blocks, lost: read.lost + lost };
  return { ...found, state: read.state, files, sources: new Map(bySource) };
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
