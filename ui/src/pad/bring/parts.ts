/** The parts of a packed file, in bounds that hold whatever the file says of itself. */
import { unzipSync, type Unzipped } from "fflate";

/** Bytes that a file may unpack to: a text of 8 MB has a tenth of it. */
const UNPACKED_MAX = 64 << 20;
/** Bytes of a part that the page itself parses. */
const PARSED_MAX = 8 << 20;
const PARTS_MAX = 2000;

/** `docx`: all, for who reads them; `odt`: the two that hold the text and its looks. `null` where they are too large. */
export function partsOf(form: "docx" | "odt", bytes: Uint8Array): Unzipped | null {
  const isParsed = (name: string) => form === "odt" && /^(content|styles)\.xml$/.test(name);
  let [size, parts, large] = [0, 0, false];
  unzipSync(bytes, {
    filter: (part) => {
      const most = Math.max(part.size, part.originalSize); // one that is not compressed is as large as it lies there
      size += most;
      parts += 1;
      large ||= isParsed(part.name) && most > PARSED_MAX;
      return false;
    },
  });
  if (large || size > UNPACKED_MAX || parts > PARTS_MAX) return null;
  // of each part no more comes out than the file says, which is summed up above: what holds more is cut off there, and damaged
  return unzipSync(bytes, { filter: ({ name }) => form === "docx" || isParsed(name) });
}
