/** Where the letters of a text are now that others have written into it, or have taken some of them into another line. */
import { StepMap } from "prosemirror-transform";
import * as Y from "yjs";
import { costOf, editsBetween, isLikely, type Edit } from "./changes";
import type { Delta } from "./draw";
import { lettersFrom } from "./objects";
import type { Stale } from "./stale";
import { contentOf, isGone, isOwn, itemOf, lastIdAround, parentOf, type AnyType } from "./yjs";

/** A place in a text of the document. */
export interface Place {
  text: Y.XmlText;
  at: number;
}

/** Letters that stayed when those around them went, because their author sent them at the same moment. */
export interface Left {
  at: number;
  length: number;
}

/** The letters of `[from, to)` are in another text, where they begin at `begin`. Before the first letter, at -1, is the line itself. */
interface Split {
  from: number;
  to: number;
  left: readonly Left[];
  rest: Track;
  begin: number;
}

/** Who writes in the text. */
interface Author {
  /** The id of the block, by which it is known again when it is moved. */
  block: unknown;
  /** The places of the letters that may be on their way to the others, in the order in which they were written. */
  fresh: readonly number[];
}

/** What others may have seen of a line, and which of its letters they have not. */
interface Way {
  sent: string;
  left: readonly Left[];
}

interface Edited {
  sent: string;
  edits: readonly Edit[];
}

/** The beginning or the end of a text. */
interface End {
  /** Where it begins if it is the end of the text, and where it ends if it is its beginning. */
  at: number;
  letters: string;
  left: readonly Left[];
}

export class Track {
  readonly text: Y.XmlText;
  readonly #author: Author | null;
  #letters: string;
  /** The same places in what the text is now. */
  #fresh: readonly number[];
  readonly #stages: (StepMap | Split)[] = [];
  /** The text is deleted, and its letters were looked for. */
  #isOver = false;

  constructor(text: Y.XmlText, letters: string, author: Author | null = null) {
    this.text = text;
    this.#letters = letters;
    this.#author = author;
    this.#fresh = author?.fresh ?? [];
  }

  /** All texts that hold letters of this one now. */
  get texts(): Y.XmlText[] {
    const rests = this.#stages.flatMap((stage) =>
      stage instanceof StepMap ? [] : stage.rest.texts,
    );
    return [this.text, ...rests].filter((text) => !isGone(text));
  }

  /** The letters of the beginning that stayed behind. */
  get left(): readonly Left[] {
    const at = this.#stages.findIndex((stage) => !(stage instanceof StepMap));
    const split = this.#stages[at];
    if (!split || split instanceof StepMap) return [];
    return this.#stages
      .slice(0, at)
      .reduceRight<readonly Left[]>((left, map) => unmapped(left, map as StepMap), split.left);
  }

  /** Where a place of the beginning is now: beside the letter before it (-1) or after it (1). */
  place(at: number, assoc: -1 | 1): Place {
    let place = at;
    for (const stage of this.#stages) {
      if (stage instanceof StepMap) place = stage.map(place, assoc);
      else if (isTaken(stage, place, assoc)) {
        const before = stage.left
          .filter((left) => left.at < place)
          .reduce((sum, left) => sum + Math.min(left.length, place - left.at), 0);
        return stage.rest.place(stage.begin + place - stage.from - before, assoc);
      }
    }
    return { text: this.text, at: place };
  }

  /** Others have changed something. */
  take(stale: Stale): void {
    for (const stage of this.#stages) if (!(stage instanceof StepMap)) stage.rest.take(stale);
    if (this.#isOver) return; // where its letters went, their own track follows them
    if (isGone(this.text)) return this.#gone(stale);
    const delta = stale.deltas.get(this.text);
    if (!delta) return;
    for (const tail of tailsOf(this.text, delta, this.#letters).reverse()) {
      const line = brokenTo("nextSibling", this.text, tail, stale) ?? elsewhere(tail, stale);
      if (line) return this.#split(delta, tail, line);
    }
    for (const head of headsOf(this.text, delta, this.#letters).reverse()) {
      const line = brokenTo("prevSibling", this.text, head, stale);
      // a letter or two stand in any line; they are the beginning of this one if they are all that the other says
      const isSign = head.letters.length >= SIGN_MIN;
      if (line && (isSign || lettersInText(line.text) === head.letters))
        return this.#splitHead(delta, head, line);
    }
    this.#change(delta);
  }

  /** The whole line was moved, or joined to the one before it. */
  #gone(stale: Stale): void {
    this.#isOver = true;
    const letters = this.#letters;
    this.#letters = "";
    const unseen = stale.unseenIn(this.text, this.text.doc?.clientID ?? -1)?.map(({ at }) => at);
    // who had not seen the text itself may have seen its letters elsewhere, where it was written anew from
    const isTold = unseen && stale.isSeen(itemOf(this.text) as Y.Item);
    const ways = isTold
      ? [without(letters, rangesOf(unseen))]
      : [...sentOf(letters, unseen ?? this.#fresh)];
    const { block } = this.#author ?? {};
    // who presses Enter before a line gives its block another id
    for (const id of block ? new Set([block, lastIdAround(this.text)]) : []) {
      const now = lineOf(id, stale);
      const way = now && nearest(ways, lettersInText(now));
      if (way) return this.#goOn({ text: now, at: 0 }, way.left, way);
    }
    const whole = ways[0]?.left.length === 0 && letters && cameTo(letters, stale);
    const like = whole ? null : cameAs(ways, stale);
    if (whole) return this.#goOn(whole, []);
    if (like) return this.#goOn(like.place, like.way.left, like.way);
    for (const { sent, left } of ways.filter((way) => way.left.length > 0)) {
      const found = sent && cameTo(sent, stale);
      // a few letters that stand elsewhere too are no sign that the line is there: whoever deleted it wanted it gone
      const isSign = sent.length >= Math.min(letters.length - sent.length, SIGN_MIN);
      if (found && (isSign || isJoined(found, sent, stale))) return this.#goOn(found, left);
    }
  }

  /** Goes on in another text, where others have edited what they took along. */
  #goOn({ text, at }: Place, left: readonly Left[], edited: Edited | null = null): void {
    const letters = lettersInText(text);
    const rest = new Track(text, edited ? before(letters, at, edited) : letters);
    if (edited) rest.#edited(edited.edits, at, letters);
    this.#stages.push({ from: -1, to: Infinity, left, rest, begin: at - 1 });
  }

  /** The letters from a place on were edited to become these. */
  #edited(edits: readonly Edit[], place: number, letters: string): void {
    const ranges = edits.flatMap(({ at, deleted, from, to }) => [place + at, deleted, to - from]);
    this.#stages.push(new StepMap(ranges));
    this.#letters = letters;
  }

  #split(delta: readonly Delta[], tail: End, { text, at }: Place): void {
    const [kept, gone] = cut(delta, tail.at);
    this.#change(kept);
    const moved = lengthOf(kept, tail.at) - tail.at;
    const left = tail.left.map((each) => ({ ...each, at: each.at + moved }));
    this.#stages.push({
      from: tail.at + moved,
      to: Infinity,
      left,
      rest: new Track(text, lettersInText(text)),
      begin: at,
    });
    this.#change([{ retain: tail.at + moved }, ...gone]);
  }

  #splitHead(delta: readonly Delta[], { at: to, left }: End, { text, at }: Place): void {
    const rest = new Track(text, lettersInText(text));
    this.#stages.push({ from: -1, to, left, rest, begin: at - 1 });
    this.#change(delta);
  }

  #change(delta: readonly Delta[]): void {
    const ranges: number[] = [];
    let [at, letters] = [0, ""];
    for (const { retain = 0, delete: deleted = 0, insert } of delta) {
      const come = lettersFrom(insert);
      if (deleted + come.length > 0) ranges.push(at, deleted, come.length);
      letters += this.#letters.slice(at, at + retain) + come;
      at += retain + deleted;
    }
    this.#letters = letters + this.#letters.slice(at);
    const map = new StepMap(ranges);
    const now = this.#fresh.map((place) => map.mapResult(place, 1));
    this.#fresh = now.filter((each) => !each.deletedAfter).map(({ pos }) => pos);
    this.#stages.push(map);
  }
}

export const lettersInText = (text: Y.XmlText): string =>
  (text.toDelta() as Delta[]).map(({ insert }) => lettersFrom(insert)).join("");

/** Whether the letter before (-1) or after (1) a place was taken along. */
function isTaken({ from, to, left }: Split, place: number, assoc: -1 | 1): boolean {
  const letter = assoc < 0 ? place - 1 : place;
  return (
    letter >= from &&
    letter < to &&
    !left.some((each) => letter >= each.at && letter < each.at + each.length)
  );
}

/** The same ranges before a change that lies before them. */
function unmapped(ranges: readonly Left[], map: StepMap): Left[] {
  const back = map.invert();
  return ranges.map(({ at, length }) => ({ at: back.map(at, 1), length }));
}

/** The parts of a change before and behind a place of the old text. */
function cut(delta: readonly Delta[], place: number): [Delta[], Delta[]] {
  const [before, behind]: [Delta[], Delta[]] = [[], []];
  let at = 0;
  for (const each of delta) {
    (at < place || each.insert !== undefined ? before : behind).push(each);
    at += (each.retain ?? 0) + (each.delete ?? 0);
  }
  return [before, behind];
}

/** How many letters a change leaves of as many. */
const lengthOf = (delta: readonly Delta[], length: number): number =>
  delta.reduce(
    (sum, { insert, delete: deleted = 0 }) => sum + lettersFrom(insert).length - deleted,
    length,
  );

/** Each end of a text that may have been taken along: deleted but for letters of one's own. The shortest first. */
function tailsOf(text: Y.XmlText, delta: readonly Delta[], letters: string): End[] {
  const tails: End[] = [];
  const reach = delta.reduce(
    (sum, { retain = 0, delete: deleted = 0 }) => sum + retain + deleted,
    0,
  );
  let [at, now, taken] = [letters.length, text.length, ""];
  let left: Left[] = [];
  const stays = (length: number): boolean => {
    [at, now] = [at - length, now - length];
    if (length > 0) left = [{ at, length }, ...left];
    return isOwn(text, now, now + length);
  };
  if (!stays(letters.length - reach)) return tails;
  for (const { retain, delete: deleted = 0, insert } of [...delta].reverse()) {
    if (insert !== undefined) return tails;
    if (retain !== undefined && !stays(retain)) return tails;
    if (deleted === 0) continue;
    at -= deleted;
    taken = letters.slice(at, at + deleted) + taken;
    tails.push({ at, letters: taken, left });
  }
  return tails;
}

/** The same of its beginnings. */
function headsOf(text: Y.XmlText, delta: readonly Delta[], letters: string): End[] {
  const heads: End[] = [];
  let [at, now, taken] = [0, 0, ""];
  let left: Left[] = [];
  for (const { retain = 0, delete: deleted = 0, insert } of delta) {
    if (insert !== undefined || !isOwn(text, now, now + retain)) break;
    if (retain > 0) left = [...left, { at, length: retain }];
    [at, now] = [at + retain, now + retain];
    if (deleted === 0) continue;
    taken += letters.slice(at, at + deleted);
    at += deleted;
    heads.push({ at, letters: taken, left });
  }
  return heads;
}

/** Letters that have come elsewhere at the same moment are the line's if they are so many. */
export const SIGN_MIN = 4;

/** So many of one's last letters are typed; more have come at once, as a paste does, and are all on their way or none is. */
const TYPED_MAX = 64;

/** What others may have seen of a line when they took it along: all of it, or all but its author's last letters. */
function* sentOf(letters: string, fresh: readonly number[]): Generator<Way> {
  yield { sent: letters, left: [] };
  const typed = Math.min(fresh.length, TYPED_MAX);
  const counts = Array.from({ length: typed }, (_, i) => i + 1);
  if (fresh.length > typed) counts.push(fresh.length);
  for (const many of counts) {
    yield without(letters, rangesOf(fresh.slice(-many)));
  }
}

/** A line as it is without some of its letters. */
function without(letters: string, left: readonly Left[]): Way {
  const ends = [...left.map(({ at }) => at), letters.length];
  const begin = (i: number) => (i > 0 ? endOf(left[i - 1] as Left) : 0);
  return { sent: ends.map((end, i) => letters.slice(begin(i), end)).join(""), left };
}

const endOf = ({ at, length }: Left): number => at + length;

/** The same places, those that are side by side together. */
function rangesOf(places: readonly number[]): Left[] {
  const ranges: Left[] = [];
  for (const at of [...places].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && endOf(last) === at) last.length++;
    else ranges.push({ at, length: 1 });
  }
  return ranges;
}

/** The lines of a block, without those nested in it. */
function textsOf(block: AnyType): Y.XmlText[] {
  const line = block instanceof Y.XmlElement ? contentOf(block)[0] : null;
  return line instanceof Y.XmlElement
    ? contentOf(line).filter((each): each is Y.XmlText => each instanceof Y.XmlText)
    : [];
}

/**
 * Where an end of a line is that was broken: by Shift+Enter in a new text beside it, by Enter in a new block beside its own. Where
 * others write behind the break, that is its beginning.
 */
function brokenTo(
  side: "prevSibling" | "nextSibling",
  text: Y.XmlText,
  { letters }: End,
  stale: Stale,
): Place | null {
  let beside = text[side] as AnyType | null;
  while (beside && stale.isNew(beside)) {
    const at = beside instanceof Y.XmlText ? lettersInText(beside).indexOf(letters) : -1;
    if (at >= 0) return { text: beside as unknown as Y.XmlText, at };
    beside = (beside as unknown as Y.XmlText)[side] as AnyType | null;
  }
  let block = parentOf(parentOf(text));
  while (block instanceof Y.XmlElement) {
    block = block[side] as AnyType | null;
    if (!block || !stale.isNew(block)) return null;
    for (const line of textsOf(block)) {
      const at = lettersInText(line).indexOf(letters);
      if (at >= 0) return { text: line, at };
    }
  }
  return null;
}

/** The line of a block that was moved, or has become another kind, maybe with other letters: "# " before it makes a heading. */
function lineOf(id: unknown, stale: Stale): Y.XmlText | null {
  for (const element of stale.newElements()) {
    const block = [element, element.parent].find(
      (each) => each instanceof Y.XmlElement && each.getAttribute("id") === id,
    );
    const [text] = block ? textsOf(block as AnyType) : [];
    if (text) return text;
  }
  return null;
}

/** What others have seen, to judge by what they have made of it; `null` if that has nothing of it. */
function nearest(ways: readonly Way[], letters: string): (Way & Edited) | null {
  const found = ways
    .map((way) => ({ ...way, edits: editsBetween(way.sent, letters) }))
    .reduce((best, way) => (costOf(way.edits[0]) < costOf(best.edits[0]) ? way : best));
  return isLikely(found.edits[0], found.sent.length) ? found : null;
}

/** What a text said before letters that came to a place in it were edited. */
function before(letters: string, at: number, { sent, edits }: Edited): string {
  const come = edits.reduce((sum, { deleted, from, to }) => sum + to - from - deleted, sent.length);
  return letters.slice(0, at) + sent + letters.slice(at + come);
}

/** Letters that have come, in a line that was there or as a new one behind it. */
function* comeIn(stale: Stale): Generator<{ place: Place; letters: string }> {
  for (const [text, delta] of stale.deltas) {
    let at = 0;
    for (const { retain = 0, insert } of isGone(text) ? [] : delta) {
      at += retain;
      const letters = lettersFrom(insert);
      if (letters) yield { place: { text, at }, letters };
      at += letters.length;
    }
  }
  for (const element of stale.newElements())
    for (const text of isBroken(element, stale) ? contentOf(element) : [])
      if (text instanceof Y.XmlText) yield { place: { text, at: 0 }, letters: lettersInText(text) };
}

/**
 * Where a line has come of which others had seen other letters, or which they have edited: somebody else's key may have reached
 * them, and not this page. More of it is kept than is new, or it may be any line.
 */
function cameAs(ways: readonly Way[], stale: Stale): { place: Place; way: Way & Edited } | null {
  const signs = ways.filter(({ sent }) => sent.length >= SIGN_MIN);
  let [best, least]: [{ place: Place; way: Way & Edited } | null, number] = [null, Infinity];
  for (const { place, letters } of signs.length > 0 ? comeIn(stale) : []) {
    const way = nearest(signs, letters);
    const [edit] = way?.edits ?? [];
    const kept = (way?.sent.length ?? 0) - (edit?.deleted ?? 0);
    // what was put in the place of other letters is a text of its own, and not that line
    const isReplaced = edit !== undefined && edit.deleted > 0 && edit.to > edit.from;
    const isLine = kept >= SIGN_MIN && costOf(edit) <= kept && !isReplaced;
    if (way && isLine && costOf(edit) < least) [best, least] = [{ place, way }, costOf(edit)];
  }
  return best;
}

/** Whether a new line stands beside one that was there: a text that was replaced as a whole may have the same lines, and is not it. */
function isBroken(element: Y.XmlElement, stale: Stale): boolean {
  let outermost = element as AnyType;
  for (let up = parentOf(outermost); up && stale.isNew(up); up = parentOf(up)) outermost = up;
  const isRow = outermost instanceof Y.XmlElement && outermost.nodeName.startsWith("table");
  return (
    stands("prevSibling", outermost, stale) || (isRow && stands("nextSibling", outermost, stale))
  );
}

/** Whether there is one that was there on this side. */
function stands(side: "prevSibling" | "nextSibling", element: AnyType, stale: Stale): boolean {
  let at: AnyType | null = element;
  while (at && stale.isNew(at)) at = (at as unknown as Y.XmlElement)[side] as AnyType | null;
  return at !== null;
}

/** Where letters have come, in a line that was there or in a new one. */
function cameTo(letters: string, stale: Stale): Place | null {
  for (const [text, delta] of stale.deltas) {
    let at = 0;
    for (const { retain = 0, insert } of delta) {
      const found = lettersFrom(insert).lastIndexOf(letters);
      if (found >= 0 && !isGone(text)) return { text, at: at + found };
      at += retain + lettersFrom(insert).length;
    }
  }
  if (letters.length < SIGN_MIN) return null;
  for (const element of stale.newElements()) {
    if (!isBroken(element, stale)) continue;
    for (const text of contentOf(element)) {
      const at = text instanceof Y.XmlText ? lettersInText(text).indexOf(letters) : -1;
      if (at >= 0) return { text: text as Y.XmlText, at };
    }
  }
  return null;
}

/** Whether just these letters have come to the end of a line that was there: a line of a letter or two is joined like any other. */
const isJoined = ({ text, at }: Place, letters: string, { deltas }: Stale): boolean =>
  at > 0 &&
  at + letters.length === text.length &&
  (deltas.get(text) ?? []).some(({ insert }) => insert === letters);

/** Where the end of a line has come whose midst was left; what is left of its very end was not to come along. */
const elsewhere = ({ at, letters, left }: End, stale: Stale): Place | null => {
  const last = left.at(-1);
  const length = letters.length + left.reduce((sum, each) => sum + each.length, 0);
  const isEnd = !last || endOf(last) === at + length;
  return isEnd || letters.length < SIGN_MIN ? null : cameTo(letters, stale);
};
