/** What it means that two yjs documents are equal, unit by unit. */
import * as Y from "yjs"

/** Roots that histories use; their types have to be said before a document can be read. */
export const ROOTS = { text: "getText", blocknote: "getXmlFragment", map: "getMap", array: "getArray" }

/**
 * An empty document that changes nothing by itself: yjs removes needless formats after a remote
 * change, and what it removes depends on how the content arrived.
 */
export function listener() {
  const doc = new Y.Doc()
  doc.clientID = 1 // Nothing is written; subdocuments show it.
  doc.on("afterTransaction", (transaction) => {
    transaction._needFormattingCleanup = false
  })
  return doc
}

/** A listener that has taken these updates. */
export function loaded(updates) {
  const doc = listener()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

export function isPending(doc) {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null
}

/** The first difference of two documents, or an empty string. */
export function difference(expected, actual) {
  for (const [doc, name] of [
    [expected, "the original"],
    [actual, "the store's"],
  ]) {
    if (isPending(doc))
      return `${name} has pending structs: ${JSON.stringify(doc.store.pendingStructs?.missing ? [...doc.store.pendingStructs.missing] : "deletions")}`
  }
  const [want, have] = [describe(expected), describe(actual)]
  for (const part of Object.keys(want)) {
    if (want[part] !== have[part]) {
      let at = 0
      while (want[part][at] === have[part][at]) at++
      const from = Math.max(0, at - 60)
      return `${part} differs at ${at}:\n  want …${want[part].slice(from, at + 120)}\n  have …${have[part].slice(from, at + 120)}`
    }
  }
  return ""
}

/**
 * The first difference of two documents apart from the order in lists. Forged neighbours (an origin
 * and a right origin that nobody can have seen side by side) make yjs itself order by arrival; all
 * who load the same bytes still see the same.
 */
export function differenceOfUnits(expected, actual) {
  const sorted = (doc) =>
    JSON.stringify([
      stateVector(doc),
      deleteSet(doc),
      ...Object.entries(ROOTS).map(([name, get]) => flat(doc[get](name)).sort()),
    ])
  const [want, have] = [sorted(expected), sorted(actual)]
  if (want === have) return ""
  let at = 0
  while (want[at] === have[at]) at++
  return `units differ at ${at}:\n  want …${want.slice(at - 60, at + 120)}\n  have …${have.slice(at - 60, at + 120)}`
}

/** State vector, delete set, every live unit with its id and value, and what an editor would read. */
export function describe(doc) {
  const parts = { "state vector": stateVector(doc), "delete set": deleteSet(doc) }
  for (const [name, get] of Object.entries(ROOTS)) {
    const type = doc[get](name)
    parts[`units of ${name}`] = units(type)
    parts[`JSON of ${name}`] = show(type.toJSON())
  }
  parts["delta of text"] = show(doc.getText("text").toDelta())
  parts["string of blocknote"] = doc.getXmlFragment("blocknote").toString()
  return parts
}

function stateVector(doc) {
  const clients = [...doc.store.clients.keys()].sort((a, b) => a - b)
  return clients.map((client) => `${client}:${Y.getState(doc.store, client)}`).join(" ")
}

function deleteSet(doc) {
  const deletes = [...Y.createDeleteSetFromStructStore(doc.store).clients].sort((a, b) => a[0] - b[0])
  return deletes.map(([client, items]) => `${client}:${joined(items)}`).join(" ")
}

function joined(items) {
  const ranges = []
  for (const { clock, len } of items) {
    const last = ranges.at(-1)
    if (last && last[1] === clock) last[1] = clock + len
    else ranges.push([clock, clock + len])
  }
  return ranges.map(([from, to]) => `${from}-${to}`).join(",")
}

function units(type) {
  const out = []
  for (let item = type._start; item !== null; item = item.right) {
    if (!item.deleted) values(item).forEach((value, i) => out.push(`${item.id.client}.${item.id.clock + i}=${value}`))
  }
  for (const key of [...type._map.keys()].sort()) {
    const item = type._map.get(key)
    if (!item.deleted) out.push(`${key}:${item.id.client}.${item.id.clock + item.length - 1}=${values(item).at(-1)}`)
  }
  return `[${out.join(" ")}]`
}

/** Every live unit below a type, with its value, in no order. */
function flat(root) {
  const out = []
  const open = [root]
  while (open.length > 0) {
    const type = open.pop()
    const add = (item, first) => {
      if (item.deleted) return
      const inner = item.content.constructor === Y.ContentType ? item.content.type : null
      if (inner !== null) open.push(inner)
      const all = inner !== null ? [inner.constructor.name] : values(item)
      all
        .slice(first)
        .forEach((value, i) => out.push(`${item.parentSub} ${item.id.client}.${item.id.clock + first + i}=${value}`))
    }
    for (let item = type._start; item !== null; item = item.right) add(item, 0)
    for (const item of type._map.values()) add(item, item.length - 1)
  }
  return out
}

function values(item) {
  const content = item.content
  switch (content.constructor) {
    case Y.ContentString:
      return content.str.split("").map((unit) => unit.charCodeAt(0).toString(16))
    case Y.ContentType:
      return [`${content.type.constructor.name} ${content.type.nodeName ?? ""}${units(content.type)}`]
    case Y.ContentFormat:
      return [`${content.key}→${show(content.value)}`]
    case Y.ContentDoc:
      return [`doc ${content.doc.guid} ${show(content.opts)}`]
    default:
      return content.getContent().map(show)
  }
}

/** JSON with sorted keys and the values that JSON does not know. */
function show(value) {
  return (
    JSON.stringify(value, (_, inner) => {
      if (typeof inner === "bigint") return `${inner}n`
      if (inner === undefined) return "undefined"
      if (inner instanceof Uint8Array) return `bytes ${[...inner]}`
      if (inner instanceof Y.Doc) return `doc ${inner.guid}`
      if (inner instanceof Y.AbstractType) return inner.toJSON()
      if (inner === null || typeof inner !== "object" || Array.isArray(inner)) return inner
      return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
    }) ?? "undefined"
  )
}
