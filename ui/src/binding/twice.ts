/**
 * A line that two people take along at the same moment (a Tab here, an Enter there) is there twice in Yjs, for each has written it
 * anew. Its letters come together again without a word between the pages: of two copies of a block the one goes that took less
 * along, or the one of the higher client, and what one has done to a line that another took along is done to the copy; both by
 * the author's page alone.
 */
import { TextSelection, type Selection, type Transaction } from "prosemirror-state";
import * as Y from "yjs";
import {
  bornLine,
  idOf,
  isBlock,
  isGroup,
  isSaying,
  sayingOf,
  sizeOf,
  textsIn,
  wordsIn,
} from "./blocks";
import { seenOf, type Born } from "./born";
import { editsBetween } from "./changes";
import { bornBefore, bringIn, editIn, isElsewhere, ownBefore, ownIn, type Copy } from "./copies";
import { bringHalf } from "./halves";
import type { Lately, Renamed, Said, Taken } from "./lately";
import { lettersIn, slicesOf } from "./line";
import { lineAt } from "./positions";
import { Part, Run, startOf, type Kid, type Shown } from "./shown";
import { Spares } from "./spare";
import type { Stale } from "./stale";
import {
  contentOf,
  hasOwnId,
  isGone,
  itemOf,
  lastIdAround,
  lastIdOf,
  parentOf,
  remove,
  seenBy,
  transactionOf,
  type AnyType,
} from "./yjs";

/** What one has made and another as well. */
interface Double {
  mine: Y.XmlElement;
  theirs: Y.XmlElement;
  copies: readonly Copy[];
  /** One's own is the beginning of a line that one has broken, and another has taken along the whole. */
  isBroken: boolean;
}

/** Whatever else becomes of a block, its words are to stay, behind the beginning of its line. */
type Lose = (block: Part, beginning: AnyType) => void;

/** A block and all that are nested in it, by their ids. */
function blocksIn(type: Y.XmlElement): Map<unknown, Y.XmlElement> {
  const blocks = isBlock(type) ? [type] : [];
  for (const each of type.createTreeWalker(isBlock)) blocks.push(each as Y.XmlElement);
  return new Map(blocks.map((block) => [idOf(block), block]));
}

/** Whether a string has all the letters of another, in their order. */
function hasAll(letters: string, wanted: string): boolean {
  let at = 0;
  for (let i = 0; i < letters.length; i++) if (letters[i] === wanted[at]) at++;
  return at >= wanted.length;
}

/** Whether the block that a text was in has been given another id since: its line was broken before these letters. */
function isRenamed(text: Y.XmlText, ids: readonly unknown[]): boolean {
  const last = lastIdAround(text);
  return last !== undefined && !ids.includes(last);
}

export class Twice {
  readonly #doc: Y.Doc;
  readonly #shown: Shown;
  readonly #lately: Lately;
  readonly #lose: Lose;
  readonly #spares: Spares;
  #doubles: Double[] = [];
  #copies: Copy[] = [];
  /** Those that were brought what they lacked. */
  #written: Copy[] = [];
  /** Lines of one's own that are gone, by their texts: another's copy of them may still be on its way. */
  readonly #orphans = new Map<Y.XmlText, Part>();
  /** What was written into copies, and from where: a copy may go in favour of another. */
  readonly #carried = new Map<Y.XmlText, { text: Y.XmlText; line: Part }>();
  /** Words that are about to be put back. */
  #coming = "";
  /** The lines that say them. */
  readonly #back = new Set<Kid | undefined>();
  #caret: { line: Part; offset: number } | null = null;
  /** Where the caret was brought before all was written, in case its owner types on. */
  #brought: number | null = null;

  constructor(doc: Y.Doc, shown: Shown, lately: Lately, lose: Lose) {
    this.#doc = doc;
    this.#shown = shown;
    this.#lately = lately;
    this.#lose = lose;
    this.#spares = new Spares(doc, shown, lately);
  }

  get isNeeded(): boolean {
    return this.#doubles.length + this.#copies.length > 0 || this.#spares.isNeeded;
  }

  /** Others have changed something that is not shown yet; the texts that are `cared` for go their own way. */
  offer(stale: Stale, isCared: (text: Y.XmlText) => boolean): void {
    this.#lately.forgetSeen(stale);
    if (this.#lately.isIdle && !stale.tells) return this.#restAll();
    const said = this.#lately.saidBefore(stale);
    this.#leaveCopies(said);
    const [byId, byBlock] = [new Map<unknown, Y.XmlElement>(), new Map<unknown, Y.XmlElement>()];
    for (const mine of this.#lately.elements) {
      if (isBlock(mine)) byId.set(idOf(mine), mine);
      else if (isSaying(mine)) byBlock.set(parentOf(mine), mine);
    }
    const come =
      byId.size + byBlock.size > 0 ? [...stale.newElements()].filter((each) => !isGone(each)) : [];
    const { renamed } = this.#lately;
    for (const theirs of come) {
      const block = parentOf(theirs);
      const isNewKind = !isBlock(theirs) && isBlock(block) && !stale.isNew(block as AnyType);
      const mine = isNewKind ? byBlock.get(block) : this.#mineOf(idOf(theirs), byId, renamed);
      const isAtOnce = mine && !this.#hasSeen(theirs, itemOf(mine)?.id.clock);
      if (isAtOnce && (isBlock(theirs) || isSaying(theirs))) this.#meet(mine, theirs);
    }
    this.#spares.offer(stale, isCared);
    this.#follow(said, isCared);
  }

  /** Whether the author of a type had before them what one wrote at this clock: then they did not act at the same moment. */
  #hasSeen(theirs: Y.XmlElement | Y.XmlText, clock = Infinity): boolean {
    return seenBy(theirs as unknown as AnyType, this.#doc.clientID) >= clock;
  }

  /** What one has made of the block with this id, or of that which has the other id since somebody pressed Enter before its line. */
  #mineOf(
    id: unknown,
    byId: ReadonlyMap<unknown, Y.XmlElement>,
    renamed: readonly Renamed[],
  ): Y.XmlElement | undefined {
    const own = byId.get(id);
    if (own && wordsIn(own) !== "") return own;
    const others = renamed.flatMap(({ was, is, isOwn }) =>
      was === id ? [byId.get(is)] : is === id && !isOwn ? [byId.get(was)] : [],
    );
    return others.find((each) => each && wordsIn(each) !== "") ?? own;
  }

  /** What one wrote has long been with the others. */
  #restAll(): void {
    this.#orphans.clear();
    this.#carried.clear();
  }

  /** What was written into a copy that is gone may have another. */
  #leaveCopies(said: readonly Said[]): void {
    const isOver = (text: Y.XmlText) => !said.some((each) => each.text === text);
    for (const [copy, { text, line }] of this.#carried) {
      if (isGone(copy)) this.#orphans.set(text, line);
      if (isGone(copy) || isOver(text)) this.#carried.delete(copy);
    }
    for (const text of this.#orphans.keys()) if (isOver(text)) this.#orphans.delete(text);
  }

  /** The line that a text was, if another has taken it away, and what it was brought into. */
  #lineOf(text: Y.XmlText): Part | undefined {
    return this.#lineGone(text) ?? this.#orphans.get(text);
  }

  /** The line that a text was, if another has taken it away. */
  #lineGone(text: Y.XmlText): Part | null {
    const run = this.#shown.get(text as unknown as AnyType);
    return isGone(text) && run instanceof Run && run.parent?.kids.length === 1 ? run.parent : null;
  }

  /** Another has taken along a line that one has changed: what one has done to it is done where it is now. */
  #follow(said: readonly Said[], isCared: (text: Y.XmlText) => boolean): void {
    const taken = new Set<Y.XmlText>();
    const now = new Map<Part, (Born | null)[]>();
    const since = new Map<Y.XmlText, Said[]>();
    for (const each of [...said].reverse()) {
      const { id, text, letters, took, isApart } = each;
      since.set(text, [each, ...(since.get(text) ?? [])]);
      const line = isCared(text) ? null : this.#lineOf(text);
      const block = line?.parent;
      if (!line || !block || this.takes(line)) continue;
      const isBroken = block.node.attrs.id !== id && hasOwnId(block.source, this.#doc);
      if (isGone(block.source) && isBroken && !isApart) continue;
      const ids = () => said.filter((one) => one.text === text).map((one) => one.id);
      const found = now.get(line) ?? this.#nowOf(block, ids()).map(bornLine);
      now.set(line, found);
      const born = found.find((one) => one?.letters === letters);
      if (born && this.#hasSeen(born.text, each.clock)) continue;
      if (!born) this.#orphans.set(text, line);
      else this.#orphans.delete(text);
      const own = ownIn(since.get(text) ?? [], lettersIn(line.node.children));
      if (born && !taken.has(born.text)) this.#copies.push({ born, line, text, took, own });
      if (born) taken.add(born.text);
    }
    this.#followNearest(isCared, taken);
  }

  /** Of a line that one has taken along and another as well, or changed further than its copy tells, the copy is what is most like it. */
  #followNearest(isCared: (text: Y.XmlText) => boolean, taken: ReadonlySet<Y.XmlText>): void {
    for (const text of this.#lately.texts) {
      const line = isCared(text) ? null : this.#lineGone(text);
      const block = line?.parent;
      if (!line || typeof block?.node.attrs.id !== "string" || this.takes(line)) continue;
      const is = lettersIn(line.node.children);
      for (const each of this.#nowOf(block)) {
        const born = bornLine(each);
        const seen =
          born && !taken.has(born.text)
            ? this.#seenOf([block.node.attrs.id], text, is, born)
            : null;
        if (!born || seen === null || seen === is) continue;
        this.#orphans.delete(text);
        this.#copies.push({ born: born.since(seen), line, text });
        break;
      }
    }
  }

  /** What says now what a block said: another kind in it, or the block somewhere else. */
  #nowOf({ source, node }: Part, before: readonly unknown[] = []): Y.XmlElement[] {
    const isTheirs = (type: unknown) => itemOf(type)?.id.client !== this.#doc.clientID;
    if (source && !isGone(source)) return contentOf(source).filter(isSaying).filter(isTheirs);
    const root = this.#shown.root?.source;
    const ids = [...before, node.attrs.id, lastIdOf(source)];
    const isIt = (type: unknown) => isBlock(type) && ids.includes(idOf(type)) && isTheirs(type);
    return root ? ([...root.createTreeWalker(isIt)] as Y.XmlElement[]) : [];
  }

  /** Both have made the same block anew, or the same block another kind. */
  #meet(mine: Y.XmlElement, theirs: Y.XmlElement): void {
    const broken = isBlock(mine) ? this.#brokenFrom(idOf(mine)) : null;
    if (broken && wordsIn(mine) === "") return this.#followBroken(broken, theirs);
    // what they have taken along is the rest as it is: whether they had seen the break or not, nothing is there twice
    if (broken && bornLine(theirs)?.letters === broken.node.firstChild?.textContent) return;
    if (!broken && !this.#goes(mine, theirs)) return;
    const others = blocksIn(theirs);
    const block = isBlock(mine) ? null : idOf(parentOf(mine));
    const pairs: [unknown, Y.XmlElement, Y.XmlElement | undefined][] = block
      ? [[block, mine, theirs]]
      : [...blocksIn(mine)].map(([id, each]) => [
          id,
          each,
          others.get(id) ?? (each === mine ? theirs : undefined),
        ]);
    const copies: Copy[] = [];
    for (const [id, one, other] of pairs) {
      const copy = other ? this.#copyOf(id, one, other, broken !== null) : null;
      if (!copy) return;
      if (copy !== "same") copies.push(copy);
    }
    this.#doubles.push({ mine, theirs, copies, isBroken: broken !== null });
    if (!broken) return;
    this.#coming += broken.node.textContent;
    this.#back.add(broken.kids[0]);
    this.#lose(broken, theirs as unknown as AnyType);
  }

  /** Of two copies the one goes that took less along; of two alike the one of the higher client. */
  #goes(mine: Y.XmlElement, theirs: Y.XmlElement): boolean {
    const other = sizeOf(theirs);
    const own = Math.max(sizeOf(mine) ?? Infinity, this.#lately.sizeOf(idOf(mine)));
    if (other === null) return false;
    const client = itemOf(theirs)?.id.client ?? Infinity;
    return own === other ? client < this.#doc.clientID : own < other;
  }

  /** One has put an empty line before a line that another has taken along. */
  #followBroken(block: Part, theirs: Y.XmlElement): void {
    const [born, line] = [bornLine(theirs), block.kids[0]];
    const isIt = this.#lately.said.some(
      ({ text, letters }) => letters === born?.letters && this.#lineGone(text) === line,
    );
    if (born && isIt && line instanceof Part) this.#copies.push({ born, line });
  }

  /** How one's own block comes into another's; `null` if words would be lost. */
  #copyOf(
    id: unknown,
    one: Y.XmlElement,
    other: Y.XmlElement,
    isBroken: boolean,
  ): Copy | "same" | null {
    const [own, copy] = [sayingOf(one), sayingOf(other)];
    if (!own || !copy) return null;
    const says = wordsIn(copy);
    const [born, line] = [bornLine(copy), this.#shown.get(own as AnyType)];
    const [text] = textsIn(own);
    // only what one's own copy has said itself: of a line that was broken the beginning may say what was typed before it
    const said = this.#lately.said.filter(
      (each) => each.text === text || (isBroken && each.id === id),
    );
    // as one made it: others may have taken out of it what they had broken off
    const is = said.filter((each) => each.text === text).at(-1)?.becomes ?? bornLine(own)?.letters;
    const isKnown = is === born?.letters || said.some(({ letters }) => letters === born?.letters);
    const seen = isKnown || isBroken ? null : this.#seenOf([id, idOf(other)], text, is ?? "", born);
    if (born && (isKnown || seen !== null) && line instanceof Part && line.node.inlineContent)
      return { born: seen === null ? born : born.since(seen), line, text };
    const now = wordsIn(own);
    const isThere = now === says || (said.length === 0 && now !== "" && hasAll(says, now));
    return isThere && hasAll(says, is ?? now) ? "same" : null;
  }

  /** What a line of one's own said when another changed it and took it along; `null` if they have broken it, or know it not. */
  #seenOf(
    ids: readonly unknown[],
    text: Y.XmlText | undefined,
    is: string,
    born: Born | null,
  ): string | null {
    if (!text || !born) return null;
    const history = this.#lately.historyOf(ids[0], text, is);
    const isBroken = history.some((each) => isRenamed(each.text, ids));
    if (history.length < 2 || isBroken) return null;
    const states = history.map(({ letters }) => letters);
    // a beginning or an end alone may be that of a line which they have broken: the rest of it may be anywhere
    const isPart =
      !states.includes(born.letters) &&
      states.some((all) => all.startsWith(born.letters) || all.endsWith(born.letters));
    return isPart ? null : seenOf(states, born.letters);
  }

  /** The rest of a line that one has broken, in its old block: another has taken that along by the id that its beginning has now. */
  #brokenFrom(id: unknown): Part | null {
    for (const said of this.#lately.said) {
      const block = said.id === id ? this.#lineOf(said.text)?.parent : null;
      if (block && block.node.attrs.id !== id && isGone(block.source)) return block;
    }
    return null;
  }

  /** Whether what was typed into a line goes into the copy of it, or is put back with it. */
  readonly takes = (line: Part): boolean =>
    this.#back.has(line) || this.#copies.some((copy) => copy.line === line);

  /** The page is about to show something else. */
  keepCaret({ head, empty }: Selection): void {
    const line = this.isNeeded && empty && this.#shown.root ? lineAt(head, this.#shown.root) : null;
    const copies = [...this.#copies, ...this.#doubles.flatMap((double) => double.copies)];
    if (line && copies.some((copy) => copy.line === line))
      this.#caret = { line, offset: head - line.inside };
  }

  /** The caret goes to where its letters are at once: its owner may type on before the rest of them is there. */
  bringCaret(tr: Transaction): void {
    const copy = this.#copies.find(({ line }) => line === this.#caret?.line);
    const run = copy && this.#shown.get(copy.born.text as unknown as AnyType);
    if (!copy || !this.#caret || !(run instanceof Run)) return;
    const edit = editIn(copy.born, bringIn(copy));
    const offset = ownBefore(copy, this.#caret.offset);
    const place = startOf(run) + copy.born.behind(bornBefore(edit, offset));
    tr.setSelection(TextSelection.create(tr.doc, place));
    this.#brought = place;
  }

  /** Lines that were joined to those that come into a copy. */
  get took(): readonly Taken[] {
    return this.#copies.flatMap((copy) => copy.took ?? []);
  }

  /** Nothing is brought together. */
  drop(): void {
    [this.#doubles, this.#copies] = [[], []];
    this.#spares.drop();
    this.#forget();
  }

  #forget(): void {
    [this.#caret, this.#brought, this.#coming] = [null, null, ""];
    this.#back.clear();
  }

  /** Writes into the copies what they lack; gives what is not needed any more. */
  into(tr: Transaction): Y.XmlElement[] {
    this.keepCaret(tr.selection);
    if (this.#brought !== null && this.#brought !== tr.selection.head) this.#caret = null;
    const [doubles, copies] = [this.#doubles, this.#copies];
    [this.#doubles, this.#copies] = [[], []];
    for (const copy of copies) this.#write(tr, copy);
    this.#written = copies;
    const gone: Y.XmlElement[] = [];
    for (const { mine, theirs, copies: own, isBroken } of doubles) {
      if (gone.includes(mine) || isGone(mine) || isGone(theirs)) continue;
      if (!own.every((copy) => this.#write(tr, copy))) continue;
      gone.push(mine);
      if (!isBroken) this.#leaveBreak(mine);
    }
    this.#spares.outOf(tr);
    this.#forget();
    return gone;
  }

  /**
   * Brings the other halves beside the copies that were shortened; an edit of its own, since the two in one look like a line that
   * its owner breaks now, of which either part may go on in a new text.
   */
  bringHalves(tr: Transaction): void {
    for (const copy of this.#written.splice(0))
      bringHalf(tr, copy, this.#shown, this.#lately.elements);
  }

  /** The beginning of a line that one has broken goes, for another has broken it as well: the break is theirs. */
  #leaveBreak(mine: Y.XmlElement): void {
    const words = bornLine(mine)?.letters;
    for (const said of this.#lately.said) {
      const [edit] = said.id === idOf(mine) ? editsBetween(said.letters, said.becomes) : [];
      if (edit?.at === 0 && edit.to === 0 && said.letters.slice(0, edit.deleted) === words)
        said.isApart = true;
    }
  }

  /** Does to a copy what one has done to the line, and a caret goes along; gives whether it says all, whatever others took out of it. */
  #write(tr: Transaction, copy: Copy): boolean {
    const { born, line, text } = copy;
    const run = this.#shown.get(born.text as unknown as AnyType);
    const type = run?.parent?.node.type;
    if (!(run instanceof Run) || run.texts.length !== 1 || !type || isGone(born.text)) return false;
    const fresh = bringIn(copy);
    const place = (at: number, assoc = -1) => tr.mapping.map(startOf(run) + at, assoc);
    const edit = editIn(born, fresh);
    const { at, deleted, from, to } = edit;
    // what one has taken out of it has to stand elsewhere: who deletes a word at such a moment may do so again
    const taken = born.letters.slice(at, at + deleted);
    if (deleted > 1 && !isElsewhere(tr.doc, taken, startOf(run)) && !this.#coming.includes(taken))
      return false;
    const now = born.places;
    for (const each of now.slice(at, at + deleted).reverse())
      if (each >= 0) tr.delete(place(each, 1), place(each + 1));
    const behind = born.behind(at);
    const start = place(behind);
    const letters = slicesOf(fresh, from, to).map((each) =>
      each.mark(type.allowedMarks(each.marks)),
    );
    // an undo has brought the line back with them
    const isThere = born.has(lettersIn(letters), behind);
    if (letters.length > 0 && !isThere) tr.replaceWith(start, start, letters);
    if (text) this.#carried.set(born.text, { text, line });
    const says = hasAll(tr.doc.resolve(start).parent.textContent, lettersIn(fresh));
    if (this.#caret?.line !== line) return says;
    const offset = Math.min(ownBefore(copy, this.#caret.offset), lettersIn(fresh).length);
    const isNew = offset > from && offset <= to;
    const goes = isNew ? start + offset - from : place(born.behind(bornBefore(edit, offset)));
    tr.setSelection(TextSelection.create(tr.doc, goes));
    return says;
  }

  /** Takes out what is there another time, and the groups that held nothing else. */
  remove(gone: readonly Y.XmlElement[]): void {
    const transaction = transactionOf(this.#doc);
    for (const type of transaction ? gone : []) {
      if (isGone(type)) continue;
      const group = parentOf(type);
      const [first, ...more] = isGroup(group) ? contentOf(group) : [];
      const isAlone = first === type && more.length === 0 && isBlock(parentOf(group));
      remove(isAlone ? group : type, transaction as Y.Transaction);
    }
  }
}
