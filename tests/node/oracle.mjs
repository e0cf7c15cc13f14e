/**
 * Real yjs, asked by the Rust tests over stdin and stdout.
 *
 * A frame is a 32-bit little-endian length and that many bytes: a lib0 count of parts, each a lib0
 * byte array. Part 0 of a question is JSON `[command, ...arguments]`, of an answer `ok` or what went
 * wrong; the other parts are updates and the like.
 */
import { readSync, writeSync } from "node:fs"
import * as decoding from "lib0/decoding"
import * as encoding from "lib0/encoding"
import * as Y from "yjs"
import { cutPeer, deliver } from "./oracle_deliver.mjs"
import { ROOTS, difference, differenceOfUnits, isPending, listener, loaded } from "./oracle_equal.mjs"
import { History, Random } from "./oracle_history.mjs"
import { hook, oldDocument, oldGoesOn, oldIsRead, oldTakes } from "./oracle_old.mjs"
import { seed } from "./seed.mjs"

/** The history at hand, the document that took its updates so far, and the listening peers. */
let history = null
let reference = null
let peers = []
let cuts = []
let watcher = null

const commands = {
  /** A new history. */
  history(_, number, options) {
    history = new History(number, options)
    reference = listener()
    peers = []
  },

  /** Its updates in some order; authors come as JSON. */
  deliver(_, way, number) {
    const all = deliver(history, way, number)
    reference = listener()
    peers = []
    return [Buffer.from(all.map((entry) => entry.author).join(" ")), ...all.map((entry) => entry.update)]
  },

  /** The reference takes these updates too. */
  feed(updates) {
    for (const update of updates) Y.applyUpdate(reference, update)
  },

  /**
   * The reference takes the whole history in the order in which it was written. (In other orders
   * yjs itself once in some thousand histories forgets to retry what it has pending.)
   */
  feedAll() {
    reference = loaded(history.log.map((entry) => entry.update))
  },

  /** The same for a reference that took people's states, in which a cut pair is U+FFFD already. */
  settle() {
    if (isPending(reference))
      Y.applyUpdate(reference, Y.encodeStateAsUpdate(loaded(history.log.map((entry) => entry.update))))
  },

  /** Does the state that the store gives equal the reference? */
  equal([full]) {
    return difference(reference, loaded([full]))
  },

  /** A new listening peer that starts with this state. */
  listen([full]) {
    peers.push(loaded([full]))
  },

  /** Two listeners of a hostile document: a plain one, and one with observers. */
  watch() {
    history = null
    reference = listener()
    peers = [listener()]
    watcher = new Y.Doc()
    for (const root of rootsOf(watcher))
      root.observeDeep((events) => {
        for (const event of events) read(event)
      })
  },

  /** All listening peers take a delta. */
  delta([update]) {
    for (const peer of peers) Y.applyUpdate(peer, update)
    if (watcher !== null) Y.applyUpdate(watcher, update)
  },

  /** Do all listening peers equal the reference? */
  peersEqual() {
    return peers.map((peer) => difference(reference, peer)).find((text) => text !== "") ?? ""
  },

  /** Do all listening peers have the same units as the reference, in whatever order? */
  peersAlike() {
    return peers.map((peer) => differenceOfUnits(reference, peer)).find((text) => text !== "") ?? ""
  },

  /** State vectors that cut the reference anywhere, and of people. */
  vectors(_, number, count, pairs) {
    const random = new Random(number)
    cuts = Array.from({ length: count }, () => cutPeer(reference, random, pairs))
    // A peer that waits for something has another state than its cut, and heals a pair that yjs would not.
    if (pairs) for (const cut of cuts) cut.vector = Y.encodeStateVector(loaded([cut.update]))
    else
      for (const { doc } of history.people)
        cuts.push({ vector: Y.encodeStateVector(doc), update: Y.encodeStateAsUpdate(doc) })
    return cuts.map((cut) => cut.vector)
  },

  /** The store's answers to these vectors: do they make of each peer what the reference's would? */
  complete(answers) {
    for (const [i, answer] of answers.entries()) {
      const { update, vector } = cuts[i]
      const theirs = loaded([update, Y.encodeStateAsUpdate(reference, vector)])
      const text = difference(theirs, loaded([update, answer]))
      if (text !== "") return `peer ${i}: ${text}`
    }
    return ""
  },

  /** What yjs itself would send for everything. */
  encode() {
    return [Y.encodeStateAsUpdate(reference)]
  },

  /** The text of a root, and how yjs encodes the document that took these updates. */
  text(updates) {
    const doc = listener()
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    return [Buffer.from(doc.getText("text").toString()), Y.encodeStateAsUpdate(doc)]
  },

  /** A joiner of a document of whatever content: nothing may throw or wait. */
  join([full, stateVector]) {
    return join(full, stateVector)
  },

  seed(parts, epoch) {
    return [seed(epoch)]
  },

  oldDocument,
  oldIsRead,
  oldGoesOn,
  oldTakes,
  hook,

  /** What the seed looks like to an editor. */
  seedShown([full]) {
    return [Buffer.from(loaded([full]).getXmlFragment("blocknote").toString())]
  },
}

function rootsOf(doc) {
  return Object.entries(ROOTS).map(([name, get]) => doc[get](name))
}

/** What an editor asks of an event. */
function read(event) {
  return [event.path, event.changes.delta, event.changes.keys]
}

function join(full, stateVector) {
  const doc = new Y.Doc()
  const roots = rootsOf(doc)
  Y.applyUpdate(doc, full)
  if (isPending(doc)) return "the joiner waits for something"
  const vector = Y.decodeStateVector(stateVector)
  for (const [client, clock] of vector)
    if (Y.getState(doc.store, client) !== clock) return `the joiner's clock of ${client} is not ${clock}`
  if (vector.size !== doc.store.clients.size) return "the joiner has other clients"
  const again = new Y.Doc()
  Y.applyUpdate(again, Y.encodeStateAsUpdate(doc))
  if (isPending(again)) return "who joins from the joiner waits for something"
  for (const root of roots) readNested(root)
  return ""
}

/** Reads a type and all below it. */
function readNested(root) {
  const open = [root]
  while (open.length > 0) {
    const type = open.pop()
    type.toString()
    type.toJSON()
    for (const item of [...items(type)]) {
      if (!item.deleted && item.content.constructor === Y.ContentType) open.push(item.content.type)
    }
  }
}

function* items(type) {
  for (let item = type._start; item !== null; item = item.right) yield item
  yield* type._map.values()
}

function answer(frame) {
  const decoder = decoding.createDecoder(frame)
  const parts = Array.from({ length: decoding.readVarUint(decoder) }, () => decoding.readVarUint8Array(decoder))
  const [command, ...args] = JSON.parse(Buffer.from(parts.shift()).toString())
  try {
    const result = commands[command](parts, ...args) ?? ""
    return typeof result === "string" ? [Buffer.from(result || "ok")] : [Buffer.from("ok"), ...result]
  } catch (error) {
    return [Buffer.from(`${command} threw ${error.stack}`)]
  }
}

/** Node may have made the pipe non-blocking: tries again until it is ready. */
function patiently(work) {
  for (;;) {
    try {
      return work()
    } catch (error) {
      if (error.code !== "EAGAIN") throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
    }
  }
}

function readExactly(length) {
  const bytes = Buffer.alloc(length)
  for (let at = 0; at < length;) {
    const count = patiently(() => readSync(0, bytes, at, length - at))
    if (count === 0) process.exit(0)
    at += count
  }
  return bytes
}

function write(bytes) {
  for (let at = 0; at < bytes.length;) at += patiently(() => writeSync(1, bytes, at))
}

// yjs warns on stdout, where the answers go.
console.log = console.info = console.warn = console.debug = (...words) => console.error(...words)

for (;;) {
  const frame = readExactly(readExactly(4).readUInt32LE())
  const parts = answer(frame)
  const body = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, parts.length)
    for (const part of parts) encoding.writeVarUint8Array(encoder, part)
  })
  const head = Buffer.alloc(4)
  head.writeUInt32LE(body.length)
  write(head)
  write(body)
}
