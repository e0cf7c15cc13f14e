/** A Yjs provider for Fadepad over Phoenix Channels. */
export type { Encoding } from "./bytes.js"
export { readLink, type PadPlace } from "./link.js"
export type { End, Events, PadMessage, Refusal, Role, Status, Welcome } from "./messages.js"
export type { User } from "./people.js"
export { PhoenixProvider, type Options } from "./provider.js"
