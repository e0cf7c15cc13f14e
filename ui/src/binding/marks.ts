/** Marks and the attributes of Yjs' text, in the form that y-prosemirror writes: several marks of one type get a hash behind their name. */
import { toBase64 } from "lib0/buffer";
import * as sha256 from "lib0/hash/sha256";
import { encodeAny } from "lib0/buffer";
import { Mark, type MarkType, type Schema } from "prosemirror-model";

export type Attributes = Record<string, unknown>;

/**
 * The mark that carries what this editor does not know of the letters, so that it goes where they go. A schema without it
 * leaves it where it stands.
 */
export const UNKNOWN = "unknown";
/** What is longer stays where it is: it is in the page once for each run of letters. */
const UNKNOWN_MAX = 2000;

const HASHED = /^(.*)--[a-zA-Z0-9+/=]{8}$/;
const HASH_BYTES = 6;

/** The mark's type behind an attribute's name. */
export const markNameOf = (attribute: string): string => HASHED.exec(attribute)?.[1] ?? attribute;

function hashOf(mark: Mark): string {
  const digest = sha256.digest(encodeAny(mark.toJSON()));
  const folded = digest.slice(0, HASH_BYTES);
  for (let i = HASH_BYTES; i < digest.length; i++)
    folded[i % HASH_BYTES] = (folded[i % HASH_BYTES] as number) ^ (digest[i] as number);
  return toBase64(folded);
}

/** Whether a letter can have several marks of this type. */
const overlaps = (type: MarkType): boolean => !type.excludes(type);

export const attributeOf = (mark: Mark): string =>
  overlaps(mark.type) ? `${mark.type.name}--${hashOf(mark)}` : mark.type.name;

export function attributesOf(marks: readonly Mark[]): Attributes {
  const attributes: Attributes = {};
  for (const mark of marks) {
    if (mark.type.name === UNKNOWN) Object.assign(attributes, carriedBy(mark));
    else attributes[attributeOf(mark)] = mark.attrs;
  }
  return attributes;
}

/** The attributes in a mark that carries them. It may come from a clipboard, with anything in it. */
export function carriedBy({ type, attrs }: Mark): Attributes {
  try {
    const carried: unknown = JSON.parse(String(attrs.stringValue));
    return carried !== null && typeof carried === "object"
      ? unknownOf(type.schema, carried as Attributes)
      : {};
  } catch {
    return {};
  }
}

/** A mark that any page of ours can draw: of a known type, and with plain values. */
function markOf(schema: Schema, name: string, value: unknown): Mark | null {
  const type = schema.marks[markNameOf(name)];
  if (!type || type.name === UNKNOWN) return null;
  const given = value !== null && typeof value === "object" ? (value as Attributes) : {};
  const attrs: Attributes = {};
  for (const [key, spec] of Object.entries(type.spec.attrs ?? {})) {
    const own = given[key];
    if (own === undefined) continue;
    if (spec.default !== undefined && spec.default !== null && typeof own !== typeof spec.default)
      continue;
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
  /** There was more, which no mark carries. */
  veiled: boolean;
}

export function marksOf(schema: Schema, attributes: Attributes | undefined): Marked {
  if (!attributes) return { marks: Mark.none, veiled: false };
  let marks: readonly Mark[] = Mark.none;
  for (const [name, value] of Object.entries(attributes)) {
    const mark = markOf(schema, name, value);
    if (mark) marks = mark.addToSet(marks); // of those that exclude one another the editor takes but one
  }
  const unknown = Object.entries(unknownOf(schema, attributes)).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  if (unknown.length === 0) return { marks, veiled: false };
  const stringValue = JSON.stringify(Object.fromEntries(unknown));
  const carrier =
    stringValue.length > UNKNOWN_MAX ? undefined : schema.marks[UNKNOWN]?.create({ stringValue });
  const carried = carrier?.addToSet(marks) ?? marks;
  return { marks: carried, veiled: !carrier?.isInSet(carried) };
}

/** What of these attributes this editor does not know. */
export function unknownOf(schema: Schema, attributes: Attributes | undefined): Attributes {
  const entries = Object.entries(attributes ?? {}).filter(
    ([name]) => markNameOf(name) === UNKNOWN || !schema.marks[markNameOf(name)],
  );
  return Object.fromEntries(entries);
}
