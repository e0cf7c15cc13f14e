/** What people do to the same line at the same moment, and what becomes of its letters. */
import { vi } from "vitest";
import { insertOrUpdateBlockForSlashMenu } from "@blocknote/core/extensions";
import { caretAt } from "./hands";
import { Chance } from "./random";
import { Network, Person } from "./world";

type Act = (person: Person, letter: string) => void;

const own = ({ editor }: Person) => editor.getTextCursorPosition().block;
const turned =
  (type: string, props: object = {}): Act =>
  (person) =>
    void person.editor.updateBlock(own(person), { type, props } as never);

export const ACTS: Record<string, Act> = {
  type: (person, letter) => person.type(letter),
  enter: (person) => person.key("Enter"),
  tab: (person) => person.key("Tab"),
  lift: (person) => person.key("Tab", { shiftKey: true }),
  back: (person) => person.key("Backspace"),
  del: (person) => person.key("Delete"),
  up: ({ editor }) => editor.moveBlocksUp(),
  down: ({ editor }) => editor.moveBlocksDown(),
  head: turned("heading", { level: 2 }),
  bullet: turned("bulletListItem"),
  todo: turned("checkListItem"),
  quote: turned("quote"),
  code: turned("codeBlock"),
  table: ({ editor }) =>
    void insertOrUpdateBlockForSlashMenu(
      editor as never,
      {
        type: "table",
        content: { type: "tableContent", rows: [{ cells: ["", ""] }, { cells: ["", ""] }] },
      } as never,
    ),
  bold: ({ view }) => {
    const { $head } = view.state.selection;
    const bold = view.state.schema.marks.bold!.create();
    view.dispatch(view.state.tr.addMark($head.start(), $head.end(), bold));
  },
  remove: (person) => void person.editor.removeBlocks([own(person)]),
  paste: ({ editor }, letter) => editor.pasteHTML(`<p>${letter}</p><p>${letter}${letter}</p>`),
};

/** The line that all act on stands in a block, between others. */
const LINE = "abcdefgh";
const ALL = "abcdefghijklmnopqrstuvwxyz";
export const PLACES = { start: 0, middle: 4, end: 8 } as const;
export type Place = keyof typeof PLACES;
/** What each person types. */
const LETTERS = ["A", "B", "C"];
const TYPED_ON = ["+", "*", "="];

const paragraph = (content: string, children: object[] = []) => ({
  type: "paragraph",
  content,
  children,
});
const PAD = [
  paragraph("stuv", [paragraph("ijklm"), paragraph(LINE), paragraph("nopqr")]),
  paragraph("wxyz"),
];

function begun(many: number, place: Place, chance: Chance): [Person[], Network] {
  const ids = Array.from({ length: many }, (_, i) => 1 + chance.below(1e6) * 4 + i);
  const people = ids.map((client) => new Person({ client }));
  const [anna] = people as [Person];
  const net = new Network(people, chance);
  anna.editor.replaceBlocks(anna.editor.document, PAD as never);
  net.settle();
  for (const person of people) caretAt(person, LINE, PLACES[place]);
  return [people, net];
}

/** How often each letter is in the document, shown or not. */
function tally({ fragment }: Person, letters: string): number[] {
  const text = fragment.toString().replace(/<[^>]*>/g, "");
  return [...letters].map((letter) => text.split(letter).length - 1);
}

const known = new Map<string, number[]>();
/** Which letters an act alone leaves. */
function alone(act: string, place: Place): number[] {
  const key = `${act} ${place}`;
  const before = known.get(key);
  if (before) return before;
  const [people, net] = begun(1, place, new Chance(1));
  ACTS[act]?.(people[0] as Person, "A");
  net.settle();
  const left = tally(people[0] as Person, ALL);
  people.forEach((person) => person.leave());
  known.set(key, left);
  return left;
}

export interface Outcome {
  doubled: number;
  lost: number;
  /** Of what was typed meanwhile. */
  unsaid: number;
  text: string;
  /** All see the same, nobody has written in the midst of what others did, and nobody mends any more. */
  isCalm: boolean;
}

/** Some people act at the same place at once, and maybe type on before they hear of each other. */
export function atOnce(
  acts: readonly string[],
  place: Place,
  typesOn: boolean,
  chance: Chance,
): Outcome {
  const wanted = acts.map((act) => alone(act, place));
  const [people, net] = begun(acts.length, place, chance);
  people.forEach((person, i) => {
    ACTS[acts[i] as string]?.(person, LETTERS[i] as string);
    if (typesOn) person.type(TYPED_ON[i] as string);
  });
  for (let i = 0; i < 40; i++) net.pass(chance.below(60), 150);
  net.settle();
  vi.advanceTimersByTime(1000);
  const [first] = people as [Person];
  const is = tally(first, ALL);
  const typed = acts.flatMap((act, i) => (act === "type" ? (LETTERS[i] as string) : []));
  if (typesOn) typed.push(...TYPED_ON.slice(0, acts.length));
  const isTyped = tally(first, typed.join(""));
  const isRemoved = acts.includes("remove");
  const over = (n: number, i: number) =>
    Math.max(0, n - Math.max(1, ...wanted.map((each) => each[i] as number)));
  const outcome = {
    doubled: [...is.map(over), ...isTyped.map((n) => Math.max(0, n - 1))].reduce((a, b) => a + b),
    lost: is.filter((n, i) => n === 0 && wanted.every((each) => each[i])).length,
    unsaid: isRemoved ? 0 : isTyped.filter((n) => n === 0).length,
    text: first.lines.join("|"),
    isCalm: people.every(
      (person) =>
        person.inAnswer.length === 0 &&
        person.out.length === 0 &&
        person.fragment.toString() === first.fragment.toString() &&
        JSON.stringify(person.view.state.doc) === JSON.stringify(first.view.state.doc),
    ),
  };
  people.forEach((person) => person.leave());
  return outcome;
}
