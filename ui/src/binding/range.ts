/** Attributes come into range on reading: what another program wrote never decides how long a page works, or whether. */
import type { Attrs, NodeType } from "prosemirror-model";
import type * as Y from "yjs";
import { nameOf } from "./yjs";

/** No table of people is wider or higher than this; a span of millions would hang every page. */
const SPAN_MAX = 1000;

interface Prop {
  default?: unknown;
  type?: string;
  values?: readonly unknown[];
}

/** What BlockNote says of a block's properties, where the editor is BlockNote. */
function propsOf(type: NodeType): Record<string, Prop> {
  const editor = type.schema.cached.blockNoteEditor as
    | { schema?: { blockSchema?: Record<string, { propSchema?: Record<string, Prop> }> } }
    | undefined;
  return editor?.schema?.blockSchema?.[type.name]?.propSchema ?? {};
}

const isSpan = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= SPAN_MAX;

const isWidth = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length <= SPAN_MAX &&
  value.every((width) => Number.isFinite(width) && width >= 0);

function fits(value: unknown, prop: Prop | undefined, fallback: unknown): boolean {
  if (prop?.values) return prop.values.includes(value);
  const wanted =
    prop?.type ?? (fallback === null || fallback === undefined ? undefined : typeof fallback);
  if (wanted === "number") return Number.isFinite(value);
  if (wanted !== undefined) return typeof value === wanted;
  return value === null || typeof value !== "object";
}

function inRange(type: NodeType, name: string, value: unknown, fallback: unknown): unknown {
  if (name === "colspan" || name === "rowspan") return isSpan(value) ? value : 1;
  if (name === "colwidth") return isWidth(value) ? value : null;
  return fits(value, propsOf(type)[name], fallback) ? value : fallback;
}

/** The attributes of an element as the editor may see them. A block without an id gets one that is the same on every page. */
export function attrsOf(type: NodeType, element: Y.XmlElement): Attrs {
  const attrs: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(type.spec.attrs ?? {})) {
    const value: unknown = element.getAttribute(name);
    const fallback: unknown = spec.default;
    if (name === "id" && type.isInGroup("bnBlock"))
      attrs[name] = typeof value === "string" && value !== "" ? value : nameOf(element);
    else if (value === undefined || value === null) attrs[name] = value ?? fallback;
    else attrs[name] = inRange(type, name, value, fallback);
    if (attrs[name] === undefined) delete attrs[name];
  }
  return attrs;
}
