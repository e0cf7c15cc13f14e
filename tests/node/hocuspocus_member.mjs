/** Someone with the Hocuspocus provider, unchanged. */

import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider"
import WebSocket from "ws"
import * as Y from "yjs"

import { ring, until } from "./stock_guest.mjs"

/** A connection for several documents. */
export function connection(house) {
  const url = `${house.base.replace("http", "ws")}/hocuspocus`
  const line = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket, delay: 50, minDelay: 50 })
  for (const event of ["status", "disconnect"]) line.on(event, ring)
  return line
}

/** Someone with a document, the provider, and a text in it. */
export class Provider {
  constructor(house, { line = connection(house), name = house.pad, key = house.edit_key, session = {} } = {}) {
    this.line = line
    this.doc = new Y.Doc()
    this.text = this.doc.getText("stock")
    this.stateless = []
    this.closes = []
    line.on("disconnect", () => this.closes.push("disconnect"))
    this.provider = new HocuspocusProvider({
      websocketProvider: line,
      name,
      token: key,
      document: this.doc,
      onAuthenticated: ({ scope }) => (this.scope = scope),
      onAuthenticationFailed: ({ reason }) => (this.refused = reason),
      onStateless: ({ payload }) => this.stateless.push(payload),
      onClose: ({ event }) => (this.closed = event.reason),
      ...session,
    })
    for (const event of ["synced", "authenticated", "authenticationFailed", "stateless", "close", "unsyncedChanges"])
      this.provider.on(event, ring)
    this.doc.on("update", ring)
    this.provider.awareness.on("change", ring)
    this.provider.attach()
  }

  /** One who has got the document. */
  static async joined(house, options) {
    const one = new Provider(house, options)
    await until("the pad is there", () => one.provider.isSynced)
    return one
  }

  type(words) {
    this.text.insert(this.text.length, words)
  }

  introduce(name) {
    this.provider.awareness.setLocalStateField("user", { name })
  }

  /** The names of everybody whom this one sees, itself among them. */
  get sees() {
    const states = [...this.provider.awareness.getStates().values()]
    return states
      .map((state) => state.user?.name)
      .filter(Boolean)
      .sort()
  }

  /** What this one reads. */
  get reads() {
    return this.text.toString()
  }

  get isOver() {
    return this.closed !== undefined
  }

  get connection() {
    return this.line.webSocket
  }

  /** The cable is pulled. */
  away() {
    this.line.shouldConnect = false
    this.line.webSocket.terminate()
    return until("the cut is noticed", () => this.line.status === "disconnected")
  }

  /** And is back. */
  async back() {
    this.line.connect()
    await until("synced again", () => this.provider.isSynced)
  }

  leave() {
    this.provider.destroy()
  }
}
