/** Files of an office are unpacked beside the page: whatever one holds, it takes neither the page's time nor its memory. */
import { convertToHtml } from "mammoth";
import { strFromU8, zipSync } from "fflate";
import { partsOf } from "./parts";

export interface UnpackOrder {
  form: "docx" | "odt";
  bytes: ArrayBuffer;
}

export type UnpackAnswer =
  { html: string } | { content: string; styles: string } | { refused: "large" | "unreadable" };

/** `ready` comes first: the order has arrived. */
export type UnpackSaid = "ready" | UnpackAnswer;

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
  const parts = partsOf(form, new Uint8Array(bytes));
  if (!parts) return { refused: "large" };
  if (form === "docx") {
    // mammoth unpacks all that comes out, however much: it is given what came out here, as it is
    const arrayBuffer = zipSync(parts, { level: 0 }).buffer;
    const { value } = await convertToHtml(
      { arrayBuffer },
      { styleMap: STYLES, ignoreEmptyParagraphs: false, externalFileAccess: false },
    );
    return { html: value };
  }
  const [content, styles] = [parts["content.xml"], parts["styles.xml"]];
  if (!content) return { refused: "unreadable" };
  return { content: strFromU8(content), styles: styles ? strFromU8(styles) : "" };
}

const say = (said: UnpackSaid): void => self.postMessage(said, { transfer: [] });

addEventListener("message", ({ data }: MessageEvent<UnpackOrder>) => {
  say("ready");
  unpacked(data)
    .catch((error: unknown): UnpackAnswer => {
      console.error("a file can't be unpacked", error); // it is damaged, or who unpacks it has a fault: nothing tells them apart
      return { refused: "unreadable" };
    })
    .then(say);
});
