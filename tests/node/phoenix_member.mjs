/** Members as strangers' programs are: yjs, the official phoenix client, and nothing of ours. */

import { Presence, Socket } from "phoenix"
import WebSocket from "ws"
import { PhoenixChannelProvider } from "y-phoenix-channel"
import * as Y from "yjs"

import { ring, until } from "./stock_guest.mjs"

const bytes = (bin) => {
  if (typeof bin === "string") return Buffer.from(bin, "base64")
  return bin instanceof ArrayBuffer ? new Uint8Array(bin) : Uint8Array.from(bin)
}

/** What a member pushes as `bin`, in the form that it also asked for. */
const forms = {
  array: (update) => ({ bin: Array.from(update) }),
  base64: (update) => ({ bin: Buffer.from(update).toString("base64") }),
  binary: (update) => update.slice().buffer,
}

/** A connection of the official client, with everything that it went through. */
export class Line {
  constructor(house, { key = house.edit_key, params, ...options } = {}) {
    this.opened = 0
    this.socket = new Socket(`${house.base.replace("http", "ws")}/socket`, {
      transport: WebSocket,
      params: { token: key, ...params },
      ...options,
    })
    this.socket.onOpen(() => {
      this.opened += 1
      ring()
    })
    this.socket.onClose(ring)
    this.socket.onMessage(() => setTimeout(ring))
    this.socket.connect()
  }

  /** The cable is pulled: no goodbye reaches the server, and the client will try again. */
  cut() {
    this.socket.conn.terminate()
  }
}

/** Someone in `doc:PAD` with a document, as the first clients of this contract are. */
export class Member {
  constructor(house, { enc, pad = house.pad, line, key, ...params } = {}) {
    this.line = line ?? new Line(house, { key })
    this.form = forms[enc ?? "array"]
    this.doc = new Y.Doc()
    this.text = this.doc.getText("stock")
    /** What was said to it, in order: `joined`, `error`, `closed`, `ended`. */
    this.heard = []
    this.refused = []
    this.pads = []
    this.pending = 0
    this.channel = this.line.socket.channel(`doc:${pad}`, { ...params, ...(enc ? { enc } : {}) })
    this.presence = new Presence(this.channel)
    this.presence.onSync(ring)
    this.#listen()
  }

  #listen() {
    const note = (word) => () => {
      this.heard.push(word)
      ring()
    }
    this.channel.onError(note("error"))
    this.channel.onClose(note("closed"))
    this.channel.on("session_ended", note("ended"))
    this.channel.on("pad", (said) => this.pads.push(said))
    this.channel.on("server_update", (payload) => {
      const bin = payload instanceof ArrayBuffer ? payload : payload.bin
      this.form_heard = bin instanceof ArrayBuffer ? "binary" : typeof bin === "string" ? "base64" : "array"
      Y.applyUpdate(this.doc, bytes(bin), this)
      ring()
    })
    this.doc.on("update", (update, origin) => {
      if (origin !== this) this.push("client_update", this.form(update))
      ring()
    })
    this.channel
      .join()
      .receive("ok", (reply) => {
        this.reply = reply
        for (const blob of reply.history) Y.applyUpdate(this.doc, bytes(blob), this)
        this.heard.push("joined")
        ring()
      })
      .receive("error", (response) => {
        this.refused.push(response.reason)
        ring()
      })
  }

  push(event, payload) {
    this.pending += 1
    const done = (reply) => {
      this.pending -= 1
      this.answer = reply
      ring()
    }
    return this.channel
      .push(event, payload)
      .receive("ok", done)
      .receive("error", (response) => {
        this.refused.push(response.reason)
        done(response)
      })
  }

  /** A member who has got the document. */
  static async joined(house, options) {
    const member = new Member(house, options)
    await until("a member has joined", () => member.heard.includes("joined"))
    return member
  }

  /** Asks for what is lacking on both sides, as a better client does when it has come back. */
  async sync() {
    const theirs = bytes(this.reply.sv)
    const bin = Buffer.from(Y.encodeStateAsUpdate(this.doc, theirs)).toString("base64")
    const sv = Buffer.from(Y.encodeStateVector(this.doc)).toString("base64")
    let done = false
    this.channel.push("client_sync", { bin, sv }).receive("ok", (reply) => {
      Y.applyUpdate(this.doc, bytes(reply.bin), this)
      done = true
      ring()
    })
    await until("it is in step", () => done)
  }

  type(words) {
    this.text.insert(this.text.length, words)
  }

  get reads() {
    return this.text.toString()
  }

  /** The names of everybody in Presence, a name once a device. */
  get sees() {
    return this.presence
      .list((_, { metas }) => metas.map((meta) => meta.name))
      .flat()
      .sort()
  }
}

/** Someone with y-phoenix-channel. */
export class YMember {
  constructor(house, { topic = `y_doc_room:${house.pad}`, key } = {}) {
    this.line = new Line(house, { key })
    this.doc = new Y.Doc()
    this.text = this.doc.getText("stock")
    this.provider = new PhoenixChannelProvider(this.line.socket, topic, this.doc, { disableBc: true })
    this.statuses = []
    this.provider.on("status", ({ status }) => this.statuses.push(status))
    for (const event of ["status", "sync"]) this.provider.on(event, ring)
    this.provider.awareness.on("change", ring)
    this.doc.on("update", ring)
  }

  static async joined(house, options) {
    const member = new YMember(house, options)
    await until("a y-phoenix-channel is synced", () => member.provider.synced)
    return member
  }

  type(words) {
    this.text.insert(this.text.length, words)
  }

  get reads() {
    return this.text.toString()
  }

  get sees() {
    const states = [...this.provider.awareness.getStates().values()]
    return states
      .map((state) => state.user?.name)
      .filter(Boolean)
      .sort()
  }
}
