/** Documents as yjs wrote them until 2020: values as ContentJSON, which it still reads and passes on. */
import assert from "node:assert/strict"
import * as Y from "yjs"
import { isPending, loaded } from "./oracle_equal.mjs"

const VALUES = [
  null,
  true,
  false,
  0,
  1,
  -1,
  63,
  64,
  -64,
  8191,
  -8192,
  2 ** 31 - 1,
  -(2 ** 31 - 1),
  2 ** 31,
  -(2 ** 31),
  2 ** 53,
  2 ** 64,
  0.5,
  -0.1,
  1e300,
  5e-324,
  "text",
  "",
  "é漢😀",
  'a\n\t"\\/\u0001\u2028',
  undefined,
  [],
  {},
  [[], [[]]],
  { a: { b: [1, { "": null }], 'é"': false }, length: 0 },
  Array.from({ length: 200 }, (_, n) => n),
  "x".repeat(300),
]

let old

/** Puts values into a list, or under a key, as ContentJSON. */
function put(type, left, values, key = null) {
  type.doc.transact((tr) => {
    const client = type.doc.clientID
    const id = Y.createID(client, Y.getState(type.doc.store, client))
    const right = key === null ? (left === null ? type._start : left.right) : null
    const origin = left && left.lastId
    new Y.Item(id, left, origin, right, right && right.id, type, key, new Y.ContentJSON(values)).integrate(tr, 0)
  })
}

const last = (type) => {
  let item = type._start
  while (item && item.right) item = item.right
  return item
}

const shown = (doc) => ({ array: doc.getArray("array").toJSON(), map: doc.getMap("map").toJSON() })

const typesOf = (doc) => [doc.getArray("array"), doc.getMap("map")]

/** An old document, with values that are deleted again. */
export function oldDocument() {
  old = new Y.Doc()
  old.clientID = 1
  const [array, map] = typesOf(old)
  put(array, null, VALUES)
  put(array, null, ["first"])
  put(array, last(array), ["a", "b", "c", "d"])
  array.delete(3, 2)
  array.delete(array.length - 3, 2)
  put(map, null, [{ deep: [1] }], "key")
  put(map, map._map.get("key"), [undefined], "key")
  put(map, null, [7], "other")
  const update = Y.encodeStateAsUpdate(old)
  assert.ok(isJson(loaded([update])), "yjs passes on what it has read")
  return [update]
}

const isJson = (doc) => [...doc.store.clients.values()].flat().some((item) => item.content instanceof Y.ContentJSON)

/** Who loads what the store gives has the same values, and yjs reads no ContentJSON any more. */
export function oldIsRead([full, stateVector]) {
  const doc = loaded([full])
  typesOf(doc)
  assert.ok(!isPending(doc) && !isJson(doc))
  assert.deepStrictEqual(shown(doc), shown(old))
  assert.deepEqual(Y.decodeStateVector(stateVector), Y.decodeStateVector(Y.encodeStateVector(old)))
}

/** A guest who joined from the store and the old document write on, each without the other. */
export function oldGoesOn([full]) {
  const guest = loaded([full])
  guest.clientID = 2
  const [array, map] = typesOf(guest)
  array.insert(9, ["between", { two: 2 }])
  array.delete(5, 3)
  map.set("key", "anew")
  const [theirs] = typesOf(old)
  put(theirs, last(theirs), ["at last", 1.5])
  theirs.delete(12, 2)
  const updates = [Y.encodeStateAsUpdate(guest), Y.encodeStateAsUpdate(old)]
  Y.applyUpdate(old, updates[0])
  return updates
}

/** The old document takes what the store has; it knows it already. */
export function oldTakes([full]) {
  const before = shown(old)
  Y.applyUpdate(old, full)
  assert.ok(!isPending(old))
  assert.deepStrictEqual(shown(old), before)
}

/** Content of yjs that is not kept: an XML hook. */
export function hook() {
  const doc = new Y.Doc()
  doc.getXmlFragment("xml").insert(0, [new Y.XmlHook("hook")])
  return [Y.encodeStateAsUpdate(doc)]
}
