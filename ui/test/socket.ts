/** A WebSocket that a test holds at the server's end. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { writeUpdate } from "y-protocols/sync";

/** One message as the page sent it. */
export interface Sent {
  tag: number;
  kind: number;
  json: Record<string, unknown> | null;
}

export class Socket {
  static all: Socket[] = [];
  static readonly OPEN = 1;
  readonly OPEN = 1;
  readyState = 0;
  sent: Sent[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: Uint8Array }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  constructor(
    readonly url: string,
    readonly protocols: string[],
  ) {
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
    this.onopen?.();
  }
  /** What the server sends. */
  give(tag: number, write: (to: encoding.Encoder) => void) {
    const to = encoding.createEncoder();
    encoding.writeVarUint(to, tag);
    write(to);
    this.onmessage?.({ data: encoding.toUint8Array(to) });
  }
  tell(message: object) {
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
  die(code = 1006) {
    this.readyState = 3;
    this.onclose?.({ code, reason: "" });
  }
  updates = () => this.sent.filter(({ tag, kind }) => tag === 0 && kind === 2).length;
  told = (t: string) => this.sent.filter(({ json }) => json?.t === t).map(({ json }) => json);
}
