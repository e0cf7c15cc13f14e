/** A pad is begun afresh: the text as it is seen, without its history, and what of one's own words is not in it. */
import { fromBase64, toBase64 } from "lib0/buffer";
import * as Y from "yjs";
import { api } from "../api";
import type { PadText } from "./Editor";
import { wordsOf, type Left } from "./left";
import { itemsSince, type Caret } from "./rebase";
import type { Draft } from "./salvage";
import { plantSeed, ROOT } from "./seed";
import type { PadSession } from "./session";
import { itemOf } from "../binding/yjs";

/** These blocks as the text of another life: one update, of one client, in which nothing was ever deleted but the empty paragraph. */
export function freshText(blocks: readonly Draft[], epoch: string): Uint8Array {
  const doc = new Y.Doc();
  plantSeed(doc, epoch, null);
  const group = doc.getXmlFragment(ROOT).get(0) as Y.XmlElement;
  doc.transact(() => {
    group.delete(0, group.length);
    group.insert(
      0,
      blocks.map(({ element }) => element),
    );
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** Ends this life of the pad, and begins the next one with the text as it stands here. */
export async function beginAfresh(
  pad: string,
  key: string,
  { session, text }: { session: PadSession; text: PadText },
): Promise<void> {
  const { next_epoch: epoch = "" } = await api.pad(pad, key);
  const fresh = text.fresh(epoch);
  const seen = Y.encodeStateVector(session.doc);
  await api.afresh(pad, key, { epoch, text: toBase64(fresh), seen: toBase64(seen) });
}

/** A life that is over: one's own letters in it, and how far it was known that the pad has them. */
export interface Own {
  epoch: string;
  letters: readonly (Left & { client: number; clock: number })[];
  taken: ReadonlyMap<number, number>;
  since: Date;
  caret: Caret | null;
}

export function ownLetters(
  { epoch, fragment, doc, written, view }: PadSession,
  caret: Caret | null,
): Own {
  const own = new Map([doc.clientID, ...written.keys()].map((client) => [client, 0]));
  const letters = [...itemsSince(fragment, own)].map(({ client, clock, letters, line }) => ({
    client,
    clock,
    letters,
    line: itemOf(line)?.id ?? null,
  }));
  return { epoch, letters, taken: new Map(written), since: view().unsaved ?? new Date(), caret };
}

/** What a stay takes over from the life before. */
export interface Handed {
  left: { why: "afresh"; since: Date; words: string } | null;
  caret: Caret | null;
}

/** Of one's own letters, those that the new text does not have: typed since its host had read the pad, or never sent. */
export function handedFrom({ letters, taken, since, caret }: Own, seen = ""): Handed {
  const read = vectorOf(seen);
  const from = (client: number) => (read ? (read.get(client) ?? 0) : taken.get(client));
  const left = letters.flatMap(({ client, clock, letters, line }) => {
    const more = letters.slice(Math.max(0, (from(client) ?? Number.POSITIVE_INFINITY) - clock));
    return more ? [{ line, letters: more }] : [];
  });
  const words = wordsOf(left);
  return { left: words.trim() ? { why: "afresh", since, words } : null, caret };
}

/** `null`: nothing is known of it. */
function vectorOf(seen: string): Map<number, number> | null {
  try {
    return seen ? Y.decodeStateVector(fromBase64(seen)) : null;
  } catch {
    return null;
  }
}

export const NOTHING: Handed = { left: null, caret: null };

let handed: (Handed & { pad: string; epoch: string }) | null = null;

/** Gives it to one's stay in that life of the pad. Never stored: it goes with the page. */
export function handOver(pad: string, epoch: string, over: Handed): void {
  handed = { ...over, pad, epoch };
}

/** What was given for this one; nothing once it was looked after. */
export const handedTo = (pad: string, epoch: string): Handed =>
  handed?.pad === pad && handed.epoch === epoch ? handed : NOTHING;

/** It has been looked after. */
export const lookedAfter = (): void => void (handed = null);
