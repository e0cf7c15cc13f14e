/** The parts of a packed file, in bounds that hold whatever the file says of itself. */
import { unzipSync, type Unzipped } from "fflate";

/** Bytes that a file may unpack to, with its pictures: more than a pad takes. */
const UNPACKED_MAX = 64 << 20;
/** Bytes of a part that the page itself parses. */
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

/** The parts that hold a text and what comes along with it. `null` where they are too large. */
export function partsOf(form: keyof typeof WANTED, bytes: Uint8Array): Unzipped | null {
  const { text, along } = WANTED[form];
  let [size, parts, large] = [0, 0, false];
  unzipSync(bytes, {
    filter: (part) => {
      const most = Math.max(part.size, part.originalSize); // one that is not compressed is as large as it lies there
      size += most;
      parts += 1;
      large ||= text.test(part.name) && most > PARSED_MAX;
      return false;
    },
  });
  if (large || size > UNPACKED_MAX || parts > PARTS_MAX) return null;
  // of each part no more comes out than the file says, which is summed up above: what holds more is cut off there, and damaged
  return unzipSync(bytes, {
    filter: ({ name }) => (text.test(name) || along.test(name)) && !SYSTEM.test(name),
  });
}
