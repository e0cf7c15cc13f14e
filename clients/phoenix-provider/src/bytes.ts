/** Bytes in Channel messages: as binary frames, base64, or arrays of integers. */
import { fromBase64, toBase64 } from "lib0/buffer"

/** How updates travel: `binary` is the smallest, `array` what the plainest client can read. */
export type Encoding = "binary" | "base64" | "array"

/** Bytes as the server writes them. */
export type Bin = ArrayBuffer | string | readonly number[]

/** Reads bytes in whichever encoding they came. */
export function readBin(bin: Bin): Uint8Array {
  if (typeof bin === "string") return fromBase64(bin)
  return bin instanceof ArrayBuffer ? new Uint8Array(bin) : Uint8Array.from(bin)
}

/** The payload of a push that holds an update. The official client writes nothing but an `ArrayBuffer` as a binary frame. */
export function payloadOf(update: Uint8Array, encoding: Encoding): ArrayBuffer | { bin: Bin } {
  switch (encoding) {
    case "binary":
      return update.slice().buffer
    case "base64":
      return { bin: toBase64(update) }
    case "array":
      return { bin: Array.from(update) }
  }
}
