/** What people do to a text, by chance. */
import type { Block, BlockNoteEditor, PartialBlock } from "@blocknote/core";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow } from "prosemirror-tables";
import { TextSelection, type Command } from "prosemirror-state";
import type { Chance } from "./random";
import type { Person } from "./world";

type Act = (person: Person, chance: Chance, name: string) => void;

const anyBlock = ({ editor }: Person, chance: Chance): Block => chance.of(editor.document) as Block;
const KINDS = [
  "heading",
  "bulletListItem",
  "numberedListItem",
  "checkListItem",
  "quote",
  "codeBlock",
] as const;
/** A stock page has no callouts of its own. */
const kindBy = ({ isStock }: Person, chance: Chance): PartialBlock =>
  isStock || chance.below(4) > 0
    ? { type: chance.of(KINDS) }
    : ({
        type: "quote",
        props: { callout: chance.of(["note", "warning", "none of them"]) },
      } as PartialBlock);

const PASTES = [
  (word: string) => `<p>${word}</p>`,
  (word: string) => `<h2>${word}</h2><ul><li>one<ul><li>two</li></ul></li></ul>`,
  (word: string) => `<table><tr><td>${word}</td><td>b</td></tr><tr><td>c</td></tr></table>`,
  (word: string) => `<b>${word}</b> and <a href="https://example.org">a link</a>`,
];

/** Comes to the end or the start of a line, outside of tables. */
function toLine(person: Person, chance: Chance): boolean {
  const lines = person.lineBlocks;
  if (lines.length > 0)
    person.editor.setTextCursorPosition(chance.of(lines), chance.of(["start", "end"]));
  return lines.length > 0;
}

/** Does something in a cell, if there is one; the caret stays where it is. */
function inCell({ view }: Person, chance: Chance, command: Command): void {
  const { state } = view;
  const cells: number[] = [];
  state.doc.descendants(
    (node, pos) => void (node.type.name === "tableParagraph" && cells.push(pos + 1)),
  );
  if (cells.length === 0) return;
  const there = state.apply(
    state.tr.setSelection(TextSelection.create(state.doc, chance.of(cells))),
  );
  command(there, ({ steps }) => {
    const tr = state.tr;
    for (const step of steps) tr.step(step);
    view.dispatch(tr);
  });
}

const insertTable = (editor: BlockNoteEditor, beside: Block) =>
  editor.insertBlocks(
    [
      {
        type: "table",
        content: { type: "tableContent", rows: [{ cells: ["a", "b"] }, { cells: ["c", "d"] }] },
      },
    ],
    beside,
    "after",
  );

const types: Act = (person, chance, name) => {
  if (toLine(person, chance)) person.type(`w${name} `);
};
const presses: Act = (person, chance) => {
  if (toLine(person, chance)) person.key("Enter");
};
const inserts: Act = (person, chance, name) =>
  void person.editor.insertBlocks(
    [{ ...kindBy(person, chance), content: `b${name} ` } as PartialBlock],
    anyBlock(person, chance),
    chance.of(["before", "after"]),
  );
const pastes: Act = (person, chance, name) => {
  if (toLine(person, chance)) person.editor.pasteHTML(chance.of(PASTES)(`p${name}`));
};
const widens: Act = (person, chance) =>
  inCell(person, chance, chance.of([addColumnAfter, addRowAfter]));

const ACTS: Act[] = [
  types,
  types,
  types,
  types,
  types,
  types,
  presses,
  inserts,
  pastes,
  widens,
  (person, chance) => void insertTable(person.editor, anyBlock(person, chance)),
  (person, chance) => inCell(person, chance, chance.of([deleteColumn, deleteRow])),
  (person, chance) => {
    person.editor.setTextCursorPosition(anyBlock(person, chance), "start");
    chance.of([() => person.editor.moveBlocksUp(), () => person.editor.moveBlocksDown()])();
  },
  ({ editor }) => void (editor.canNestBlock() && editor.nestBlock()),
  ({ editor }) => void (editor.canUnnestBlock() && editor.unnestBlock()),
  (person, chance) =>
    void person.editor.updateBlock(anyBlock(person, chance), {
      props: { textColor: chance.of(["red", "blue", "default"]) } as never,
    }),
  (person, chance) =>
    void (
      person.lineBlocks.length > 0 &&
      person.editor.updateBlock(chance.of(person.lineBlocks), kindBy(person, chance))
    ),
  (person, chance) =>
    void (
      person.editor.document.length > 1 && person.editor.removeBlocks([anyBlock(person, chance)])
    ),
  (person, chance) => {
    if (toLine(person, chance)) person.editor.toggleStyles({ bold: true });
  },
  (person, chance) => {
    if (!toLine(person, chance)) return;
    const { tr, selection } = person.view.state;
    const { parent } = selection.$head;
    const start = selection.$head.start();
    if (parent.content.size > 0)
      person.view.dispatch(
        tr.addMark(
          start,
          start + 1 + chance.below(parent.content.size),
          person.view.state.schema.marks.bold!.create(),
        ),
      );
  },
];

/** One thing that a person may do. */
export const act: Act = (person, chance, name) => chance.of(ACTS)(person, chance, name);

/** One thing that takes no line from anybody who writes in it, and moves no caret; gives the words that came with it. */
export function reshape(person: Person, chance: Chance, name: string): string[] {
  const { editor } = person;
  const last = editor.document.at(-1) as Block;
  const word = `n${name}n`;
  switch (chance.below(4)) {
    case 0:
      editor.insertBlocks([{ type: chance.of(KINDS), content: word }], last, "after");
      return [word];
    case 1:
      insertTable(editor, last);
      return [];
    case 2:
      widens(person, chance, name);
      return [];
    default:
      editor.updateBlock(anyBlock(person, chance), {
        props: { textColor: chance.of(["red", "blue"]) } as never,
      });
      return [];
  }
}
