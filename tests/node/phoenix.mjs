/**
 * Official Phoenix clients against a running Fadepad: `node phoenix.mjs SCENE`, with what the server
 * said when it was ready as JSON on standard input.
 */

import assert from "node:assert/strict"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { LongPoll } from "phoenix"

import { ownKey, start } from "./house.mjs"
import { Line, Member, YMember } from "./phoenix_member.mjs"
import { Guest, until } from "./stock_guest.mjs"

const scenes = {
  async "every encoding and every door reads the same"(house) {
    const members = await Promise.all([
      ...["array", "base64", "binary", undefined].map((enc) => Member.joined(house, { enc })),
      YMember.joined(house),
      YMember.joined(house, { topic: `y:${house.pad}` }),
      Guest.joined(house),
    ])
    for (let n = 0; n < 20; n++) members.forEach((one, letter) => one.type("abcdefg"[letter]))
    await until("all read everything", () => members.every((one) => one.reads.length === 140))
    assert.equal(new Set(members.map((one) => one.reads)).size, 1)
    await until("every push was answered", () => members.every((one) => !one.pending))
    assert.deepEqual(
      members.slice(0, 4).map((one) => one.form_heard),
      ["array", "base64", "binary", "array"],
    )
    const late = await Member.joined(house, { enc: "base64" })
    assert.equal(late.reads, members[0].reads)
    assert.equal(late.reply.history.length, 1, "one compact blob")
    assert.equal(late.reply.role, "edit")
    assert.equal(late.reply.epoch, house.epoch)
    assert.equal(late.reply.ttl_s, 900)
  },

  async "what was typed offline is merged"(house) {
    const [ann, ben, yan] = await Promise.all([
      Member.joined(house),
      Member.joined(house, { enc: "binary" }),
      YMember.joined(house),
    ])
    ann.type("together ")
    await until("it arrives", () => ben.reads === ann.reads && yan.reads === ann.reads)
    for (const one of [ben, yan]) one.line.cut()
    ann.type("ann alone ")
    ben.type("ben alone ")
    yan.type("yan alone ")
    await until("they are back", () => ben.heard.filter((word) => word === "joined").length === 2)
    await ben.sync()
    await until("all read all", () => [ann, ben, yan].every((one) => one.reads.length === 39))
    assert.equal(ann.reads, ben.reads)
    assert.equal(ann.reads, yan.reads)
  },

  async "a viewer reads and cannot write"(house) {
    const ann = await Member.joined(house)
    ann.type("read me")
    const viewer = await Member.joined(house, { key: house.view_key })
    const y_viewer = await YMember.joined(house, { key: house.view_key })
    assert.equal(viewer.reads, "read me")
    assert.equal(viewer.reply.role, "view")
    viewer.text.insert(0, "[not mine] ")
    y_viewer.text.insert(0, "[not mine] ")
    await until("the viewer is told", () => viewer.refused[0] === "read_only")
    ann.type(", and this")
    await until("they stay in step", () => [viewer, y_viewer].every((one) => one.reads.endsWith("and this")))
    assert.equal(ann.reads, "read me, and this")
    for (let n = 0; n < 8; n++) viewer.type("x")
    await until("who goes on is shown out", () => viewer.heard.includes("closed"))
    assert.equal(viewer.channel.state, "closed")
    assert.ok(!viewer.heard.includes("error"), "and does not come back")
    assert.equal(viewer.line.opened, 1, "its socket is left alone")
  },

  async "people of every door see each other"(house) {
    const { key, person } = await ownKey(house)
    const ann = await Member.joined(house, { key, name: "Ann", color: "#aa0000" })
    const phone = await Member.joined(house, { key, name: "Ann" })
    const [yan, guest] = await Promise.all([YMember.joined(house), Guest.joined(house)])
    guest.introduce("Guy")
    yan.provider.awareness.setLocalStateField("user", { name: "Yan" })
    const all = ["Ann", "Ann", "Guy", "Yan"]
    const everyone = [ann, phone, yan, guest]
    await until("all see all", () => everyone.every((one) => String(one.sees) === String(all)))
    assert.equal(ann.presence.state[person].metas.length, 2, "one person with two devices")
    ann.push("cursor_pos", { cursor: { anchor: { tname: "stock" }, head: { tname: "stock" } } })
    phone.push("cursor_pos", { x: 5 })
    phone.push("meta", { name: "Ann's phone" })
    const cursors = () => yan.sees && [...yan.provider.awareness.getStates().values()].filter((state) => state.cursor)
    await until("a cursor is seen in pages", () => cursors().length === 1)
    await until("and in Presence", () => ann.presence.state[person].metas.some((meta) => meta.cursor?.x === 5))
    await until("a new name is seen", () => everyone.every((one) => one.sees.includes("Ann's phone")))
    assert.equal(ann.presence.state[person].metas.length, 2)
    phone.line.cut()
    await until("who comes back is seen once", () => phone.heard.filter((word) => word === "joined").length === 2)
    await until("by all", () => everyone.every((one) => one.sees.length === 4))
    guest.leave()
    yan.provider.destroy()
    await until("who leaves is gone", () => [ann, phone].every((one) => one.sees.length === 2))
  },

  async "a pad that the host ends is gone and nobody tries again"(house) {
    const host = await Member.joined(house, { key: house.host_key })
    const [ann, yan, guest] = await Promise.all([Member.joined(house), YMember.joined(house), Guest.joined(house)])
    host.push("pad", { t: "end", in_s: 600 })
    await until("all hear of the countdown", () => ann.pads.some((said) => said.t === "ending" && said.in_s === 600))
    host.push("pad", { t: "stay" })
    await until("and of its stop", () => ann.pads.some((said) => said.t === "ending" && said.in_s === null))
    ann.push("pad", { t: "end" })
    await until("only the host may", () => ann.refused.includes("not_host"))
    const ben = await Member.joined(house)
    host.push("pad", { t: "end", in_s: 0 })
    await until("all are told", () => [host, ben].every((one) => one.heard.join() === "joined,ended,closed"))
    await until("y-phoenix-channel too", () => yan.statuses.at(-1) === "disconnected")
    await until("and the other door", () => guest.closes[0] === 4410)
    for (const { line, channel } of [host, ben]) {
      assert.equal(channel.state, "closed")
      assert.equal(line.opened, 1, "the socket stays")
      assert.deepEqual(line.socket.channels, [], "and nothing rejoins")
    }
    const late = new Member(house, { line: ben.line })
    await until("who comes later is told", () => late.heard.includes("closed"))
    assert.deepEqual(late.refused, ["session_ended"])
    assert.equal(late.channel.state, "closed")
    assert.equal(late.line.opened, 1)
  },

  async "who is not let in is told and stays away"(house) {
    const wrong = house.edit_key.slice(0, -4) + (house.edit_key.endsWith("AAAA") ? "BBBB" : "AAAA")
    const line = new Line(house, { key: wrong })
    for (const [options, reason] of [
      [{}, "unauthorized"],
      [{ pad: "nowhere" }, "no_such_pad"],
      [{ pad: "no pad" }, "unmatched topic"],
      [{ token: house.edit_key, epoch: "0123456789abcdef" }, "session_ended"],
      [{ token: house.edit_key, enc: "morse" }, "malformed"],
    ]) {
      const member = new Member(house, { line, ...options })
      await until(`${reason} is told`, () => member.heard.includes("closed"))
      assert.deepEqual(member.refused, [reason])
      assert.equal(member.channel.state, "closed")
    }
    const member = await Member.joined(house, { line, token: house.edit_key })
    assert.equal(member.reply.role, "edit", "a join may bring its own key")
    assert.equal(line.opened, 1)
  },

  async "a key may come as authToken, and old clients speak version 1"(house) {
    const line = new Line(house, { key: "", authToken: house.view_key })
    const viewer = await Member.joined(house, { line, enc: "binary" })
    assert.equal(viewer.reply.role, "view")
    const ann = await Member.joined(house)
    const old = await OldClient.joined(house)
    ann.type("hello")
    await until("an old client hears it", () => old.heard.some((said) => said.event === "server_update"))
    const diff = old.heard.find((said) => said.event === "presence_diff" || said.event === "presence_state")
    assert.ok(diff, "and who is here")
  },

  async "after a restart with the same secret all is there again"() {
    const folder = mkdtempSync(join(tmpdir(), "fadepad-"))
    process.on("exit", () => rmSync(folder, { recursive: true }))
    const options = { ...house, secret: join(folder, "secret") }
    const first = await start(options, "0")
    const [ann, yan] = await Promise.all([Member.joined(first.ready), YMember.joined(first.ready)])
    ann.type("kept by those who had it")
    await until("it arrives", () => yan.reads === ann.reads)
    first.child.kill("SIGTERM")
    await until("they are told to come back", () => ann.heard.includes("error"))
    await first.ended
    const second = await start(options, String(first.ready.port))
    await until(
      "they are back",
      () => yan.provider.synced && ann.heard.filter((word) => word === "joined").length === 2,
    )
    await ann.sync()
    const late = await Member.joined(second.ready)
    await until("it is whole again", () => late.reads === "kept by those who had it")
    assert.equal(ann.reads, late.reads)
    assert.equal(second.ready.epoch, first.ready.epoch)
    second.child.kill("SIGKILL")
  },

  async "fifty members read the same"(house) {
    const encs = ["array", "base64", "binary"]
    const joined = (n) => Member.joined(house, { enc: encs[n % 3], name: `M${n}` })
    const members = await Promise.all(Array.from({ length: 50 }, (_, n) => joined(n)))
    members.forEach((one) => one.type("x"))
    await until("all read everything", () => members.every((one) => one.reads.length === 50))
    await until("all see all", () => members.every((one) => one.sees.length === 50))
  },

  async "one socket has many topics and a second join replaces the first"(house) {
    const line = new Line(house, { key: house.host_key })
    const pads = await Promise.all(
      Array.from({ length: 9 }, async (_, n) => {
        const answer = await fetch(`${house.base}/api/v1/pads`, {
          method: "POST",
          headers: { authorization: `Bearer ${house.host_key}` },
          body: JSON.stringify({ name: `pad-${n}` }),
        })
        return answer.json()
      }),
    )
    const here = await Promise.all(
      pads.map(({ pad, edit_key }) => Member.joined(house, { line, pad, token: edit_key })),
    )
    const there = await Promise.all(pads.map(({ pad, edit_key }) => Member.joined(house, { pad, token: edit_key })))
    there.forEach((one, n) => one.type(`pad ${n}`))
    await until("each topic has its own pad", () => here.every((one, n) => one.reads === `pad ${n}`))
    const again = await Member.joined(house, { line, pad: pads[0].pad, token: pads[0].edit_key })
    await until("the first is closed", () => here[0].heard.includes("closed"))
    again.type("!")
    await until("the second goes on", () => there[0].reads === "pad 0!")
    again.channel.leave()
    await until("and leaves", () => again.heard.includes("closed"))
    here[1].type("!")
    await until("alone", () => there[1].reads === "pad 1!")
    assert.equal(line.opened, 1)
  },

  async "without WebSocket the same is polled"(house) {
    const line = new Line(house, { transport: LongPoll })
    const [ann, ben] = await Promise.all([
      Member.joined(house, { line, name: "Ann" }),
      Member.joined(house, { name: "Ben" }),
    ])
    ann.type("polled ")
    await until("it arrives", () => ben.reads === "polled ")
    ben.type("pushed")
    await until("both read all", () => ann.reads === "polled pushed")
    await until("they see each other", () => [ann, ben].every((one) => String(one.sees) === "Ann,Ben"))
    for (let n = 0; n < 20; n++) ben.type("x".repeat(20_000))
    await until("a long text comes in pieces", () => ann.reads === ben.reads && ann.reads.length > 400_000)
    const binary = new Member(house, { line, pad: house.pad, enc: "binary" })
    await until("bytes are not", () => binary.refused[0] === "needs a WebSocket")
    const answer = await fetch(`${house.base}/api/v1/pads/${house.pad}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${house.host_key}` },
      body: JSON.stringify({ in_s: 0 }),
    })
    assert.equal(answer.status, 200)
    await until("its end is told", () => ben.heard.includes("ended"))
    assert.equal(line.opened, 1)
  },

  async "one who does not read holds up nobody and is brought into step"(house) {
    const [ann, slow] = await Promise.all([Member.joined(house), Member.joined(house, { enc: "binary" })])
    const ben = await Member.joined(house, { enc: "base64" })
    slow.line.socket.conn._socket.pause()
    for (let n = 0; n < 40; n++) {
      ann.type("0123456789abcdef".repeat(4_096))
      await until("the others go on", () => ben.reads.length === ann.reads.length && !ann.pending)
    }
    assert.equal(slow.reads, "")
    slow.line.socket.conn._socket.resume()
    await until("it is in step again", () => slow.reads.length === ann.reads.length)
    assert.equal(slow.reads, ann.reads)
    assert.equal(slow.line.opened, 1)
  },
}

/** A client of Phoenix' first serializer, which says no `vsn`. */
class OldClient {
  static async joined(house) {
    const client = new OldClient()
    client.heard = []
    const { default: WebSocket } = await import("ws")
    const { ring } = await import("./stock_guest.mjs")
    const socket = new WebSocket(`${house.base.replace("http", "ws")}/socket/websocket?token=${house.edit_key}`)
    socket.on("message", (data) => {
      client.heard.push(JSON.parse(data))
      ring()
    })
    socket.on("open", () =>
      socket.send(
        JSON.stringify({ topic: `doc:${house.pad}`, event: "phx_join", payload: {}, ref: "1", join_ref: "1" }),
      ),
    )
    await until("an old client has joined", () => client.heard.some((said) => said.payload.status === "ok"))
    return client
  }
}

const scene = scenes[process.argv[2]]
assert.ok(scene, `no such scene: ${process.argv[2]}`)
const house = JSON.parse(readFileSync(0, "utf8"))
await scene(house)
process.exit(0)
