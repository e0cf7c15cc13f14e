// Hocuspocus as it ships, but silent, and without the end of guests who say nothing for a minute.
import { Server } from "@hocuspocus/server"

const TEN_MINUTES = 600_000
await new Server({
  address: "127.0.0.1",
  port: Number(process.argv[2]),
  quiet: true,
  timeout: TEN_MINUTES,
}).listen()
