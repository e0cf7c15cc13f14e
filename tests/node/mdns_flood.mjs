/** Sends what no network has: ten thousand mDNS answers full of records, and as many broken ones. */
import { randomBytes } from "node:crypto"
import { createSocket } from "node:dgram"

const GROUP = "224.0.0.251"
const PORT = 5353
const PACKETS = 10_000
const RECORDS = 18

/** An answer with addresses for names that nobody asked for. */
function answer() {
  const header = Buffer.alloc(12)
  header.writeUInt16BE(0x8400, 2)
  header.writeUInt16BE(RECORDS, 6)
  const records = Array.from({ length: RECORDS }, () => {
    const name = Buffer.from(randomBytes(8).toString("hex"))
    const rest = Buffer.from("056c6f63616c000001800100001194000" + "40a000001", "hex")
    return Buffer.concat([Buffer.from([name.length]), name, rest])
  })
  return Buffer.concat([header, ...records])
}

/** The same, cut, with a length that lies, or with a name that points at itself. */
function broken(n) {
  const packet = answer()
  if (n % 3 === 0) return packet.subarray(0, 13 + (n % 200))
  if (n % 3 === 1) packet.writeUInt16BE(0xffff, 6)
  else packet.writeUInt16BE(0xc00c, 12)
  return packet
}

const socket = createSocket({ type: "udp4", reuseAddr: true })
await new Promise((done) => socket.bind(PORT, done))
socket.setMulticastInterface("192.168.77.2")
for (let n = 0; n < PACKETS; n += 1) {
  for (const packet of [answer(), broken(n)]) {
    await new Promise((done) => socket.send(packet, PORT, GROUP, done))
  }
}
socket.close()
