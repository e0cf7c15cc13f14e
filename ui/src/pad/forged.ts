/**
 * What others have written under one's own client ids, left out of what the pad sends: it would delete one's words, or take
 * their place.
 */
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { Ranges } from "./edits";
import { writeDeletes } from "./rebase";

type Struct = Y.Item | Y.GC;

/** An update without what it says of these ids beyond these clocks. */
export function withoutForged(update: Uint8Array, taken: ReadonlyMap<number, number>): Uint8Array {
  const { structs, ds } = Y.decodeUpdate(update);
  const own = (client: number) => taken.get(client) ?? Number.POSITIVE_INFINITY;
  const encoder = new Y.UpdateEncoderV1();
  writeStructs(
    encoder,
    (structs as Struct[]).filter(({ id, length }) => id.clock + length <= own(id.client)),
  );
  writeDeletes(encoder, upTo(ds.clients as Ranges, own));
  return encoder.toUint8Array();
}

/** Structs of one client follow each other, as they came. */
function writeStructs(encoder: Y.UpdateEncoderV1, structs: readonly Struct[]): void {
  const sections = new Map<number, Struct[]>();
  for (const struct of structs) {
    const section = sections.get(struct.id.client);
    if (section) section.push(struct);
    else sections.set(struct.id.client, [struct]);
  }
  encoding.writeVarUint(encoder.restEncoder, sections.size);
  for (const [client, section] of sections) {
    encoding.writeVarUint(encoder.restEncoder, section.length);
    encoder.writeClient(client);
    encoding.writeVarUint(encoder.restEncoder, (section[0] as Struct).id.clock);
    for (const struct of section) struct.write(encoder, 0);
  }
}

function upTo(all: Ranges, end: (client: number) => number): Ranges {
  const left: Ranges = new Map();
  for (const [client, ranges] of all) {
    const known = ranges
      .map(({ clock, len }) => ({ clock, len: Math.min(len, end(client) - clock) }))
      .filter(({ len }) => len > 0);
    if (known.length > 0) left.set(client, known);
  }
  return left;
}
