/** The few things of Yjs that have no public name, for the rest of the binding. */
import * as Y from "yjs";
import { OBJECT } from "./shown";

export type Source = Y.XmlElement | Y.XmlFragment;
export type AnyType = Y.AbstractType<unknown>;

/** The item that holds a type in its parent, `null` for a root, for a type that is in no document yet, and for no type at all. */
export const itemOf = (type: unknown): Y.Item | null =>
  (type as { _item?: Y.Item | null } | null)?._item ?? null;

export const isGone = (type: unknown): boolean => itemOf(type)?.deleted ?? false;

export const parentOf = (type: unknown): AnyType | null =>
  (itemOf(type)?.parent ?? null) as AnyType | null;

/** Deletes a type where it stands, without looking for its index. */
export function remove(type: unknown, transaction: Y.Transaction): void {
  const items = type instanceof Loose ? [...type.items()] : [itemOf(type)];
  for (const item of items) if (item && !item.deleted) item.delete(transaction);
}

/** All items of a type in their order, also those that are deleted. */
export function* itemsOf(type: unknown): Generator<Y.Item> {
  for (let item = (type as { _start: Y.Item | null })._start; item; item = item.right) yield item;
}

/** A letter that stands in a text, or a half of one. */
export interface Letter {
  client: number;
  clock: number;
  unit: string;
}

/** All that stand in a text now, in their order. */
export function lettersStanding(text: Y.XmlText): Letter[] {
  const letters: Letter[] = [];
  for (const { deleted, countable, id, length, content } of itemsOf(text)) {
    if (deleted || !countable) continue;
    for (let i = 0; i < length; i++) {
      const unit = content instanceof Y.ContentString ? (content.str[i] as string) : OBJECT;
      letters.push({ client: id.client, clock: id.clock + i, unit });
    }
  }
  return letters;
}

/** The items to the left of a type, the nearest first. */
export function* itemsBefore(type: unknown): Generator<Y.Item> {
  for (let item = itemOf(type)?.left; item; item = item.left) yield item;
}

/** The items of this page since a clock, in their order. */
export function* itemsFrom({ store, clientID }: Y.Doc, clock: number): Generator<Y.Item> {
  const structs = store.clients.get(clientID) ?? [];
  let first = structs.length;
  while (first > 0 && (structs[first - 1] as Y.Item).id.clock >= clock) first--;
  for (const struct of structs.slice(first)) if (struct instanceof Y.Item) yield struct;
}

/** So many of somebody's last edits tell what they had seen. */
const LOOK_BACK = 200;

/**
 * The last unit of a client that the author of a type had before them as they made it, as far as it can be told by what they put it
 * beside or into, and what they wrote before; -1: none.
 */
export function seenBy(type: AnyType, client: number): number {
  const id = itemOf(type)?.id;
  const structs = (id && type.doc?.store.clients.get(id.client)) || [];
  if (!id || structs.length === 0) return -1;
  const last = Y.findIndexSS(structs, id.clock);
  let seen = -1;
  for (const item of structs.slice(Math.max(0, last - LOOK_BACK), last + 1)) {
    if (!(item instanceof Y.Item)) continue;
    for (const beside of [item.origin, item.rightOrigin, itemOf(item.parent)?.id])
      if (beside?.client === client) seen = Math.max(seen, beside.clock);
  }
  return seen;
}

/** The types that came in one with an element, up to its id; `null` if some of them are forgotten. */
export function bornWith(element: Y.XmlElement): AnyType[] | null {
  const { doc } = element;
  const own = itemOf(element);
  let id = (element as unknown as { _map: Map<string, Y.Item> })._map.get("id") ?? null;
  while (id?.left) id = id.left;
  if (!doc || !own || id?.id.client !== own.id.client) return null;
  const structs = doc.store.clients.get(own.id.client) ?? [];
  const types: AnyType[] = [];
  for (let i = Y.findIndexSS(structs, own.id.clock + 1); i < structs.length; i++) {
    const item = structs[i];
    if (!item || item.id.clock >= id.id.clock) break;
    const isForgotten = !(item instanceof Y.Item) || item.content instanceof Y.ContentDeleted;
    if (isForgotten && !(item instanceof Y.Item && item.parent instanceof Y.XmlText)) return null;
    if (item instanceof Y.Item && item.content instanceof Y.ContentType)
      types.push(item.content.type as AnyType);
  }
  return types;
}

/** Letters and values straight among elements, where no editor puts any. All that stand side by side are one thing. */
export class Loose {
  static readonly #known = new WeakMap<Y.Item, Loose>();
  /** The first of them, by which it is found as a type is by its own. */
  readonly _item: Y.Item;

  private constructor(item: Y.Item) {
    this._item = item;
  }

  /** The same thing each time for the same item, also when it has grown. */
  static from(item: Y.Item): Loose {
    const loose = Loose.#known.get(item) ?? new Loose(item);
    Loose.#known.set(item, loose);
    return loose;
  }

  *items(): Generator<Y.Item> {
    for (let item: Y.Item | null = this._item; item; item = item.right) {
      if (item.deleted || !item.countable) continue;
      if (item.content instanceof Y.ContentType) return;
      yield item;
    }
  }

  get letters(): string {
    let letters = "";
    for (const { content } of this.items())
      if (content instanceof Y.ContentString) letters += content.str;
    return letters;
  }

  get last(): Y.Item {
    return [...this.items()].at(-1) ?? this._item;
  }
}

/** Everything that stands in a type now: elements, texts, other types, and what is loose between them. */
export function contentOf(source: Source): unknown[] {
  const content: unknown[] = [];
  for (const item of itemsOf(source)) {
    if (item.deleted || !item.countable) continue;
    if (item.content instanceof Y.ContentType) content.push(item.content.type as AnyType);
    else if (!(content.at(-1) instanceof Loose)) content.push(Loose.from(item));
  }
  return content;
}

/** The items of an element's attributes, also of those that are deleted. */
export const attributesIn = (type: unknown): Iterable<[string, Y.Item]> =>
  (type as { _map: Map<string, Y.Item> })._map;

const idItemOf = (block: unknown): Y.Item | undefined =>
  (block as { _map?: Map<string, Y.Item> } | null)?._map?.get("id");

/** The id that a block was given last, also if it is gone: who presses Enter before a line gives its block another. */
export function lastIdOf(block: unknown): unknown {
  const item = idItemOf(block);
  return item && !(item.content instanceof Y.ContentDeleted)
    ? item.content.getContent()[item.length - 1]
    : undefined;
}

/** Whether this page has given it that id. */
export const hasOwnId = (block: unknown, { clientID }: Y.Doc): boolean =>
  idItemOf(block)?.id.client === clientID;

/** The same of the block that a text stands in. */
export const lastIdAround = (text: unknown): unknown => lastIdOf(parentOf(parentOf(text)));

/** A name for a type that is the same on every page. */
export function nameOf(type: unknown): string {
  const item = itemOf(type);
  return item ? `${item.id.client}-${item.id.clock}` : "root";
}

/** The type with this name, also if it was deleted a moment ago; `null` if it is forgotten. */
export function typeNamed(doc: Y.Doc, name: string): AnyType | null {
  const [client, clock] = name.split("-").map(Number) as [number, number];
  try {
    const item = Y.getItem(doc.store, Y.createID(client, clock)) as Y.Item | Y.GC;
    return item instanceof Y.Item && item.content instanceof Y.ContentType
      ? (item.content.type as AnyType)
      : null;
  } catch {
    return null;
  }
}

/** Names a place by its type alone: before the item, or at the end of the type. */
export function placeIn(type: AnyType, item: Y.Item | null, assoc = 0): Y.RelativePosition {
  const own = itemOf(type);
  return new Y.RelativePosition(
    own?.id ?? null,
    own ? null : Y.findRootTypeKey(type),
    item?.id ?? null,
    assoc,
  );
}

/** The transaction that is going on. */
export const transactionOf = (doc: Y.Doc): Y.Transaction | null =>
  (doc as unknown as { _transaction: Y.Transaction | null })._transaction;

/** Whether anybody but these clients has letters in what this item holds. */
export function hasLettersOfOthers(item: Y.Item, own: (client: number) => boolean): boolean {
  const open: (Y.Item | null)[] = [item];
  while (open.length > 0) {
    const next = open.pop();
    if (!next) continue;
    if (next !== item) open.push(next.right);
    if (next.deleted) continue;
    if (next.content instanceof Y.ContentString && !own(next.id.client)) return true;
    if (next.content instanceof Y.ContentType)
      open.push((next.content.type as unknown as { _start: Y.Item | null })._start);
  }
  return false;
}

/** Whether this page has written all letters of a part of a text. */
export function isOwn(text: Y.XmlText, from: number, to: number): boolean {
  let at = 0;
  for (const item of itemsOf(text)) {
    if (at >= to) break;
    if (item.deleted || !item.countable) continue;
    at += item.length;
    if (at > from && item.id.client !== text.doc?.clientID) return false;
  }
  return true;
}

/** How many others wrote their newest letter of a text behind this place, less those who wrote it before the place. */
export function othersBehind(text: Y.XmlText, place: number): number {
  const newest = new Map<number, { clock: number; behind: boolean }>();
  let at = 0;
  for (let item = (text as unknown as { _start: Y.Item | null })._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue;
    at += item.length;
    const { client, clock } = item.id;
    if (client !== text.doc?.clientID && clock >= (newest.get(client)?.clock ?? 0))
      newest.set(client, { clock, behind: at > place });
  }
  return [...newest.values()].reduce((sum, { behind }) => sum + (behind ? 1 : -1), 0);
}
