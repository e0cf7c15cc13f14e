/** Where the pad is: `#server=ws://192.168.1.20:7780/ws&pad=sketch&key=…`; who comes: `&name=Ann`. */
const said = new URLSearchParams(location.hash.slice(1))
const one = (name: string, otherwise: string) => said.get(name) ?? otherwise

export const server = one("server", "ws://localhost:7780/ws")
export const pad = one("pad", "sketch")
export const key = one("key", "")
export const user = { name: one("name", "Somebody"), color: one("color", "#2f6bd8") }
