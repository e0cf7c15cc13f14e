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
  readonly deltas = new Map<Y.XmlText, readonly Delta[]>();

  static of(events: readonly Y.YEvent<Y.AbstractType<unknown>>[], { changedParentTypes }: Y.Transaction): Stale {
    const stale = new Stale();
    for (const type of changedParentTypes.keys()) stale.types.add(type as unknown as AnyType);
    for (const event of events) {
      stale.touched.add(event.target as AnyType);
      if (event.target instanceof Y.XmlText) stale.deltas.set(event.target, event.delta as readonly Delta[]);
    }
    return stale;
  }

  /** A type that has to be read again, with these texts in it and all above it. */
  static from(type: AnyType, texts: readonly Y.XmlText[]): Stale {
    const stale = new Stale();
    for (const each of [type, ...(texts as readonly unknown[] as AnyType[])]) {
      stale.types.add(each);
      stale.touched.add(each);
    }
    for (let each: AnyType | null = type; each; each = parentOf(each)) stale.types.add(each);
    return stale;
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
        const only = this.types.has(type) && !this.touched.has(type) && part instanceof Part && !part.mixed && !part.misfit;
        const placeOf = (each: AnyType) => {
          const kid = shown.get(each);
          return kid && kid.parent === part ? kid.index : -1;
        };
        return only ? { part, below: below.get(type) ?? [], placeOf } : undefined;
      },
    };
  }
}
