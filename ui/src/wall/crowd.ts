/** Who is here, read from presence messages alone: no document, no text. */
import { gather, type Person } from "../people/presence";
import { ClientOwners, type Shown } from "../people/clientOwners";

/** The people of one pad, in the order of their coming. */
export class Crowd {
  readonly whose = new ClientOwners();
  readonly #clients = new Map<number, Shown>();
  /** Everyone who was seen and has not left since, with the place in the order. */
  readonly #order = new Map<string, number>();
  #coming = 0;
  #people: Person[] = [];

  get people(): Person[] {
    return this.#people;
  }

  /** The connection is new: its first message tells everyone who is here. Those who were are no newcomers then. */
  begin(): void {
    this.whose.begin();
    this.#clients.clear();
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
      )
        this.#clients.set(shown.client, shown);
    }
    return this.#gather();
  }

  #gather(): Person[] {
    const here = new Map(
      [...this.#clients].flatMap(([client, { state }]) =>
        state ? [[client, state] as const] : [],
      ),
    );
    const people = gather(here, -1);
    const came = people.filter(({ id }) => !this.#order.has(id));
    for (const { id } of came) this.#order.set(id, (this.#coming += 1));
    const ids = new Set(people.map(({ id }) => id));
    for (const { id } of this.#people) if (!ids.has(id)) this.#order.delete(id);
    const place = ({ id }: Person) => this.#order.get(id) ?? 0;
    this.#people = people.sort((a, b) => place(a) - place(b));
    return came;
  }
}
