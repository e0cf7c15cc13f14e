/** A page hears when its device changes networks; a socket that died of it would say so only after two heartbeats. */
import type { Socket } from "phoenix"

/** An open socket answers within this many ms, or it is given up. */
const ANSWER_MS = 3_000

/** Has the socket looked after whenever the network comes or goes, where there is a page; returns what stops that. */
export function wake(socket: Socket): () => void {
  if (typeof addEventListener !== "function") return () => {}
  const stop = new AbortController()
  const { signal } = stop
  let timer: ReturnType<typeof setTimeout> | undefined
  const again = () => {
    if (!signal.aborted) socket.connect()
  }
  const look = () => {
    clearTimeout(timer)
    const late = setTimeout(() => socket.disconnect(again), ANSWER_MS)
    timer = late
    if (!socket.ping(() => clearTimeout(late))) clearTimeout(late)
  }
  addEventListener("online", look, { signal })
  addEventListener("offline", look, { signal })
  return () => {
    stop.abort()
    clearTimeout(timer)
  }
}
