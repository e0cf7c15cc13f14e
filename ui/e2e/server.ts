/** A running Fadepad: started, asked, looked into, killed. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { open, readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { expect } from "@playwright/test";

/** A pad's answer to its making. */
export interface MadePad {
  pad: string;
  epoch: string;
  code: string;
  host_key: string;
  edit_key: string;
  view_key: string;
  /** `http://192.168.…:port`, never loopback: a page from there is no secure context. */
  origin: string;
}

/** The first line that the server prints with `--json`, as far as the tests read it. */
interface Ready extends Omit<MadePad, "origin"> {
  port: number;
  join_url: string;
  /** With `--create anyone`. */
  instance_key?: string;
  certificate?: { sha256: string; self_signed: boolean };
}

const BIN =
  process.env.FADEPAD_BIN ?? new URL("../../target/release/fadepad", import.meta.url).pathname;
/** A release binary listens in milliseconds; this many milliseconds later it never will. */
const START_MS = 10_000;
/** How much of a process's memory is looked at in one piece, in bytes. */
const PIECE = 8 << 20;

export class Server {
  /** What it has said since it was ready, line by line. */
  readonly said: string[] = [];

  private constructor(
    private readonly child: ChildProcess,
    readonly ready: Ready,
  ) {}

  /** Starts one and waits until it listens; without `--port` on any free port, without `--limits` with none. */
  static async start(...flags: string[]): Promise<Server> {
    const port = flags.includes("--port") ? [] : ["--port", "0"];
    const limits = flags.includes("--limits") ? [] : ["--limits", "off"];
    return Server.run(["--headless", "--json", ...limits, ...port, ...flags]);
  }

  /** Another one, at which the pad of this host's link goes on. */
  static take = ({ origin, pad, host_key }: MadePad): Promise<Server> =>
    Server.run(["take", `${origin}/p/${pad}#${host_key}`, "--headless", "--json", "--port", "0"]);

  private static async run(args: string[]): Promise<Server> {
    const child = spawn(BIN, args, { stdio: ["ignore", "pipe", "inherit"] });
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    const ready = await new Promise<Ready>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`${BIN} did not say that it is ready`)),
        START_MS,
      );
      child.once("error", reject);
      child.once("exit", (code) => reject(new Error(`${BIN} exited with ${code}`)));
      lines.once("line", (line) => {
        clearTimeout(late);
        resolve(JSON.parse(line) as Ready);
      });
    });
    const server = new Server(child, ready);
    lines.on("line", (line) => server.said.push(line)); // kept reading, so that the pipe never fills
    return server;
  }

  get origin(): string {
    return new URL(this.ready.join_url).origin;
  }

  /** The pad that it began with. */
  get pad(): MadePad {
    return { ...this.ready, origin: this.origin };
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  async kill(signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, "exit");
    this.child.kill(signal);
    await gone;
  }

  /** A new pad of its own for a test. */
  async make(ttl_s = 900): Promise<MadePad> {
    const answer = await fetch(`${this.origin}/api/v1/pads`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${this.ready.host_key}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify({ name: `test-${crypto.randomUUID().slice(0, 8)}`, ttl_s }),
    });
    expect(answer.status, await answer.clone().text()).toBe(201);
    return { ...((await answer.json()) as MadePad), origin: this.origin };
  }

  /** How often this stands in the memory of the process. Only root may look. */
  async copies(needle: string): Promise<number> {
    const maps = (await readFile(`/proc/${this.pid}/maps`, "utf8"))
      .split("\n")
      .filter((line) => line.split(" ")[1]?.startsWith("r"));
    const memory = await open(`/proc/${this.pid}/mem`);
    let found = 0;
    for (const line of maps) {
      const [from = 0, to = 0] = (line.split(" ")[0] ?? "")
        .split("-")
        .map((hex) => Number.parseInt(hex, 16));
      // pieces overlap by less than the needle, so that none is missed or counted twice
      for (let at = from; at < to; at += PIECE) {
        const piece = Buffer.alloc(Math.min(PIECE + needle.length - 1, to - at));
        const read = await memory.read(piece, 0, piece.length, at).catch(() => null); // the kernel's own pages can't be read
        if (read) found += occurrences(piece.subarray(0, read.bytesRead), needle);
      }
    }
    await memory.close();
    return found;
  }

  /** Bytes that the process has sent to a disk. */
  async written(): Promise<number> {
    return Number(
      /^write_bytes: (\d+)$/m.exec(await readFile(`/proc/${this.pid}/io`, "utf8"))?.[1],
    );
  }
}

function occurrences(bytes: Buffer, needle: string): number {
  let found = 0;
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + 1)) found += 1;
  return found;
}

/** Calls the REST interface of a pad with one of its keys. */
export const call = (
  method: string,
  { origin, pad, host_key }: MadePad,
  body?: object,
): Promise<Response> =>
  fetch(`${origin}/api/v1/pads/${pad}`, {
    method,
    headers: { Authorization: `Bearer ${host_key}` },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
