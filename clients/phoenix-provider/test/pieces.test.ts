/** The pieces that need no server: bytes, links, positions. */
import { describe, expect, it } from "vitest"
import * as Y from "yjs"
import { payloadOf, readBin } from "../src/bytes.js"
import { readLink } from "../src/index.js"
import { isPosition } from "../src/people.js"

describe("bytes", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, n) => n)

  it("are the same in every encoding", () => {
    for (const encoding of ["binary", "base64", "array"] as const) {
      const payload = payloadOf(bytes.subarray(1, 200), encoding)
      expect(readBin(payload instanceof ArrayBuffer ? payload : payload.bin)).toEqual(bytes.subarray(1, 200))
    }
  })
})

describe("a pad's link", () => {
  it("says where the pad is", () => {
    expect(readLink("http://192.168.1.20:7780/p/notes#KEY")).toEqual({
      url: "ws://192.168.1.20:7780/socket",
      pad: "notes",
      token: "KEY",
    })
    expect(readLink("https://pads.example/p/Sprint-1#K")).toEqual({
      url: "wss://pads.example/socket",
      pad: "sprint-1",
      token: "K",
    })
  })

  it("is nothing else", () => {
    for (const other of [
      "",
      "notes",
      "http://a/p/notes",
      "http://a/p/notes#",
      "http://a/j/ABC#K",
      "http://a/p/a%20b#K",
      "ftp://a/p/notes#K",
    ]) {
      expect(readLink(other), other).toBeNull()
    }
  })
})

describe("a position", () => {
  it("names something that Yjs can look up", () => {
    expect(
      isPosition(Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(new Y.Doc().getText("t"), 0))),
    ).toBe(true)
    expect(isPosition({ item: { client: 1, clock: 0 } })).toBe(true)
    for (const other of [
      null,
      5,
      {},
      { item: {} },
      { type: { client: -1, clock: 0 } },
      { tname: 7 },
      { tname: "t", assoc: "x" },
    ]) {
      expect(isPosition(other), JSON.stringify(other)).toBe(false)
    }
  })
})
