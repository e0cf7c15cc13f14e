/** One stay in a pad, as React looks at it. */
import {
  PhoenixProvider,
  type Encoding,
  type End,
  type PadPlace,
  type Role,
  type Status,
  type User,
} from "@fadepad/phoenix-provider"
import { LongPoll, Socket } from "phoenix"
import { useEffect, useState } from "react"
import { Doc } from "yjs"

export interface Stay {
  provider: PhoenixProvider | null
  status: Status
  /** The pad has been merged at least once, so it may be shown and edited. */
  ready: boolean
  saved: boolean
  role: Role | null
  /** Everyone else. */
  people: User[]
  /** The end that is set, `null` where the pad lives while someone is here. */
  endsAt: Date | null
  ended: End | null
}

const BEGIN: Stay = {
  provider: null,
  status: "connecting",
  ready: false,
  saved: true,
  role: null,
  people: [],
  endsAt: null,
  ended: null,
}

declare global {
  interface Window {
    /** For the console. */
    provider?: PhoenixProvider
  }
}

const asked = new URLSearchParams(location.search)
/** `?encoding=array` and the like, to try them. */
const encoding = asked.get("encoding") as Encoding | null
/** `?transport=poll`: as where a network lets no WebSocket through. */
const polls = asked.get("transport") === "poll"

export function useStay({ url, pad, token }: PadPlace, user: User): Stay {
  const [stay, setStay] = useState(BEGIN)
  useEffect(() => {
    const doc = new Doc()
    const socket = polls ? new Socket(url, { transport: LongPoll }) : null
    const provider = new PhoenixProvider(socket ?? url, pad, doc, { token, user, ...(encoding ? { encoding } : {}) })
    socket?.connect()
    const change = (news: Partial<Stay>) => setStay((stay) => ({ ...stay, ...news }))
    window.provider = provider
    provider.on("status", ({ status }) => change({ status }))
    provider.on("synced", (synced) => synced && change({ provider, ready: true, role: provider.role }))
    provider.on("saved", (saved) => change({ saved }))
    provider.on("welcome", ({ ends_in_s }) => change({ endsAt: moment(ends_in_s) }))
    provider.on("pad", ({ t, in_s, ends_in_s }) => {
      if (t === "ending") change({ endsAt: moment(in_s) })
      if (t === "life") change({ endsAt: moment(ends_in_s) })
    })
    provider.on("ended", (ended) => change({ ended }))
    provider.awareness.on("change", () => {
      const others = [...provider.awareness.getStates()].filter(([client]) => client !== provider.awareness.clientID)
      change({ people: others.flatMap(([, state]) => (state.user ? [state.user as User] : [])) })
    })
    return () => {
      provider.destroy()
      socket?.disconnect()
      doc.destroy()
      setStay(BEGIN)
    }
  }, [url, pad, token, user])
  return stay
}

/** The moment in so many seconds. */
const moment = (seconds: unknown): Date | null =>
  typeof seconds === "number" ? new Date(Date.now() + seconds * 1000) : null
