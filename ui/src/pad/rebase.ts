/**
 * Words that don't go through, taken to a fresh client id: the same text, written anew. Somebody else may have written under the
 * old one, so what the pad has of it is compared with what stands here.
 */
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { itemOf, itemsOf } from "../binding/yjs";
import type { SavedSelection } from "../binding/selection";
import type { Edit, Ranges } from "./edits";

/** What a page has written, and under which client id. */
export interface Words {
  state: Uint8Array;
  /** Client ids, in the order of their use. */
  clients: readonly number[];
  since: Date;
  /** What is not known to be taken. */
  edits: readonly Edit[];
  /** Where somebody else has written under these ids: up to which clock of each the pad has what is ours. */
  forged: ReadonlyMap<number, number> | null;
}

/** Words under their new client id. */
export interface Moved {
  update: Uint8Array;
  /** Of the edits, those that are tried again. */
  edits: readonly Edit[];
  /** How many are not. */
  givenUp: number;
  /** What is known by this id now. */
  renamed: Rename;
}

export type Rename = (id: Y.ID) => Y.ID;

/** A person's place in the text, kept while another stay takes the place of this one. */
export interface Caret {
  place: SavedSelection;
  /** The same in letters, for where that place is gone. */
  at: number;
  /** The text was being written in. */
  focused: boolean;
  /** How far the page was scrolled. */
  top: number;
}

type Struct = Y.Item | Y.GC;
/** Of each client id: from which clock on its words are not in the pad, where they begin under the new id, and where the pad's end. */
type Shifts = Map<number, { from: number; to: number; end: number }>;

/** How far (in clocks) both documents have the same of a client. From `sure` on what is gone in the other alone was never ours. */
export function commonClock(
  one: Y.Doc,
  other: Y.Doc,
  client: number,
  sure = Number.POSITIVE_INFINITY,
): number {
  const end = Math.min(Y.getState(one.store, client), Y.getState(other.store, client));
  const [ours, theirs] = [one, other].map(
    (doc) => (doc.store.clients.get(client) ?? []) as Struct[],
  ) as [Struct[], Struct[]];
  let [i, j] = [0, 0];
  for (let clock = 0; clock < end; clock += 1) {
    while (endOf(ours[i]) <= clock) i += 1;
    while (endOf(theirs[j]) <= clock) j += 1;
    const [our, their] = [ours[i] as Struct, theirs[j] as Struct];
    if (!isSame(our, their, clock)) return clock;
    if (clock >= sure && isEmpty(their) && !isEmpty(our)) return clock;
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

/**
 * What the pad lacks of these words, as an update under the id `fresh`; what it has instead of them is deleted. The first `skip` of the
 * edits that are not taken are given up as a whole: what they wrote is empty, and what they deleted stays.
 */
export function moved(words: Words, pad: Y.Doc, fresh: number, skip = 0): Moved {
  const { state, edits } = words;
  const own = new Y.Doc({ gc: false });
  Y.applyUpdate(own, state);
  const shifts = shiftsOf(words, own, pad);
  const isOpen = ({ client, clock, end }: Edit) =>
    end > clock && end > (shifts.get(client)?.from ?? 0);
  const refused = edits.filter(isOpen).slice(0, skip);
  empty(own, refused);
  const known = Y.decodeStateVector(Y.encodeStateVector(own));
  for (const [client, { from }] of shifts) known.set(client, from);
  const { structs, ds } = Y.decodeUpdate(Y.encodeStateAsUpdate(own, Y.encodeStateVector(known)));
  own.destroy();
  const ours = words.clients.flatMap((client) =>
    (structs as Struct[]).filter(({ id }) => id.client === client),
  );
  while (isEmpty(ours.at(-1))) ours.pop(); // nothing stands beside it, and a full pad takes no more of it either
  const length = ours.reduce((sum, struct) => sum + struct.length, 0);
  const renamed: Rename = (id) => renamedBy(shifts, fresh, id);
  const kept = refused.reduce((left, edit) => without(left, edit.deletes), ds.clients as Ranges);
  for (const { client, clock, end } of refused) add(kept, client, clock, end);
  const deletes = upTo(renamedRanges(kept, shifts, fresh), fresh, length);
  for (const [client, { from, end }] of shifts) add(deletes, client, from, end); // in the place of our words
  return {
    update: written(ours, renamed, fresh, deletes),
    edits: edits
      .filter((edit) => !refused.includes(edit) && (isOpen(edit) || edit.end === edit.clock))
      .map((edit) => renamedEdit(edit, shifts, fresh, length)),
    givenUp: refused.length,
    renamed,
  };
}

const isEmpty = (struct: Struct | undefined): boolean =>
  struct !== undefined &&
  (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted);

function shiftsOf({ clients, forged }: Words, own: Y.Doc, pad: Y.Doc): Shifts {
  const shifts: Shifts = new Map();
  let typed = 0;
  for (const client of clients) {
    const from = commonClock(own, pad, client, forged?.get(client));
    shifts.set(client, { from, to: typed, end: Y.getState(pad.store, client) });
    typed += Y.getState(own.store, client) - from;
  }
  return shifts;
}

/** Leaves of what these edits wrote only its place, so that all that stands beside it stays where it is. */
function empty(own: Y.Doc, edits: readonly Edit[]): void {
  const ranges: Ranges = new Map();
  for (const { client, clock, end } of edits) add(ranges, client, clock, end);
  const encoder = new Y.UpdateEncoderV1();
  encoding.writeVarUint(encoder.restEncoder, 0);
  writeDeletes(encoder, ranges);
  const update = encoder.toUint8Array();
  Y.applyUpdate(own, update);
  Y.tryGc(Y.decodeUpdate(update).ds, own.store, () => true);
}

function written(
  structs: readonly Struct[],
  renamed: Rename,
  fresh: number,
  deletes: Ranges,
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  encoding.writeVarUint(encoder.restEncoder, structs.length > 0 ? 1 : 0);
  if (structs.length > 0) {
    encoding.writeVarUint(encoder.restEncoder, structs.length);
    encoder.writeClient(fresh);
    encoding.writeVarUint(encoder.restEncoder, 0);
  }
  for (const struct of structs) {
    if (struct instanceof Y.Item) rewrite(struct, renamed);
    struct.write(encoder, 0);
  }
  writeDeletes(encoder, deletes);
  return encoder.toUint8Array();
}

function rewrite(item: Y.Item, renamed: Rename): void {
  item.origin = item.origin && renamed(item.origin);
  item.rightOrigin = item.rightOrigin && renamed(item.rightOrigin);
  if (item.parent instanceof Y.ID) (item as { parent: unknown }).parent = renamed(item.parent);
}

function renamedBy(shifts: Shifts, fresh: number, id: Y.ID): Y.ID {
  const shift = shifts.get(id.client);
  return shift && id.clock >= shift.from ? Y.createID(fresh, id.clock - shift.from + shift.to) : id;
}

function renamedEdit(
  { client, clock, end, deletes }: Edit,
  shifts: Shifts,
  fresh: number,
  length: number,
): Edit {
  const { from, to } = shifts.get(client) ?? { from: 0, to: 0 };
  const now = (at: number) => Math.min(Math.max(at, from) - from + to, length);
  return {
    client: fresh,
    clock: now(clock),
    end: now(end),
    deletes: renamedRanges(deletes, shifts, fresh),
  };
}

function add(ranges: Ranges, client: number, clock: number, until: number): void {
  if (until > clock)
    ranges.set(client, [...(ranges.get(client) ?? []), { clock, len: until - clock }]);
}

/** The same ranges as they are called now. */
function renamedRanges(all: Ranges, shifts: Shifts, fresh: number): Ranges {
  const renamed: Ranges = new Map();
  for (const [client, ranges] of all) {
    const shift = shifts.get(client);
    for (const { clock, len } of ranges) {
      add(renamed, client, clock, shift ? Math.min(shift.from, clock + len) : clock + len);
      if (shift)
        add(
          renamed,
          fresh,
          Math.max(clock, shift.from) - shift.from + shift.to,
          clock + len - shift.from + shift.to,
        );
    }
  }
  return renamed;
}

/** The same without what this client has beyond a clock. */
function upTo(all: Ranges, client: number, end: number): Ranges {
  const left: Ranges = new Map();
  for (const [each, ranges] of all) {
    for (const { clock, len } of ranges)
      add(left, each, clock, each === client ? Math.min(clock + len, end) : clock + len);
  }
  return left;
}

/** What is in the first and not in the second. */
function without(all: Ranges, less: Ranges): Ranges {
  const left: Ranges = new Map();
  for (const [client, ranges] of all) {
    const cuts = [...(less.get(client) ?? [])].sort((one, other) => one.clock - other.clock);
    for (const { clock, len } of ranges) {
      let at = clock;
      for (const cut of cuts) {
        add(left, client, at, Math.min(cut.clock, clock + len));
        at = Math.max(at, cut.clock + cut.len);
      }
      add(left, client, at, clock + len);
    }
  }
  return left;
}

/** A delete set, as it ends an update. */
export function writeDeletes(encoder: Y.UpdateEncoderV1, deletes: Ranges): void {
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

/** The same place in the pad; beside the next letter before it that stands there, where its own does not. */
export function renamedCaret(
  { place, ...rest }: Caret,
  own: Y.Doc,
  pad: Y.Doc,
  renamed: Rename,
): Caret {
  const by = ({ type, tname, item, assoc }: Y.RelativePosition) => {
    const line = type && renamed(type);
    const beside = item && renamed(item);
    if (!item || !beside || isIn(pad, beside))
      return new Y.RelativePosition(line, tname, beside, assoc);
    const before = beforeIn(own, item, (id) => isIn(pad, renamed(id)));
    return new Y.RelativePosition(
      line ?? lineOf(own, item, renamed),
      tname,
      before && renamed(before),
      -1,
    );
  };
  return { ...rest, place: { ...place, anchor: by(place.anchor), head: by(place.head) } };
}

const isIn = ({ store }: Y.Doc, { client, clock }: Y.ID): boolean =>
  Y.getState(store, client) > clock;

/** The line that a letter stands in, as it is called now. */
function lineOf(own: Y.Doc, id: Y.ID, renamed: Rename): Y.ID | null {
  const item: unknown = Y.getItem(own.store, id);
  const line = item instanceof Y.Item ? itemOf(item.parent) : null;
  return line && renamed(line.id);
}

/** The last unit before this one, or itself, of which this is true. */
function beforeIn(own: Y.Doc, id: Y.ID, is: (id: Y.ID) => boolean): Y.ID | null {
  let { clock } = id;
  const start: unknown = Y.getItem(own.store, id);
  for (let item = start instanceof Y.Item ? start : null; item; item = item.left) {
    for (; clock >= item.id.clock; clock -= 1) {
      const unit = Y.createID(item.id.client, clock);
      if (is(unit)) return unit;
    }
    clock = item.left ? item.left.lastId.clock : 0;
  }
  return null;
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
