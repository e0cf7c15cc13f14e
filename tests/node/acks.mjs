/**
 * A provider that shows whether its words are taken (y-websocket's `sync-status`), unchanged, against a running Fadepad:
 * `node acks.mjs SCENE`, with what the server said when it was ready as JSON on standard input.
 */

import assert from "node:assert/strict"
import { readFileSync } from "node:fs"

import WebSocket from "ws"
import { WebsocketProvider } from "y-websocket-acks"
import * as Y from "yjs"

import { ring, until } from "./stock_guest.mjs"

/** Someone whose provider asks for it, or does not. */
class Writer {
  constructor(house, { key = house.edit_key, ack = "1" } = {}) {
    this.doc = new Y.Doc()
    this.text = this.doc.getText("stock")
    const url = `${house.base.replace("http", "ws")}/ws`
    const params = ack ? { key, ack } : { key }
    const options = { params, WebSocketPolyfill: WebSocket, disableBc: true }
    this.provider = new WebsocketProvider(url, house.pad, this.doc, options)
    for (const event of ["sync", "status", "sync-status"]) this.provider.on(event, ring)
    this.doc.on("update", ring)
  }

  static async joined(house, options) {
    const writer = new Writer(house, options)
    await until("synced", () => writer.provider.synced)
    return writer
  }

  get status() {
    return this.provider.syncStatus.status
  }

  /** Whether all that was written here is known to be taken. */
  get isSynced() {
    return this.provider.syncStatus.localUpdatesSynced
  }

  type(words) {
    this.text.insert(this.text.length, words)
  }
}

const scenes = {
  /** What the provider's own test does. */
  async "what is typed is green once it is taken"(house) {
    const ann = await Writer.joined(house)
    await until("green at first", () => ann.status === "green")
    ann.type("hi")
    // Within the same millisecond the provider calls it green.
    assert.equal(ann.isSynced, false)
    await until("and green again", () => ann.isSynced && ann.status === "green")
    ann.text.delete(0, 1)
    assert.equal(ann.isSynced, false)
    await until("also a deletion", () => ann.isSynced && ann.status === "green")
    const ben = await Writer.joined(house)
    assert.equal(ben.text.toString(), "i")
  },

  async "while others write everyone's own words turn green"(house) {
    const all = await Promise.all(Array.from({ length: 5 }, () => Writer.joined(house)))
    for (let n = 0; n < 30; n++) {
      for (const one of all) one.type("x")
      await new Promise((resolve) => setTimeout(resolve, 3))
    }
    await until("all is read", () => all.every((one) => one.text.length === 150))
    await until("all is green", () => all.every((one) => one.isSynced && one.status === "green"))
  },

  async "what was typed offline is green after the return, and what was taken before it"(house) {
    const [ann, ben] = await Promise.all([Writer.joined(house), Writer.joined(house)])
    ann.type("kept ")
    await until("it is taken", () => ann.isSynced && ben.text.toString() === "kept ")
    // Taken by the server, and the word of it never heard.
    ann.provider.ws.onmessage = () => {}
    ann.type("unheard ")
    await until("it arrives", () => ben.text.toString() === "kept unheard ")
    assert.equal(ann.isSynced, false)
    ann.provider.ws.terminate()
    await until("the cut is noticed", () => !ann.provider.wsconnected)
    ann.type("offline ")
    ann.text.delete(0, 5)
    await until("back and green", () => ann.isSynced && ann.status === "green")
    await until("all is there", () => ben.text.toString() === "unheard offline ")
    assert.equal(ann.text.toString(), "unheard offline ", "nothing of it was harmed")
  },

  async "what is not taken is never green"(house) {
    const [viewer, silent] = await Promise.all([
      Writer.joined(house, { key: house.view_key }),
      Writer.joined(house, { ack: "" }),
    ])
    viewer.type("not mine")
    silent.type("unasked")
    const ann = await Writer.joined(house)
    ann.type("!")
    await until("another's is", () => ann.isSynced)
    assert.equal(viewer.isSynced, false)
    assert.equal(silent.isSynced, false, "who does not ask hears what they always did")
    assert.equal(ann.text.toString(), "unasked!")
  },
}

const scene = scenes[process.argv[2]]
assert.ok(scene, `no such scene: ${process.argv[2]}`)
await scene(JSON.parse(readFileSync(0, "utf8")))
process.exit(0)
