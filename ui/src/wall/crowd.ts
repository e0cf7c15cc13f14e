/** Who is here, read from presence messages alone: no document, no text. */
import { gather, type Person } from "../people/presence";
import { ClientOwners, type Shown } from "../people/clientOwners";

/** Whom a wall follows. */
export interface Presenter {
  id: string;
  name: string;
  /** Where their caret stands, as Yjs tells places; `null` where they have none in the text. */
  caret: unknown;
}

const caretIn = (state: Shown["state"] | undefined): unknown =>
  (state?.cursor as { head: unknown } | undefined)?.head ?? null;

const idAt = ({ state }: Shown): string | undefined =>
  (state?.user as { id?: string } | undefined)?.id;

/** The people of one pad, in the order of their coming. */
export class Crowd {
  readonly whose = new ClientOwners();
  readonly #clients = new Map<number, Shown>();
  /** Everyone who was seen and has not left since, with the place in the order. */
  readonly #order = new Map<string, number>();
  #coming = 0;
  /** By client, the larger the later its caret has moved. */
  readonly #moved = new Map<number, number>();
  #moves = 0;
  #people: Person[] = [];

  get people(): Person[] {
    return this.#people;
  }

  /** The connection is new: its first message tells everyone who is here. Those who were are no newcomers then. */
  begin(): void {
    this.whose.begin();
    this.#clients.clear();
    this.#moved.clear();
    this.#people = [];
  }

  /** Takes a presence message; returns who came with it. Throws where it is none. */
  take(message: Uint8Array): Person[] {
    for (const shown of this.whose.read(message)) {
      const known = this.#clients.get(shown.client);
      // a client that leaves is told with the clock that it had
      if (
        !known ||
        shown.clock > known.clock ||
        (shown.clock === known.clock && shown.state === null)
      ) {
        this.#clients.set(shown.client, shown);
        const [before, now] = [caretIn(known?.state), caretIn(shown.state)];
        if (JSON.stringify(before) !== JSON.stringify(now))
          this.#moved.set(shown.client, (this.#moves += 1));
      }
    }
    return this.#gather();
  }

  /** Who has the pencil, where they are here; else of the hosts the one whose caret moved last. */
  presenter(pencil: string | null): Presenter | null {
    const one = this.#people.find(({ id }) => id === pencil);
    const shows = one ? [one] : this.#people.filter(({ role }) => role === "host");
    const carets = [...this.#clients.values()]
      .filter(({ state }) => caretIn(state) !== null)
      .sort((a, b) => this.#movedAt(b) - this.#movedAt(a));
    const last = carets.find((shown) => shows.some(({ id }) => id === idAt(shown)));
    const person = last ? shows.find(({ id }) => id === idAt(last)) : one;
    return person ? { id: person.id, name: person.name, caret: caretIn(last?.state) } : null;
  }

  #movedAt({ client }: Shown): number {
    return this.#moved.get(client) ?? 0;
  }

  #gather(): Person[] {
    const here = new Map(
      [...this.#clients].flatMap(([client, { state }]) =>
        state ? [[client, state] as const] : [],
      ),
    );
    const people = gather(here, -1, this.whose.roleOf);
    const came = people.filter(({ id }) => !this.#order.has(id));
    for (const { id } of came) this.#order.set(id, (this.#coming += 1));
    const ids = new Set(people.map(({ id }) => id));
    for (const { id } of this.#people) if (!ids.has(id)) this.#order.delete(id);
    const place = ({ id }: Person) => this.#order.get(id) ?? 0;
    this.#people = people.sort((a, b) => place(a) - place(b));
    return came;
  }
}
