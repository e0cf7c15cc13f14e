/** A pad's link: what people share, and where a provider finds the pad. */

/** Where a pad is, and the key to it. */
export interface PadPlace {
  /** The Phoenix socket, `ws://192.168.1.20:7780/socket`. */
  url: string
  /** The pad's name. */
  pad: string
  /** The key: for this pad, in this life of it, in one role. */
  token: string
}

/** Reads `http://192.168.1.20:7780/p/notes#KEY`; `null` where it is no pad's link. */
export function readLink(link: string): PadPlace | null {
  if (!URL.canParse(link)) return null
  const { protocol, host, pathname, hash } = new URL(link)
  const pad = /^\/p\/([\w-]+)$/.exec(pathname)?.[1]
  if (!/^https?:$/.test(protocol) || pad === undefined || hash.length < 2) return null
  return { url: `${protocol.replace("http", "ws")}//${host}/socket`, pad: pad.toLowerCase(), token: hash.slice(1) }
}
