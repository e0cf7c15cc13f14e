/**
 * What is promised to whoever comes in, by whichever door: `node promises.mjs SCENE`, with what the
 * server said when it was ready, and `door`, as JSON on standard input. Stan, who is there by
 * y-websocket, is the witness.
 */

import assert from "node:assert/strict"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { doors } from "./doors.mjs"
import { start } from "./house.mjs"
import { Guest, until } from "./stock_guest.mjs"

const scenes = {
  async "what one types all read, also who comes later"(house, enter) {
    const [stan, ann, ben] = await Promise.all([Guest.joined(house), enter(house), enter(house)])
    for (let n = 0; n < 20; n++) [stan, ann, ben].forEach((one, letter) => one.type("sab"[letter]))
    const late = await enter(house)
    const all = [stan, ann, ben, late]
    await until("all read everything", () => all.every((one) => one.reads.length === 60))
    assert.equal(new Set(all.map((one) => one.reads)).size, 1)
  },

  async "what was typed on both sides of a lost connection is merged"(house, enter) {
    const [stan, ann, ben] = await Promise.all([Guest.joined(house), enter(house), enter(house)])
    ann.type("together ")
    await until("it arrives", () => [stan, ben].every((one) => one.reads === "together "))
    await Promise.all([ann.away(), ben.away()])
    stan.type("stan ")
    ann.type("ann ")
    ben.text.delete(0, 8)
    await Promise.all([ann.back(), ben.back()])
    await until("all read all", () => [stan, ann, ben].every((one) => one.reads.length === 10))
    assert.equal(new Set([stan, ann, ben].map((one) => one.reads)).size, 1)
    ann.type("!")
    await until("and they go on", () => [stan, ben].every((one) => one.reads.endsWith("!")))
  },

  async "a viewer reads and cannot write"(house, enter) {
    const stan = await Guest.joined(house)
    stan.type("read me")
    const [viewer, ann] = await Promise.all([enter(house, { key: house.view_key }), enter(house)])
    await until("the viewer reads", () => viewer.reads === "read me")
    viewer.text.insert(0, "[not mine] ")
    ann.type(", and this")
    await until("the others go on", () => stan.reads === "read me, and this" && viewer.reads.endsWith("and this"))
    const late = await enter(house)
    assert.equal(late.reads, "read me, and this")
  },

  async "everyone sees who is here, and who has left no longer"(house, enter) {
    const [stan, ann, ben] = await Promise.all([Guest.joined(house), enter(house), enter(house)])
    stan.introduce("Stan")
    ann.introduce("Ann")
    ben.introduce("Ben")
    await until("all see all", () => [stan, ann, ben].every((one) => String(one.sees) === "Ann,Ben,Stan"))
    ben.leave()
    await until("who leaves is gone", () => [stan, ann].every((one) => String(one.sees) === "Ann,Stan"))
  },

  async "the end is told, and nobody tries again"(house, enter) {
    const [stan, ann] = await Promise.all([Guest.joined(house), enter(house)])
    ann.type("gone soon")
    await until("it arrives", () => stan.reads === ann.reads)
    const headers = { authorization: `Bearer ${house.host_key}` }
    const answer = await fetch(`${house.base}/api/v1/pads/${house.pad}`, {
      method: "DELETE",
      headers,
      body: JSON.stringify({ in_s: 0 }),
    })
    assert.equal(answer.status, 200)
    await until("it is over", () => ann.isOver)
    assert.equal(ann.reads, "gone soon", "what was read stays")
    assert.deepEqual(ann.line?.socket?.channels ?? [], [], "no channel is left that would join again")
  },

  async "after a restart with the same secret all is there again"(given, enter) {
    const folder = mkdtempSync(join(tmpdir(), "fadepad-"))
    process.on("exit", () => rmSync(folder, { recursive: true }))
    const options = { ...given, secret: join(folder, "secret") }
    const first = await start(options, "0")
    const ann = await enter(first.ready)
    ann.type("kept by who had it")
    const stan = await Guest.joined(first.ready)
    await until("it arrives", () => stan.reads === ann.reads)
    stan.leave()
    await ann.away()
    first.child.kill("SIGTERM")
    await first.ended
    const second = await start(options, String(first.ready.port))
    await ann.back()
    const late = await Guest.joined(second.ready)
    await until("it is whole again", () => late.reads === "kept by who had it")
    second.child.kill("SIGKILL")
  },

  async "fifty read the same"(house, enter) {
    const all = await Promise.all(Array.from({ length: 50 }, () => enter(house)))
    all.forEach((one) => one.type("x"))
    await until("all read everything", () => all.every((one) => one.reads.length === 50))
  },

  async "one who does not read holds up nobody and is brought into step"(house, enter) {
    const [ann, slow, ben] = await Promise.all([Guest.joined(house), enter(house), enter(house)])
    slow.connection._socket.pause()
    for (let n = 0; n < 40; n++) {
      ann.type("0123456789abcdef".repeat(4_096))
      await until("the others go on", () => ben.reads.length === ann.reads.length)
    }
    assert.equal(slow.reads, "")
    slow.connection._socket.resume()
    await until("it is in step again", () => slow.reads.length === ann.reads.length)
    assert.equal(slow.reads, ann.reads)
  },
}

const scene = scenes[process.argv[2]]
assert.ok(scene, `no such scene: ${process.argv[2]}`)
const house = JSON.parse(readFileSync(0, "utf8"))
const enter = doors[house.door]
assert.ok(enter, `no such door: ${house.door}`)
await scene(house, enter)
process.exit(0)
