/**
 * Stock y-websocket clients against a running Fadepad: `node stock.mjs SCENE`, with what the server
 * said when it was ready, `base` (its URL) and `version` (of the client: "3" or "2"), as JSON on
 * standard input.
 */

import assert from "node:assert/strict"
import { readFileSync } from "node:fs"

import { Guest, denied, until } from "./stock_guest.mjs"

const scenes = {
  async "two people type at once and read the same"(house) {
    const [ann, ben] = await Promise.all([Guest.joined(house), Guest.joined(house)])
    for (let n = 0; n < 50; n++) {
      ann.type("a")
      ben.type("b")
    }
    await until("both read everything", () => ann.reads.length === 100 && ben.reads.length === 100)
    assert.equal(ann.reads, ben.reads)
    const late = await Guest.joined(house)
    assert.equal(late.reads, ann.reads)
  },

  async "who comes is seen and who goes is no longer"(house) {
    const [ann, ben] = await Promise.all([Guest.joined(house), Guest.joined(house)])
    ann.introduce("Ann")
    ben.introduce("Ben")
    await until("they see each other", () => [ann, ben].every((one) => one.sees.length === 2))
    const cleo = await Guest.joined(house)
    await until("who comes later sees them at once", () => cleo.sees.length === 2)
    cleo.introduce("Cleo")
    await until("and is seen", () => ann.sees.includes("Cleo"))
    cleo.leave()
    await until("a goodbye is heard", () => !ann.sees.includes("Cleo"))
    await ben.vanish()
    await until("a cut is noticed", () => !ann.sees.includes("Ben"))
    await ben.comeBack()
    await until("who comes back is seen again", () => ann.sees.includes("Ben") && ben.sees.includes("Ann"))
  },

  async "what was typed offline is merged"(house) {
    const [ann, ben] = await Promise.all([Guest.joined(house), Guest.joined(house)])
    ann.type("together ")
    await until("it arrives", () => ben.reads === ann.reads)
    await ben.vanish()
    ann.type("ann alone ")
    ben.type("ben alone ")
    await ben.comeBack()
    await until("both read all", () => ann.reads.length === 29 && ann.reads === ben.reads)
    assert.match(ann.reads, /ann alone/)
    assert.match(ann.reads, /ben alone/)
  },

  async "a viewer reads and cannot write"(house) {
    const ann = await Guest.joined(house)
    ann.type("read me")
    const viewer = await Guest.joined(house, { key: house.view_key })
    await until("a viewer reads", () => viewer.reads === "read me")
    viewer.text.insert(0, "[not mine] ")
    await until("the viewer is told", () => denied() === 1)
    ann.type(", and this")
    await until("the viewer stays in step", () => viewer.reads.endsWith("read me, and this"))
    assert.equal(ann.reads, "read me, and this")
    const late = await Guest.joined(house)
    assert.equal(late.reads, ann.reads)
    const writing = setInterval(() => viewer.text.insert(0, "x"), 5)
    await until("who goes on is shown out", () => viewer.closes.includes(4403))
    clearInterval(writing)
    stays_away(house, viewer)
    ann.type("!")
    await until("the others go on", () => late.reads === "read me, and this!")
  },

  async "a wrong key is refused"(house) {
    const key = house.edit_key.slice(0, -4) + (house.edit_key.endsWith("AAAA") ? "BBBB" : "AAAA")
    await refused(house, { key }, 4401)
    await refused(house, { key: "nonsense" }, 4401)
    await refused(house, { key: "" }, 4401)
  },

  async "a pad that is not there is refused"(house) {
    await refused(house, { pad: "nowhere" }, 4404)
  },

  async "a pad that the host ends is gone"(house) {
    const [ann, ben] = await Promise.all([Guest.joined(house), Guest.joined(house)])
    ann.type("soon gone")
    await until("it arrives", () => ben.reads === "soon gone")
    const answer = await fetch(`${house.base}/api/v1/pads/${house.pad}`, {
      method: "DELETE",
      headers: { authorization: `Bearer ${house.host_key}` },
      body: JSON.stringify({ in_s: 0 }),
    })
    assert.equal(answer.status, 200)
    await until("both are told", () => [ann, ben].every((one) => one.closes[0] === 4410))
    stays_away(house, ann)
    await refused(house, {}, 4410)
  },
}

/** A client that is let in by nobody, and told why. */
async function refused(house, options, code) {
  const guest = new Guest(house, options)
  await until(`${JSON.stringify(options)} is refused`, () => guest.closes.length > 0)
  assert.equal(guest.closes[0], code)
  assert.equal(guest.reads, "")
  stays_away(house, guest)
}

/** Version 3.1 stops by itself on 44xx; older ones try again until somebody stops them. */
function stays_away(house, guest) {
  if (house.version !== "2") {
    assert.equal(guest.stopped, true, "it says that it was closed for good")
    assert.equal(guest.provider.shouldConnect, false, "and does not try again")
  }
  guest.leave()
}

const scene = scenes[process.argv[2]]
assert.ok(scene, `no such scene: ${process.argv[2]}`)
await scene(JSON.parse(readFileSync(0, "utf8")))
process.exit(0)
