/** Phoenix Presence and y-protocols' awareness are two views of the same people: this keeps them alike. */
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from "lib0/encoding"
import { Presence, type Channel } from "phoenix"
import { applyAwarenessUpdate, removeAwarenessStates, type Awareness } from "y-protocols/awareness"

/** What others see of a person; editors read it from the awareness field `user`. */
export interface User {
  name: string
  /** `#rrggbb` */
  color: string
}

/** One device of a person in Presence. */
interface Meta {
  client: number
  phx_ref: string
  name: string
  color?: string
  cursor?: unknown
}

/** What the server is told of us. */
interface Told {
  name?: string
  color?: string
  cursor?: unknown
}

/** Where the mouse draws a selection, the cursor is told this often (ms) and no more; the last one always. */
const PACE_MS = 50
/** Awareness forgets who was not heard of for 30 s, and Presence is silent while nothing changes: this often (ms) they are heard of. */
const RENEW_MS = 15_000
/** For who said no colour; editors need one. */
const PLAIN = "#6b7280"

/** The people of one channel. */
export class People {
  readonly #awareness: Awareness
  readonly #origin: unknown
  readonly #say: (told: object) => void
  /** The `phx_ref` of each client of Presence that awareness shows. */
  readonly #shown = new Map<number, string>()
  /** Which client of Presence we are; `null` while there is no join. */
  #own: number | null = null
  #told: Told = {}
  #pause: ReturnType<typeof setTimeout> | undefined
  readonly #renewal: ReturnType<typeof setInterval>

  /** `origin` is what changes of `awareness` are marked with; `say` tells the server what is new of us. */
  constructor(channel: Channel, awareness: Awareness, origin: unknown, say: (told: object) => void) {
    this.#awareness = awareness
    this.#origin = origin
    this.#say = say
    const presence = new Presence(channel)
    presence.onSync(() => this.#show(presence))
    awareness.on("change", this.#changed)
    this.#renewal = setInterval(() => this.#renew(), RENEW_MS)
  }

  /** What a join tells of us. */
  introduction(): Told {
    this.#told = ofState(this.#awareness.getLocalState())
    return this.#told
  }

  /** We are this client of Presence from now on. */
  joined(client: number): void {
    this.#own = client
    this.#tell()
  }

  /** Nobody is seen any more, and nobody sees us. */
  lost(): void {
    this.#own = null
    removeAwarenessStates(this.#awareness, [...this.#shown.keys()], this.#origin)
    this.#shown.clear()
  }

  destroy(): void {
    this.lost()
    clearInterval(this.#renewal)
    clearTimeout(this.#pause)
    this.#awareness.off("change", this.#changed)
  }

  #show(presence: Presence): void {
    if (this.#own === null) return
    const here = new Map<number, { meta: Meta; person: string }>()
    presence.list((person, { metas }: { metas: Meta[] }) => {
      for (const meta of metas) if (meta.client !== this.#own) here.set(meta.client, { meta, person })
    })
    const gone = [...this.#shown.keys()].filter((client) => !here.has(client))
    for (const client of gone) this.#shown.delete(client)
    removeAwarenessStates(this.#awareness, gone, this.#origin)
    const news = [...here.values()].filter(({ meta }) => this.#shown.get(meta.client) !== meta.phx_ref)
    for (const { meta } of news) this.#shown.set(meta.client, meta.phx_ref)
    if (news.length > 0) applyAwarenessUpdate(this.#awareness, this.#encoded(news), this.#origin)
  }

  /** As y-protocols would have sent it, with a clock of our own counting. */
  #encoded(people: { meta: Meta; person: string }[]): Uint8Array {
    const to = createEncoder()
    writeVarUint(to, people.length)
    for (const { meta, person } of people) {
      writeVarUint(to, meta.client)
      writeVarUint(to, (this.#awareness.meta.get(meta.client)?.clock ?? 0) + 1)
      writeVarString(to, JSON.stringify(stateOf(meta, person)))
    }
    return toUint8Array(to)
  }

  #renew(): void {
    for (const client of this.#shown.keys()) {
      const meta = this.#awareness.meta.get(client)
      if (meta) meta.lastUpdated = Date.now()
    }
  }

  readonly #changed = ({
    added,
    updated,
    removed,
  }: {
    added: number[]
    updated: number[]
    removed: number[]
  }): void => {
    if ([...added, ...updated, ...removed].includes(this.#awareness.clientID)) this.#tell()
  }

  /** Tells what has changed of us; while it pauses, the latest waits. */
  #tell(): void {
    if (this.#own === null || this.#pause !== undefined) return
    const now = ofState(this.#awareness.getLocalState())
    const news = Object.entries(now).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(this.#told[field as keyof Told]),
    )
    if (news.length === 0) return
    this.#told = now
    this.#say(Object.fromEntries(news))
    this.#pause = setTimeout(() => {
      this.#pause = undefined
      this.#tell()
    }, PACE_MS)
  }
}

/** What of our awareness is for Presence. */
function ofState(state: Record<string, unknown> | null): Told {
  const { name, color } = (state?.user ?? {}) as Partial<User>
  return {
    ...(name === undefined ? {} : { name }),
    ...(color === undefined ? {} : { color }),
    cursor: state?.cursor ?? null,
  }
}

/** Someone of Presence as editors know people; what is no position in a Yjs document would hurt them as a cursor. */
function stateOf({ name, color = PLAIN, cursor }: Meta, id: string): Record<string, unknown> {
  const { anchor, head } = (cursor ?? {}) as Record<string, unknown>
  return { user: { id, name, color }, ...(isPosition(anchor) && isPosition(head) ? { cursor } : {}) }
}

/** Whether Yjs can look this relative position up: it names an item, a type, or a root type. */
export function isPosition(value: unknown): boolean {
  if (value === null || typeof value !== "object") return false
  const { type, tname, item, assoc } = value as Record<string, unknown>
  const fits =
    isIdOrNone(type) &&
    isIdOrNone(item) &&
    (tname == null || typeof tname === "string") &&
    (assoc == null || Number.isSafeInteger(assoc))
  return fits && (type != null || item != null || tname != null)
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0

function isIdOrNone(value: unknown): boolean {
  if (value === null || typeof value !== "object") return value == null
  const { client, clock } = value as Record<string, unknown>
  return isCount(client) && isCount(clock)
}
