/**
 * Hostile messages by chance, while people write: what of the kit, where, how changed, and what the people do meanwhile,
 * all from one seed.
 */
import * as Y from "yjs";
import { generated } from "../../test/binding/malformed";
import { presences } from "../../test/binding/scripts";
import { Chance } from "../../test/binding/random";
import { hasLettersOfOthers, itemOf } from "../../src/binding/yjs";
import type { MadePad, People, Server } from "../fixture";
import { DOORS, heaps, type Attack, type Attacker } from "./attacker";
import { two, unharmed, type Honest } from "./honest";

/** A pad gets so many turns, or its lines grow longer than the window is wide. */
const TURNS = 9;
/** The honest see what they should after so many. */
const LOOK_AFTER = 3;

/** Made anew each time: what is in a document belongs to it. */
const kit = (): Attack[] => heaps(1000)[0] ?? [];
const NAMES = Object.keys(DOORS);
const VALUES = [
  -1,
  1e9,
  Number.NaN,
  "x",
  "red;background:url(http://elsewhere.invalid/p)",
  "\"><script>alert('ran')</script>",
  true,
  null,
  [],
  { a: [1] },
];
const LOOKS = ["textColor", "backgroundColor", "textAlignment", "level", "checked", "start"];
const MARKS = ["bold", "link", "textColor", "code", "glitter--aaaaaaaa", "paragraph"];

/** Everything below the group, elements and texts apart. */
function below(group: Y.XmlElement): { elements: Y.XmlElement[]; texts: Y.XmlText[] } {
  const all = [...group.createTreeWalker(() => true)] as unknown[];
  return {
    elements: all.filter((each) => each instanceof Y.XmlElement),
    texts: all.filter((each) => each instanceof Y.XmlText),
  };
}

/** Whether this client wrote it. */
const isOwn =
  (doc: Y.Doc) =>
  (type: unknown): boolean =>
    itemOf(type)?.id.client === doc.clientID;

/** One hostile act; its name. */
function strike({ doc, show }: Attacker, chance: Chance): string {
  const fragment = doc.getXmlFragment("blocknote");
  const group = fragment.get(0) as Y.XmlElement;
  const { elements, texts } = below(group);
  const own = elements.filter(isOwn(doc));
  const acts: [string, () => void][] = [
    ...Array.from({ length: 3 }, (): [string, () => void] => {
      const [name, make] = chance.of(kit());
      return [name, () => make(group, fragment)];
    }),
    ["a shape by chance", () => group.insert(chance.below(group.length + 1), [generated(chance)])],
    ["a shape in one's own", () => own.length > 0 && chance.of(own).push([generated(chance)])],
    ["one's own away", () => own.length > 0 && removed(chance.of(own), doc)],
    [
      "another look",
      () =>
        elements.length > 0 &&
        chance.of(elements).setAttribute(chance.of(LOOKS), chance.of(VALUES) as never),
    ],
    [
      "another mark",
      () =>
        texts.length > 0 &&
        chance.of(texts).format(0, 2, { [chance.of(MARKS)]: chance.of(VALUES) }),
    ],
    ["presence", () => show(chance.of(Object.values(presences())))],
  ];
  const [name, act] = chance.of(acts);
  doc.transact(act);
  return name;
}

/** Takes an element away. What has the words of others in it is no longer one's own: any editor may delete those at any time. */
function removed(element: Y.XmlElement, doc: Y.Doc): void {
  const { parent } = element;
  if (!(parent instanceof Y.XmlFragment)) return;
  const item = itemOf(element);
  if (item && hasLettersOfOthers(item, (client) => client === doc.clientID)) return;
  const at = parent.toArray().indexOf(element as never);
  if (at >= 0) parent.delete(at, 1);
}

async function act(person: Honest, chance: Chance, word: string): Promise<string> {
  const what = chance.of(["type", "type", "type", "undo", "move", "table"] as const);
  if (what === "table") await person.table(word);
  else await person.type(word);
  if (what === "undo") await person.undo();
  if (what === "move") await person.move(chance.of(["ArrowUp", "ArrowDown"]));
  return what;
}

interface Played {
  turns: number;
  strikes: number;
}

/** One pad: nine turns in which somebody strikes one to six times while both people do something. */
async function pad(made: MadePad, people: People, chance: Chance): Promise<Played> {
  const both = await two(people, made);
  const come = DOORS[chance.of(NAMES)] as (typeof DOORS)[string];
  const said: string[] = [];
  let villain = await come(made, new Y.Doc());
  let strikes = 0;
  for (let turn = 0; turn < TURNS; turn += 1) {
    const many = 1 + chance.below(6);
    for (let i = 0; i < many && villain.doc.getXmlFragment("blocknote").length > 0; i += 1)
      said.push(strike(villain, chance));
    strikes += many;
    said.push(...(await Promise.all(both.map((person) => act(person, chance, `w${turn}`)))));
    if (turn % LOOK_AFTER !== LOOK_AFTER - 1) continue;
    await unharmed(both, said.join(", "));
    villain.leave(); // what the pad does not take has closed the door
    villain = await come(made, new Y.Doc());
  }
  villain.leave();
  await Promise.all(both.map(({ page }) => page.context().close()));
  return { turns: TURNS, strikes };
}

/** Pads without end, until the time is over. */
export async function play({
  server,
  people,
  seed,
  ms,
}: {
  server: Server;
  people: People;
  seed: number;
  ms: number;
}): Promise<Played & { pads: number }> {
  const all = { pads: 0, turns: 0, strikes: 0 };
  const end = performance.now() + ms;
  while (performance.now() < end) {
    const own = seed + all.pads;
    try {
      const { turns, strikes } = await pad(await server.make(), people, new Chance(own));
      all.turns += turns;
      all.strikes += strikes;
    } catch (error) {
      if (error instanceof Error) error.message = `seed ${own}: ${error.message}`;
      throw error;
    }
    all.pads += 1;
  }
  return all;
}
