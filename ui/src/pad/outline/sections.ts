/** The headings of a text, and what stands below each. */
import type { Node } from "@tiptap/pm/model";

export interface Section {
  /** Where the heading's own node begins. */
  pos: number;
  /** From 1 to 6, as its author chose it. */
  level: number;
  words: string;
  /** Tick boxes up to the next heading, and how many of them are ticked. */
  boxes: number;
  done: number;
}

/** A heading without words leads nowhere, and is none. */
export function sectionsOf(doc: Node): Section[] {
  const sections: Section[] = [];
  doc.descendants((node, pos) => {
    const { type, attrs } = node;
    const last = sections.at(-1);
    if (type.name === "heading" && node.textContent.trim())
      sections.push({
        pos,
        level: Number(attrs.level),
        words: node.textContent,
        boxes: 0,
        done: 0,
      });
    else if (type.name === "checkListItem" && last) {
      last.boxes += 1;
      if (attrs.checked) last.done += 1;
    }
    return !node.isTextblock && !type.spec.tableRole;
  });
  return sections;
}

/** The last section that this is true of; -1: none. */
export function lastOf(sections: readonly Section[], is: (section: Section) => boolean): number {
  let at = sections.length - 1;
  while (at >= 0 && !is(sections[at] as Section)) at -= 1;
  return at;
}
