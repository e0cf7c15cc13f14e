/** What an edit costs everyone's line: no more than with y-prosemirror, and of a key its letter alone. */
import { addColumnAfter, addRowAfter, deleteColumn } from "prosemirror-tables";
import { TextSelection, type Command } from "prosemirror-state";
import { expect, test } from "vitest";
import { Person } from "./world";

const caretAfter = (person: Person, words: string) => {
  let at = -1;
  person.view.state.doc.descendants(
    (node, pos) =>
      void (node.text?.includes(words) && (at = pos + node.text.indexOf(words) + words.length)),
  );
  person.view.dispatch(
    person.view.state.tr.setSelection(TextSelection.create(person.view.state.doc, at)),
  );
};
const mark = (person: Person, name: string) => {
  const { doc, tr, schema } = person.view.state;
  let [from, to] = [-1, -1];
  doc.descendants(
    (node, pos) =>
      void (
        node.text?.includes("middle") &&
        ([from, to] = [pos + node.text.indexOf("middle"), pos + node.text.indexOf("middle") + 6])
      ),
  );
  person.view.dispatch(tr.addMark(from, to, schema.marks[name]!.create()));
};
const inTable = (command: Command) => (person: Person) => {
  caretAfter(person, "cell");
  command(person.view.state, person.view.dispatch);
};

/** What people do, and what comes with it that is not counted: getting there. */
const EDITS: Record<string, (person: Person) => void> = {
  "a letter": (person) => person.type("x"),
  "a letter where letters like it stand": (person) => (caretAfter(person, "aa"), person.type("a")),
  "a word letter by letter": (person) => person.type("letters"),
  "an emoji": (person) => person.view.dispatch(person.view.state.tr.insertText("👩‍🚀")),
  "a letter deleted": (person) =>
    person.view.dispatch(
      person.view.state.tr.delete(
        person.view.state.selection.head - 1,
        person.view.state.selection.head,
      ),
    ),
  "a line broken": (person) => person.key("Enter"),
  "two lines joined": (person) => {
    person.editor.setTextCursorPosition("last", "start");
    person.key("Backspace");
    person.key("Backspace");
  },
  "words made bold": (person) => mark(person, "bold"),
  "another colour": (person) =>
    void person.editor.updateBlock("middle", { props: { textColor: "red" } }),
  "another kind": (person) => void person.editor.updateBlock("middle", { type: "heading" }),
  "a block moved": (person) => (
    person.editor.setTextCursorPosition("middle", "end"),
    person.editor.moveBlocksUp()
  ),
  "a block nested": (person) => (
    person.editor.setTextCursorPosition("middle", "end"),
    person.editor.nestBlock()
  ),
  "a block removed": (person) => void person.editor.removeBlocks(["middle"]),
  "a row": inTable(addRowAfter),
  "a column": inTable(addColumnAfter),
  "a column deleted": inTable(deleteColumn),
};

/** Where more bytes are meant, and how many. */
const MORE: Record<string, number> = {
  // y-prosemirror writes the letters of one block into the other, and tears what others type there; here a block is moved whole
  "a block moved": 100,
  "a block nested": 4,
  // every cell has its text from birth, so that two who type into it at once type into the same
  "a row": 24,
  "a column": 24,
};

/** Bytes of the updates that an edit makes. */
function costOf(edit: (person: Person) => void, stock: boolean): number {
  const person = new Person({ client: 123_456_789, stock });
  person.editor.replaceBlocks(person.editor.document, [
    { id: "first", type: "paragraph", content: "first words aaaa here" },
    { id: "middle", type: "paragraph", content: "in the middle of words" },
    { id: "last", type: "paragraph", content: "the last one" },
    {
      id: "table",
      type: "table",
      content: { type: "tableContent", rows: [{ cells: ["cell", "b"] }, { cells: ["c", "d"] }] },
    },
  ]);
  caretAfter(person, "middle of");
  person.out.splice(0);
  edit(person);
  const bytes = person.out.reduce((sum, update) => sum + update.length, 0);
  person.leave();
  return bytes;
}

for (const [name, edit] of Object.entries(EDITS)) {
  test(`${name} costs no more bytes than with y-prosemirror`, () => {
    const [ours, theirs] = [costOf(edit, false), costOf(edit, true)];
    expect(ours, `${theirs} with y-prosemirror`).toBeGreaterThan(0);
    expect(ours).toBeLessThanOrEqual(theirs + (MORE[name] ?? 0));
  });
}
