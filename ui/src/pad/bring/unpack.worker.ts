/** Files of an office are unpacked beside the page: whatever one holds, it takes neither the page's time nor its memory. */
import { convertToHtml, images } from "mammoth";
import { strFromU8, zipSync, type Unzipped } from "fflate";
import { broughtUrl } from "../../forms/brought";
import { partsOf, textsOf } from "./parts";
import { STYLES } from "./wordStyles";

export interface UnpackOrder {
  form: "docx" | "odt" | "packed";
  bytes: ArrayBuffer;
}

/** What lies in a zip, by its path there. */
export type Parts = Record<string, Uint8Array<ArrayBuffer>>;

export type UnpackAnswer =
  | { html: string; pictures: Uint8Array<ArrayBuffer>[] }
  | { content: string; styles: string; parts: Parts }
  | { texts: Record<string, string>; parts: Parts }
  | { refused: "large" | "unreadable" | "zip" };

/** `ready` comes first: the order has arrived. */
export type UnpackSaid = "ready" | UnpackAnswer;

/** Word's measure, of which a pixel of the page has so many. */
const EMU = 9525;

/** How wide the pictures of a text are shown (px), in their order. */
function widthsIn(xml: string): number[] {
  const widths: number[] = [];
  let width = 0;
  for (const [, cx] of xml.matchAll(/<wp:extent\b[^>]*\bcx="(\d+)"|<a:blip\b/g)) {
    if (cx) width = Math.round(Number(cx) / EMU);
    else widths.push(width);
  }
  return widths;
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

async function word(parts: Unzipped): Promise<UnpackAnswer> {
  // mammoth unpacks all that comes out, however much: it is given what came out here, as it is
  const arrayBuffer = zipSync(parts, { level: 0 }).buffer;
  const pictures: Uint8Array<ArrayBuffer>[] = [];
  let count = 0;
  const convertImage = images.imgElement(async (image) => {
    const bytes = new Uint8Array(await image.readAsArrayBuffer());
    const known = pictures.findIndex((one) => isSame(one, bytes));
    if (known < 0) pictures.push(bytes);
    return { src: broughtUrl(known < 0 ? pictures.length - 1 : known), width: `w${count++}` };
  });
  const { value } = await convertToHtml(
    { arrayBuffer },
    { styleMap: STYLES, ignoreEmptyParagraphs: false, externalFileAccess: false, convertImage },
  );
  const widths = widthsIn(strFromU8(parts["word/document.xml"] ?? new Uint8Array()));
  // where a picture is drawn in a way that is not read, nobody knows whose width is whose
  const width = (i: number) => (widths.length === count && widths[i] ? widths[i] : "");
  const html = value.replace(/(<img [^>]*?)width="w(\d+)"/g, (_, head: string, i: string) => {
    return `${head}width="${width(Number(i))}"`;
  });
  return { html, pictures };
}

function packed(parts: Parts): UnpackAnswer {
  const texts: Record<string, string> = {};
  for (const name of textsOf(Object.keys(parts)))
    texts[name] = strFromU8(parts[name] ?? new Uint8Array());
  return Object.keys(texts).length > 0 ? { texts, parts } : { refused: "zip" };
}

async function unpacked({ form, bytes }: UnpackOrder): Promise<UnpackAnswer> {
  const parts = partsOf(form, new Uint8Array(bytes)) as Parts | null;
  if (!parts) return { refused: "large" };
  if (form === "docx") return word(parts);
  if (form === "packed") return packed(parts);
  const { "content.xml": content, "styles.xml": styles, ...others } = parts;
  if (!content) return { refused: "unreadable" };
  return {
    content: strFromU8(content),
    styles: styles ? strFromU8(styles) : "",
    parts: others,
  };
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
