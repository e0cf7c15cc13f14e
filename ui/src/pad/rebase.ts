/**
 * Words that don't go through, taken to a fresh client id: the same text, written anew. Somebody else may have written under the
 * old one, so what the pad has of it is compared with what stands here.
 */
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { itemsOf } from "../binding/yjs";

/** What a page has written, and under which client id. */
export interface Words {
  state: Uint8Array;
  /** Client ids, in the order of their use. */
  clients: readonly number[];
  since: Date;
}

type Struct = Y.Item | Y.GC;
/** Of each client id: from which clock on its words are not in the pad, where they begin under the new id, and where the pad's end. */
type Shifts = Map<number, { from: number; to: number; end: number }>;

/** How far (in clocks) both documents have the same of a client. */
export function commonClock(one: Y.Doc, other: Y.Doc, client: number): number {
  const end = Math.min(Y.getState(one.store, client), Y.getState(other.store, client));
  const [ours, theirs] = [one, other].map(
    (doc) => (doc.store.clients.get(client) ?? []) as Struct[],
  ) as [Struct[], Struct[]];
  let [i, j] = [0, 0];
  for (let clock = 0; clock < end; clock += 1) {
    while (endOf(ours[i]) <= clock) i += 1;
    while (endOf(theirs[j]) <= clock) j += 1;
    if (!isSame(ours[i] as Struct, theirs[j] as Struct, clock)) return clock;
  }
  return end;
}

const endOf = (struct: Struct | undefined): number =>
  struct ? struct.id.clock + struct.length : Number.POSITIVE_INFINITY;

function isSame(one: Struct, other: Struct, clock: number): boolean {
  if (!(one instanceof Y.Item) || !(other instanceof Y.Item)) return true; // forgotten: nothing of it can be lost
  if (
    !Y.compareIDs(originAt(one, clock), originAt(other, clock)) ||
    !Y.compareIDs(one.rightOrigin, other.rightOrigin)
  )
    return false;
  if (one.content instanceof Y.ContentDeleted || other.content instanceof Y.ContentDeleted)
    return true;
  return unitAt(one, clock) === unitAt(other, clock);
}

const originAt = ({ id, origin }: Y.Item, clock: number): Y.ID | null =>
  clock > id.clock ? Y.createID(id.client, clock - 1) : origin;

/** What a unit is, as a string that tells it from another. */
function unitAt({ id, content }: Y.Item, clock: number): string {
  const kind = content.getRef();
  if (content instanceof Y.ContentType)
    return `${kind} ${content.type.constructor.name} ${(content.type as Y.XmlElement).nodeName ?? ""}`;
  if (content instanceof Y.ContentFormat)
    return `${kind} ${content.key} ${JSON.stringify(content.value)}`;
  if (content instanceof Y.ContentString)
    return `${kind} ${content.str.charCodeAt(clock - id.clock)}`;
  return `${kind} ${JSON.stringify(content.getContent()[clock - id.clock])}`;
}

/** What the pad lacks of these words, as an update under the id `fresh`; what it has instead of them is deleted. */
export function moved({ state, clients }: Words, pad: Y.Doc, fresh: number): Uint8Array {
  const own = new Y.Doc({ gc: false });
  Y.applyUpdate(own, state);
  const shifts: Shifts = new Map();
  let typed = 0;
  for (const client of clients) {
    const from = commonClock(own, pad, client);
    shifts.set(client, { from, to: typed, end: Y.getState(pad.store, client) });
    typed += Y.getState(own.store, client) - from;
  }
  const known = Y.decodeStateVector(Y.encodeStateVector(own));
  for (const [client, { from }] of shifts) known.set(client, from);
  const { structs, ds } = Y.decodeUpdate(Y.encodeStateAsUpdate(own, Y.encodeStateVector(known)));
  own.destroy();
  const ours = clients.flatMap((client) =>
    (structs as Struct[]).filter(({ id }) => id.client === client),
  );
  const encoder = new Y.UpdateEncoderV1();
  encoding.writeVarUint(encoder.restEncoder, ours.length > 0 ? 1 : 0);
  if (ours.length > 0) {
    encoding.writeVarUint(encoder.restEncoder, ours.length);
    encoder.writeClient(fresh);
    encoding.writeVarUint(encoder.restEncoder, 0);
  }
  for (const struct of ours) {
    if (struct instanceof Y.Item) rewrite(struct, shifts, fresh);
    struct.write(encoder, 0);
  }
  writeDeletes(encoder, deletesOf(ds.clients, shifts, fresh));
  return encoder.toUint8Array();
}

function rewrite(item: Y.Item, shifts: Shifts, fresh: number): void {
  const renamed = (id: Y.ID | null): Y.ID | null => {
    const shift = id && shifts.get(id.client);
    return shift && id.clock >= shift.from
      ? Y.createID(fresh, id.clock - shift.from + shift.to)
      : id;
  };
  item.origin = renamed(item.origin);
  item.rightOrigin = renamed(item.rightOrigin);
  if (item.parent instanceof Y.ID) (item as { parent: unknown }).parent = renamed(item.parent);
}

type Ranges = Map<number, { clock: number; len: number }[]>;

/** All deletions, those of the words as they are called now, and of what stands in the pad in their place. */
function deletesOf(all: Ranges, shifts: Shifts, fresh: number): Ranges {
  const deletes: Ranges = new Map();
  const add = (client: number, clock: number, until: number) => {
    if (until > clock)
      deletes.set(client, [...(deletes.get(client) ?? []), { clock, len: until - clock }]);
  };
  for (const [client, ranges] of all) {
    const shift = shifts.get(client);
    for (const { clock, len } of ranges) {
      add(client, clock, shift ? Math.min(shift.from, clock + len) : clock + len);
      if (shift)
        add(
          fresh,
          Math.max(clock, shift.from) - shift.from + shift.to,
          clock + len - shift.from + shift.to,
        );
    }
  }
  for (const [client, { from, end }] of shifts) add(client, from, end);
  return deletes;
}

function writeDeletes(encoder: Y.UpdateEncoderV1, deletes: Ranges): void {
  const { restEncoder } = encoder;
  encoding.writeVarUint(restEncoder, deletes.size);
  for (const [client, ranges] of deletes) {
    encoding.writeVarUint(restEncoder, client);
    encoding.writeVarUint(restEncoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(restEncoder, clock);
      encoding.writeVarUint(restEncoder, len);
    }
  }
}

/** Letters that stand together, and who has written them when. */
export interface Typed {
  client: number;
  clock: number;
  letters: string;
  line: Y.XmlText;
}

/** What these clients have written from these clocks on, as it stands in the text. */
export function* itemsSince(
  fragment: Y.XmlFragment,
  written: ReadonlyMap<number, number>,
): Generator<Typed> {
  for (const line of fragment.createTreeWalker((node) => node instanceof Y.XmlText)) {
    for (const { id, deleted, content } of itemsOf(line)) {
      const from = written.get(id.client);
      if (deleted || from === undefined || !(content instanceof Y.ContentString)) continue;
      const known = Math.max(0, from - id.clock);
      const letters = content.str.slice(known);
      if (letters)
        yield { client: id.client, clock: id.clock + known, letters, line: line as Y.XmlText };
    }
  }
}

/** The same as letters, a line for each line that they stand in. */
export function wordsSince(fragment: Y.XmlFragment, written: ReadonlyMap<number, number>): string {
  const lines = new Map<Y.XmlText, string>();
  for (const { line, letters } of itemsSince(fragment, written))
    lines.set(line, (lines.get(line) ?? "") + letters);
  return [...lines.values()].join("\n");
}
