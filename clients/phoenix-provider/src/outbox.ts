/** What was typed here and is not confirmed: one push at a time, and what is typed meanwhile becomes the next. */
import type { Push } from "phoenix"
import { mergeUpdates } from "yjs"

interface Entry {
  update: Uint8Array
  /** Just typed here; else history of any author, such as what was typed offline. */
  live: boolean
}

/** Lives as long as one join: after the next one, the difference to the server's state says anew what it lacks. */
export class Outbox {
  readonly #push: (update: Uint8Array, live: boolean) => Push | null
  readonly #settled: () => void
  #waiting: Entry[] = []
  #busy = false
  #over = false

  /** `push` sends one update, or gives up the join with it; `settled` is called when all that was added is confirmed. */
  constructor(push: (update: Uint8Array, live: boolean) => Push | null, settled: () => void) {
    this.#push = push
    this.#settled = settled
  }

  /** Whether nothing waits for its confirmation. */
  get isEmpty(): boolean {
    return !this.#busy && this.#waiting.length === 0
  }

  /** Sends an update: at once where nothing is under way, else together with what else comes until then. */
  add(update: Uint8Array, live: boolean): void {
    this.#waiting.push({ update, live })
    this.#next()
  }

  /** Sends nothing any more and hears no reply. */
  drop(): void {
    this.#over = true
  }

  #next(): void {
    if (this.#busy || this.#over || this.#waiting.length === 0) return
    const batch = this.#waiting
    this.#waiting = []
    this.#busy = true
    const [first, ...others] = batch.map(({ update }) => update) as [Uint8Array, ...Uint8Array[]]
    const update = others.length === 0 ? first : mergeUpdates([first, ...others])
    this.#push(
      update,
      batch.every(({ live }) => live),
    )
      ?.receive("ok", () => this.#answered([]))
      // whether it arrived is unknown; to take an update twice changes nothing
      .receive("timeout", () => this.#answered(batch))
      // the server closes this join, or has it made anew: either way nothing follows here
      .receive("error", () => this.drop())
  }

  #answered(unsure: Entry[]): void {
    if (this.#over) return
    this.#busy = false
    this.#waiting.unshift(...unsure)
    if (this.#waiting.length === 0) this.#settled()
    else this.#next()
  }
}
