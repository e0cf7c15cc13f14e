/** A large update in parts, since the server takes no more than a mebibyte at once. Each part needs only what came in those before it. */
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

/** Bytes of a part: a quarter of what the server takes. */
export const PART_MAX = 256 << 10;

type Struct = ReturnType<typeof Y.decodeUpdate>["structs"][number];
type Deleted = ReturnType<typeof Y.decodeUpdate>["ds"];

/** Structs of one client, one right behind the other. */
interface Run {
  client: number;
  clock: number;
  count: number;
  structs: Y.UpdateEncoderV1;
}

/** Letters take three bytes at most, and a pair of two that are one sign is not parted. */
function* lettersIn(text: string, most: number): Generator<string> {
  const step = Math.floor(most / 3);
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = from + step;
    if (/[\uD800-\uDBFF]/.test(text[to - 1] ?? "") && to < text.length) to -= 1;
    yield text.slice(from, to);
  }
}

/** A struct in pieces of at most so many bytes; nothing but letters can be that long. */
function* cut(struct: Struct, most: number): Generator<Struct> {
  if (
    !(struct instanceof Y.Item && struct.content instanceof Y.ContentString) ||
    struct.length * 3 <= most
  )
    return yield struct;
  let { origin } = struct;
  let { clock } = struct.id;
  for (const letters of lettersIn(struct.content.str, most)) {
    yield new Y.Item(
      Y.createID(struct.id.client, clock),
      null,
      origin,
      null,
      struct.rightOrigin,
      struct.parent,
      struct.parentSub,
      new Y.ContentString(letters),
    );
    clock += letters.length;
    origin = Y.createID(struct.id.client, clock - 1);
  }
}

function written(runs: readonly Run[], deleted: Deleted["clients"]): Uint8Array {
  return encoding.encode((to) => {
    encoding.writeVarUint(to, runs.length);
    for (const { client, clock, count, structs } of runs) {
      for (const number of [count, client, clock]) encoding.writeVarUint(to, number);
      encoding.writeUint8Array(to, encoding.toUint8Array(structs.restEncoder));
    }
    encoding.writeVarUint(to, deleted.size);
    for (const [client, ranges] of deleted) {
      for (const number of [
        client,
        ranges.length,
        ...ranges.flatMap(({ clock, len }) => [clock, len]),
      ])
        encoding.writeVarUint(to, number);
    }
  });
}

const bytesOf = (part: readonly Run[]): number =>
  part.reduce((sum, { structs }) => sum + encoding.length(structs.restEncoder), 0);

/** The same as several updates, to be taken one after the other: each has about `most` bytes, and twice as many at most. */
export function partsOf(update: Uint8Array, most = PART_MAX): Uint8Array[] {
  if (update.byteLength <= most) return [update];
  const { structs, ds } = Y.decodeUpdate(update);
  const parts: Run[][] = [[]];
  for (const struct of structs.flatMap((each) => [...cut(each, most)])) {
    if (bytesOf(parts.at(-1) ?? []) >= most) parts.push([]);
    const part = parts.at(-1) as Run[];
    const { client, clock } = struct.id;
    if (part.at(-1)?.client !== client)
      part.push({ client, clock, count: 0, structs: new Y.UpdateEncoderV1() });
    const run = part.at(-1) as Run;
    struct.write(run.structs, 0);
    run.count += 1;
  }
  return parts.map((part, i) => written(part, i === parts.length - 1 ? ds.clients : new Map()));
}
