/** Everyone who can come into a pad, with the same few verbs: a door is a way of coming in. */

import { randomBytes } from "node:crypto"

import { LongPoll } from "phoenix"

import { Provider } from "./hocuspocus_member.mjs"
import { Line, Member, YMember } from "./phoenix_member.mjs"
import { ProviderMember } from "./provider_member.mjs"
import { Guest, until } from "./stock_guest.mjs"

/** With the y-websocket provider. */
class Stock extends Guest {
  away() {
    return this.vanish()
  }

  back() {
    return this.comeBack()
  }

  get isOver() {
    return this.stopped
  }

  get connection() {
    return this.provider.ws
  }
}

/** What all have in common who share the official client's socket. */
const onLine = (Base) =>
  class extends Base {
    away() {
      return new Promise((resolve) => this.line.socket.disconnect(resolve))
    }

    get connection() {
      return this.line.socket.conn
    }
  }

/** With the official client, as the first clients of this contract are. */
class Plain extends onLine(Member) {
  introduce(name) {
    this.push("meta", { name })
  }

  async back() {
    const joins = () => this.heard.filter((word) => word === "joined").length
    const before = joins()
    this.line.socket.connect()
    await until("joined again", () => joins() > before)
    await this.sync()
  }

  get isOver() {
    return this.heard.includes("closed")
  }

  leave() {
    this.channel.leave()
  }
}

/** With a secret, so that the server lets go of its last session at once: who polls is missed by nobody for a while. */
class Tabbed extends Plain {
  constructor(house, options) {
    super(house, { ...options, tab: randomBytes(16).toString("hex") })
  }
}

/** With y-phoenix-channel. */
class YPhoenix extends onLine(YMember) {
  introduce(name) {
    this.provider.awareness.setLocalStateField("user", { name })
  }

  async back() {
    this.line.socket.connect()
    await until("synced again", () => this.provider.synced)
  }

  get isOver() {
    return this.line.socket.channels.length === 0
  }

  leave() {
    this.provider.destroy()
  }
}

/** With our own provider. */
class Own extends onLine(ProviderMember) {
  async back() {
    this.line.socket.connect()
    await until("synced again", () => this.provider.synced)
  }
}

/** Someone of `Kind` with these settings, who waits until the pad is there. */
const door =
  (Kind, settings = {}) =>
  async (house, options = {}) => {
    const { polls, ...rest } = settings
    const line = polls ? { line: new Line(house, { key: options.key, transport: LongPoll }) } : {}
    const one = new Kind(house, { ...rest, ...line, ...options })
    const hasJoined = () => (one.provider ? one.provider.synced : one.heard.includes("joined"))
    await until("the pad is there", hasJoined)
    return one
  }

export const doors = {
  "y-websocket": door(Stock),
  "phoenix, array": door(Plain, { enc: "array" }),
  "phoenix, base64": door(Plain, { enc: "base64" }),
  "phoenix, binary": door(Plain, { enc: "binary" }),
  "phoenix, polled": door(Tabbed, { enc: "base64", polls: true }),
  "y-phoenix-channel": door(YPhoenix),
  hocuspocus: door(Provider),
  "provider, array": door(Own, { encoding: "array" }),
  "provider, base64": door(Own, { encoding: "base64" }),
  "provider, binary": door(Own),
  "provider, polled": door(Own, { polls: true }),
}
