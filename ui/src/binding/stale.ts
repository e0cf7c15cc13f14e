/** What has changed in Yjs and is not shown yet. */
import * as Y from "yjs";
import { removedIn, type Deletions } from "./arrival";
import type { Delta } from "./draw";
import type { Before } from "./read";
import { Part, type Shown } from "./shown";
import { isGone, itemOf, itemsOf, parentOf, type AnyType } from "./yjs";

/** A letter of a text, and where it stands. */
export interface Placed {
  clock: number;
  at: number;
}

export class Stale {
  /** Every type with a change in it or below it. */
  readonly types = new Set<AnyType>();
  /** Those whose own children or attributes have changed. */
  readonly touched = new Set<AnyType>();
  /** Those whose attributes have changed. */
  readonly renamed = new Set<AnyType>();
  readonly deltas = new Map<Y.XmlText, readonly Delta[]>();
  /** Somebody else has made the change. */
  isOfOthers = false;
  #events: readonly Y.YEvent<Y.AbstractType<unknown>>[] = [];
  #before: ReadonlyMap<number, number> = new Map();
  #deleted = Y.createDeleteSet();
  /** What the authors of the change took out with their own hands. */
  #removed: Deletions | null = null;

  static of(
    events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
    transaction: Y.Transaction,
  ): Stale {
    const stale = new Stale();
    stale.#events = events;
    stale.isOfOthers = !transaction.local;
    stale.#before = transaction.beforeState;
    stale.#deleted = transaction.deleteSet;
    stale.#removed = removedIn(transaction);
    for (const type of transaction.changedParentTypes.keys())
      stale.types.add(type as unknown as AnyType);
    for (const event of events) {
      stale.touched.add(event.target as AnyType);
      if (event instanceof Y.YXmlEvent && event.attributesChanged.size > 0)
        stale.renamed.add(event.target as AnyType);
      if (event.target instanceof Y.XmlText)
        stale.deltas.set(event.target, event.delta as readonly Delta[]);
    }
    return stale;
  }

  /** Types that have to be read again, with all above them. */
  static from(types: readonly AnyType[]): Stale {
    const stale = new Stale();
    for (const type of types) {
      stale.touched.add(type);
      for (let each: AnyType | null = type; each; each = parentOf(each)) stale.types.add(each);
    }
    return stale;
  }

  /** Whether a type came with this change. */
  isNew(type: AnyType): boolean {
    const item = itemOf(type);
    return item !== null && this.#came(item);
  }

  #came({ id }: Y.Item): boolean {
    return id.clock >= (this.#before.get(id.client) ?? 0);
  }

  /** Whether something was to be read before this change. */
  wasThere(item: Y.Item): boolean {
    const isOut = item.deleted && !Y.isDeleted(this.#deleted, item.id);
    return item.countable && !isOut && !this.#came(item);
  }

  /** Whether what they had seen can be told of what they have taken out. */
  get tells(): boolean {
    return this.#removed !== null;
  }

  /** Whether the authors of the change have taken it out themselves, and not with what it stands in, without having seen it. */
  isSeen({ id }: Y.Item): boolean {
    return this.#removed !== null && Y.isDeleted(this.#removed, id);
  }

  /** Whether they have taken a type away, or what it stands in. */
  #isRemoved(type: AnyType | null): boolean {
    const item = itemOf(type);
    return item !== null && (this.isSeen(item) || this.#isRemoved(parentOf(type)));
  }

  /**
   * The letters of a client that went with a text which others have taken away without having seen them, in the order in which they
   * were written; `null` if nothing tells.
   */
  unseenIn(text: Y.XmlText, client: number): Placed[] | null {
    if (!this.#removed || !isGone(text) || !this.#isRemoved(text as AnyType)) return null;
    const unseen: Placed[] = [];
    let at = 0;
    for (const item of itemsOf(text)) {
      if (!this.wasThere(item)) continue;
      const { clock } = item.id;
      for (let i = 0; i < item.length && item.id.client === client; i++)
        if (!Y.isDeleted(this.#removed, Y.createID(client, clock + i)))
          unseen.push({ clock: clock + i, at: at + i });
      at += item.length;
    }
    return unseen.sort((a, b) => a.clock - b.clock);
  }

  /** Whether they have seen a text that they took away, and no letter in it. */
  sawEmpty(text: Y.XmlText): boolean {
    const item = itemOf(text);
    const isLetter = (each: Y.Item) => each.countable && this.isSeen(each);
    return item !== null && this.isSeen(item) && ![...itemsOf(text)].some(isLetter);
  }

  /** Whether letters of a client stand behind others of a text that were taken out. */
  leaves(text: Y.XmlText, client: number): boolean {
    let isTorn = false;
    for (const item of itemsOf(text)) {
      isTorn ||= item.countable && Y.isDeleted(this.#deleted, item.id);
      if (isTorn && !item.deleted && item.id.client === client) return true;
    }
    return false;
  }

  /** Up to which unit of a client those who have taken a text away have seen it, as far as the letters in it tell. */
  seenUntil(text: Y.XmlText, client: number): number {
    if (!this.#removed || !isGone(text) || !this.#isRemoved(text as AnyType)) return 0;
    let seen = 0;
    for (const { id, length } of itemsOf(text))
      for (let i = id.client === client ? length : 0; i > 0 && id.clock + i > seen; i--)
        if (Y.isDeleted(this.#removed, Y.createID(client, id.clock + i - 1))) seen = id.clock + i;
    return seen;
  }

  /** The elements that came with this change. */
  *newElements(): Generator<Y.XmlElement> {
    for (const { changes } of this.#events) {
      for (const { content } of changes.added) {
        const type = content instanceof Y.ContentType ? content.type : null;
        if (!(type instanceof Y.XmlElement)) continue;
        yield type;
        yield* type.createTreeWalker(
          (each) => each instanceof Y.XmlElement,
        ) as Iterable<Y.XmlElement>;
      }
    }
  }

  /** What a reading may lean on, but for what is `held`. */
  before(shown: Shown, isHeld: (type: AnyType) => boolean): Before {
    const below = new Map<AnyType, AnyType[]>();
    for (const type of this.types) {
      const parent = parentOf(type);
      if (!parent || itemOf(type)?.deleted) continue;
      const others = below.get(parent);
      if (others) others.push(type);
      else below.set(parent, [type]);
    }
    return {
      known: (type) => (this.types.has(type) && !isHeld(type) ? undefined : shown.get(type)),
      changedBelow: (type) => {
        const part = shown.get(type);
        const only =
          this.types.has(type) &&
          !this.touched.has(type) &&
          part instanceof Part &&
          !part.mixed &&
          !part.misfit;
        const placeOf = (each: AnyType) => {
          const kid = shown.get(each);
          return kid && kid.parent === part ? kid.index : -1;
        };
        return only ? { part, below: below.get(type) ?? [], placeOf } : undefined;
      },
    };
  }
}
