/** The letters that a text was born with, and where they are now, whatever was written among them since. */
import * as Y from "yjs";
import { costOf, editsBetween, isLikely } from "./changes";
import { lettersInText } from "./track";
import { itemOf, itemsOf } from "./yjs";

/** The clock of a letter that did not come along. */
const GONE = -1;

/** Which of the things that a line has said, the last first, another has seen, to judge by what they made of it; `null` if none. */
export function seenOf(states: readonly string[], letters: string): string | null {
  let [best, least]: [string | null, number] = [null, Infinity];
  for (const state of states) {
    const [edit] = editsBetween(state, letters);
    if (!edit) return state;
    if (isLikely(edit, state.length) && costOf(edit) < least) [best, least] = [state, costOf(edit)];
  }
  return best;
}

export class Born {
  readonly text: Y.XmlText;
  readonly letters: string;
  /** The clock of each letter; all are of the client who made the text. */
  readonly clocks: readonly number[];

  constructor(text: Y.XmlText, letters: string, clocks: readonly number[]) {
    this.text = text;
    this.letters = letters;
    this.clocks = clocks;
  }

  /** The same line, told by what it said before its author changed it and took it along. */
  since(letters: string): Born {
    const [edit] = editsBetween(letters, this.letters);
    if (!edit) return this;
    const gone = Array.from({ length: edit.deleted }, () => GONE);
    const clocks = [...this.clocks.slice(0, edit.at), ...gone, ...this.clocks.slice(edit.to)];
    return new Born(this.text, letters, clocks);
  }

  /** Where each letter is now; -1 for one that is gone. */
  get places(): number[] {
    const client = itemOf(this.text)?.id.client;
    const found = new Map<number, number>();
    let at = 0;
    for (const item of itemsOf(this.text)) {
      if (item.deleted || !item.countable) continue;
      if (item.id.client === client)
        for (let i = 0; i < item.length; i++) found.set(item.id.clock + i, at + i);
      at += item.length;
    }
    return this.clocks.map((clock) => found.get(clock) ?? -1);
  }

  /** Whether these letters stand behind a place before the next letter that was born: somebody has brought them. */
  has(letters: string, place: number): boolean {
    const end = Math.min(...this.places.filter((each) => each >= place), this.text.length);
    return letters !== "" && lettersInText(this.text).slice(place, end).includes(letters);
  }

  /** The place behind the last of the first letters, as many as are given. */
  behind(many: number): number {
    return Math.max(0, ...this.places.slice(0, many).map((place) => place + 1));
  }
}

/** What came in one with the text itself; `null` if some of it is forgotten. */
export function bornIn(text: Y.XmlText): Born | null {
  const id = itemOf(text)?.id;
  if (!id) return null;
  const items = [...itemsOf(text)]
    .filter((item) => item.id.client === id.client)
    .sort((a, b) => a.id.clock - b.id.clock);
  const clocks: number[] = [];
  let [letters, next] = ["", id.clock + 1];
  for (const { id: own, content, length } of items) {
    if (own.clock !== next) break;
    next += length;
    if (content instanceof Y.ContentFormat) continue;
    if (!(content instanceof Y.ContentString)) return null;
    letters += content.str;
    for (let i = 0; i < length; i++) clocks.push(own.clock + i);
  }
  return new Born(text, letters, clocks);
}
