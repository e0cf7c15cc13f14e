/** The parts of a packed file, in bounds that hold whatever the file says of itself. */
import { unzipSync, type Unzipped } from "fflate";

/** Bytes that a file may unpack to, with its pictures: more than a pad takes. */
const UNPACKED_MAX = 64 << 20;
/** Bytes that the page itself parses, in all. */
const PARSED_MAX = 8 << 20;
const PARTS_MAX = 2000;

/** What of each kind of file is text, which the page itself parses, and what may come along with it. */
const WANTED = {
  docx: { text: /^$/, along: /^/ },
  odt: { text: /^(content|styles)\.xml$/, along: /^Pictures\// },
  packed: { text: /\.(md|markdown)$/i, along: /[^/]$/ },
} as const;

/** Marks that systems leave in a zip beside what people put there. */
const SYSTEM = /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/;

const depthOf = (name: string): number => name.split("/").length;

/** Which parts of a zip are its texts: the Markdown nearest to its root. What lies deeper was attached to them. */
export function textsOf(names: readonly string[]): string[] {
  const texts = names.filter((name) => WANTED.packed.text.test(name)).sort();
  const least = Math.min(...texts.map(depthOf));
  return texts.filter((name) => depthOf(name) === least);
}

/** The parts that hold a text and what comes along with it. `null` where they are too large. */
export function partsOf(form: keyof typeof WANTED, bytes: Uint8Array): Unzipped | null {
  const { text, along } = WANTED[form];
  const sizes = new Map<string, number>();
  let [size, parts] = [0, 0];
  unzipSync(bytes, {
    filter: (part) => {
      const most = Math.max(part.size, part.originalSize); // one that is not compressed is as large as it lies there
      size += most;
      parts += 1;
      if (!SYSTEM.test(part.name)) sizes.set(part.name, most);
      return false;
    },
  });
  const names = [...sizes.keys()];
  const texts = form === "packed" ? textsOf(names) : names.filter((name) => text.test(name));
  const parsed = texts.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
  if (parsed > PARSED_MAX || size > UNPACKED_MAX || parts > PARTS_MAX) return null;
  // of each part no more comes out than the file says, which is summed up above: what holds more is cut off there, and damaged
  return unzipSync(bytes, {
    filter: ({ name }) => (text.test(name) || along.test(name)) && !SYSTEM.test(name),
  });
}
