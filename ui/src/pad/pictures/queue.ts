/** Files that one brings: a place in the text for each at once, two on their way at a time, until they are there. */
import { ApiError } from "../../api";
import type { PlainBlock } from "../../forms/blocks";
import { broughtNumber } from "../../forms/brought";
import { withFileBlocks } from "../../forms/media";
import { toast } from "../../kit/Toast";
import { p } from "../../strings/pictures";
import { board } from "./board";
import { placeOf, type FilePlace } from "./place";
import { isOnItsWay, parseReference, writeReference, type FileReference } from "./reference";
import { send, type Stored } from "./send";
import { shrink, sizeOf } from "./shrink";
import { sizeText } from "../../kit/sizes";
import { LEAVES, STANDS } from "./stand";

/** On their way at a time: a phone's line is full with two. */
const AT_ONCE = 2;
/** How long (ms) one waits after a loss, and at most. */
const AGAIN_MS = 1000;
const SELDOM_MS = 15_000;
/** Tells how far it is no more often than this (ms): everyone hears it. */
const TOLD_MS = 400;
/** Busy or full for a moment: asked again, and no more often than this. */
const BUSY = new Set([408, 429, 502, 503, 504]);
const TRIES = 6;
/** Of a kind that no pad takes. */
const OTHER_KIND = 415;

/** Empty, or larger than any file may be: nothing of it is sent. */
class Unfit extends Error {}
/** While another pad's text stands here: who does not come back within this time (ms) has left for good. */
const AWAY_MS = 600_000;

/** A file on its way. */
export interface Coming {
  /** The pad that it goes to, whichever stands meanwhile. */
  pad: string;
  way: string;
  file: File;
  reference: FileReference;
  isPicture: boolean;
  stop: AbortController;
}

const all = new Map<string, Coming>();
const waiting: Coming[] = [];
let running = 0;

const IS_PICTURE = /^image\/(?!svg)/;
/** Their ending says more than browsers do, which know no type for them. */
const IS_HEIC = /\.hei[cf]$/i;

/** Whether it is to be seen in the text: a drawing that can run something is a file. */
export const isPicture = ({ type, name }: File): boolean =>
  IS_PICTURE.test(type) || IS_HEIC.test(name);

const isHeic = ({ type, name }: File): boolean => /hei[cf]/.test(type) || IS_HEIC.test(name);

/** Where files of this pad go now; `null` while its text does not stand, or nobody may write in it. */
function placeIn(pad: string): FilePlace | null {
  const place = placeOf();
  return place?.pad === pad ? place : null;
}

async function coming(file: File, pad: string, by: string): Promise<Coming | null> {
  const seen = isPicture(file);
  const size = seen ? await sizeOf(file) : null;
  if (seen && !size) {
    toast(isHeic(file) ? p.heic : p.unreadable);
    return null;
  }
  const way = newWay();
  const at = Date.now() / 1000;
  const reference = { path: "", way, by, at, bytes: file.size, ...size };
  return { pad, way, file, reference, isPicture: seen, stop: new AbortController() };
}

/** A file that comes along with a text. */
export interface AlongFile {
  file: File;
  isPicture: boolean;
  size: { width: number; height: number } | null;
}

const newWay = (): string =>
  // not `randomUUID`, which plain HTTP has not
  [...crypto.getRandomValues(new Uint8Array(8))].map((b) => b.toString(16)).join("");

const comingAlong = (pad: string, { file, isPicture, size }: AlongFile): Coming => {
  const way = newWay();
  const by = placeOf()?.name() ?? "";
  const reference = { path: "", way, by, at: Date.now() / 1000, bytes: file.size, ...size };
  return { pad, way, file, reference, isPicture, stop: new AbortController() };
};

/** A text for this pad with a place for each file that comes along with it, once however often it stands there. */
export function placesFor(
  pad: string,
  blocks: readonly PlainBlock[],
  files: ReadonlyMap<number, AlongFile>,
): { blocks: PlainBlock[]; along: Coming[] } {
  const urls = new Map<number, string>();
  const along: Coming[] = [];
  const place = (block: PlainBlock): PlainBlock => {
    const number = broughtNumber(block.props?.url ?? "");
    const file = number === null ? undefined : files.get(number);
    if (number === null || !file) return block;
    const known = urls.get(number);
    const one = known === undefined ? comingAlong(pad, file) : null;
    if (one) along.push(one);
    const url = known ?? (one ? writeReference(one.reference) : "");
    urls.set(number, url);
    return { ...block, props: { ...block.props, url } };
  };
  return { blocks: withFileBlocks(blocks, place), along };
}

/** Their places are in the text of their pad, or about to be: they are sent as soon as one may write there. */
export const startAlong = (along: readonly Coming[]): void => along.forEach(start);

/** Files of a document that goes on in this pad, and is brought with them: a picture that is not here is brought anew. */
let carried: { pad: string; files: Map<string, AlongFile> } | null = null;

export function carryFiles(pad: string, files: ReadonlyMap<string, AlongFile>): void {
  carried = { pad, files: new Map(files) };
}

/** This picture of the text is not here: who has brought it with the text brings it again. */
export function bringBack(path: string): void {
  const place = carried && placeIn(carried.pad);
  const file = carried?.files.get(path);
  if (!file || !place) return;
  carried?.files.delete(path);
  const one = comingAlong(place.pad, file);
  place.turn(path, writeReference(one.reference));
  start(one);
}

/** Brings these files to where the person writes, or where they were dropped. */
export async function bring(
  files: readonly File[],
  at?: { left: number; top: number },
): Promise<void> {
  const place = placeOf();
  if (!place) return;
  if (at) place.goTo(at);
  const made = await Promise.all(files.map((file) => coming(file, place.pad, place.name())));
  const each = made.filter((one) => one !== null);
  place.insert(
    each.map(({ file, reference, isPicture }) => ({
      type: isPicture ? "image" : "file",
      props: { url: writeReference(reference), name: file.name },
    })),
  );
  for (const one of each) start(one);
}

function start(one: Coming): void {
  all.set(one.way, one);
  waiting.push(one);
  turn();
}

const away = new Map<string, ReturnType<typeof setTimeout>>();

/** What goes to another pad than this one waits for it, and not for ever. */
function waitFor(pad: string): void {
  clearTimeout(away.get(pad));
  away.delete(pad);
  const pads = new Set([
    ...[...all.values()].map((one) => one.pad),
    ...(carried ? [carried.pad] : []),
  ]);
  for (const other of pads)
    if (other !== pad && !away.has(other))
      away.set(
        other,
        setTimeout(() => forget(other), AWAY_MS),
      );
}

/** Those of the pad that stands now have their turn. */
function turn(): void {
  const pad = placeOf()?.pad;
  if (pad === undefined) return;
  waitFor(pad);
  for (const { way, file, pad: to } of waiting)
    if (to === pad) board.set(way, { is: "waits", sent: 0, total: file.size, pad });
  next();
}
addEventListener(STANDS, turn);

function next(): void {
  const pad = placeOf()?.pad;
  const at = running < AT_ONCE ? waiting.findIndex((one) => one.pad === pad) : -1;
  const [one] = at < 0 ? [] : waiting.splice(at, 1);
  if (!one) return;
  running += 1;
  void come(one).finally(() => {
    running -= 1;
    next();
  });
  next();
}

/** Makes it smaller where it is a picture, and sends it until it is there or refused. */
async function come(one: Coming): Promise<void> {
  const { pad, way, file, stop } = one;
  try {
    if (file.size === 0) throw new Unfit(p.empty);
    const made = one.isPicture ? await shrink(file) : null;
    const blob = made?.blob ?? file;
    if (made) Object.assign(one.reference, { width: made.width, height: made.height });
    one.reference.bytes = blob.size;
    const stored = await sendOn(one, blob);
    if (stored) arrived(one, stored);
    else if (!stop.signal.aborted) start(one);
  } catch (error) {
    if (stop.signal.aborted) return;
    const refusal = { name: file.name, ...refusalOf(error) };
    board.set(way, { is: "refused", sent: 0, total: file.size, pad, refusal });
  }
}

/** Why it does not come in, and whether that would be the same the next time. */
function refusalOf(error: unknown): { why: string; isFinal: boolean } {
  if (error instanceof Unfit) return { why: error.message, isFinal: true };
  if (!(error instanceof ApiError)) return { why: p.unreadable, isFinal: false };
  return { why: error.detail || p.refused, isFinal: error.status === OTHER_KIND };
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends it, again and again while the connection is lost: a file begins anew then. `null` where its pad does not stand any more. */
async function sendOn(one: Coming, file: Blob): Promise<Stored | null> {
  const total = file.size;
  for (
    let tries = 0, pause = AGAIN_MS;
    !one.stop.signal.aborted;
    pause = Math.min(SELDOM_MS, pause * 2)
  ) {
    const place = placeIn(one.pad);
    if (!place) return null;
    const { pad, key } = place;
    const most = await place.most();
    if (one.stop.signal.aborted) return null;
    if (most && total > most) throw new Unfit(p.tooLarge(sizeText(total), sizeText(most)));
    board.set(one.way, { is: "sends", sent: 0, total, pad });
    let told = 0;
    const onSent = (bytes: number) => {
      const now = performance.now();
      if (now - told < TOLD_MS || one.stop.signal.aborted) return;
      told = now;
      board.set(one.way, { is: "sends", sent: Math.min(bytes, total), total, pad });
    };
    try {
      return await send({ pad, key, name: one.file.name, file, stop: one.stop.signal, onSent });
    } catch (error) {
      if (!(error instanceof ApiError) || one.stop.signal.aborted) throw error;
      const busy = BUSY.has(error.status) && (tries += 1) < TRIES;
      // refused to a life that is over, and the pad goes on in another one
      const isOver = placeIn(one.pad)?.key !== key;
      if (error.status !== 0 && !busy && !isOver) throw error;
      board.set(one.way, { is: "pauses", sent: 0, total, pad });
      await sleep(Math.max(pause, (error.wait_s ?? 0) * 1000));
    }
  }
  return null;
}

/** Does this as soon as the text of this pad stands, and one may write in it. */
function onceWritable(pad: string, act: (place: FilePlace) => void): void {
  const look = () => {
    const place = placeIn(pad);
    if (!place) return;
    removeEventListener(STANDS, look);
    act(place);
  };
  addEventListener(STANDS, look);
  look();
}

/** It is there: the text refers to it from now on, wherever its place is by now. */
function arrived({ pad, way, reference }: Coming, { url, name, bytes }: Stored): void {
  const { way: _, ...rest } = reference;
  const there = writeReference({ ...rest, path: url, bytes });
  const put = (tries: number): void =>
    onceWritable(pad, (place) => {
      const isPut = place.update(way, { url: there, name });
      // a long text is put into the pad in portions, and a small picture may be there before its place
      if (!isPut && tries > 0) setTimeout(() => put(tries - 1), AGAIN_MS);
      else board.set(way, null);
    });
  all.delete(way);
  put(TRIES);
}

function drop(one: Coming): void {
  one.stop.abort();
  all.delete(one.way);
  const at = waiting.indexOf(one);
  if (at >= 0) waiting.splice(at, 1);
  board.set(one.way, null);
}

/** Nobody wants it any more. */
export function cancel(way: string): void {
  const one = all.get(way);
  if (one) drop(one);
  placeOf()?.remove(way);
}

/** The pad has ended or was left: nothing of what was to go there is kept any longer. */
function forget(pad: string): void {
  clearTimeout(away.get(pad));
  away.delete(pad);
  for (const one of all.values()) if (one.pad === pad) drop(one);
  if (carried?.pad === pad) carried = null;
}
addEventListener(LEAVES, (event) => forget((event as CustomEvent<string>).detail));

/** Who brought it tries it once more. */
export function again(way: string): void {
  const one = all.get(way);
  if (one && board.own(way)?.is === "refused") start(one);
}

/** Whether this block is the place of a file that is on its way. */
export const isPlaceOf = (way: string, url: string): boolean =>
  isOnItsWay(url) && parseReference(url).way === way;

export type { FilePlace };
