/** Whose the client ids of a document are: what the server knows, also of who has left, and what presence says. */
import type { WrittenBy } from "../../api";
import { colourFor, isColour } from "../../people/colours";
import { cleanName, toldApart } from "../../people/names";
import type { Person, Presence } from "../../people/presence";
import { w } from "../../strings/who";

/** Somebody who has written. */
export interface Author {
  /** The person's id; `""` for all of whom nothing is known. */
  of: string;
  name: string;
  color: string;
  /** Among those who are here. */
  here: boolean;
}

export interface Known {
  /** The client id of this page. */
  own: number;
  /** Who is here, the person of this page first. */
  people: () => readonly Person[];
  /** Who is shown as this client now. */
  shown: (client: number) => Presence | undefined;
  /** Asks the server. */
  ask: (clients: readonly number[]) => Promise<readonly WrittenBy[]>;
}

/** The server says of so many client ids at once whose they are. */
const AT_ONCE = 64;
/** Of more ids than this (people who come and go for a day) the rest is not known. */
const MOST = 2_000;
/** What the server did not answer is asked again after so long (ms). */
const AGAIN_MS = 5_000;

const UNKNOWN = (): Author => ({ of: "", name: w.unknown, color: "", here: false });

export class Writers {
  /** Called when somebody is known now. */
  onChanged: () => void = () => {};
  readonly #known: Known;
  /** By client: what the server said; `null` where it knows nobody. */
  readonly #told = new Map<number, WrittenBy | null>();
  /** By client: who was shown as it first, as long as this page is here. */
  readonly #seen = new Map<number, Presence>();
  readonly #open = new Set<number>();
  #asking = false;
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(known: Known) {
    this.#known = known;
  }

  /** Takes in who is here: who leaves later stays known. */
  meet(clients: Iterable<number>): void {
    for (const client of clients) {
      const shown = this.#known.shown(client);
      if (shown?.id && this.#seen.size < MOST && !this.#seen.has(client))
        this.#seen.set(client, shown);
    }
  }

  /** The server is asked anew for all: who had no name may have one. */
  askAnew(): void {
    this.#told.clear();
  }

  /** `null`: it is being asked for. */
  of(client: number): Author | null {
    const { own, people } = this.#known;
    const here = (id: string) => people().find((person) => person.id === id);
    const me = client === own ? people().find((person) => person.me) : undefined;
    if (me) return authorOf(me, true);
    const [told, seen] = [this.#told.get(client), this.#seen.get(client)];
    if (told) {
      const person = here(told.person);
      if (person) return authorOf(person, true);
      // the server was asked before they gave their name
      const isSeen = told.name === "" && seen?.id === told.person;
      return authorOf(isSeen ? seen : lookOf(told), false);
    }
    // The server's word first: under an id whose owner has left anybody can show themselves.
    if (told === null) {
      const person = seen && here(seen.id);
      return person ? authorOf(person, true) : seen ? authorOf(seen, false) : UNKNOWN();
    }
    if (this.#told.size + this.#open.size >= MOST) return UNKNOWN();
    this.#open.add(client);
    void this.#ask();
    return seen ? authorOf(here(seen.id) ?? seen, here(seen.id) !== undefined) : null;
  }

  async #ask(): Promise<void> {
    if (this.#asking || this.#again !== undefined) return;
    this.#asking = true;
    await Promise.resolve(); // all that one look at the text asks for goes together
    while (this.#open.size > 0) {
      const clients = [...this.#open].slice(0, AT_ONCE);
      const told = await this.#known.ask(clients).catch(() => null);
      if (!told) {
        this.#again = setTimeout(() => {
          this.#again = undefined;
          void this.#ask();
        }, AGAIN_MS);
        break;
      }
      for (const client of clients) {
        this.#open.delete(client);
        this.#told.set(client, told.find((each) => each.client === client) ?? null);
      }
      this.onChanged();
    }
    this.#asking = false;
  }

  stop(): void {
    clearTimeout(this.#again);
    this.#again = undefined;
    this.#open.clear();
  }
}

const lookOf = ({ person, name, color }: WrittenBy): Presence => ({
  id: person,
  name: cleanName(name) || w.nameless,
  color: isColour(color) ? color : colourFor(person),
});

const authorOf = ({ id, name, color }: Presence, here: boolean): Author => ({
  of: id,
  name: name || w.nameless,
  color,
  here,
});

/** The same authors, by id, with names that nobody takes for another's: who is here is called as elsewhere. */
export function apart(authors: readonly Author[]): ReadonlyMap<string, Author> {
  const keyOf = ({ of, here }: Author) => (here ? "0" : "1") + of; // the first keeps the name
  const named = authors.filter(({ of }) => of !== "");
  const called = toldApart(new Map(named.map((author) => [keyOf(author), author.name])));
  const name = (author: Author) => called.get(keyOf(author)) ?? author.name;
  return new Map(authors.map((author) => [author.of, { ...author, name: name(author) }]));
}
