/** The text by its headings, one at a time, and which one is shown. */
import type * as Y from "yjs";
import { contentIn, elementsIn, GROUP, lettersIn } from "./reading";

/** A heading and all up to the next; what stands before the first heading has no words. */
export interface Section {
  /** Stays while the heading does. */
  id: string;
  words: string;
  level: number;
  blocks: Y.XmlElement[];
}

/** A heading whose words are longer is cut: it stands in one line. */
const WORDS_MAX = 200;

const LINES = new Set(["paragraph", "heading"]);

/** Nothing but empty lines, and no heading. */
export const isBlankSection = ({ words, blocks }: Section): boolean =>
  words === "" && blocks.every(isBlank);

const isBlank = (block: Y.XmlElement): boolean => {
  const content = contentIn(block);
  if (elementsIn(block).some(({ nodeName }) => nodeName === GROUP)) return false;
  return !content || (LINES.has(content.nodeName) && lettersIn(content).trim() === "");
};

/** In the order of the text. A heading without words leads nowhere, and is none. */
export function sectionsOf(blocks: readonly Y.XmlElement[]): Section[] {
  const sections: Section[] = [{ id: "", words: "", level: 0, blocks: [] }];
  for (const block of blocks) {
    const content = contentIn(block);
    const words = content?.nodeName === "heading" ? lettersIn(content).trim() : "";
    if (words)
      sections.push({
        id: String(block.getAttribute("id") ?? words),
        words: words.slice(0, WORDS_MAX),
        level: Number(content?.getAttribute("level")) || 1,
        blocks: [],
      });
    sections.at(-1)?.blocks.push(block);
  }
  const [lead, ...headed] = sections;
  return headed.length > 0 && lead?.blocks.every(isBlank) ? headed : sections;
}

/** The heading above a section, of which it is a part. */
export function above(sections: readonly Section[], at: number): Section | null {
  const { level = 0 } = sections[at] ?? {};
  for (let i = at - 1; i >= 0; i -= 1) {
    const section = sections[i] as Section;
    if (section.level > 0 && section.level < level) return section;
  }
  return null;
}

/** So many headings are offered at once: a room reads no more, and a text may have any number of them. */
const OFFERED = 31;

/** Where the headings begin and end that are offered, as many before the present one as behind it. */
export function offered(count: number, at: number): { from: number; to: number } {
  const from = Math.max(0, Math.min(at - Math.floor(OFFERED / 2), count - OFFERED));
  return { from, to: Math.min(count, from + OFFERED) };
}

/** Which section is shown: the one that whoever shows has gone to last, or one that was chosen at the wall since. */
export interface Choice {
  shown: string | null;
  /** Where it stood: if the heading goes, the wall stays there. */
  at: number;
  followed: string | null;
}

export const NO_CHOICE: Choice = { shown: null, at: 0, followed: null };

/** Whoever shows stands in this section now, at this place; `null` where nobody does. */
export const follow = (choice: Choice, section: string | null, at = choice.at): Choice =>
  section === null || section === choice.followed
    ? choice
    : { shown: section, at, followed: section };

/** Somebody at the wall chooses the section at this place. */
export const choose = (choice: Choice, shown: string, at: number): Choice => ({
  ...choice,
  shown,
  at,
});

/** The place of the section that is shown. Where two have one id, it is the one that was gone to. */
export function placeOf(sections: readonly Section[], { shown, at }: Choice): number {
  if (sections[at]?.id === shown) return at;
  const found = sections.findIndex(({ id }) => id === shown);
  return found >= 0 ? found : Math.max(0, Math.min(at, sections.length - 1));
}
