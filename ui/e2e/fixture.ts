/** A running Fadepad for the tests, pads in it, and people who open them on desktops and phones. */
import {
  devices,
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type Page,
} from "@playwright/test";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Server, type MadePad } from "./server";

export { expect };
export type { MadePad, Server };

export interface Who {
  name: string;
  color?: string;
  /** Fingers and no mouse: a phone, or with `size` a tablet. */
  phone?: boolean;
  /** Has not chosen the full editor on this phone, and sees the companion. */
  companion?: boolean;
  size?: { width: number; height: number };
  dark?: boolean;
  /** What this browser speaks; English without it. */
  locale?: string;
  /** Without it nobody is remembered, and the page asks for a name. */
  stranger?: boolean;
  /** Goes on past the browser's warning of a certificate that was made on the host's machine. */
  trusting?: boolean;
}

export interface People {
  /** Someone with a browser of their own, at a blank page. */
  come(who: Who): Promise<Page>;
  /** The same, in the pad and ready to write. */
  open(who: Who, pad: MadePad, key?: string): Promise<Page>;
}

/** What a phone says that it is: editors listen to Android's keyboards in another way. */
const PHONE = devices["Pixel 7"].userAgent;

/** A random, valid id for a person of this name. */
const personOf = (name: string) =>
  `${name
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .slice(0, 20)}-${crypto.randomUUID().slice(0, 8)}`;

async function contextFor(browser: Browser, who: Who): Promise<BrowserContext> {
  const { name, color = "#2f6bd8", phone, companion, size, dark, stranger } = who;
  const { trusting = false, locale = "en-US" } = who;
  const context = await browser.newContext({
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    locale,
    ignoreHTTPSErrors: trusting,
    ...(phone
      ? {
          viewport: size ?? { width: 390, height: 844 },
          deviceScaleFactor: 2,
          hasTouch: true,
          isMobile: true,
          userAgent: PHONE,
        }
      : { viewport: size ?? { width: 1280, height: 800 } }),
  });
  if (!stranger) {
    const me = JSON.stringify({ person: personOf(name), name, color });
    await context.addInitScript(
      (stored) => localStorage.setItem("fadepad.me", localStorage.getItem("fadepad.me") ?? stored),
      me,
    );
  }
  if (phone && !companion)
    await context.addInitScript(() => {
      localStorage.setItem("fadepad.phone", localStorage.getItem("fadepad.phone") ?? "editor");
    });
  return context;
}

interface Fixtures {
  people: People;
  /** Starts a server for this test alone. */
  serve: (...flags: string[]) => Promise<Server>;
  /** A folder for this test alone. */
  folder: string;
}

export const test = base.extend<Fixtures, { server: Server }>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what is wanted from here
    async ({}, provide) => {
      const server = await Server.start();
      await provide(server);
      await server.kill("SIGTERM");
    },
    { scope: "worker" },
  ],
  serve: async ({ folder }, provide) => {
    void folder; // asked for here, it outlives the servers that write into it
    const servers: Server[] = [];
    await provide(async (...flags) => {
      const server = await Server.start(...flags);
      servers.push(server);
      return server;
    });
    await Promise.all(servers.map((server) => server.kill("SIGTERM")));
  },
  // oxlint-disable-next-line no-empty-pattern -- as above
  folder: async ({}, provide) => {
    const path = await mkdtemp(join(tmpdir(), "fadepad-"));
    await provide(path);
    await rm(path, { recursive: true });
  },
  people: async ({ browser, serve }, provide) => {
    void serve; // asked for here, servers outlive the people: a server that ends waits for the answers of who is there
    const contexts: BrowserContext[] = [];
    const come = async (who: Who) => {
      const context = await contextFor(browser, who);
      contexts.push(context);
      return context.newPage();
    };
    const open = async (who: Who, pad: MadePad, key = pad.edit_key) => {
      const page = await come(who);
      await page.goto(`${pad.origin}/p/${pad.pad}#${key}`);
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

/** Puts a page's connection to sleep and wakes it: while asleep every socket of it breaks. */
export async function sleeper(page: Page) {
  let asleep = false;
  let cut: (() => void) | undefined;
  await page.routeWebSocket(/\/ws\//, (socket) => {
    if (asleep) return void socket.close({ code: 4000 });
    const server = socket.connectToServer();
    cut = () => {
      void server.close();
      void socket.close({ code: 4000 });
    };
  });
  return {
    begin: async () => {
      asleep = true;
      cut?.();
      await expect(page.locator("[data-connection]")).toHaveAttribute("data-connection", "lost");
    },
    end: () => {
      asleep = false;
    },
  };
}

/** The lines of the text as a person reads them, without the names of cursors. */
export const linesOf = (page: Page): Promise<string[]> =>
  text(page).evaluate((editor) =>
    [...editor.querySelectorAll(".bn-inline-content")].map((line) => {
      const copy = line.cloneNode(true) as HTMLElement;
      for (const cursor of copy.querySelectorAll(".cursor, .bn-collaboration-cursor__base"))
        cursor.remove();
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

/** Opens the lifetime sheet. */
export const openLife = (page: Page) => page.locator(".chip").click();

/** Waits until the page says that all it wrote has arrived. */
export async function saved(page: Page): Promise<void> {
  await openLife(page);
  await expect(page.locator("[data-saved]")).toHaveAttribute("data-saved", "saved");
  await page.keyboard.press("Escape");
}

/** Writes at the end of the line that holds `after`, or where the caret is. */
export async function write(page: Page, words: string, after?: string): Promise<void> {
  if (after !== undefined) {
    await page.locator(".bn-inline-content", { hasText: after }).first().click();
    await page.keyboard.press("End");
  }
  await page.keyboard.type(words);
}

/** Keeps the text as a Markdown file, by the sheet for it. */
export async function keepMarkdown(page: Page): Promise<void> {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Take it with you…" }).click();
  await page.getByRole("button", { name: "Keep the Markdown file" }).click();
  await page.keyboard.press("Escape");
}
