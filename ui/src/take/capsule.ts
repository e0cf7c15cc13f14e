/** A capsule: a kept web page that carries the document too, so that any Fadepad goes on with it. Nothing in it runs. */
import { fromBase64, toBase64 } from "lib0/buffer";

const TYPE = "application/vnd.fadepad.capsule";
const ELEMENT = new RegExp(`<script type="${TYPE}">([A-Za-z0-9+/=]+)</script>`);

/** The document's state (a Yjs update, V1) as an element that browsers pass over. */
export const capsuleElement = (state: Uint8Array): string =>
  `<script type="${TYPE}">${toBase64(state)}</script>\n`;

/** The state in a page, `null` where it is no capsule. Words that say the same are escaped in every page that we write. */
export function stateIn(page: string): Uint8Array<ArrayBuffer> | null {
  const [, base64] = ELEMENT.exec(page) ?? [];
  if (!base64) return null;
  try {
    return fromBase64(base64) as Uint8Array<ArrayBuffer>;
  } catch {
    return null;
  }
}
