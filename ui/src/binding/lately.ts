/** What one has written of late: others may act without having seen it. */
import * as Y from "yjs";
import { Confirmed } from "./arrival";
import { idOf, isBlock, sizeOf } from "./blocks";
import {
  hasOwnId,
  isGone,
  itemOf,
  itemsFrom,
  itemsOf,
  lastIdAround,
  lastIdOf,
  parentOf,
} from "./yjs";
import { Run, type Part } from "./shown";
import type { Placed, Stale } from "./stale";

/** So long after the server has an edit, or after the edit where nobody tells (ms), others may act without having seen it. */
const ON_THE_WAY_MS = 3000;
/** So much of what lines have said is remembered, in letters; each time counts as some more. */
const SAID_MAX = 200_000;
const TIME_WEIGHT = 200;

/** An edit of one's own. */
interface OwnEdit {
  /** From which unit on one wrote. */
  clock: number;
  /** When (ms). */
  at: number;
  /** Since when the server is known to have it. */
  takenAt: number | null;
}

/** A line that one has taken away. */
export interface Taken {
  /** Its block's id. */
  id: unknown;
  /** The block as it was. */
  block: unknown;
  letters: string;
}

/** A block that was given another id. */
export interface Renamed {
  was: unknown;
  is: unknown;
  /** By this page: whoever knows the new one has seen that. */
  isOwn: boolean;
}

/** What a line said before an edit. */
export interface Said {
  /** Its block's id. */
  id: string;
  text: Y.XmlText;
  letters: string;
  /** What it says since then. */
  becomes: string;
  edit: OwnEdit;
  /** From which unit of one's own on it was written. */
  clock: number;
  /** The lines that the same edit took away: one of them may have been joined to it. */
  took: readonly Taken[];
  /** Another has taken along the line that was joined: it stays on its own. Or has broken the same line: the break is theirs. */
  isApart?: boolean;
}

export class Lately {
  readonly #doc: Y.Doc;
  readonly #confirmed: Confirmed;
  #own: OwnEdit[] = [];
  #said: Said[] = [];
  /** How many blocks came with each that one made, also those that one has made anew since. */
  #made: { id: unknown; size: number; edit: OwnEdit }[] = [];
  /** Blocks that one has taken away, maybe to another place. */
  #taken: { id: unknown; block: unknown; edit: OwnEdit }[] = [];

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#confirmed = Confirmed.of(doc);
  }

  /** Hears from now on what the server has; gives what ends it. */
  listen(): () => void {
    return this.#confirmed.listen((before) => {
      const takenAt = performance.now();
      for (const edit of this.#own) if (edit.at <= before) edit.takenAt ??= takenAt;
    });
  }

  readonly #isRecent = ({ at, takenAt }: OwnEdit): boolean => {
    const since = this.#confirmed.isAsked ? takenAt : at;
    return since === null || performance.now() - since < ON_THE_WAY_MS;
  };

  /** Before an edit: what was written too long ago is forgotten. */
  begin(): void {
    const edit: OwnEdit = {
      clock: Y.getState(this.#doc.store, this.#doc.clientID),
      at: performance.now(),
      takenAt: null,
    };
    this.#own = [...this.#own.filter(this.#isRecent), edit];
    this.#made = this.#made.filter((each) => this.#isRecent(each.edit));
    this.#taken = this.#taken.filter((each) => this.#isRecent(each.edit));
    let kept = this.#said.length;
    for (let weight = 0; kept > 0; kept--) {
      weight += TIME_WEIGHT + (this.#said[kept - 1]?.letters.length ?? 0);
      if (weight > SAID_MAX) break;
    }
    this.#said = this.#said.slice(kept);
  }

  /** After it. */
  end(): void {
    const edit = this.#own.at(-1);
    for (const element of edit ? this.#elementsFrom(edit.clock) : [])
      if (edit && isBlock(element))
        this.#made.push({ id: idOf(element), size: sizeOf(element) ?? Infinity, edit });
  }

  /** The most blocks that came with this one as often as one made it: others may have seen any of them. */
  sizeOf(id: unknown): number {
    return Math.max(0, ...this.#made.filter((each) => each.id === id).map(({ size }) => size));
  }

  /** The line of a block says this, and is about to say something else. */
  note(line: Pick<Said, "text" | "letters" | "becomes"> & { id: unknown }): void {
    const { id, text } = line;
    const edit = this.#own.at(-1);
    if (edit && typeof id === "string" && !isGone(text))
      this.#said.push({ ...line, id, edit, clock: edit.clock, took: [] });
  }

  /** What one wrote to these texts is where their letters are now. */
  settled(texts: readonly Y.XmlText[]): void {
    this.#said = this.#said.filter(({ text }) => !texts.includes(text));
  }

  /** One has written, and taken away these lines. */
  tookLines(took: readonly Taken[]): void {
    const edit = this.#own.at(-1);
    if (!edit) return;
    for (const said of this.#said) if (said.edit === edit) said.took = took;
    this.#taken.push(...took.map(({ id, block }) => ({ id, block, edit })));
  }

  /** What lines have said of late. */
  get said(): readonly Said[] {
    return this.#said.filter(({ edit }) => this.#isRecent(edit));
  }

  /** The same, and of texts that are taken away what their lines have said at any time that the change shows as not seen. */
  saidBefore(stale: Stale): readonly Said[] {
    const unseen = new Map<Y.XmlText, boolean>();
    return this.#said.filter(({ edit, text }) => {
      if (this.#isRecent(edit)) return true;
      const is = unseen.get(text) ?? this.#isUnseen(text, stale);
      unseen.set(text, is);
      return is;
    });
  }

  /** Others have taken texts away: what they had seen of them is on its way no longer. */
  forgetSeen(stale: Stale): void {
    const seen = new Map<Y.XmlText, number>();
    for (const { text } of this.#said)
      if (!seen.has(text)) seen.set(text, stale.seenUntil(text, this.#doc.clientID));
    this.#said = this.#said.filter(({ text, clock }) => clock >= (seen.get(text) ?? 0));
  }

  /** What the line of a block has said, the last first: back over the texts in which it stood before it was taken along. */
  historyOf(id: unknown, text: Y.XmlText, is: string): Pick<Said, "text" | "letters">[] {
    const history = [{ text, letters: is }];
    for (const said of [...this.said].reverse()) {
      const last = history.at(-1);
      const isIt = said.id === id || lastIdAround(said.text) === id;
      const goesOn = isIt && said.becomes === last?.letters;
      if (said.text === last?.text || goesOn) history.push(said);
    }
    return history;
  }

  /** Ids that lines had before Enter gave their block a new one: `was` is now the id of the line's first part. */
  get renamed(): Renamed[] {
    const said = this.said.map(({ id, text }) => ({ id, block: parentOf(parentOf(text)) }));
    return [...said, ...this.#taken]
      .filter(({ block }) => isGone(block)) // one that stands is no copy of the part before it
      .map(({ id, block }) => ({ was: id, is: lastIdOf(block), isOwn: hasOwnId(block, this.#doc) }))
      .filter(({ was, is }) => typeof is === "string" && was !== is);
  }

  get #since(): number {
    return this.#own.find(this.#isRecent)?.clock ?? Infinity;
  }

  get isIdle(): boolean {
    return this.#since === Infinity;
  }

  readonly isFresh = (type: unknown): boolean => {
    const id = itemOf(type)?.id;
    return id !== undefined && id.client === this.#doc.clientID && id.clock >= this.#since;
  };

  /** Whether one has made both of these in one edit: whoever has seen the one has seen the other. */
  isOneEdit(one: unknown, other: unknown): boolean {
    const clocks = [one, other].map((each) => itemOf(each)?.id.clock ?? -1);
    const [from, to] = [Math.min(...clocks), Math.max(...clocks)];
    return !this.#own.some(({ clock }) => clock > from && clock <= to);
  }

  /** Whether others have torn a line without having seen all that one has written there, however long ago. */
  hasUnseen({ kids }: Part, stale: Stale): boolean {
    return kids.some(
      (kid) => kid instanceof Run && kid.texts.some((text) => this.#isUnseen(text, stale)),
    );
  }

  #isUnseen(text: Y.XmlText, stale: Stale): boolean {
    const { clientID } = this.#doc;
    if (isGone(text)) return Boolean(stale.unseenIn(text, clientID)?.length);
    return stale.tells && stale.deltas.has(text) && stale.leaves(text, clientID);
  }

  /** Where one's own new letters stood in a text of so many before a change, in the order in which they were written. */
  freshIn(text: Y.XmlText, length: number, stale: Stale): number[] {
    const fresh: Placed[] = [];
    let at = 0;
    for (const item of itemsOf(text)) {
      if (!stale.wasThere(item)) continue;
      const { client, clock } = item.id;
      for (let i = 0; i < item.length && client === this.#doc.clientID; i++)
        if (clock + i >= this.#since) fresh.push({ clock: clock + i, at: at + i });
      at += item.length;
    }
    if (at !== length) return [];
    return fresh.sort((a, b) => a.clock - b.clock).map((each) => each.at);
  }

  /** Whether nobody has ever seen a letter in a text that is there for longer: who takes it away sees an empty line. */
  isJustBegun(text: Y.XmlText): boolean {
    const items = [...itemsOf(text)];
    const isOwn = ({ id }: Y.Item) => id.client === this.#doc.clientID && id.clock >= this.#since;
    return items.length > 0 && items.every(isOwn) && !this.isFresh(text);
  }

  /** All elements that are new and still there. */
  get elements(): Y.XmlElement[] {
    return this.#elementsFrom(this.#since);
  }

  /** All texts that are new, also those that are gone. */
  get texts(): Y.XmlText[] {
    return [...itemsFrom(this.#doc, this.#since)].flatMap(({ content }) =>
      content instanceof Y.ContentType && content.type instanceof Y.XmlText ? [content.type] : [],
    );
  }

  #elementsFrom(clock: number): Y.XmlElement[] {
    const found: Y.XmlElement[] = [];
    for (const { content, deleted } of itemsFrom(this.#doc, clock))
      if (!deleted && content instanceof Y.ContentType && content.type instanceof Y.XmlElement)
        found.push(content.type);
    return found;
  }
}
