/** Marks and the attributes of Yjs' text, in the form that y-prosemirror writes: several marks of one type get a hash behind their name. */
import { toBase64 } from "lib0/buffer";
import * as sha256 from "lib0/hash/sha256";
import { encodeAny } from "lib0/buffer";
import { Mark, type MarkType, type Schema } from "prosemirror-model";

export type Attributes = Record<string, unknown>;

const HASHED = /^(.*)--[a-zA-Z0-9+/=]{8}$/;
const HASH_BYTES = 6;

/** The mark's type behind an attribute's name. */
export const markNameOf = (attribute: string): string => HASHED.exec(attribute)?.[1] ?? attribute;

function hashOf(mark: Mark): string {
  const digest = sha256.digest(encodeAny(mark.toJSON()));
  const folded = digest.slice(0, HASH_BYTES);
  for (let i = HASH_BYTES; i < digest.length; i++) folded[i % HASH_BYTES] = (folded[i % HASH_BYTES] as number) ^ (digest[i] as number);
  return toBase64(folded);
}

/** Whether a letter can have several marks of this type. */
const overlaps = (type: MarkType): boolean => !type.excludes(type);

export const attributeOf = (mark: Mark): string => (overlaps(mark.type) ? `${mark.type.name}--${hashOf(mark)}` : mark.type.name);

export function attributesOf(marks: readonly Mark[]): Attributes {
  const attributes: Attributes = {};
  for (const mark of marks) attributes[attributeOf(mark)] = mark.attrs;
  return attributes;
}

/** A mark that any page of ours can draw: of a known type, and with plain values. */
function markOf(schema: Schema, name: string, value: unknown): Mark | null {
  const type = schema.marks[markNameOf(name)];
  if (!type) return null;
  const given = value !== null && typeof value === "object" ? (value as Attributes) : {};
  const attrs: Attributes = {};
  for (const [key, spec] of Object.entries(type.spec.attrs ?? {})) {
    const own = given[key];
    if (own === undefined) continue;
    if (spec.default !== undefined && spec.default !== null && typeof own !== typeof spec.default) continue;
    if (typeof own === "object" && own !== null) return null;
    attrs[key] = own;
  }
  if (type.name === "link" && typeof attrs.href !== "string") return null;
  try {
    return type.create(attrs);
  } catch {
    return null; // it lacks a value that has no default
  }
}

export interface Marked {
  marks: readonly Mark[];
  /** There was more than can be shown. */
  veiled: boolean;
}

export function marksOf(schema: Schema, attributes: Attributes | undefined): Marked {
  if (!attributes) return { marks: Mark.none, veiled: false };
  let marks: readonly Mark[] = Mark.none;
  let veiled = false;
  for (const [name, value] of Object.entries(attributes)) {
    const mark = markOf(schema, name, value);
    if (mark) marks = mark.addToSet(marks); // of those that exclude one another the editor takes but one
    else veiled = true;
  }
  return { marks, veiled };
}

/** What of these attributes this editor does not know. */
export function unknownOf(schema: Schema, attributes: Attributes | undefined): Attributes {
  const entries = Object.entries(attributes ?? {}).filter(([name]) => !schema.marks[markNameOf(name)]);
  return Object.fromEntries(entries);
}
