/** Blocks in Yjs: what has an id, what it says, and what is nested in it. */
import * as Y from "yjs";
import { bornIn, type Born } from "./born";
import { lettersInText } from "./track";
import { bornWith, contentOf } from "./yjs";

export const idOf = (type: unknown): unknown =>
  type instanceof Y.XmlElement ? type.getAttribute("id") : undefined;
export const isBlock = (type: unknown): type is Y.XmlElement => typeof idOf(type) === "string";
/** What nested blocks stand in. */
export const isGroup = (type: unknown): type is Y.XmlElement =>
  type instanceof Y.XmlElement && !isBlock(type) && contentOf(type).some(isBlock);
export const isSaying = (type: unknown): type is Y.XmlElement =>
  type instanceof Y.XmlElement && !isBlock(type) && !isGroup(type);

/** What a block says, without what is nested in it. */
export const sayingOf = (type: Y.XmlElement): Y.XmlElement | undefined =>
  isBlock(type) ? contentOf(type).find(isSaying) : type;

export const textsIn = (type: Y.XmlElement): Y.XmlText[] =>
  [...type.createTreeWalker(() => true)].filter(
    (each): each is Y.XmlText => each instanceof Y.XmlText,
  );
export const wordsIn = (type: Y.XmlElement): string => textsIn(type).map(lettersInText).join("\n");

/** What a line was born with; `null` for what is no line, or has more than one text. */
export function bornLine(type: Y.XmlElement | undefined): Born | null {
  const [text, ...more] = type ? textsIn(sayingOf(type) ?? type) : [];
  return text && more.length === 0 ? bornIn(text) : null;
}

/** How many blocks came in one with a copy: the same for whoever asks, and whenever; `null` if it is forgotten. */
export const sizeOf = (copy: Y.XmlElement): number | null =>
  isBlock(copy) ? (bornWith(copy)?.filter(isBlock).length ?? null) : 0;
