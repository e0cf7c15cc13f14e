/** Copies of what others wrote, with all that this editor does not know. */
import * as Y from "yjs";
import { attributesIn, itemsOf, itemOf } from "./yjs";

export type Copied = Y.XmlElement | Y.XmlText;

/** A new type that says what another says, or what it said when it was deleted; `null` for what is neither element nor text. */
export function copyOf(type: unknown): Copied | null {
  return type instanceof Y.XmlElement || type instanceof Y.XmlText
    ? new Copyist(type).copy()
    : null;
}

const valueOf = (value: unknown): unknown =>
  value instanceof Y.AbstractType ? (copyOf(value) ?? value.clone()) : value;

class Copyist {
  readonly #type: Copied;
  readonly #isGone: boolean;

  constructor(type: Copied) {
    this.#type = type;
    this.#isGone = itemOf(type)?.deleted ?? false;
  }

  copy(): Copied {
    const type =
      this.#type instanceof Y.XmlText ? this.#text(this.#type) : this.#element(this.#type);
    for (const [name, item] of attributesIn(this.#type)) {
      if (this.#isThere(item))
        type.setAttribute(name, valueOf(item.content.getContent()[item.length - 1]) as string);
    }
    return type;
  }

  /** What was deleted before its parent was has no content any more. */
  #isThere({ content, deleted }: Y.Item): boolean {
    return !(content instanceof Y.ContentDeleted) && (this.#isGone || !deleted);
  }

  #element(source: Y.XmlElement): Y.XmlElement {
    const type = new Y.XmlElement(source.nodeName);
    const things: unknown[] = [];
    for (const item of itemsOf(source)) {
      if (item.countable && this.#isThere(item))
        for (const thing of item.content.getContent()) things.push(valueOf(thing));
    }
    type.insert(0, things as Copied[]);
    return type;
  }

  #text(source: Y.XmlText): Y.XmlText {
    const type = new Y.XmlText();
    const delta: object[] = [];
    const attributes: Record<string, unknown> = {};
    for (const item of itemsOf(source)) {
      if (!this.#isThere(item)) continue;
      const { content } = item;
      if (content instanceof Y.ContentFormat) attributes[content.key] = content.value;
      else if (content instanceof Y.ContentString)
        delta.push({ insert: content.str, attributes: { ...attributes } });
      else
        for (const thing of content.getContent())
          delta.push({ insert: valueOf(thing), attributes: { ...attributes } });
    }
    type.applyDelta(delta);
    return type;
  }
}
