/** Files of an office are unpacked beside the page: whatever one holds, it takes neither the page's time nor its memory. */
import { convertToHtml } from "mammoth";
import { strFromU8, unzipSync } from "fflate";

export interface UnpackOrder {
  form: "docx" | "odt";
  bytes: ArrayBuffer;
}

export type UnpackAnswer =
  { html: string } | { content: string; styles: string } | { refused: "large" | "unreadable" };

/** Bytes that a file may unpack to: a text of 8 MB has a tenth of it. */
const UNPACKED_MAX = 64 << 20;
const PARTS_MAX = 2000;

/** What the file says of its size is looked at before anything is unpacked; what it is then, by who unpacks it. */
function isTooLarge(bytes: Uint8Array): boolean {
  let [size, parts] = [0, 0];
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize;
      parts += 1;
      return false;
    },
  });
  return size > UNPACKED_MAX || parts > PARTS_MAX;
}

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  "p[style-name='Block Text'] => blockquote:fresh",
  "p[style-name='Source Code'] => pre:separator('\\n')",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='Horizontal Rule'] => hr:fresh",
  "r[style-name='Verbatim Char'] => code",
  "r[style-name='HTML Code'] => code",
  "u => u",
  "strike => s",
];

async function unpacked({ form, bytes }: UnpackOrder): Promise<UnpackAnswer> {
  const file = new Uint8Array(bytes);
  if (isTooLarge(file)) return { refused: "large" };
  if (form === "docx") {
    const { value } = await convertToHtml(
      { arrayBuffer: bytes },
      { styleMap: STYLES, ignoreEmptyParagraphs: false, externalFileAccess: false },
    );
    return { html: value };
  }
  const parts = unzipSync(file, { filter: ({ name }) => /^(content|styles)\.xml$/.test(name) });
  const [content, styles] = [parts["content.xml"], parts["styles.xml"]];
  if (!content) return { refused: "unreadable" };
  return { content: strFromU8(content), styles: styles ? strFromU8(styles) : "" };
}

addEventListener("message", ({ data }: MessageEvent<UnpackOrder>) => {
  unpacked(data)
    .catch((): UnpackAnswer => ({ refused: "unreadable" }))
    .then((answer) => self.postMessage(answer, { transfer: [] }));
});
