/**
 * What our own provider does beyond what every door promises: `node provider.mjs SCENE`, with what
 * the server said when it was ready as JSON on standard input.
 */

import assert from "node:assert/strict"
import { readFileSync } from "node:fs"

import { ownKey } from "./house.mjs"
import { Line, Member } from "./phoenix_member.mjs"
import { ProviderMember } from "./provider_member.mjs"
import { Guest, until } from "./stock_guest.mjs"

const at = (tname) => ({
  anchor: { type: null, tname, item: null, assoc: 0 },
  head: { type: null, tname, item: null, assoc: 0 },
})
const cursors = (one) =>
  [...one.provider.awareness.getStates().values()]
    .filter((state) => state.cursor)
    .map((state) => `${state.user?.name} ${state.cursor.head.tname}`)
    .sort()

const scenes = {
  async "cursors, names and colours are seen both ways"(house) {
    const [stan, ann] = await Promise.all([
      Guest.joined(house),
      ProviderMember.joined(house, { user: { name: "Ann", color: "#aa0000" } }),
    ])
    stan.provider.awareness.setLocalState({ user: { name: "Stan", color: "#00aa00" }, cursor: at("stan") })
    for (let n = 0; n < 200; n++) ann.provider.awareness.setLocalStateField("cursor", at(`ann${n}`))
    const both = "Ann ann199,Stan stan"
    await until("each sees the other's cursor, the latest of many", () =>
      [stan, ann].every((one) => String(cursors(one)) === both),
    )
    const users = (one) =>
      [...one.provider.awareness.getStates().values()].map(({ user }) => `${user.name} ${user.color}`).sort()
    assert.deepEqual(users(ann), ["Ann #aa0000", "Stan #00aa00"])
    assert.deepEqual(users(stan), users(ann))
    ann.introduce("Anna")
    await until("a new name is seen", () => stan.sees.includes("Anna"))
    ann.provider.awareness.setLocalStateField("cursor", null)
    await until("and that a cursor is gone", () => String(cursors(stan)) === "Stan stan")
    assert.deepEqual(ann.told("refused"), [])
  },

  async "a cursor that no editor could look up is none"(house) {
    const ann = await ProviderMember.joined(house)
    const odd = [
      5,
      { x: 1, y: 2 },
      { anchor: {}, head: {} },
      { anchor: { item: { client: -1, clock: 0 } }, head: { tname: 7 } },
    ]
    await Promise.all(odd.map((cursor, n) => Member.joined(house, { name: `Odd ${n}`, cursor })))
    await until("all are seen", () => ann.sees.length === odd.length)
    assert.deepEqual(cursors(ann), [])
  },

  async "who comes back is seen once, and oneself never"(house) {
    const { key } = await ownKey(house)
    const [stan, ann, phone] = await Promise.all([
      Guest.joined(house),
      ProviderMember.joined(house, { key }),
      ProviderMember.joined(house, { key }),
    ])
    stan.introduce("Stan")
    ann.introduce("Ann")
    phone.introduce("Ann's phone")
    const all = "Ann,Ann's phone,Stan"
    const seenByAll = () => [stan, ann, phone].every((one) => String(one.sees) === all)
    await until("all see all, a person with two devices twice", seenByAll)
    for (let times = 1; times <= 3; times++) {
      ann.line.cut()
      await until("it has noticed", () => ann.told("synced").filter((synced) => !synced).length === times)
      assert.deepEqual(ann.sees, ["Ann"], "who is cut off sees nobody")
      await until("it is back", () => ann.provider.synced && seenByAll())
    }
    assert.deepEqual(
      ann
        .told("status")
        .map(({ status }) => status)
        .slice(0, 3),
      ["connected", "connecting", "connected"],
    )
  },

  async "what the server has is told, and what not yet"(house) {
    const ann = await ProviderMember.joined(house)
    assert.equal(ann.provider.saved, true)
    for (let n = 0; n < 3_000; n++) ann.type("x")
    assert.equal(ann.provider.saved, false)
    await until("the server has it", () => ann.provider.saved)
    ann.line.cut()
    await until("it has noticed", () => !ann.provider.synced)
    ann.type("offline")
    assert.equal(ann.provider.saved, false)
    await until("the server has that, too", () => ann.provider.saved)
    const late = await ProviderMember.joined(house)
    assert.equal(late.reads, ann.reads)
    assert.deepEqual(ann.told("refused"), [], "a burst of keys is a few pushes, and nobody is too fast")
  },

  async "a pasted book is taken, and what no pad holds is refused for good"(house) {
    const [stan, ann] = await Promise.all([Guest.joined(house), ProviderMember.joined(house)])
    ann.type("a book ".repeat(500_000))
    await until("it arrives", () => stan.reads.length === ann.reads.length)
    ann.type("a book ".repeat(500_000))
    await until("there is no room for two", () => ann.isOver)
    assert.equal(ann.told("ended")[0].reason, "too_large")
    assert.equal(ann.provider.saved, false, "and that not all of it arrived")
    assert.deepEqual(ann.line.socket.channels, [])
    assert.equal(ann.line.opened, 1, "the socket is left alone")
    for (const offline of [false, true]) {
      const ben = await ProviderMember.joined(house)
      if (offline) await new Promise((resolve) => ben.line.socket.disconnect(resolve))
      ben.type("a library ".repeat(1_000_000))
      ben.line.socket.connect()
      await until("it is not even sent", () => ben.isOver)
      assert.deepEqual(ben.told("ended"), [{ reason: "too_large", code: 4413 }])
      assert.equal(ben.told("status").at(-1).status, "disconnected")
      assert.deepEqual(ben.line.socket.channels, [])
    }
  },

  async "the host steers, and all hear why it ends"(house) {
    const [host, ann] = await Promise.all([
      ProviderMember.joined(house, { key: house.host_key }),
      ProviderMember.joined(house),
    ])
    assert.deepEqual([host.provider.role, ann.provider.role], ["host", "edit"])
    assert.equal(ann.told("welcome")[0].ttl_s, 900)
    assert.ok(host.provider.steer({ t: "end", in_s: 600 }))
    await until("the countdown is heard", () => ann.told("pad").some(({ t, in_s }) => t === "ending" && in_s === 600))
    assert.equal(ann.provider.steer({ t: "end" }), false, "only the host may")
    host.provider.steer({ t: "end", in_s: 0 })
    await until("it is over", () => [host, ann].every((one) => one.isOver))
    for (const one of [host, ann]) {
      assert.deepEqual(one.told("ended"), [{ reason: "session_ended", code: 4410, why: "host" }])
      assert.equal(one.line.opened, 1)
      assert.deepEqual(one.line.socket.channels, [], "nothing joins again")
      assert.equal(one.provider.steer({ t: "stay" }), false)
    }
    ann.type("afterwards")
    const late = new ProviderMember(house, { line: ann.line })
    await until("who comes later is told", () => late.isOver)
    assert.equal(late.told("ended")[0].reason, "session_ended")
  },

  async "who is not let in is told why, once"(house) {
    for (const [options, reason, code] of [
      [{ key: "nonsense" }, "unauthorized", 4401],
      [{ pad: "nowhere" }, "no_such_pad", 4404],
      [{ pad: "no pad" }, "unmatched topic", undefined],
      [{ params: { epoch: "0123456789abcdef" } }, "session_ended", 4410],
    ]) {
      const one = new ProviderMember(house, options)
      await until(`${reason} is told`, () => one.isOver)
      const refusal = { reason, ...(code ? { code } : {}) }
      assert.deepEqual(one.told("ended"), [refusal])
      assert.deepEqual(one.told("refused"), [{ event: "phx_join", ...refusal }])
    }
  },

  async "who leaves takes nothing along and leaves nothing behind"(house) {
    const line = new Line(house)
    const [stan, ann] = await Promise.all([
      Guest.joined(house),
      ProviderMember.joined(house, { line, user: { name: "Ann", color: "#aa0000" } }),
    ])
    stan.introduce("Stan")
    await until("they see each other", () => [stan, ann].every((one) => one.sees.length === 2))
    ann.provider.destroy()
    ann.provider.destroy()
    await until("it is gone", () => stan.sees.length === 1)
    assert.deepEqual(ann.sees, ["Ann"])
    assert.equal(ann.provider.status, "disconnected")
    assert.deepEqual(ann.told("ended"), [], "it was no end of the pad")
    const again = await ProviderMember.joined(house, { line, doc: ann.doc })
    again.type("again")
    await until("the same document comes in again", () => stan.reads === "again")
    again.doc.destroy()
    await until("a document that is destroyed leaves", () => line.socket.channels.length === 0)
  },
}

const scene = scenes[process.argv[2]]
assert.ok(scene, `no such scene: ${process.argv[2]}`)
await scene(JSON.parse(readFileSync(0, "utf8")))
process.exit(0)
