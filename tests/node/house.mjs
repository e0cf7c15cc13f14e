/** Further servers, for scenes that restart one; and keys of people's own. */

import { spawn } from "node:child_process"
import { createInterface } from "node:readline"

/** Starts a server of a scene's own on this port, `"0"` being any, and waits until it listens. */
export async function start({ binary, secret }, port) {
  const args = ["--headless", "--json", "--port", port, "--bind", "127.0.0.1", "--secret-file", secret]
  const child = spawn(binary, args, { stdio: ["ignore", "pipe", "inherit"] })
  process.on("exit", () => child.kill("SIGKILL"))
  const ended = new Promise((resolve) => child.on("exit", resolve))
  const lines = createInterface({ input: child.stdout })
  const ready = await new Promise((resolve) => lines.once("line", (line) => resolve(JSON.parse(line))))
  ready.base = `http://127.0.0.1:${ready.port}`
  return { child, ready, ended }
}

/** Somebody's own key, by which all their devices are one person. */
export async function ownKey(house) {
  const headers = { Authorization: `Bearer ${house.edit_key}` }
  const answer = await fetch(`${house.base}/api/v1/pads/${house.pad}/key`, { method: "POST", headers })
  return answer.json()
}
