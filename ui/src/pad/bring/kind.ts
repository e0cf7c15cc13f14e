/** What a file is: by what it begins with, and by its name where that says nothing. */

/** `packed`: a zip with Markdown in it. */
export type Kind = "markdown" | "text" | "page" | "docx" | "odt" | "yjs" | "packed";
export type NoKind = "picture" | "pdf" | "doc" | "rtf" | "cells" | "zip" | "unknown" | "empty";

/** Letters that a file begins with, as far as its kind shows there. */
const HEAD = 4096;
/** Letters at the end of a zip, where its parts are named. */
const NAMES = 60_000;

const letters = (bytes: Uint8Array, from = 0, to = HEAD): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const SIGNS: [RegExp, Kind | NoKind][] = [
  [/^%PDF/, "pdf"],
  [/^\{\\rtf/, "rtf"],
  [/^(\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|BM|....ftyp(avif|heic|mif1))/s, "picture"],
];

/** Whether the end of a zip names a part that is Markdown. */
const namesMarkdown = (end: string): boolean => /\.(md|markdown)(PK[^\w]|[^\w.-])/i.test(end);

/** A zip names its parts in its head and, all of them, at its end. */
function kindOfZip(bytes: Uint8Array): Kind | NoKind {
  const head = letters(bytes, 0, 200);
  if (head.includes("mimetypeapplication/vnd.oasis.opendocument.text")) return "odt";
  const end = letters(bytes, Math.max(0, bytes.length - NAMES), bytes.length);
  if (head.includes("word/") || end.includes("word/document")) return "docx";
  const isOffice = head.includes("opendocument.") || /xl\/workbook|ppt\/presentation/.test(end);
  if (isOffice) return "cells";
  return namesMarkdown(end) ? "packed" : "zip";
}

/** Characters that stand in no text, and in most files of programs: sound, packed data, databases. */
// eslint-disable-next-line no-control-regex
const NO_TEXT = /[\x00-\x08\x0e-\x19\x1c-\x1f]/;

const endingOf = (name: string): string => /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? "";

export function kindOf(name: string, bytes: Uint8Array): Kind | NoKind {
  if (bytes.length === 0) return "empty";
  const head = letters(bytes);
  if (head.startsWith("PK\x03\x04")) return kindOfZip(bytes);
  if (head.startsWith("\xd0\xcf\x11\xe0")) return "doc";
  const known = SIGNS.find(([sign]) => sign.test(head))?.[1];
  if (known) return known;
  const ending = endingOf(name);
  if (ending === "yjs") return "yjs";
  if (NO_TEXT.test(head) && !/^(\xff\xfe|\xfe\xff)/.test(head)) return "unknown";
  if (/^(html?|xhtml)$/.test(ending) || /^\s*<(!doctype html|html)\b/i.test(head)) return "page";
  if (/^svg$/.test(ending)) return "picture";
  return /^(md|markdown|mdown)$/.test(ending) ? "markdown" : "text";
}

/** The head of each entry of a zip's directory, in letters: its fixed part, with the length of the name behind it. */
// eslint-disable-next-line no-control-regex
const ENTRY = /PK\x01\x02[^]{24}([^])([^])[^]{16}/g;

/** A zip may be a text with its pictures, which has Markdown at its root, or anything else that people keep in a pad. */
export async function isZippedText(file: File): Promise<boolean> {
  if (!/\.zip$/i.test(file.name)) return false;
  const end = letters(new Uint8Array(await file.slice(-NAMES).arrayBuffer()), 0, NAMES);
  return [...end.matchAll(ENTRY)].some(({ 0: head, 1: low = "", 2: high = "", index }) => {
    const from = index + head.length;
    const name = end.slice(from, from + low.charCodeAt(0) + 256 * high.charCodeAt(0));
    return /^[^/]+\.(md|markdown)$/i.test(name);
  });
}
