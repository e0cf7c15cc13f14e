/**
 * A room of every client sits quiet: `node quiet.mjs`. The first line of standard input is the house as
 * JSON; then, for each step of the clock, `tick MS` is printed, the other side moves the server's clock
 * by as much and says so with a line, and ours is moved. Everything else, the network above all, is real.
 */

import assert from "node:assert/strict"
import { get } from "node:http"
import { createInterface } from "node:readline"

import { install } from "@sinonjs/fake-timers"
import * as encoding from "lib0/encoding"

/** How far both clocks go at once (ms), for as long as a message is on its way; people come in on a faster network. */
const STEP_MS = 500
const COMING_MS = 20
/** Between two looks at who is seen. */
const LOOK_MS = 5_000
const QUIET_MS = 600_000
const UNSEEN = "y-websocket, showing nobody"

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
const house = JSON.parse((await lines.next()).value)
const real = { setTimeout }
const clock = install({
  now: Date.now(),
  toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
})
// The packages keep the clock that they find when they are loaded.
const { doors } = await import("./doors.mjs")
const { PageMember } = await import("./page_member.mjs")
const { ring, until } = await import("./stock_guest.mjs")

/** An answer of the server, on a connection of its own: what was sent to it before has been read by then. */
const roundtrip = () =>
  new Promise((resolve, reject) =>
    get(`${house.base}/healthz`, { agent: false }, (answer) => answer.resume().on("end", resolve)).on("error", reject),
  )

/** Moves both clocks, and waits until what that set off has been said and answered. */
async function step(ms) {
  console.log(`tick ${ms}`)
  await lines.next()
  clock.tick(ms)
  for (let n = 0; n < 3; n++) await roundtrip()
  ring()
}

/** Moves the clocks until this is done. */
async function during(work) {
  let outcome
  work.then(
    (value) => (outcome = { value }),
    (error) => (outcome = { error }),
  )
  while (!outcome) {
    await step(COMING_MS)
    await new Promise((resolve) => real.setTimeout(resolve))
  }
  if (outcome.error) throw outcome.error
  return outcome.value
}

/** Someone without a state of its own, who sends back whatever is heard of others all the same. */
async function unseen(settings) {
  const one = await doors["y-websocket"](house, settings)
  one.provider.awareness.setLocalState(null)
  one.introduce = () => {}
  return one
}

/** What shows everyone whom this guest knows of, with a newer clock than anyone has. */
function lie({ provider }, clock) {
  const others = [...provider.awareness.getStates().keys()]
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, others.length)
  for (const id of others) {
    encoding.writeVarUint(encoder, id)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, "{}")
  }
  const message = encoding.createEncoder()
  encoding.writeVarUint(message, 1)
  encoding.writeVarUint8Array(message, encoding.toUint8Array(encoder))
  provider.ws.send(encoding.toUint8Array(message))
}

const everyone = [
  ...Object.entries(doors).map(([name, enter]) => [name, () => enter(house)]),
  ["y-websocket 2", () => doors["y-websocket"]({ ...house, version: "2" })],
  ["y-websocket, reading", () => doors["y-websocket"](house, { key: house.view_key })],
  [UNSEEN, () => unseen()],
  [`${UNSEEN}, reading`, () => unseen({ key: house.view_key })],
  ["phoenix, reading", () => doors["phoenix, array"](house, { key: house.view_key })],
  [
    "our page",
    async () => {
      const page = new PageMember(house)
      await until("a page is synced", () => page.isSynced)
      return page
    },
  ],
]

const room = await during(
  Promise.all(
    everyone.map(async ([name, enter]) => {
      const one = await enter().catch((error) => assert.fail(`${name}: ${error.message}`))
      one.introduce(name)
      return { name, one }
    }),
  ),
)
const liar = room.find(({ name }) => name === `${UNSEEN}, reading`).one
const names = room
  .map(({ name }) => name)
  .filter((name) => !name.startsWith(UNSEEN))
  .sort()
const seesAll = ({ one }) => String(one.sees) === String(names)
await during(until("all see all", () => room.every(seesAll))).catch(() => {
  for (const { name, one } of room) assert.deepEqual(one.sees, names, `whom ${name} sees`)
})
// What a client says as it comes in (who polls opens a session anew with each answer) is over by now.
const before = room.map(({ one }) => connections(one))

for (let passed = 0; passed < QUIET_MS; passed += STEP_MS) {
  await step(STEP_MS)
  if (house.liar && passed % 1_000 === 0) lie(liar, 1_000 + passed)
  if (passed % LOOK_MS > 0) continue
  const at = `after ${passed / 1_000} s`
  room.forEach(({ name, one }, n) => {
    assert.deepEqual(connections(one), before[n], `${name} was closed or came again, ${at}`)
    assert.equal(String(one.sees), String(names), `${name} sees others, ${at}`)
  })
}
console.log(`quiet ${room.length}`)
// Nobody leaves before the other side has counted.
await lines.next()
process.exit(0)

/** How often a client was closed or has connected, in whatever way it tells. */
function connections(one) {
  const joins = one.heard?.filter((word) => ["joined", "error", "closed", "ended"].includes(word)) ?? []
  const told = one.told?.("status") ?? []
  return { closes: one.closes ?? [], opened: one.line?.opened, joins, statuses: one.statuses ?? [], told }
}
