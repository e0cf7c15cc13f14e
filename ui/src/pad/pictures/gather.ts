/** The pad's own pictures and files, fetched for what is taken out: each once, however often it stands in the text. */
import { api, ApiError } from "../../api";
import type { PlainBlock, Props } from "../../forms/blocks";
import { fileBlocks, Names, pictureKind, withFileBlocks } from "../../forms/media";
import { ownPicture } from "../../kit/links";
import { sizeText } from "../../kit/sizes";

/** On their way at a time. */
const AT_ONCE = 4;
/** Letters of pictures in one page: a browser's longest text holds several times as much. */
const DATA_MAX = 100_000_000;

/** Files by their paths; one that can't be had is not in it. */
export type Kept = ReadonlyMap<string, Blob>;

/** The path of the pad's file that a block shows; `null` where it shows none, or one that is on its way. */
export function filePath({ props }: PlainBlock): string | null {
  const url = props?.url ?? "";
  return url.startsWith("/f/") && ownPicture(url) === url ? (url.split("#")[0] ?? null) : null;
}

/** Which files are wanted, and who hears that some can't be fetched. */
export interface Wanted {
  /** Those alone that are seen in the text. */
  pictures?: boolean;
  /** The server did not answer, and the rest was not asked for. */
  onLost?: () => void;
}

/** Fetches them. */
export async function keptFiles(
  blocks: readonly PlainBlock[],
  { pictures = false, onLost }: Wanted = {},
): Promise<Kept> {
  const wanted = fileBlocks(blocks).filter(({ type }) => !pictures || type === "image");
  const paths = [...new Set(wanted.map(filePath).filter((path) => path !== null))];
  const kept = new Map<string, Blob>();
  let isLost = false;
  const lost = (error: unknown) => {
    isLost ||= error instanceof ApiError && error.status === 0;
    return null;
  };
  const next = async (): Promise<void> => {
    const path = paths.shift();
    if (path === undefined || isLost) return;
    const blob = await api.file(path).catch(lost);
    if (blob) kept.set(path, blob);
    return next();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  if (isLost) onLost?.();
  return kept;
}

const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.arrayBuffer());

const changed = (block: PlainBlock, props: Props): PlainBlock => ({
  ...block,
  props: { ...block.props, ...props },
});

/** A file of the pad's, or one that is on its way into it. */
const isOwn = ({ props }: PlainBlock): boolean => /^(\/f\/|#)/.test(props?.url ?? "");

/** What lies beside a Markdown text, by its path there. */
export type Beside = Record<string, Uint8Array<ArrayBuffer>>;

/** The blocks with paths to what lies beside them. Of what is gone its words are left. */
export async function besideText(
  blocks: readonly PlainBlock[],
  wanted: Wanted = {},
): Promise<{ blocks: PlainBlock[]; files: Beside }> {
  const kept = await keptFiles(blocks, wanted);
  const [names, paths, files] = [new Names(), new Map<string, string>(), {} as Beside];
  for (const block of fileBlocks(blocks)) {
    const path = filePath(block);
    const blob = path && kept.get(path);
    if (!blob || paths.has(path)) continue;
    const bytes = await bytesOf(blob);
    const ending = pictureKind(bytes)?.ending;
    const usual = ending ? "picture" : "file";
    const beside = `files/${names.of(block.props?.name ?? "", { usual, ...(ending && { ending }) })}`;
    paths.set(path, beside);
    files[beside] = bytes;
  }
  const url = (block: PlainBlock): string => paths.get(filePath(block) ?? "") ?? "";
  return {
    blocks: withFileBlocks(blocks, (block) =>
      isOwn(block) ? changed(block, { url: url(block) }) : block,
    ),
    files,
  };
}

const dataOf = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result as string));
    reader.addEventListener("error", () => reject(new Error("a picture can't be read")));
    reader.readAsDataURL(blob);
  });

/** A file that is no picture, where nothing can lie beside the text: where it is kept while the pad lives, and how large it is. */
function told(block: PlainBlock): PlainBlock {
  const path = filePath(block);
  const url = block.props?.url ?? "";
  if (!path) return url.startsWith("#") ? changed(block, { url: "" }) : block;
  const bytes = Number(/[#&]s=(\d+)/.exec(url)?.[1]);
  const { name = "", caption } = block.props ?? {};
  const words = [name || caption || path, ...(bytes ? [sizeText(bytes)] : [])].join(", ");
  return changed(block, { url: new URL(path, location.href).href, name: words, caption: "" });
}

export const toldFiles = (blocks: readonly PlainBlock[]): PlainBlock[] =>
  withFileBlocks(blocks, (block) => (block.type === "file" ? told(block) : block));

/** The text for a file that opens without the pad: its pictures stand in it as they are. `named`: each says which file it was. */
export async function withPictures(
  blocks: readonly PlainBlock[],
  { named = false, onLost }: { named?: boolean; onLost?: () => void } = {},
): Promise<PlainBlock[]> {
  const kept = await keptFiles(blocks, { pictures: true, ...(onLost && { onLost }) });
  const data = new Map<string, string>();
  for (const [path, blob] of kept) data.set(path, await dataOf(blob).catch(() => ""));
  let left = DATA_MAX;
  // one that can't be had, or is one too many, is left out, with its words in its place
  const within = (block: PlainBlock): PlainBlock => {
    const path = filePath(block);
    if (block.type !== "image" || !path) return block.type === "file" ? told(block) : block;
    const url = data.get(path) ?? "";
    left -= url.length;
    return changed(block, { url: left >= 0 ? url : "", ...(named && { source: path }) });
  };
  return withFileBlocks(blocks, within);
}
