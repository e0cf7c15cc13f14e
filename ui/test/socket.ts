/** A WebSocket that a test holds at the server's end. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { writeUpdate } from "y-protocols/sync";
import type { Message, ToPage } from "../src/live/messages";

/** The first message of a connection, to a page of this life. */
export const WELCOME: Message<"welcome"> = {
  t: "welcome",
  epoch: "b5fb3a3931891af4",
  role: "edit",
  state: "alive",
  ttl_s: 900,
  ends_in_s: null,
  fades: true,
  hard_end_s: 86_400,
  limits: { update: 1 << 20, pad: 8 << 20 },
  person: "00000000000000000000000000000001",
};

/** A pad that lives while someone is here. */
export const LIFE: Message<"life"> = {
  t: "life",
  state: "alive",
  ttl_s: 900,
  ends_in_s: null,
  why: null,
  fades: true,
  hard_end_s: 86_400,
};

/** One message as the page sent it. */
export interface Sent {
  tag: number;
  kind: number;
  json: Record<string, unknown> | null;
}

export class Socket extends EventTarget {
  static all: Socket[] = [];
  static readonly OPEN = 1;
  readonly OPEN = 1;
  readyState = 0;
  sent: Sent[] = [];
  constructor(
    readonly url: string,
    readonly protocols: string[],
  ) {
    super();
    Socket.all.push(this);
  }
  send(data: Uint8Array) {
    const from = decoding.createDecoder(data);
    const tag = decoding.readVarUint(from);
    const kind = tag === 0 ? decoding.readVarUint(from) : -1;
    this.sent.push({
      tag,
      kind,
      json: tag === 101 ? JSON.parse(decoding.readVarString(from)) : null,
    });
  }
  close() {
    this.readyState = 3;
  }
  open() {
    this.readyState = 1;
    this.dispatchEvent(new Event("open"));
  }
  /** What the server sends. */
  give(tag: number, write: (to: encoding.Encoder) => void) {
    const to = encoding.createEncoder();
    encoding.writeVarUint(to, tag);
    write(to);
    this.dispatchEvent(Object.assign(new Event("message"), { data: encoding.toUint8Array(to) }));
  }
  tell(message: ToPage) {
    this.give(101, (to) => encoding.writeVarString(to, JSON.stringify(message)));
  }
  /** Tag 0, an update in either of its kinds. */
  update(update: Uint8Array, kind: 1 | 2 = 2) {
    this.give(0, (to) => {
      if (kind === 2) return writeUpdate(to, update);
      encoding.writeVarUint(to, 1);
      encoding.writeVarUint8Array(to, update);
    });
  }
  die(code = 1006, reason = "") {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event("close"), { code, reason }));
  }
  updates = () => this.sent.filter(({ tag, kind }) => tag === 0 && kind === 2).length;
  told = (t: string) => this.sent.filter(({ json }) => json?.t === t).map(({ json }) => json);
}
