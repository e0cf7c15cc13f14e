/** A running Fadepad for the tests, pads in it, and people who open them on desktops and phones. */
import { test as base, expect, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";

export { expect };

/** The first line that the server prints with `--json`, as far as the tests read it. */
interface Ready {
  pad: string;
  join_url: string;
  host_key: string;
}

/** A pad's answer to its making. */
export interface MadePad {
  pad: string;
  epoch: string;
  code: string;
  host_key: string;
  edit_key: string;
  view_key: string;
}

export interface Server extends Ready {
  /** `http://192.168.…:port`, never loopback: a page from there is no secure context. */
  origin: string;
  /** A new pad of its own for a test. */
  make(ttl_s?: number): Promise<MadePad>;
}

export interface Who {
  name: string;
  color?: string;
  phone?: boolean;
  dark?: boolean;
  /** Without it nobody is remembered, and the page asks for a name. */
  stranger?: boolean;
}

export interface People {
  /** Someone with a browser of their own, at a blank page. */
  come(who: Who): Promise<Page>;
  /** The same, in the pad and ready to write. */
  open(who: Who, pad: MadePad, key?: string): Promise<Page>;
}

const BIN = process.env.FADEPAD_BIN ?? new URL("../../target/release/fadepad", import.meta.url).pathname;
const FLAGS = ["--headless", "--json", "--port", "0", "--limits", "off"];
/** A release binary listens in milliseconds; this many milliseconds later it never will. */
const START_MS = 10_000;

async function start(): Promise<{ child: ChildProcess; ready: Ready }> {
  const child = spawn(BIN, FLAGS, { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const ready = await new Promise<Ready>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${BIN} did not say that it is ready`)), START_MS);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${BIN} exited with ${code}`)));
    lines.once("line", (line) => {
      clearTimeout(late);
      resolve(JSON.parse(line) as Ready);
    });
  });
  lines.on("line", () => {}); // keep reading, so that the pipe never fills
  return { child, ready };
}

async function make(origin: string, hostKey: string, ttl_s = 900): Promise<MadePad> {
  const answer = await fetch(`${origin}/api/v1/pads`, {
    method: "POST",
    headers: { Authorization: `Bearer ${hostKey}`, "Content-Type": "application/json" },
    body: JSON.stringify({ name: `test-${crypto.randomUUID().slice(0, 8)}`, ttl_s }),
  });
  expect(answer.status, await answer.clone().text()).toBe(201);
  return (await answer.json()) as MadePad;
}

/** A random, valid id for a person of this name. */
const personOf = (name: string) => `${name.toLowerCase().replace(/[^a-z]/g, "")}-${crypto.randomUUID().slice(0, 8)}`;

async function contextFor(browser: Browser, { name, color = "#2f6bd8", phone, dark, stranger }: Who): Promise<BrowserContext> {
  const context = await browser.newContext({
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    ...(phone
      ? { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }
      : { viewport: { width: 1280, height: 800 } }),
  });
  if (!stranger) {
    const me = JSON.stringify({ person: personOf(name), name, color });
    await context.addInitScript((stored) => localStorage.setItem("fadepad.me", localStorage.getItem("fadepad.me") ?? stored), me);
  }
  return context;
}

export const test = base.extend<{ people: People }, { server: Server }>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what is wanted from here
    async ({}, provide) => {
      const { child, ready } = await start();
      const { origin } = new URL(ready.join_url);
      await provide({ ...ready, origin, make: (ttl_s) => make(origin, ready.host_key, ttl_s) });
      child.kill("SIGTERM");
    },
    { scope: "worker" },
  ],
  people: async ({ browser, server }, provide) => {
    const contexts: BrowserContext[] = [];
    const come = async (who: Who) => {
      const context = await contextFor(browser, who);
      contexts.push(context);
      return context.newPage();
    };
    const open = async (who: Who, pad: MadePad, key = pad.edit_key) => {
      const page = await come(who);
      await page.goto(`${server.origin}/p/${pad.pad}#${key}`);
      await live(page);
      return page;
    };
    await provide({ come, open });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

/** The text, and that it is there to be written into. */
export const text = (page: Page) => page.locator(".bn-editor");

/** Waits until the page is connected and shows the text. */
export async function live(page: Page): Promise<void> {
  await expect(page.locator("[data-connection]")).toHaveAttribute("data-connection", "live");
  await expect(text(page)).toBeVisible();
}

/** The lines of the text as a person reads them, without the names of cursors. */
export const linesOf = (page: Page): Promise<string[]> =>
  text(page).evaluate((editor) =>
    [...editor.querySelectorAll(".bn-inline-content")].map((line) => {
      const copy = line.cloneNode(true) as HTMLElement;
      for (const cursor of copy.querySelectorAll(".cursor")) cursor.remove();
      return (copy.textContent ?? "").replaceAll("\u2060", "");
    }),
  );

/** Waits until both show the same lines, and gives them. */
export async function converged(...pages: Page[]): Promise<string[]> {
  const [first, ...others] = pages as [Page, ...Page[]];
  await expect(async () => {
    const lines = await linesOf(first);
    for (const other of others) expect(await linesOf(other)).toEqual(lines);
  }).toPass({ timeout: 15_000 });
  return linesOf(first);
}

/** Writes at the end of the line that holds `after`, or where the caret is. */
export async function write(page: Page, words: string, after?: string): Promise<void> {
  if (after !== undefined) {
    await page.locator(".bn-inline-content", { hasText: after }).first().click();
    await page.keyboard.press("End");
  }
  await page.keyboard.type(words);
}
