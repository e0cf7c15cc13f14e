/** Another machine that holds the first name of every Fadepad, as a conflict of RFC 6762 needs it. */
import { createSocket } from "node:dgram"

const GROUP = "224.0.0.251"
const PORT = 5353
const OWN = "192.168.77.2"
/** Without a number at its end: who has made way is left in peace. */
const HELD = /^fadepad-[a-z0-9]{4}\.local$/
const A = 1

/** The name that stands at this place, and where it ends; its end may be a pointer to another. */
function name(packet, at) {
  const length = packet[at]
  if (!length) return { labels: [], end: at + 1 }
  if (length >= 0xc0) return { ...name(packet, packet.readUInt16BE(at) & 0x3fff), end: at + 2 }
  const { labels, end } = name(packet, at + 1 + length)
  return { labels: [packet.toString("latin1", at + 1, at + 1 + length), ...labels], end }
}

/** The names that are asked for; none where it is no question. */
function asked(packet) {
  if (packet.length < 12 || packet[2] & 0x80) return []
  const names = []
  let at = 12
  for (let n = packet.readUInt16BE(4); n > 0 && at < packet.length; n -= 1) {
    const question = name(packet, at)
    names.push(question.labels.join("."))
    at = question.end + 4
  }
  return names
}

/** "This name is mine, at this address", with the cache-flush bit. */
function mine(host) {
  const header = Buffer.from([0, 0, 0x84, 0, 0, 0, 0, 1, 0, 0, 0, 0])
  const labels = host.split(".").map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]))
  const about = Buffer.from([0, 0, A, 0x80, 1, 0, 0, 0, 120, 0, 4, ...OWN.split(".").map(Number)])
  return Buffer.concat([header, ...labels, about])
}

const told = new Set()
const socket = createSocket({ type: "udp4", reuseAddr: true })
socket.on("message", (packet) => {
  for (const host of asked(packet).filter((host) => HELD.test(host))) {
    socket.send(mine(host), PORT, GROUP)
    if (!told.has(host)) console.log(host)
    told.add(host)
  }
})
socket.bind(PORT, () => {
  socket.addMembership(GROUP, OWN)
  socket.setMulticastInterface(OWN)
  console.log("listening")
})
