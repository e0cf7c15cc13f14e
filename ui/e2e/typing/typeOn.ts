/** What turns into something else as one types it, and where the words go that one types next. */
import { comeTo } from "../browsers/hands";
import type { Desk } from "./desk";

export interface TypedOn {
  typed: string;
  /** The lines that stand there afterwards. */
  reads: string[];
}

const line = (typed: string, ...reads: string[]): TypedOn => ({ typed, reads });

/** Shortcuts for kinds of blocks, as they are typed at the start of an empty line. */
export const BLOCKS: TypedOn[] = [
  ...["#", "##", "###", "####", "#####", "######"].map((marks) =>
    line(`${marks} words go on`, "heading: words go on"),
  ),
  line("> words go on", "quote: words go on"),
  line('" words go on', "quote: words go on"),
  ...["-", "*", "+"].map((mark) =>
    line(`${mark} words\ngo on`, "bulletListItem: words", "bulletListItem: go on"),
  ),
  ...["1.", "7."].map((mark) =>
    line(`${mark} words\ngo on`, "numberedListItem: words", "numberedListItem: go on"),
  ),
  ...["[]", "[ ]"].map((mark) =>
    line(`${mark} words\ngo on`, "checkListItem: words", "checkListItem: go on"),
  ),
  line("[x] words\ngo on", "checkListItem ✓: words", "checkListItem: go on"),
  line("``` let it = 1;\nbe", "codeBlock: let it = 1;\nbe"),
  line("```rust let it = 1;", "codeBlock: let it = 1;"),
  line("```rust\nlet it = 1;", "codeBlock: let it = 1;"),
  line("---words go on", "divider:", "paragraph: words go on"),
  line("---\nwords go on", "divider:", "paragraph:", "paragraph: words go on"),
  line("------words go on", "divider:", "divider:", "paragraph: words go on"),
  line("a--- b", "paragraph: a--- b"),
];

/** Marks, and what looks like one and is none. */
export const MARKS: TypedOn[] = [
  line("a **bold** word", "paragraph: a bold word"),
  line("a __bold__ word", "paragraph: a bold word"),
  line("a *slanted* word", "paragraph: a slanted word"),
  line("a _slanted_ word", "paragraph: a slanted word"),
  line("a ~~struck~~ word", "paragraph: a struck word"),
  line("a `code` word", "paragraph: a code word"),
  line(
    "see https://example.org/a_b_c and\ngo on",
    "paragraph: see https://example.org/a_b_c and",
    "paragraph: go on",
  ),
  line("mail to anna@example.org now", "paragraph: mail to anna@example.org now"),
  ...[
    "2 * 3 * 4 * 5",
    "2 *3 * 4*",
    "a ** b ** c",
    "a _ b _ c",
    "a ~~ b ~~ c",
    "a_b_c and a__b__c",
  ].map((words) => line(words, `paragraph: ${words}`)),
  line("2 * 3 and *4* and 5 * 6", "paragraph: 2 * 3 and 4 and 5 * 6"),
];

/** Keys that turn the line into another kind. */
export const KEYS: { keys: string[]; reads: string }[] = [
  ...["1", "2", "3"].map((level) => ({
    keys: ["Control", "Alt", level],
    reads: "heading: words go on",
  })),
  { keys: ["Control", "Alt", "0"], reads: "paragraph: words go on" },
  { keys: ["Control", "Alt", "q"], reads: "quote: words go on" },
  { keys: ["Control", "Shift", "7"], reads: "numberedListItem: words go on" },
  { keys: ["Control", "Shift", "8"], reads: "bulletListItem: words go on" },
  { keys: ["Control", "Shift", "9"], reads: "checkListItem: words go on" },
];

/** What the menu after `/` offers, and where the words land that one types next. */
export const MENU: Record<string, string[]> = {
  "Heading 1": ["heading: words go on"],
  "Heading 2": ["heading: words go on"],
  "Heading 3": ["heading: words go on"],
  Quote: ["quote: words go on"],
  Note: ["quote: words go on"],
  Tip: ["quote: words go on"],
  Important: ["quote: words go on"],
  Warning: ["quote: words go on"],
  Caution: ["quote: words go on"],
  "Toggle List": ["toggleListItem: words go on"],
  "Numbered List": ["numberedListItem: words go on"],
  "Bullet List": ["bulletListItem: words go on"],
  "Check List": ["checkListItem: words go on"],
  Paragraph: ["paragraph: words go on"],
  "Code Block": ["codeBlock: words go on"],
  Table: ["table: words go on |  |  |  |  |"],
  Divider: ["divider:", "paragraph: words go on"],
  Emoji: [],
  // a file is asked for
  Picture: [],
  File: [],
};

/** Types each between two other lines, and looks whether those stay as they are. */
export async function typeOn({ lay, hands, shows }: Desk, tries: TypedOn[]): Promise<void> {
  for (const { typed, reads } of tries) {
    await lay(
      { kind: "paragraph", words: "above" },
      { kind: "paragraph" },
      { kind: "paragraph", words: "below" },
    );
    await comeTo(hands, 1, "end");
    await hands.type(typed);
    await shows(["paragraph: above", ...reads, "paragraph: below"], typed);
  }
}
