/** The outbox: one push at a time, nothing lost, nothing said that is refused. */
import type { Push } from "phoenix"
import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { Outbox } from "../src/outbox.js"

/** An outbox whose replies are given by the test, and a document that fills it. */
function setup() {
  const sent: { update: Uint8Array; live: boolean; answer: (status: string) => void }[] = []
  let settled = 0
  const outbox = new Outbox(
    (update, live) => {
      const hooks = new Map<string, () => void>()
      const push = { receive: (status: string, hook: () => void) => (hooks.set(status, hook), push) }
      sent.push({ update, live, answer: (status) => hooks.get(status)?.() })
      return push as unknown as Push
    },
    () => (settled += 1),
  )
  const doc = new Y.Doc()
  doc.on("update", (update: Uint8Array) => outbox.add(update, true))
  const type = (words: string) => doc.getText("t").insert(doc.getText("t").length, words)
  return { outbox, sent, type, settled: () => settled }
}

/** The text that these updates make. */
function read(updates: Uint8Array[]): string {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc.getText("t").toString()
}

describe("the outbox", () => {
  it("sends the first key at once, and what is typed meanwhile together", () => {
    const { sent, type, settled } = setup()
    for (const letter of "hello") type(letter)
    expect(sent).toHaveLength(1)
    sent[0]?.answer("ok")
    expect(sent).toHaveLength(2)
    expect(read(sent.map(({ update }) => update))).toBe("hello")
    expect(settled()).toBe(0)
    sent[1]?.answer("ok")
    expect(settled()).toBe(1)
    expect(sent).toHaveLength(2)
  })

  it("says again what nobody answered, with what came since", () => {
    const { sent, type, settled } = setup()
    type("a")
    type("b")
    sent[0]?.answer("timeout")
    expect(read([sent[1]?.update as Uint8Array])).toBe("ab")
    sent[1]?.answer("ok")
    expect(settled()).toBe(1)
  })

  it("says nothing after a refusal, nor when its join is over", () => {
    for (const stop of ["refused", "dropped"]) {
      const { outbox, sent, type, settled } = setup()
      type("a")
      if (stop === "refused") sent[0]?.answer("error")
      else outbox.drop()
      type("b")
      sent[0]?.answer("ok")
      expect(sent, stop).toHaveLength(1)
      expect(settled(), stop).toBe(0)
      expect(outbox.isEmpty, stop).toBe(false)
    }
  })

  it("calls no batch live that holds history", () => {
    const { outbox, sent, type } = setup()
    type("a")
    outbox.add(Y.encodeStateAsUpdate(new Y.Doc()), false)
    type("b")
    sent[0]?.answer("ok")
    expect(sent.map(({ live }) => live)).toEqual([true, false])
  })
})
