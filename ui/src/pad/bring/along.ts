/** Pictures and files that come along with a text: cut out of it before it is read, and looked at before they are offered. */
import { fromBase64 } from "lib0/buffer";
import type { PlainBlock } from "../../forms/blocks";
import { broughtNumber, broughtUrl } from "../../forms/brought";
import { fileBlocks, pictureKind } from "../../forms/media";
import { sizeOf } from "../pictures/shrink";
import type { AlongFile } from "../pictures/queue";
import { rest } from "./portions";

export type Bytes = Uint8Array<ArrayBuffer>;

/** As they come out of a file, by their numbers in its text. */
export class Along {
  readonly all: Bytes[] = [];
  readonly #known = new Map<string, number>();

  add(bytes: Bytes): number {
    return this.all.push(bytes) - 1;
  }

  /** The same, once for all places that say the same. */
  addOnce(key: string, bytes: () => Bytes | null): number | null {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = bytes();
    if (!made) return null;
    this.#known.set(key, this.all.length);
    return this.add(made);
  }

  has = (src: string): boolean => this.all[broughtNumber(src) ?? -1] !== undefined;
}

const DATA = "data:image/";
const IS_SOURCE = /\ssrc\s*=\s*["']$/i;
const HEAD = /^data:image\/[\w.+-]+;base64,/;

function bytesIn(data: string): Bytes | null {
  const head = HEAD.exec(data)?.[0];
  if (!head) return null;
  try {
    const bytes = fromBase64(data.slice(head.length).replace(/\s+/g, "")) as Bytes;
    return pictureKind(bytes) ? bytes : null;
  } catch {
    return null;
  }
}

/** A page without the pictures that stand in it as they are, which are many times its text; they are found by their numbers. */
export async function withoutPictures(html: string, along: Along): Promise<string> {
  const parts: string[] = [];
  let done = 0;
  for (let at = html.indexOf(DATA); at >= 0; at = html.indexOf(DATA, at + 1)) {
    const quote = html[at - 1] ?? "";
    const end = IS_SOURCE.test(html.slice(Math.max(0, at - 12), at)) ? html.indexOf(quote, at) : -1;
    if (end < 0) continue;
    const data = html.slice(at, end);
    const number = along.addOnce(data, () => bytesIn(data));
    parts.push(html.slice(done, at), number === null ? "" : broughtUrl(number));
    [done, at] = [end, end];
    await rest();
  }
  return [...parts, html.slice(done)].join("");
}

/** Letters of a picture's element at most, as we write it: in what others write it is looked for no further. */
const NAMED = /<img\b([^<>]{0,600})/g;
const FILE = /\sdata-file="(\/f\/[\w-]+)"/;
const SOURCE = /\ssrc="(#brought-\d+)"/;

/** Which file of its document each picture of a capsule was. */
export function sourcesIn(html: string): Map<string, number> {
  const sources = new Map<string, number>();
  for (const [, inside = ""] of html.matchAll(NAMED)) {
    const [path, src] = [FILE, SOURCE].map((named) => named.exec(inside)?.[1]);
    if (path && src) sources.set(path, broughtNumber(src) ?? -1);
  }
  return sources;
}

/** Words in the place of a picture that stays out; nothing where it has none. */
function wordsFor({ props, children }: PlainBlock): PlainBlock[] {
  const text = props?.caption || props?.name || "";
  const words: PlainBlock["content"] = text ? [{ type: "text", text, styles: {} }] : [];
  const block: PlainBlock = { type: "paragraph", content: words };
  return text || children?.length ? [{ ...block, ...(children && { children }) }] : [];
}

function without(
  blocks: readonly PlainBlock[],
  isOut: (block: PlainBlock) => boolean,
): PlainBlock[] {
  return blocks.flatMap((block) => {
    const { children } = block;
    const left = children ? { ...block, children: without(children, isOut) } : block;
    return isOut(block) ? wordsFor(left) : [left];
  });
}

/** Those that the text shows, each as it can be sent; a picture that no browser shows stays out. */
export async function ready(
  blocks: readonly PlainBlock[],
  all: readonly Bytes[],
): Promise<{ blocks: PlainBlock[]; files: Map<number, AlongFile>; lost: number }> {
  const files = new Map<number, AlongFile>();
  const out = new Set<number>();
  for (const { type, props } of fileBlocks(blocks)) {
    const number = broughtNumber(props?.url ?? "");
    const bytes = number === null ? undefined : all[number];
    if (number === null || !bytes || files.has(number) || out.has(number)) continue;
    const kind = pictureKind(bytes);
    const name = props?.name || (type === "image" ? "picture" : "file");
    const file = new File([bytes], name, { type: kind?.type ?? "" });
    const size = type === "image" ? await sizeOf(file) : null;
    if (type === "image" && !size) out.add(number);
    else files.set(number, { file, isPicture: type === "image", size });
    await rest();
  }
  let lost = 0;
  const isOut = ({ type, props }: PlainBlock): boolean => {
    const number = broughtNumber(props?.url ?? "");
    const gone = (type === "image" || type === "file") && number !== null && !files.has(number);
    lost += gone ? 1 : 0;
    return gone;
  };
  return { blocks: without(blocks, isOut), files, lost };
}
