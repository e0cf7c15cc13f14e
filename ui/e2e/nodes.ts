/** Two nodes that have the same pads over a NATS server, and a balancer in front of them. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, writeFile } from "node:fs/promises";
import { connect, createServer, type AddressInfo, type Server as Listener } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { networkInterfaces } from "node:os";

/** A NATS server on a free port of this machine. */
export class Broker {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(): Promise<Broker> {
    const child = spawn("nats-server", ["-a", "127.0.0.1", "-p", "-1"], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    const lines = createInterface({ input: child.stderr as NodeJS.ReadableStream });
    const port = await new Promise<string>((resolve, reject) => {
      child.once("error", reject);
      child.once("exit", (code) => reject(new Error(`nats-server exited with ${code}`)));
      lines.on("line", (line) => {
        const found = /client connections on 127\.0\.0\.1:(\d+)/.exec(line)?.[1];
        if (found) resolve(found);
      });
    });
    return new Broker(child, `nats://127.0.0.1:${port}`);
  }

  async stop(): Promise<void> {
    const gone = once(this.child, "exit");
    this.child.kill("SIGKILL");
    await gone;
  }
}

/** A node's own copy of the secret of all, in a folder of its own: what it notes stands beside it. */
export async function secretIn(folder: string, secret: string): Promise<string> {
  const path = join(await mkdtemp(join(folder, "node-")), "secret");
  await writeFile(path, secret, { mode: 0o600 });
  return path;
}

/** An address of this machine that is not loopback: a page from there is no secure context. */
const lanAddress = (): string =>
  Object.values(networkInterfaces())
    .flat()
    .find((each) => each && each.family === "IPv4" && !each.internal)?.address ?? "127.0.0.1";

/** Leads each connection to the first node that takes it. */
export class Balancer {
  /** Ports of nodes on this machine, the preferred one first. */
  nodes: number[] = [];
  readonly origin: string;

  private constructor(private readonly listener: Listener) {
    this.origin = `http://${lanAddress()}:${(listener.address() as AddressInfo).port}`;
  }

  static async start(): Promise<Balancer> {
    const listener: Listener = createServer((from) => {
      const lead = ([port, ...others]: number[]): void => {
        if (port === undefined) return void from.destroy();
        const to = connect(port, "127.0.0.1");
        let isThere = false;
        to.once("connect", () => {
          isThere = true;
          from.pipe(to).pipe(from);
        });
        to.on("error", () => {}); // it closes then
        to.once("close", () => (isThere ? from.destroy() : lead(others)));
        from.once("close", () => to.destroy());
        from.on("error", () => to.destroy());
      };
      lead(balancer.nodes);
    }).listen(0);
    await once(listener, "listening");
    const balancer: Balancer = new Balancer(listener);
    return balancer;
  }

  stop = (): void => void this.listener.close();
}
