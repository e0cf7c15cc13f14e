/**
 * Which versions of TLS a server takes, asked by OpenSSL: `node versions.mjs PORT` prints each that
 * was tried with what was agreed on, or `refused`.
 */

import { connect } from "node:tls"

const port = Number(process.argv[2])

/** One handshake that offers this version alone. */
function offer(version) {
  return new Promise((resolve) => {
    // At its usual level OpenSSL would not even offer 1.1, and nothing would be shown.
    const ciphers = "ALL:@SECLEVEL=0"
    const options = { minVersion: version, maxVersion: version, ciphers, rejectUnauthorized: false }
    const socket = connect({ host: "127.0.0.1", port, ALPNProtocols: ["h2", "http/1.1"], ...options })
    socket.on("secureConnect", () => {
      resolve(`${socket.getProtocol()} ${socket.alpnProtocol}`)
      socket.destroy()
    })
    // An alert of the server tells a refusal from an OpenSSL that can't offer it.
    socket.on("error", (error) => resolve(/alert/i.test(`${error.code} ${error.message}`) ? "refused" : `${error}`))
  })
}

for (const version of ["TLSv1.3", "TLSv1.2", "TLSv1.1"]) {
  console.log(`${version}: ${await offer(version)}`)
}
