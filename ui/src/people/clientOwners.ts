/** Whose each client of presence is, and what they may do. The server says it: what a state says of itself anyone can copy. */
import * as decoding from "lib0/decoding";
import type { Role } from "../api";
import type { Message } from "../live/messages";
import { cleanState } from "./presence";

const PERSON = /^[0-9a-f]{32}$/;

/** One client as it is told in presence; its `state` is `null` when it is gone. */
export interface Shown {
  client: number;
  clock: number;
  state: Record<string, unknown> | null;
}

export class ClientOwners {
  readonly #persons = new Map<number, string>();
  /** Of those who are no plain editors. */
  readonly #roles = new Map<number, Role>();

  /** The connection is new: whose its clients are is told again. */
  begin(): void {
    this.#persons.clear();
    this.#roles.clear();
  }

  /**
   * Takes the server's word, `persons` of message 101, which comes before their states. True where somebody who is known may do
   * something else now.
   */
  hear({ of, roles = {} }: Pick<Message<"persons">, "of" | "roles">): boolean {
    let changed = false;
    for (const [each, person] of Object.entries(of)) {
      if (!PERSON.test(person)) continue;
      const client = Number(each);
      const role = roles[each] ?? "edit";
      changed ||= this.#persons.has(client) && this.roleOf(client) !== role;
      this.#persons.set(client, person);
      if (role === "edit") this.#roles.delete(client);
      else this.#roles.set(client, role);
    }
    return changed;
  }

  /** What who sits there may do. */
  readonly roleOf = (client: number): Role => this.#roles.get(client) ?? "edit";

  /** What a presence message (y-protocols: count, then client, clock, JSON each) shows. Throws where it is none. */
  read(message: Uint8Array): Shown[] {
    const from = decoding.createDecoder(message);
    return Array.from({ length: decoding.readVarUint(from) }, () => {
      const client = decoding.readVarUint(from);
      const clock = decoding.readVarUint(from);
      return {
        client,
        clock,
        state: cleanState(JSON.parse(decoding.readVarString(from)), this.#persons.get(client)),
      };
    });
  }
}
