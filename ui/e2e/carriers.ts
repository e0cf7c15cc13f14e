/** What stands between a browser and the server: a port that is led on, a proxy that knows no WebSocket. */
import {
  createServer as createHttp,
  request,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { once } from "node:events";

/** Where a carrier is reached, and how it is taken away. */
export interface Carrier {
  origin: string;
  /** Breaks what goes through it now. */
  cut: () => void;
  stop: () => Promise<void>;
}

async function listen(server: Server, to: URL): Promise<Carrier> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(0, to.hostname);
  await once(server, "listening");
  const cut = () => sockets.forEach((socket) => socket.destroy());
  const stop = async () => {
    cut();
    server.close();
    await once(server, "close");
  };
  return { origin: `http://${to.hostname}:${(server.address() as AddressInfo).port}`, cut, stop };
}

/** Hears what a browser sends through one connection; true: here it breaks. */
type Breaks = (sent: Buffer) => boolean;

/** Another port of the same machine, as `docker -p` and `ssh -L` make one: bytes go through as they are, until one `breaks`. */
export function ledOn(origin: string, breaks: () => Breaks = () => () => false): Promise<Carrier> {
  const to = new URL(origin);
  const server = createServer((from) => {
    const on = connect(Number(to.port), to.hostname);
    const isBroken = breaks();
    const end = () => [from, on].forEach((socket) => socket.destroy());
    from.pipe(on).pipe(from);
    from.on("data", (sent: Buffer) => isBroken(sent) && end());
    for (const socket of [from, on]) socket.on("error", end);
  });
  return listen(server, to);
}

/**
 * What a proxy does to sockets: takes the upgrade out of the request, answers it with a status of its own, never answers it, or lets the
 * handshake through and no word after it. `all`: takes it out, and keeps out requests that stand in for it as well.
 */
export type Filter = "none" | "strips" | "swallows" | "mutes" | "all" | number;

/** A proxy that speaks HTTP, and filters it as is said at the moment. */
export function proxy(origin: string, filter: () => Filter): Promise<Carrier> {
  const to = new URL(origin);
  const ask = (from: IncomingMessage, upgrades: boolean) => {
    const { upgrade, connection, ...plain } = from.headers;
    return request({
      host: to.hostname,
      port: to.port,
      method: from.method,
      path: from.url,
      headers: upgrades ? { ...plain, upgrade, connection } : plain,
    });
  };
  const pass = (from: IncomingMessage, answer: ServerResponse) => {
    if (filter() === "all" && from.url?.startsWith("/poll/"))
      return answer.writeHead(403, { "content-type": "text/plain" }).end("not here");
    const on = ask(from, false);
    on.on("response", (response) =>
      response.pipe(answer.writeHead(response.statusCode ?? 502, response.headers)),
    );
    on.on("error", () => answer.destroy());
    answer.on("close", () => on.destroy());
    from.pipe(on);
  };
  const server = createHttp(pass);
  server.on("upgrade", (from: IncomingMessage, socket: Socket, head: Buffer) => {
    const how = filter();
    socket.on("error", () => socket.destroy());
    if (how === "swallows") return;
    if (typeof how === "number")
      return socket.end(`HTTP/1.1 ${how} No\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
    const on = ask(from, how === "none" || how === "mutes");
    on.on("upgrade", (response, onward, early) => {
      const lines = Object.entries(response.headers).map(
        ([name, value]) => `${name}: ${String(value)}\r\n`,
      );
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join("")}\r\n`);
      for (const end of [socket, onward])
        end.on("error", () => [socket, onward].forEach((one) => one.destroy()));
      if (how === "mutes") return socket.on("close", () => onward.destroy());
      socket.write(early);
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    on.on("response", (response) => {
      socket.write(
        `HTTP/1.1 ${response.statusCode} ${response.statusMessage}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
      );
      socket.end();
    });
    on.on("error", () => socket.destroy());
    on.end();
  });
  return listen(server, to);
}
