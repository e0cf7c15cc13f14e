/** What one has written in the last seconds: others may act without having seen it. */
import * as Y from "yjs";
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

/** So long after an edit (ms) others may act without having seen it. */
export const ON_THE_WAY_MS = 3000;

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
  at: number;
  /** From which unit of one's own on it was written. */
  clock: number;
  /** The lines that the same edit took away: one of them may have been joined to it. */
  took: readonly Taken[];
  /** Another has taken along the line that was joined: it stays on its own. */
  isApart?: boolean;
}

export class Lately {
  readonly #doc: Y.Doc;
  /** From which unit on one wrote, and when. */
  #own: { clock: number; at: number }[] = [];
  #said: Said[] = [];
  /** How many blocks came with each that one made, also those that one has made anew since. */
  #made: { id: unknown; size: number; at: number }[] = [];
  /** Blocks that one has taken away, maybe to another place. */
  #taken: { id: unknown; block: unknown; at: number }[] = [];

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** Before an edit: what was written too long ago is forgotten. */
  begin(): void {
    const at = performance.now();
    const clock = Y.getState(this.#doc.store, this.#doc.clientID);
    const isRecent = (each: { at: number }) => at - each.at < ON_THE_WAY_MS;
    this.#own = [...this.#own.filter(isRecent), { clock, at }];
    this.#said = this.#said.filter(isRecent);
    this.#made = this.#made.filter(isRecent);
    this.#taken = this.#taken.filter(isRecent);
  }

  /** After it. */
  end(): void {
    const { clock = Infinity, at = 0 } = this.#own.at(-1) ?? {};
    for (const element of this.#elementsFrom(clock))
      if (isBlock(element))
        this.#made.push({ id: idOf(element), size: sizeOf(element) ?? Infinity, at });
  }

  /** The most blocks that came with this one as often as one made it: others may have seen any of them. */
  sizeOf(id: unknown): number {
    return Math.max(0, ...this.#made.filter((each) => each.id === id).map(({ size }) => size));
  }

  /** The line of a block says this, and is about to say something else. */
  note(line: Pick<Said, "text" | "letters" | "becomes"> & { id: unknown }): void {
    const { id, text } = line;
    const clock = this.#own.at(-1)?.clock ?? 0;
    if (typeof id === "string" && !isGone(text))
      this.#said.push({ ...line, id, at: performance.now(), clock, took: [] });
  }

  /** What one wrote to these texts is where their letters are now. */
  settled(texts: readonly Y.XmlText[]): void {
    this.#said = this.#said.filter(({ text }) => !texts.includes(text));
  }

  /** One has written, and taken away these lines. */
  tookLines(took: readonly Taken[]): void {
    const clock = this.#own.at(-1);
    for (const said of this.#said) if (clock && said.at >= clock.at) said.took = took;
    this.#taken.push(...took.map(({ id, block }) => ({ id, block, at: performance.now() })));
  }

  get said(): readonly Said[] {
    const at = performance.now();
    return this.#said.filter((each) => at - each.at < ON_THE_WAY_MS);
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
    const at = performance.now();
    return this.#own.find((each) => at - each.at < ON_THE_WAY_MS)?.clock ?? Infinity;
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

  /** Where one's own new letters stood in a text of so many before a change, in the order in which they were written. */
  freshIn(text: Y.XmlText, length: number, wasThere: (item: Y.Item) => boolean): number[] {
    const fresh: { clock: number; at: number }[] = [];
    let at = 0;
    for (const item of itemsOf(text)) {
      if (!wasThere(item)) continue;
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
