/** The ways in which a history reaches a server. */
import * as encoding from "lib0/encoding"
import * as Y from "yjs"
import { Random } from "./oracle_history.mjs"

/** Updates of a history in one of the ways; each is {author, update}, author -1 for nobody's own. */
export function deliver(history, way, seed) {
  const random = new Random(seed)
  const { log } = history
  switch (way) {
    case "order":
      return log
    case "causal":
      return causal(log, random)
    case "shuffled":
      return random.shuffled(log)
    case "repeated":
      return random.shuffled([...log, ...log, ...log.slice(0, log.length >> 1)])
    case "merged":
      return merged(log, random)
    case "states":
      return states(history, random)
    default:
      throw new Error(`unknown delivery ${way}`)
  }
}

/** A random order in which everyone's updates come after all that their authors had seen. */
function causal(log, random) {
  const queues = []
  for (const entry of log) (queues[entry.author] ??= []).push(entry)
  const done = []
  const out = []
  while (out.length < log.length) {
    const ready = queues.filter(
      (queue) => queue?.length > 0 && queue[0].knows.every((count, author) => (done[author] ?? 0) >= (count ?? 0)),
    )
    const entry = random.pick(ready).shift()
    done[entry.author] = (done[entry.author] ?? 0) + 1
    out.push(entry)
  }
  return out
}

/** Updates merged by yjs in random handfuls, which leaves holes. */
function merged(log, random) {
  const rest = random.shuffled(log)
  const out = []
  while (rest.length > 0) {
    const some = rest.splice(0, 1 + random.below(6))
    out.push({ author: -1, update: Y.mergeUpdates(some.map((entry) => entry.update)) })
  }
  return out
}

/** Whole states of people in between, then all updates. */
function states(history, random) {
  const out = random.shuffled(history.people).map(({ doc }) => ({ author: -1, update: Y.encodeStateAsUpdate(doc) }))
  for (const entry of random.shuffled(history.log)) out.splice(random.below(out.length + 1), 0, entry)
  return out
}

/**
 * A peer whose state is cut at random clocks that perhaps nobody ever had, as {state vector,
 * update}. Cuts never split a surrogate pair unless `pairs`.
 */
export function cutPeer(doc, random, pairs) {
  const encoder = new Y.UpdateEncoderV1()
  const sections = []
  const vector = []
  for (const [client, structs] of doc.store.clients) {
    let cut = random.chance(0.2) ? 0 : random.below(Y.getState(doc.store, client) + 1)
    const kept = []
    for (const struct of structs) {
      if (struct.id.clock >= cut) break
      const keep = Math.min(struct.length, cut - struct.id.clock)
      const left = cutStruct(struct, keep, pairs)
      if (left === null) {
        cut = struct.id.clock
        break
      }
      kept.push(left)
    }
    if (kept.length > 0) sections.push([client, kept])
    if (cut > 0) vector.push([client, cut])
  }
  const { restEncoder } = encoder
  encoding.writeVarUint(restEncoder, sections.length)
  for (const [client, kept] of sections.sort((a, b) => b[0] - a[0])) {
    encoding.writeVarUint(restEncoder, kept.length)
    encoder.writeClient(client)
    encoding.writeVarUint(restEncoder, 0)
    for (const struct of kept) struct.write(encoder, 0)
  }
  encoding.writeVarUint(restEncoder, 0)
  return { vector: encodeVector(vector), update: encoder.toUint8Array() }
}

/** The first `keep` units of a struct; null when they cannot be told from the rest. */
function cutStruct(struct, keep, pairs) {
  if (keep === struct.length) return struct
  if (struct.constructor === Y.GC) return new Y.GC(struct.id, keep)
  const content = struct.content.copy()
  if (content.constructor === Y.ContentString && !pairs && /[\ud800-\udbff]/.test(content.str[keep - 1])) return null
  content.splice(keep)
  const left = Object.create(Object.getPrototypeOf(struct), Object.getOwnPropertyDescriptors(struct))
  left.content = content
  return left
}

function encodeVector(entries) {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length)
    for (const number of entries.flat()) encoding.writeVarUint(encoder, number)
  })
}
