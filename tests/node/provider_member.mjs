/** Someone with our own provider, the package in `clients/phoenix-provider` as it is built. */

import { register } from "node:module"

import { Awareness } from "y-protocols/awareness"
import * as Y from "yjs"

import { Line } from "./phoenix_member.mjs"
import { ring, until } from "./stock_guest.mjs"

// What the package asks of its user, yjs above all, is ours here: two copies of it would not know each other's documents.
const peers = `export const resolve = (name, context, next) =>
  next(name, !name.startsWith(".") && context.parentURL?.includes("/phoenix-provider/dist/") ? { ...context, parentURL: "${import.meta.url}" } : context)`
register(`data:text/javascript,${encodeURIComponent(peers)}`)
const { PhoenixProvider } = await import("../../clients/phoenix-provider/dist/index.js")

export class ProviderMember {
  constructor(house, { key = house.edit_key, pad = house.pad, line, doc = new Y.Doc(), ...options } = {}) {
    this.line = line ?? new Line(house, { key: "" })
    this.doc = doc
    this.text = doc.getText("stock")
    /** What was told, in order, with what was told of it. */
    this.heard = []
    const awareness = new Awareness(doc)
    this.provider = new PhoenixProvider(this.line.socket, pad, doc, { token: key, awareness, ...options })
    for (const event of ["status", "synced", "saved", "welcome", "pad", "refused", "ended"]) {
      this.provider.on(event, (told) => {
        this.heard.push([event, told])
        ring()
      })
    }
    doc.on("update", ring)
    awareness.on("change", ring)
  }

  static async joined(house, options) {
    const member = new ProviderMember(house, options)
    await until("a provider is synced", () => member.provider.synced)
    return member
  }

  /** Everything that was told of this event. */
  told(event) {
    return this.heard.filter(([name]) => name === event).map(([, told]) => told)
  }

  type(words) {
    this.text.insert(this.text.length, words)
  }

  introduce(name) {
    this.provider.awareness.setLocalStateField("user", { name, color: "#2f6bd8" })
  }

  get reads() {
    return this.text.toString()
  }

  /** The names of everybody, itself among them. */
  get sees() {
    const states = [...this.provider.awareness.getStates().values()]
    return states
      .map((state) => state.user?.name)
      .filter(Boolean)
      .sort()
  }

  get isOver() {
    return this.provider.status === "disconnected"
  }

  leave() {
    this.provider.destroy()
  }
}
