/** A stress that can be made again and made smaller: some people act at a pace that no hand has, and each letter is told apart. */
import { TextSelection } from "prosemirror-state";
import { Chance } from "./random";
import { Network, Person } from "./world";

/** A person does something at a moment (ms); `dice` decides what is left to chance, whatever else is done. */
export interface Act {
  at: number;
  who: number;
  what: keyof typeof DEEDS;
  dice: number;
}

/** So much time (ms) passes between two looks at the network. */
const TICK_MS = 20;
/** Each letter that is typed is another sign. */
const FIRST_SIGN = 0x4e00;

interface Hand {
  person: Person;
  chance: Chance;
  /** A sign that nobody has typed. */
  sign: () => string;
}

/** Comes to a place in some line. */
function toLine({ person: { view }, chance }: Hand, place: "start" | "end" | "any"): void {
  const lines: [number, number][] = [];
  view.state.doc.descendants((node, pos) => {
    if (node.isTextblock) lines.push([pos + 1, node.content.size]);
  });
  const [start, size] = chance.of(lines);
  const offset = place === "start" ? 0 : place === "end" ? size : chance.below(size + 1);
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, start + offset)));
}

function toStart({ person: { view } }: Hand): void {
  const { $head } = view.state.selection;
  if ($head.parent.isTextblock)
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, $head.start())));
}

/** None of these takes away what anybody has written. */
export const DEEDS = {
  type: ({ person, sign }: Hand) => person.type(sign()),
  go: (hand: Hand) => toLine(hand, hand.chance.of(["start", "end", "any"] as const)),
  enter: ({ person }: Hand) => person.key("Enter"),
  join: (hand: Hand) => {
    toStart(hand);
    hand.person.key("Backspace");
  },
  tab: ({ person }: Hand) => person.key("Tab"),
  lift: ({ person }: Hand) => person.key("Tab", { shiftKey: true }),
  up: ({ person }: Hand) => person.editor.moveBlocksUp(),
  down: ({ person }: Hand) => person.editor.moveBlocksDown(),
  turn: ({ person, chance }: Hand) => {
    const { block } = person.editor.getTextCursorPosition();
    const type = chance.of(["heading", "bulletListItem", "quote", "paragraph"] as const);
    person.editor.updateBlock(block, { type });
  },
  paste: ({ person, sign }: Hand) => {
    person.editor.pasteHTML(`<p>${sign()}${sign()}</p><p>${sign()}${sign()}</p>`);
  },
};

/** What is done how often; what an undo takes away can't be told from what is lost. */
export const WITHOUT_UNDO: Partial<Record<keyof typeof DEEDS, number>> = {
  type: 50,
  go: 14,
  enter: 9,
  join: 7,
  tab: 5,
  lift: 4,
  up: 3,
  down: 3,
  turn: 2,
  paste: 2,
};

/** What so many people do in so many ms, each with as many acts a second. */
export function actsOf(
  chance: Chance,
  {
    people,
    ms,
    pace,
    often,
  }: { people: number; ms: number; pace: number; often: typeof WITHOUT_UNDO },
): Act[] {
  const deeds = Object.entries(often).flatMap(([what, many]) =>
    Array.from({ length: many }, () => what as keyof typeof DEEDS),
  );
  const acts: Act[] = [];
  for (let who = 0; who < people; who++)
    for (let at = chance.below(1000 / pace); at < ms; at += 1000 / pace)
      acts.push({ at, who, what: chance.of(deeds), dice: chance.below(2 ** 32) });
  return acts.sort((a, b) => a.at - b.at);
}

export interface Outcome {
  /** Signs that are nowhere, though nobody has taken them away. */
  lost: string[];
  doubled: string[];
  /** All see the same, and nobody has written in the midst of what others did. */
  isCalm: boolean;
  lines: string[];
}

const signAt = (i: number): string => String.fromCharCode(FIRST_SIGN + i);

/** Plays the acts of some people who begin in the same text. */
export function played(acts: readonly Act[], seed: number, latency = 300, many = 3): Outcome {
  const chance = new Chance(seed);
  const clients = Array.from({ length: many }, (_, i) => 1 + chance.below(1e6) * 4 + i);
  const people = clients.map((client) => new Person({ client }));
  const net = new Network(people, new Chance(seed + 1));
  const [first] = people as [Person];
  let signs = 0;
  const sign = () => signAt(signs++);
  const lines = [[0, 1], [2, 3, 4], [5], [6, 7]].map((line) => ({
    type: "paragraph",
    content: line.map(sign).join(""),
  }));
  first.editor.replaceBlocks(first.editor.document, lines as never);
  net.settle();
  let now = 0;
  for (const { at, who, what, dice } of acts) {
    for (; now + TICK_MS <= at; now += TICK_MS) net.pass(TICK_MS, latency);
    const person = people[who] as Person;
    DEEDS[what]({ person, chance: new Chance(dice), sign });
  }
  net.settle();
  const is = first.lines.join("\n");
  const found = Array.from({ length: signs }, (_, i) => signAt(i)).map((each) => ({
    sign: each,
    times: is.split(each).length - 1,
  }));
  const outcome: Outcome = {
    lost: found.filter(({ times }) => times === 0).map(({ sign }) => sign),
    doubled: found.filter(({ times }) => times > 1).map(({ sign }) => sign),
    isCalm: people.every(
      (person) =>
        person.inAnswer.length === 0 &&
        person.fragment.toString() === first.fragment.toString() &&
        JSON.stringify(person.view.state.doc) === JSON.stringify(first.view.state.doc),
    ),
    lines: first.lines,
  };
  people.forEach((person) => person.leave());
  return outcome;
}
