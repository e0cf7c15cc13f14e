/** What one has written in the last seconds: others may act without having seen it. */
import * as Y from "yjs";
import { itemOf, itemsFrom } from "./yjs";

/** So long after an edit (ms) others may act without having seen it. */
const ON_THE_WAY_MS = 3000;

/** What a line said before an edit. */
export interface Said {
  /** Its block's id. */
  id: string;
  text: Y.XmlText;
  letters: string;
  at: number;
  /** What it said then is not all of it: another line was joined to it. */
  joins: boolean;
}

export class Lately {
  readonly #doc: Y.Doc;
  /** From which unit on one wrote, and when. */
  #own: { clock: number; at: number }[] = [];
  #said: Said[] = [];

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  /** One is about to write. */
  begin(): void {
    const at = performance.now();
    const clock = Y.getState(this.#doc.store, this.#doc.clientID);
    const isRecent = (each: { at: number }) => at - each.at < ON_THE_WAY_MS;
    this.#own = [...this.#own.filter(isRecent), { clock, at }];
    this.#said = this.#said.filter(isRecent);
  }

  /** The line of a block says this, and is about to say something else. */
  note(id: unknown, text: Y.XmlText, letters: string): void {
    if (typeof id === "string")
      this.#said.push({ id, text, letters, at: performance.now(), joins: false });
  }

  /** One has written, and taken away lines. */
  tookLines(): void {
    const clock = this.#own.at(-1);
    for (const said of this.#said) if (clock && said.at >= clock.at) said.joins = true;
  }

  get said(): readonly Said[] {
    return this.#said;
  }

  get #since(): number {
    const at = performance.now();
    return this.#own.find((each) => at - each.at < ON_THE_WAY_MS)?.clock ?? Infinity;
  }

  get isIdle(): boolean {
    return this.#since === Infinity;
  }

  readonly isFresh = (type: unknown): boolean => {
    const id = itemOf(type)?.id;
    return id !== undefined && id.client === this.#doc.clientID && id.clock >= this.#since;
  };

  /** All elements that are new and still there. */
  get elements(): Y.XmlElement[] {
    const found: Y.XmlElement[] = [];
    for (const { content, deleted } of itemsFrom(this.#doc, this.#since))
      if (!deleted && content instanceof Y.ContentType && content.type instanceof Y.XmlElement)
        found.push(content.type);
    return found;
  }
}
