/** Someone with the connection of our own page, which is bundled from `ui/` as the browser gets it. */

import { mkdtempSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

import WebSocket from "ws"

import { ring } from "./stock_guest.mjs"

const ui = fileURLToPath(new URL("../../ui", import.meta.url))
const ENTRY = "page"

/** Bundles the page's provider with the yjs that it knows. */
async function bundle() {
  const { rolldown } = await import(pathToFileURL(createRequire(`${ui}/package.json`).resolve("rolldown")).href)
  const folder = mkdtempSync(join(tmpdir(), "fadepad-page-"))
  process.on("exit", () => rmSync(folder, { recursive: true }))
  const entry = {
    name: "entry",
    resolveId: (name) => (name === ENTRY ? `${ui}/src/pad/${ENTRY}.entry.ts` : null),
    load: (id) =>
      id.endsWith(`${ENTRY}.entry.ts`) ? 'export { PadProvider } from "./provider"; export * as Y from "yjs"' : null,
  }
  const built = await rolldown({ input: ENTRY, cwd: ui, plugins: [entry], logLevel: "silent" })
  await built.write({ dir: folder, format: "esm", entryFileNames: "page.mjs" })
  await built.close()
  return import(pathToFileURL(join(folder, "page.mjs")).href)
}

globalThis.WebSocket ??= WebSocket
globalThis.requestAnimationFrame ??= (frame) => setTimeout(frame, 16)
globalThis.cancelAnimationFrame ??= clearTimeout
const { PadProvider, Y } = await bundle()

export class PageMember {
  constructor(house, { key = house.edit_key, pad = house.pad } = {}) {
    this.doc = new Y.Doc()
    this.text = this.doc.getText("stock")
    /** Close codes, in their order. */
    this.closes = []
    this.isSynced = false
    const events = {
      onMessage: ring,
      onAsked: ring,
      onStateSent: ring,
      onLocalUpdate: ring,
      onBlocked: ring,
      onSynced: () => {
        this.isSynced = true
        ring()
      },
      onClose: (code) => {
        this.closes.push(code)
        ring()
      },
      onEnd: ring,
    }
    const url = `${house.base.replace("http", "ws")}/ws`
    this.provider = new PadProvider({ url, pad, key, doc: this.doc, epoch: house.epoch, events })
    this.provider.awareness.on("change", ring)
    this.provider.connect()
  }

  introduce(name) {
    this.provider.awareness.setLocalStateField("user", { name })
  }

  /** The names of everybody, itself among them. */
  get sees() {
    const states = [...this.provider.awareness.getStates().values()]
    return states
      .map((state) => state.user?.name)
      .filter(Boolean)
      .sort()
  }
}
