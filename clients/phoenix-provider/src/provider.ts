/** The provider: a Yjs document and its people in the channel `doc:PAD`. */
import { fromBase64 } from "lib0/buffer"
import { ObservableV2 } from "lib0/observable"
import { LongPoll, Socket, type Channel, type Push } from "phoenix"
import { Awareness } from "y-protocols/awareness"
import { applyUpdate, encodeStateAsUpdate, type Doc } from "yjs"
import { payloadOf, readBin, type Bin, type Encoding } from "./bytes.js"
import type { End, Events, PadMessage, Role, Status, Welcome } from "./messages.js"
import { Outbox } from "./outbox.js"
import { People, type User } from "./people.js"
import { wake } from "./wake.js"

/** How to join; all of it is optional. */
export interface Options {
  /** The pad's key: what stands behind the `#` of its link, or one's own, by which devices are one person. Without it the socket must have brought one. */
  token?: string
  /** Who we are. Editors such as BlockNote say it themselves, through `awareness`. */
  user?: User
  /** Without it `binary`, and `base64` where a socket polls. */
  encoding?: Encoding
  /** One that the editor has already, else the provider makes one. */
  awareness?: Awareness
  /** Further parameters of the join. */
  params?: Record<string, unknown>
}

/** A sign of life this often (ms) from a socket that is the provider's own: who walks out of the Wi-Fi is told so by nobody. */
const HEARTBEAT_MS = 10_000
/** Bytes of an update that says nothing. */
const EMPTY = 2

/** What the server would say. */
const TOO_LARGE: End = { reason: "too_large", code: 4413 }

/** Keeps a document and its people in step with a pad, until one of them ends. */
export class PhoenixProvider extends ObservableV2<Events> {
  readonly doc: Doc
  readonly awareness: Awareness
  readonly socket: Socket
  readonly channel: Channel
  readonly #own: { socket: boolean; awareness: boolean }
  readonly #people: People
  readonly #sleep: () => void
  #outbox: Outbox | null = null
  #welcome: Welcome | null = null
  #encoding: Encoding = "base64"
  #status: Status = "connecting"
  #saved = true
  #end: End = { reason: "closed" }

  /** Joins at once. A `socket` that is given as a URL is the provider's own; another one is left to who connects it. */
  constructor(socket: Socket | string, pad: string, doc: Doc, options: Options = {}) {
    super()
    this.doc = doc
    this.#own = { socket: typeof socket === "string", awareness: !options.awareness }
    this.socket = typeof socket === "string" ? new Socket(socket, { heartbeatIntervalMs: HEARTBEAT_MS }) : socket
    this.awareness = options.awareness ?? new Awareness(doc)
    if (options.user) this.awareness.setLocalStateField("user", options.user)
    const { token, params, encoding } = options
    const fixed = { ...params, ...(token === undefined ? {} : { token }), tab: random() }
    this.channel = this.socket.channel(`doc:${pad}`, () => {
      this.#encoding = encoding ?? (isPolling(this.socket) ? "base64" : "binary")
      const life = this.#welcome ? { epoch: this.#welcome.epoch } : {} // a later life of the pad is another pad
      return { ...fixed, ...life, ...this.#people.introduction(), enc: this.#encoding }
    })
    this.#people = new People(this.channel, this.awareness, this, (told) => void this.#push("cursor_pos", told))
    this.#sleep = this.#own.socket ? wake(this.socket) : () => {}
    this.#listen()
    if (this.#own.socket) this.socket.connect()
  }

  /** What the key allows; `null` until the pad has been joined. */
  get role(): Role | null {
    return this.#welcome?.role ?? null
  }

  get status(): Status {
    return this.#status
  }

  /** Whether everything that the server has is in the document. */
  get synced(): boolean {
    return this.#status === "connected"
  }

  /** Whether the server has confirmed everything that was written here. */
  get saved(): boolean {
    return this.#saved
  }

  /**
   * What a host decides on the pad's life: `{t: "end", in_s: 60}`, `{t: "stay"}`, `{t: "keep", ttl_s: 3600}`. False, and
   * unsaid, without a connection or a host's key: the server shows out who steers without one.
   */
  steer(message: PadMessage): boolean {
    if (!this.synced || this.role !== "host") return false
    this.#push("pad", message)
    return true
  }

  /** Leaves the pad; the text stays in the document. */
  override destroy(): void {
    if (this.#status !== "disconnected") {
      this.#stop()
      this.channel.leave()
      this.#hangUp()
    }
    super.destroy()
  }

  #listen(): void {
    const { channel } = this
    channel.on("server_update", (payload: ArrayBuffer | { bin: Bin }) =>
      this.#take(payload instanceof ArrayBuffer ? payload : payload.bin),
    )
    channel.on("server_sync", ({ sv }: { sv: string }) =>
      this.#outbox?.add(encodeStateAsUpdate(this.doc, fromBase64(sv)), false),
    )
    channel.on("pad", (message: PadMessage) => {
      if (message.t === "life" && message.state === "ended") this.#end = { ...this.#end, why: String(message.why) }
      this.emit("pad", [message])
    })
    channel.on("session_ended", (end: End) => {
      this.#end = { ...this.#end, ...end }
    })
    channel.onError(() => this.#lost())
    channel.onClose(() => this.#closed())
    this.doc.on("update", this.#edited)
    this.doc.on("destroy", this.#gone)
    channel
      .join()
      .receive("ok", (welcome: Welcome) => this.#joined(welcome))
      .receive("error", (reply: End) => this.#refused("phx_join", reply))
  }

  #joined(welcome: Welcome): void {
    if (this.#status === "disconnected") return
    this.#welcome = welcome
    this.#end = { reason: "closed" }
    // before the history is merged: an editor may write while it takes it
    const lacking = encodeStateAsUpdate(this.doc, fromBase64(welcome.sv))
    this.#outbox?.drop()
    this.#outbox =
      welcome.role === "view"
        ? null
        : new Outbox(
            (update, live) => this.#give(update, live, welcome),
            () => this.#isSaved(true),
          )
    for (const bin of welcome.history) this.#take(bin)
    if (lacking.length > EMPTY) this.#outbox?.add(lacking, false)
    else if (this.#outbox?.isEmpty) this.#isSaved(true)
    if (this.status === "disconnected") return // what was written meanwhile is more than a pad holds
    this.#people.joined(welcome.client)
    this.emit("welcome", [welcome])
    this.#is("connected")
  }

  /** The connection is lost or this join is; the channel joins again by itself, and the document says then what was missed. */
  #lost(): void {
    if (this.#status === "disconnected") return
    this.#outbox?.drop()
    this.#outbox = null
    this.#people.lost()
    this.#is("connecting")
  }

  /** The server has closed the channel for good: the official client does not join again. */
  #closed(): void {
    if (this.#status === "disconnected") return
    this.#stop()
    this.#hangUp()
    this.emit("ended", [this.#end])
  }

  #stop(): void {
    this.#outbox?.drop()
    this.#outbox = null
    this.#people.destroy()
    this.doc.off("update", this.#edited)
    this.doc.off("destroy", this.#gone)
    if (this.#own.awareness) this.awareness.destroy()
    this.#is("disconnected")
  }

  #hangUp(): void {
    this.#sleep()
    if (this.#own.socket) this.socket.disconnect()
  }

  #is(status: Status): void {
    if (this.#status === status) return
    const was = this.synced
    this.#status = status
    this.emit("status", [{ status }])
    if (this.synced !== was) this.emit("synced", [this.synced])
  }

  #isSaved(saved: boolean): void {
    if (this.#saved === saved) return
    this.#saved = saved
    this.emit("saved", [saved])
  }

  #take(bin: Bin): void {
    applyUpdate(this.doc, readBin(bin), this)
  }

  readonly #edited = (update: Uint8Array, origin: unknown): void => {
    if (origin === this || this.role === "view") return
    this.#isSaved(false)
    this.#outbox?.add(update, true)
  }

  readonly #gone = (): void => this.destroy()

  /**
   * What is too large for a keystroke, such as a pasted book, goes the way of history. What no pad holds goes nowhere: such
   * a message would cost the whole connection, again after each join.
   */
  #give(update: Uint8Array, live: boolean, { limits }: Welcome): Push | null {
    const isLive = live && update.length <= limits.update
    const event = isLive ? "client_update" : "client_sync"
    if (update.length <= limits.pad)
      return this.#push(event, payloadOf(update, isLive || this.#encoding === "binary" ? this.#encoding : "base64"))
    this.#refused(event, TOO_LARGE)
    this.channel.leave()
    return null
  }

  #push(event: string, payload: object): Push {
    return this.channel.push(event, payload).receive("error", (reply: End) => this.#refused(event, reply))
  }

  #refused(event: string, { reason, code }: End): void {
    this.#end = { ...this.#end, reason, ...(code === undefined ? {} : { code }) }
    this.emit("refused", [{ event, reason, ...(code === undefined ? {} : { code }) }])
  }
}

/** 128 random bits, hexadecimal. */
function random(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("")
}

/** Whether a socket polls, now: it may have fallen back to that. */
const isPolling = (socket: Socket): boolean => (socket as { transport?: unknown }).transport === LongPoll
