/** Copies of what others wrote, with all that this editor does not know. */
import * as Y from "yjs";
import { attributesIn, itemsOf, itemOf } from "./yjs";

export type Cloned = Y.XmlElement | Y.XmlText;

/** A new type that says what another says, or what it said when it was deleted; `null` for what is neither element nor text. */
export function cloneOf(type: unknown): Cloned | null {
  return type instanceof Y.XmlElement || type instanceof Y.XmlText ? new Cloner(type).copy() : null;
}

/** The same of anything. */
export function valueOf(value: unknown): unknown {
  if (value instanceof Y.Map || value instanceof Y.Array) return new Cloner(value).plain();
  return value instanceof Y.AbstractType ? (cloneOf(value) ?? value.clone()) : value;
}

class Cloner {
  readonly #type: Cloned | Y.Map<unknown> | Y.Array<unknown>;
  readonly #isGone: boolean;

  constructor(type: Cloned | Y.Map<unknown> | Y.Array<unknown>) {
    this.#type = type;
    this.#isGone = itemOf(type)?.deleted ?? false;
  }

  copy(): Cloned {
    const type = this.#type instanceof Y.XmlText ? this.#text(this.#type) : this.#element();
    for (const [name, value] of this.#named()) type.setAttribute(name, value as string);
    return type;
  }

  plain(): Y.Map<unknown> | Y.Array<unknown> {
    if (this.#type instanceof Y.Map) return new Y.Map(this.#named());
    const array = new Y.Array<unknown>();
    array.push(this.#things());
    return array;
  }

  #named(): [string, unknown][] {
    return [...attributesIn(this.#type)]
      .filter(([, item]) => this.#isThere(item))
      .map(([name, item]) => [name, valueOf(item.content.getContent()[item.length - 1])]);
  }

  #things(): unknown[] {
    return [...itemsOf(this.#type)]
      .filter((item) => item.countable && this.#isThere(item))
      .flatMap((item) => item.content.getContent().map(valueOf));
  }

  /** What was deleted before its parent was has no content any more. */
  #isThere({ content, deleted }: Y.Item): boolean {
    return !(content instanceof Y.ContentDeleted) && (this.#isGone || !deleted);
  }

  #element(): Y.XmlElement {
    const type = new Y.XmlElement((this.#type as Y.XmlElement).nodeName);
    type.insert(0, this.#things() as Cloned[]);
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
