/** A guest as strangers' programs are one: yjs with the y-websocket provider, unchanged. */

import WebSocket from "ws"
import * as current from "y-websocket"
import * as older from "y-websocket-2"
import * as Y from "yjs"

/** Far longer than anything here takes on a busy machine. */
const PATIENCE_MS = 20_000

/** What the provider says when the server denies something, which it does in no other way. */
const denials = []
const bells = new Set()
console.warn = (line) => {
  denials.push(String(line))
  ring()
}

/** Says that something happened. */
export function ring() {
  for (const bell of bells) bell()
}

/** How often anybody in this process was denied something. */
export function denied() {
  return denials.filter((line) => line.startsWith("Permission denied")).length
}

/** Waits until `holds` does. Looked at again whenever something happens, never by the clock. */
export function until(what, holds) {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(() => {
      bells.delete(look)
      reject(new Error(`never happened: ${what}`))
    }, PATIENCE_MS)
    const look = () => {
      if (!holds()) return
      clearTimeout(patience)
      bells.delete(look)
      resolve()
    }
    bells.add(look)
    look()
  })
}

/** Someone with a document, a provider, and a text in it. */
export class Guest {
  constructor(house, { key = house.edit_key, pad = house.pad } = {}) {
    const { WebsocketProvider } = house.version === "2" ? older : current
    this.doc = new Y.Doc()
    this.text = this.doc.getText("stock")
    /** Close codes, in their order. */
    this.closes = []
    this.stopped = false
    this.provider = new WebsocketProvider(`${house.base.replace("http", "ws")}/ws`, pad, this.doc, {
      params: { key },
      WebSocketPolyfill: WebSocket,
      // Guests of one process would otherwise hear each other without any server.
      disableBc: true,
    })
    this.provider.on("connection-close", (event) => this.closes.push(event?.code))
    this.provider.on("closed", () => (this.stopped = true))
    for (const event of ["sync", "status", "connection-close", "closed"]) this.provider.on(event, ring)
    this.doc.on("update", ring)
    this.provider.awareness.on("change", ring)
  }

  /** A guest who has got the document. */
  static async joined(house, options) {
    const guest = new Guest(house, options)
    await until("a guest is synced", () => guest.provider.synced)
    return guest
  }

  /** Types behind what stands there. */
  type(words) {
    this.text.insert(this.text.length, words)
  }

  /** What this guest reads. */
  get reads() {
    return this.text.toString()
  }

  /** The names of everybody whom this guest sees, itself among them. */
  get sees() {
    const states = [...this.provider.awareness.getStates().values()]
    return states
      .map((state) => state.user?.name)
      .filter(Boolean)
      .sort()
  }

  /** Tells the others a name. */
  introduce(name) {
    this.provider.awareness.setLocalStateField("user", { name })
  }

  /** The cable is pulled: no goodbye reaches the server. */
  vanish() {
    this.provider.shouldConnect = false
    this.provider.ws.terminate()
    return until("the cut is noticed", () => !this.provider.wsconnected)
  }

  /** The cable is back. */
  async comeBack() {
    this.provider.connect()
    await until("synced again", () => this.provider.synced)
  }

  /** Leaves with a goodbye. */
  leave() {
    this.provider.destroy()
  }
}
