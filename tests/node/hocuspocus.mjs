/**
 * The Hocuspocus provider, unchanged, against a running Fadepad that does not speak it:
 * `node hocuspocus.mjs SCENE`, with what the server said when it was ready as JSON on standard input.
 */

import assert from "node:assert/strict"
import { readFileSync } from "node:fs"

import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider"
import WebSocket from "ws"
import * as Y from "yjs"

/** It is told within a second, and this is a busy machine. */
const SOON_MS = 5000

const scenes = {
  async "it is told the way wherever it comes in"(house) {
    const asked = house.base.replace("http", "ws")
    const paths = [
      [`ws/${house.pad}?key=${house.edit_key}`, ""],
      [`ws/${house.pad}?key=${house.edit_key}`, house.edit_key],
      [`ws/${house.pad}`, house.edit_key],
      ["ws", house.edit_key],
      ["ws/", ""],
      ["", house.edit_key],
      ["ws/unknown", house.edit_key],
      ["hocuspocus", house.edit_key],
      [`hocuspocus/${house.pad}`, ""],
    ]
    for (const [path, token] of paths) {
      const { code, reason } = await firstClose(`${asked}/${path}`, house.pad, token)
      assert.equal(code, 4404, path)
      assert.ok(reason.includes(`WebsocketProvider("${asked}/ws", NAME`), `${path}: ${reason}`)
    }
  },
}

/** The close that it hears first. */
function firstClose(url, name, token) {
  return new Promise((resolve, reject) => {
    const websocketProvider = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket })
    const provider = new HocuspocusProvider({ websocketProvider, name, token, document: new Y.Doc() })
    const late = setTimeout(() => reject(new Error(`${url}: nothing is closed, synced is ${provider.synced}`)), SOON_MS)
    const done = ({ event }) => {
      clearTimeout(late)
      websocketProvider.destroy()
      resolve({ code: event.code, reason: String(event.reason) })
    }
    websocketProvider.on("close", done)
    provider.attach()
  })
}

const scene = scenes[process.argv[2]]
assert.ok(scene, `no such scene: ${process.argv[2]}`)
await scene(JSON.parse(readFileSync(0, "utf8")))
process.exit(0)
