/** All keys of the page, in groups, as the list of them shows it. */
import { isApple } from "../../kit/keyboardKeys";
import { f } from "../../strings/find";
import { y } from "../../strings/keys";
import { k } from "../../strings/keybar";
import { m } from "../../strings/menus";
import { w } from "../../strings/who";
import type { Titles } from "../tools";

/** What is done, and the shortcuts that do it: `Mod` is ⌘ on a Mac; one after another where there is a space between. */
export type Row = readonly [what: string, ...shortcuts: string[]];

export interface Group {
  title: string;
  rows: readonly Row[];
  /** Its signs are typed, and not pressed together. */
  typed?: boolean;
}

const lines = (): Group => ({
  title: y.lines,
  rows: [
    [m.block, "Shift+F10"],
    [m.duplicate, "Mod+D"],
    [m.move.up, "Mod+Shift+ArrowUp"],
    [m.move.down, "Mod+Shift+ArrowDown"],
    [k.indent, "Tab"],
    [k.outdent, "Shift+Tab"],
    [y.tick, "Mod+Enter"],
    [y.breaks, "Shift+Enter"],
  ],
});

const kinds = (said: Titles): Group => ({
  title: m.turnInto,
  rows: [
    [said.paragraph.title, "Mod+Alt+0"],
    [said.heading.title, "Mod+Alt+1"],
    [said.heading_2.title, "Mod+Alt+2"],
    [said.heading_3.title, "Mod+Alt+3"],
    [said.quote.title, "Mod+Alt+Q"],
    [said.toggle_list.title, "Mod+Shift+6"],
    [said.numbered_list.title, "Mod+Shift+7"],
    [said.bullet_list.title, "Mod+Shift+8"],
    [said.check_list.title, "Mod+Shift+9"],
  ],
});

const typed = (said: Titles): Group => ({
  title: y.typed,
  typed: true,
  rows: [
    [m.slash, "/"],
    [m.emoji, ":"],
    [said.heading.title, "#"],
    [said.bullet_list.title, "-"],
    [said.numbered_list.title, "1."],
    [said.check_list.title, "[]"],
    [said.quote.title, ">"],
    [said.code_block.title, "```"],
    [said.divider.title, "---"],
  ],
});

const words = (): Group => ({
  title: m.words,
  rows: [
    [m.format, "Alt+F10"],
    [k.bold, "Mod+B"],
    [k.italic, "Mod+I"],
    [k.underline, "Mod+U"],
    [k.strike, "Mod+Shift+S"],
    [k.code, "Mod+E"],
    [k.link, "Mod+K"],
  ],
});

const page = (): Group => ({
  title: y.page,
  rows: [
    [k.undo, "Mod+Z"],
    [y.redo, "Mod+Shift+Z"],
    [f.words, "Mod+F"],
    [f.next, isApple ? "Mod+G" : "F3"],
    [f.replacing, isApple ? "Mod+Alt+F" : "Mod+H"],
    [w.show, isApple ? "Ctrl+Mod+W" : "Alt+Shift+W"],
    [y.leave, "Escape Tab"],
    [y.sheet, "Mod+/"],
  ],
});

/** `said`: what the editor calls its blocks. */
export const groupsOf = (said: Titles): readonly Group[] => [
  lines(),
  kinds(said),
  typed(said),
  words(),
  page(),
];
