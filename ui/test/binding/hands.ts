/** What two people do in the tests of the binding, and what is seen of it. */
import { TextSelection } from "prosemirror-state";
import * as Y from "yjs";
import { yUndoPluginKey } from "../../src/binding";
import { Chance } from "./random";
import { Network, Person } from "./world";

export const pair = (): [Person, Person, Network] => {
  const people: [Person, Person] = [new Person({ client: 10 }), new Person({ client: 20 })];
  return [...people, new Network(people, new Chance(1))];
};
export const caretAt = (person: Person, words: string, offset = words.length) => {
  let at = -1;
  person.view.state.doc.descendants((node, pos) => {
    if (node.isText && node.text?.includes(words)) at = pos + node.text.indexOf(words) + offset;
  });
  person.view.dispatch(
    person.view.state.tr.setSelection(TextSelection.create(person.view.state.doc, at)),
  );
};
export const beforeCaret = (person: Person): string => {
  const { $head } = person.view.state.selection;
  return $head.parent.textBetween(0, $head.parentOffset);
};
export const pause = (person: Person) =>
  yUndoPluginKey.getState(person.view.state)?.undoManager.stopCapturing();
export const written = (person: Person, ...lines: string[]) => {
  person.editor.replaceBlocks(
    person.editor.document,
    lines.map((content) => ({ type: "paragraph" as const, content })),
  );
};
export const texts = (person: Person): Y.XmlText[] => {
  const found: Y.XmlText[] = [];
  for (const node of person.fragment.createTreeWalker(() => true))
    if (node instanceof Y.XmlText) found.push(node as Y.XmlText);
  return found;
};

export const tableOf = (person: Person): string[][] => {
  const rows: string[][] = [];
  person.view.state.doc.descendants((node) => {
    if (node.type.name === "tableRow") rows.push(node.children.map((cell) => cell.textContent));
  });
  return rows;
};
