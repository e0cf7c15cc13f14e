/**
 * The Hocuspocus provider, unchanged, against a running Fadepad: `node hocuspocus.mjs SCENE`, with what the server said
 * when it was ready as JSON on standard input.
 */

import assert from "node:assert/strict"
import { readFileSync } from "node:fs"

import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider"
import WebSocket from "ws"
import * as Y from "yjs"

import { connection, Provider } from "./hocuspocus_member.mjs"
import { PageMember } from "./page_member.mjs"
import { ring, until } from "./stock_guest.mjs"

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
    ]
    for (const [path, token] of paths) {
      const { code, reason } = await firstClose(`${asked}/${path}`, house.pad, token)
      assert.equal(code, 4404, path)
      assert.ok(reason.includes(`url: "${asked}/hocuspocus"`), `${path}: ${reason}`)
    }
  },

  async "two providers and a page of ours are in one pad"(house) {
    const page = new PageMember(house)
    const [ann, ben] = await Promise.all([Provider.joined(house), Provider.joined(house)])
    await until("the page is there", () => page.isSynced)
    const all = [ann, ben, page]
    for (let n = 0; n < 20; n++) all.forEach(({ text }, at) => text.insert(text.length, "abp"[at]))
    await until("all read everything", () => all.every((one) => one.text.length === 60))
    assert.equal(new Set(all.map((one) => one.text.toString())).size, 1)
    await until("all is acknowledged", () => [ann, ben].every((one) => !one.provider.hasUnsyncedChanges))
    all.forEach((one, at) => one.introduce(["Ann", "Ben", "Pam"][at]))
    await until("all see all", () => all.every((one) => String(one.sees) === "Ann,Ben,Pam"))
    ben.leave()
    await until("who leaves is gone", () => [ann, page].every((one) => String(one.sees) === "Ann,Pam"))
    const late = await Provider.joined(house)
    assert.equal(late.reads, ann.reads)
    assert.equal(ann.scope, "read-write")
  },

  async "several documents share a connection, also twice the same"(house) {
    const line = connection(house)
    const [one, other] = ["one-pad", "Other-Pad"].map(
      (name) => new Provider(house, { line, name, key: house.instance_key }),
    )
    await until("both are there", () => one.provider.isSynced && other.provider.isSynced)
    one.type("first")
    other.type("second")
    const session = { sessionAwareness: true }
    const [twin, twins] = [1, 2].map(
      () => new Provider(house, { line, name: "one-pad", key: house.instance_key, session }),
    )
    await until("the twins read it", () => [twin, twins].every((each) => each.text.toString() === "first"))
    twin.type(" of three")
    await until("all of it", () => [one, twin, twins].every((each) => each.text.toString() === "first of three"))
    assert.equal(other.text.toString(), "second")
    one.leave()
    twins.type("!")
    await until("who stays goes on", () => twin.text.toString() === "first of three!")
    assert.equal(one.text.toString(), "first of three")
    assert.equal(line.status, "connected")
  },

  async "who only reads is told so, and nothing of theirs is taken"(house) {
    const ann = await Provider.joined(house)
    ann.type("read me")
    const viewer = await Provider.joined(house, { key: house.view_key })
    await until("the viewer reads", () => viewer.text.toString() === "read me")
    assert.equal(viewer.scope, "readonly")
    await until("and owes nothing", () => !viewer.provider.hasUnsyncedChanges)
    viewer.type("[not mine]")
    ann.type(", and this")
    await until("the viewer stays in step", () => viewer.text.toString().includes("and this"))
    assert.equal(viewer.provider.hasUnsyncedChanges, true)
    const late = await Provider.joined(house)
    assert.equal(late.text.toString(), "read me, and this")
  },

  async "a wrong key is refused, and the connection stays"(house) {
    const line = connection(house)
    const [wrong, unknown, nameless] = [
      [house.pad, "wrong"],
      ["nowhere", house.edit_key],
      ["No name/1", house.edit_key],
    ].map(([name, key]) => new Provider(house, { line, name, key }))
    await until("all are refused", () => [wrong, unknown, nameless].every((one) => one.refused))
    assert.deepEqual([wrong.refused, unknown.refused], ["unauthorized", "no_such_pad"])
    assert.match(nameless.refused, /a-z, 0-9/)
    const right = new Provider(house, { line })
    await until("beside them one comes in", () => right.provider.isSynced)
    assert.equal(wrong.text.toString(), "")
  },

  async "what was typed offline comes with the return"(house) {
    const [ann, ben] = await Promise.all([Provider.joined(house), Provider.joined(house)])
    ann.type("together ")
    await until("it arrives", () => ben.text.toString() === "together ")
    ben.line.webSocket.terminate()
    await until("the cut is noticed", () => ben.line.status === "disconnected")
    ann.type("ann ")
    ben.type("ben ")
    const both = () => ann.text.length === 17 && ann.text.toString() === ben.text.toString()
    await until("it comes back by itself", both)
    await until("and is acknowledged", () => !ben.provider.hasUnsyncedChanges)
  },

  async "stateless messages are refused politely"(house) {
    const [ann, ben] = await Promise.all([Provider.joined(house), Provider.joined(house)])
    ann.provider.sendStateless("to all")
    ann.provider.sendStateless("once more")
    await until("it is told", () => ann.stateless.length > 0)
    ann.type("and goes on")
    await until("the text goes on", () => ben.text.toString() === "and goes on")
    assert.equal(JSON.parse(ann.stateless[0]).refused, "stateless")
    assert.deepEqual([ann.stateless.length, ben.stateless.length], [1, 0])
  },

  async "the end is told, and the connection stays"(house) {
    const line = connection(house)
    const [ann, other] = [
      new Provider(house, { line }),
      new Provider(house, { line, name: "goes-on", key: house.instance_key }),
    ]
    await until("both are there", () => ann.provider.isSynced && other.provider.isSynced)
    ann.type("gone soon")
    await until("it is taken", () => !ann.provider.hasUnsyncedChanges)
    const headers = { authorization: `Bearer ${house.host_key}` }
    const url = `${house.base}/api/v1/pads/${house.pad}`
    const answer = await fetch(url, { method: "DELETE", headers, body: JSON.stringify({ in_s: 0 }) })
    assert.equal(answer.status, 200)
    await until("it is told", () => ann.closed)
    assert.equal(ann.closed, "session_ended")
    other.type("still here")
    await until("the other document goes on", () => !other.provider.hasUnsyncedChanges)
    const again = new Provider(house, { line: connection(house) })
    await until("its key is over", () => again.refused)
    assert.equal(again.refused, "session_ended")
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
