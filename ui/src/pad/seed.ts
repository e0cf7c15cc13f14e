/** The first block of every pad. */
import * as Y from "yjs";

/**
 * BlockNote writes its root block at the first edit, so two people who start at the same instant in an empty pad would
 * each write one, and only the first is shown: the other's text is lost. Therefore every document begins with the same
 * root, as one Yjs update that follows from the pad's epoch. Its paragraph has its text from birth, so that two who type
 * into it at once type into the same one. The server has the same (`src/room/core/seed.rs`); applying it
 * twice changes nothing.
 */
const PARTS = [
  "\x01\x08",
  "\x00\x07\x01\x09blocknote\x03\x0ablockGroup\x07\x00",
  "\x00\x03\x0eblockContainer(\x00",
  "\x01\x02id\x01w\x0einitialBlockId\x07\x00",
  "\x01\x03\x09paragraph(\x00",
  "\x03\x0fbackgroundColor\x01w\x07default(\x00",
  "\x03\x0dtextAlignment\x01w\x04left(\x00",
  "\x03\x09textColor\x01w\x07default\x07\x00",
  "\x03\x06\x00",
];

/** Clients of seeds begin here: above those that programs count, below nearly all that Yjs draws. */
const FIRST = 2 ** 20;
/** Hexadecimal digits of the epoch that make the client's number. */
const DIGITS = 5;

/** The name of the document's root, as BlockNote's examples and the server know it. */
export const ROOT = "blocknote";

/** The client that the seed of this life is of. */
export const seedClient = (epoch: string): number =>
  FIRST + Number.parseInt(epoch.slice(-DIGITS), 16);

/** The client's number as lib0 writes it, in three bytes, between the parts. */
function seedOf(epoch: string): Uint8Array {
  const client = seedClient(epoch);
  const id = String.fromCharCode(
    (client & 0x7f) | 0x80,
    ((client >> 7) & 0x7f) | 0x80,
    client >> 14,
  );
  return Uint8Array.from(PARTS.join(id), (char) => char.charCodeAt(0));
}

/** Puts the first block into a fresh document; `origin` marks it as nobody's edit. */
export function plantSeed(doc: Y.Doc, epoch: string, origin: unknown): void {
  Y.applyUpdate(doc, seedOf(epoch), origin);
}
