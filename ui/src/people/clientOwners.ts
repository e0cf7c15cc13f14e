/** Whose each client of presence is. The server says it, and whatever a state says of itself counts for nothing: anyone can copy that. */
import * as decoding from "lib0/decoding";
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
  readonly #hosts = new Set<number>();

  /** The connection is new: whose its clients are is told again. */
  begin(): void {
    this.#persons.clear();
    this.#hosts.clear();
  }

  /** Takes the server's word, `persons` of message 101, which comes before their states. */
  hear({ of, hosts = [] }: Pick<Message<"persons">, "of" | "hosts">): void {
    for (const [each, person] of Object.entries(of)) {
      if (!PERSON.test(person)) continue;
      const client = Number(each);
      this.#persons.set(client, person);
      if (hosts.includes(client)) this.#hosts.add(client);
      else this.#hosts.delete(client);
    }
  }

  /** What a presence message (y-protocols: count, then client, clock, JSON each) shows. Throws where it is none. */
  read(message: Uint8Array): Shown[] {
    const from = decoding.createDecoder(message);
    return Array.from({ length: decoding.readVarUint(from) }, () => {
      const client = decoding.readVarUint(from);
      const clock = decoding.readVarUint(from);
      return {
        client,
        clock,
        state: cleanState(
          JSON.parse(decoding.readVarString(from)),
          this.#persons.get(client),
          this.#hosts.has(client),
        ),
      };
    });
  }
}
