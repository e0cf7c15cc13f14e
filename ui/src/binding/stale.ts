/** What has changed in Yjs and is not shown yet. */
import * as Y from "yjs";
import type { Delta } from "./draw";
import type { Before } from "./read";
import { Part, type Shown } from "./shown";
import { itemOf, parentOf, type AnyType } from "./yjs";

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

  static of(
    events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
    transaction: Y.Transaction,
  ): Stale {
    const stale = new Stale();
    stale.#events = events;
    stale.isOfOthers = !transaction.local;
    stale.#before = transaction.beforeState;
    stale.#deleted = transaction.deleteSet;
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
