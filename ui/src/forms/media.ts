/** Pictures and files beside a text that is taken out or brought in: what they are, and what they are called there. */
import type { PlainBlock } from "./blocks";

/** Beginnings of files that browsers show as pictures, with the ending of each kind. A drawing that can run something is none. */
const PICTURES: [RegExp, string, string][] = [
  [/^\x89PNG\r\n/, "image/png", "png"],
  [/^\xff\xd8\xff/, "image/jpeg", "jpg"],
  [/^GIF8[79]a/, "image/gif", "gif"],
  [/^RIFF[^]{4}WEBP/, "image/webp", "webp"],
  [/^[^]{4}ftypavi[fs]/, "image/avif", "avif"],
  [/^BM[^]{12}\(\0\0\0/, "image/bmp", "bmp"],
];
const HEAD = 24;

/** What a picture is by its own first bytes, whatever is said of it; `null` where it is none. */
export function pictureKind(bytes: Uint8Array): { type: string; ending: string } | null {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  const [, type, ending] = PICTURES.find(([sign]) => sign.test(head)) ?? [];
  return type && ending ? { type, ending } : null;
}

/** Letters of a name, without its ending. */
const LONGEST = 60;
/** Names that Windows keeps for itself. */
const DEVICE = /^(con|prn|aux|nul|(com|lpt)[\d¹²³])$/i;

/** A name that every system takes, and a link in Markdown needs no sign for. */
function safe(name: string): string {
  const letters = name
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, "-")
    .replace(/^[-_]+|[-_]+$/g, "");
  const short = [...letters]
    .slice(0, LONGEST)
    .join("")
    .replace(/[-_]+$/, "");
  return DEVICE.test(short) ? `${short}-file` : short;
}

/** Names in a folder, each once, also where capitals count for nothing. */
export class Names {
  readonly #used = new Set<string>();

  /** `ending`: what it is; where that is not known, as it says itself. */
  of(name: string, { usual, ending }: { usual: string; ending?: string }): string {
    const [, stem = name, own = ""] = /^(.+)\.(\w{1,8})$/su.exec(name) ?? [];
    const end = ending ?? own.toLowerCase();
    const same = ending && own && !/^(png|jpe?g|gif|webp|avif|bmp|hei[cf])$/i.test(own);
    const base = safe(same ? name : stem) || usual;
    for (let n = 1; ; n += 1) {
      const made = `${base}${n > 1 ? `-${n}` : ""}${end ? `.${end}` : ""}`;
      if (this.#used.has(made.toLowerCase())) continue;
      this.#used.add(made.toLowerCase());
      return made;
    }
  }
}

/** Where files lie beside a Markdown text, and what may stand there. */
export const isBeside = (url: string): boolean =>
  /^files\/[\p{L}\p{M}\p{N}_-][\p{L}\p{M}\p{N}._-]*$/u.test(url);

/** The same blocks, with what `change` makes of each that shows a picture or a file. */
export const withFileBlocks = (
  blocks: readonly PlainBlock[],
  change: (block: PlainBlock) => PlainBlock,
): PlainBlock[] =>
  blocks.map((block) => {
    const changed = block.type === "image" || block.type === "file" ? change(block) : block;
    const { children } = changed;
    return children ? { ...changed, children: withFileBlocks(children, change) } : changed;
  });

/** All blocks that show a picture or a file, wherever they stand. */
export const fileBlocks = (blocks: readonly PlainBlock[]): PlainBlock[] =>
  blocks.flatMap((block) => [
    ...(block.type === "image" || block.type === "file" ? [block] : []),
    ...fileBlocks(block.children ?? []),
  ]);

/** A picture as every office reads it, and how large it is (px). */
export interface OfficePicture {
  bytes: Uint8Array<ArrayBuffer>;
  kind: "png" | "jpg" | "gif";
  width: number;
  height: number;
}
export type OfficePictures = ReadonlyMap<string, OfficePicture>;

/** How large a picture stands on a page of this width (px): as somebody made it, and never beyond the page. */
export function placedSize(
  { width, height }: Pick<OfficePicture, "width" | "height">,
  wanted: number | undefined,
  most: { width: number; height: number },
): { width: number; height: number } {
  const wide = Math.max(1, Math.min(wanted || width, most.width, (most.height * width) / height));
  return { width: Math.round(wide), height: Math.max(1, Math.round((wide * height) / width)) };
}
