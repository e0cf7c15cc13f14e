/**
 * Letters that two have put in one place at the same moment: the end of a line that both have broken, each into a line of their own,
 * or a line that both have joined to the one before it. Yjs puts those of the lower client first, and what stands first goes: so what
 * was typed between stays where it was typed. And a line that one has joined while another took it along stays on its own.
 */
import type { Transaction } from "prosemirror-state";
import * as Y from "yjs";
import { bornLine, idOf, isBlock } from "./blocks";
import { editsBetween } from "./changes";
import type { Lately, Said } from "./lately";
import { Run, startOf, type Shown } from "./shown";
import type { Stale } from "./stale";
import { lettersInText, SIGN_MIN } from "./track";
import { isGone, itemOf, lettersStanding, type AnyType, type Letter } from "./yjs";

/** Letters of one's own that are there another time. */
interface Spare {
  text: Y.XmlText;
  letters: readonly Pick<Letter, "clock" | "unit">[];
  /** Where the others stand. */
  also: Y.XmlText;
}

const clientOf = (type: unknown): number => itemOf(type)?.id.client ?? -1;
const unitsOf = (letters: readonly Pick<Letter, "unit">[]): string =>
  letters.map(({ unit }) => unit).join("");

/** Whether letters that have come are those, and no others that are alike. */
const isSame = (come: string, letters: string): boolean =>
  come === letters || (letters.length >= SIGN_MIN && come.endsWith(letters));

/** The end of a line that an edit has taken out of it. */
function brokenOff({ letters, becomes }: Said): string {
  const [edit] = editsBetween(letters, becomes);
  return edit && edit.at + edit.deleted === letters.length ? letters.slice(edit.at) : "";
}

/** The line that an edit has joined to another, if it says anything. */
function joinedTo({ letters, becomes, took }: Said) {
  const [edit] = took.length > 0 ? editsBetween(letters, becomes) : [];
  if (!edit || edit.deleted > 0 || edit.at < letters.length) return undefined;
  return took.find((taken) => taken.letters === becomes.slice(edit.from, edit.to));
}

/** The first of these letters that say this, all of one client. */
function saidBy(
  letters: readonly Letter[],
  words: string,
  isTheirs: (letter: Letter) => boolean,
): Letter[] | null {
  for (let i = 0; i + words.length <= letters.length; i++) {
    const found = letters.slice(i, i + words.length);
    const client = found[0]?.client ?? -1;
    if (found.some((each) => each.client !== client || !isTheirs(each))) continue;
    if (unitsOf(found) === words) return found;
  }
  return null;
}

export class Spares {
  readonly #doc: Y.Doc;
  readonly #shown: Shown;
  readonly #lately: Lately;
  #spares: Spare[] = [];

  constructor(doc: Y.Doc, shown: Shown, lately: Lately) {
    this.#doc = doc;
    this.#shown = shown;
    this.#lately = lately;
  }

  get isNeeded(): boolean {
    return this.#spares.length > 0;
  }

  /** Nothing goes. */
  drop(): void {
    this.#spares = [];
  }

  /** Others have changed something that is not shown yet; the texts that are `cared` for go their own way. */
  offer(stale: Stale, isCared: (text: Y.XmlText) => boolean): void {
    const come = [...stale.newElements()].filter((each) => isBlock(each) && !isGone(each));
    for (const said of this.#lately.said) {
      if (isCared(said.text)) continue;
      const joined = joinedTo(said);
      const along = joined && come.find((each) => idOf(each) === joined.id);
      if (joined && along) this.#joinedAndTaken(said, joined.letters, along);
      else if (joined) this.#joinedTwice(said, joined.letters, stale);
      // a block with the line's own id is the line itself that was taken along, and no end of it
      const ends = isGone(said.text) ? [] : come.filter((each) => idOf(each) !== said.id);
      const end = ends.length > 0 ? brokenOff(said) : "";
      if (end) this.#brokenTwice(end, ends, stale);
    }
  }

  #joinedAndTaken(said: Said, words: string, along: Y.XmlElement): void {
    const born = bornLine(along);
    if (born?.letters !== words) return;
    said.isApart = true;
    const letters = isGone(said.text)
      ? null
      : saidBy(lettersStanding(said.text), words, this.#isOf(said));
    if (letters) this.#spares.push({ text: said.text, letters, also: born.text });
  }

  #joinedTwice(said: Said, words: string, stale: Stale): void {
    const { text } = said;
    const isCome = ({ insert }: { insert?: unknown }) =>
      typeof insert === "string" && isSame(insert, words);
    if (isGone(text) || !stale.deltas.get(text)?.some(isCome)) return;
    const all = lettersStanding(text);
    const letters = saidBy(all, words, this.#isOf(said));
    const behind = letters ? all.slice(all.indexOf(letters[0] as Letter)) : [];
    if (letters && saidBy(behind, words, ({ client }) => this.#isHigher(client)))
      this.#spares.push({ text, letters, also: text });
  }

  #brokenTwice(end: string, come: readonly Y.XmlElement[], stale: Stale): void {
    const own = this.#lately.elements
      .filter(isBlock)
      .map((block) => ({ block, born: bornLine(block) }));
    for (const { block, born } of own) {
      if (!born?.letters.endsWith(end)) continue;
      const also = come
        .filter(
          (each) =>
            // of two blocks with one id `twice.ts` takes the other one out
            idOf(each) !== idOf(block) &&
            this.#isHigher(clientOf(each)) &&
            this.#isBehind(each, block, stale),
        )
        .map(bornLine)
        .find((each) => each && isSame(each.letters, end));
      if (!also) continue;
      const from = born.letters.length - end.length;
      this.#spares.push({
        text: born.text,
        letters: born.clocks.slice(from).map((clock, i) => ({ clock, unit: end[i] as string })),
        also: also.text,
      });
    }
  }

  /** Whether only what is new stands between two blocks. */
  #isBehind(theirs: Y.XmlElement, own: Y.XmlElement, stale: Stale): boolean {
    let at = theirs as unknown;
    while (at instanceof Y.XmlElement && (stale.isNew(at as AnyType) || this.#lately.isFresh(at))) {
      if (at === own) return true;
      at = at.prevSibling;
    }
    return false;
  }

  /** What one has written with this, and not what read the same before. */
  #isOf =
    (said: Said) =>
    ({ client, clock }: Letter): boolean =>
      this.#isOwn(client) && clock >= said.clock;
  readonly #isOwn = (client: number): boolean => client === this.#doc.clientID;
  readonly #isHigher = (client: number): boolean => client > this.#doc.clientID;

  /** Takes one's own letters out, if they still stand elsewhere. */
  outOf(tr: Transaction): void {
    for (const { text, letters, also } of this.#spares.splice(0)) {
      const run = this.#shown.get(text as unknown as AnyType);
      const times = isGone(also) ? 0 : lettersInText(also).split(unitsOf(letters)).length - 1;
      if (!(run instanceof Run) || run.texts.length !== 1 || isGone(text)) continue;
      if (times < (also === text ? 2 : 1)) continue;
      const clocks = new Set(letters.map(({ clock }) => clock));
      const start = startOf(run);
      lettersStanding(text).forEach(({ client, clock }, at) => {
        if (!this.#isOwn(client) || !clocks.has(clock)) return;
        tr.delete(tr.mapping.map(start + at, 1), tr.mapping.map(start + at + 1, -1));
      });
    }
  }
}
