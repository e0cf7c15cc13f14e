/** The first block of every pad. */
import * as Y from "yjs";

/**
 * BlockNote writes its root block at the first edit, so two people who start at the same instant in an empty pad would
 * each write one, and only the first is shown: the other's text is lost. Therefore every document begins with the same
 * root, as one constant Yjs update (client id 1, version 1). The server holds the same 167 bytes; applying it twice
 * changes nothing.
 */
const SEED =
  "AQcBAAcBCWJsb2Nrbm90ZQMKYmxvY2tHcm91cAcAAQADDmJsb2NrQ29udGFpbmVyKAABAQJpZAF3DmluaXRpYWxCbG9ja0lkBwABAQMJcGFyYWdyYXBoKAABAw9iYWNrZ3JvdW5kQ29sb3IBdwdkZWZhdWx0KAABAw10ZXh0QWxpZ25tZW50AXcEbGVmdCgAAQMJdGV4dENvbG9yAXcHZGVmYXVsdAA=";

/** The name of the document's root, as BlockNote's examples and the server know it. */
export const ROOT = "blocknote";

/** Puts the first block into a fresh document; `origin` marks it as nobody's edit. */
export function plantSeed(doc: Y.Doc, origin: unknown): void {
  Y.applyUpdate(doc, Uint8Array.from(atob(SEED), (char) => char.charCodeAt(0)), origin);
}
