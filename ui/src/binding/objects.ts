/**
 * What stands among letters and is none (Yjs' embeds): a letter `OBJECT` is shown in its place, whose mark carries it, so that it goes
 * where the letter goes. A schema without that mark, or one that is too long for it, leaves it where it stands.
 */
import type { Node } from "prosemirror-model";
import * as Y from "yjs";
import { valueOf } from "./clone";
import { attributesOf, type Attributes } from "./marks";
import { OBJECT } from "./shown";
import { nameOf, typeNamed } from "./yjs";

/** By the name `OBJECT` among the attributes: a value is carried as it is, a type by its name: it can't be written into a mark. */
type Carried = { is: unknown } | { named: string };

export interface Segment {
  insert: unknown;
  attributes?: Attributes;
}

export const lettersFrom = (insert: unknown): string =>
  insert === undefined ? "" : typeof insert === "string" ? insert : OBJECT;

/** The attributes of a segment, with what stands there if that is no letter. */
export function carrying({ insert, attributes }: Segment): Attributes | undefined {
  if (typeof insert === "string") return attributes;
  const carried: Carried =
    insert instanceof Y.AbstractType ? { named: nameOf(insert) } : { is: insert };
  return { ...attributes, [OBJECT]: carried };
}

function objectFrom(carried: unknown, doc: Y.Doc | null): unknown {
  const { is, named } = (carried ?? {}) as { is?: unknown; named?: unknown };
  if (typeof named === "string") return valueOf(doc && typeNamed(doc, named));
  return typeof is === "object" ? is : null;
}

/** What these nodes say, as Yjs takes it. Who types beside an object has its mark and not the object. */
export function segmentsOf(nodes: readonly Node[], doc: Y.Doc | null): Required<Segment>[] {
  return nodes.flatMap((node) => {
    const letters = node.text ?? "";
    const { [OBJECT]: carried, ...attributes } = attributesOf(node.marks);
    if (carried === undefined) return [{ insert: letters, attributes }];
    return letters
      .split(OBJECTS)
      .filter(Boolean)
      .map((part) => ({
        insert: part === OBJECT ? (objectFrom(carried, doc) ?? OBJECT) : part,
        attributes,
      }));
  });
}

/** Whether what is read of these nodes, once they are written, is not what they are: a copy has another name, and letters are no object. */
export const readsOtherwise = (nodes: readonly Node[]): boolean =>
  nodes.some(({ text = "", marks }) => {
    const carried = attributesOf(marks)[OBJECT] as Partial<Carried> | undefined;
    return carried && ("named" in carried || text.replaceAll(OBJECT, "") !== "");
  });

const OBJECTS = new RegExp(`(${OBJECT})`);
