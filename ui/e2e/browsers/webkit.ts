/** WebKitGTK by WebDriver, on a screen that nobody sees. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { Builder, Key, Origin, type WebDriver } from "selenium-webdriver";
import type { Browser, Hands, InPage, Point } from "./hands";

/** Where Debian's packages put the small browser that the driver drives. */
const MINI_BROWSERS = ["4.1", "4.0", "6.0"].map(
  (version) =>
    `/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu/webkit2gtk-${version}/MiniBrowser`,
);
/** A driver that was just started listens after some milliseconds; it is asked so often (ms), so many times. */
const ASK_EVERY_MS = 50;
const ASK_TIMES = 200;
const DRAG_MS = 200;

/** The names of `KeyboardEvent.key` as WebDriver writes them; a letter is itself. */
const KEYS: Record<string, string> = {
  Enter: Key.ENTER,
  Tab: Key.TAB,
  Backspace: Key.BACK_SPACE,
  Delete: Key.DELETE,
  Escape: Key.ESCAPE,
  End: Key.END,
  Home: Key.HOME,
  ArrowUp: Key.ARROW_UP,
  ArrowDown: Key.ARROW_DOWN,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  Control: Key.CONTROL,
  Shift: Key.SHIFT,
  Alt: Key.ALT,
  Meta: Key.META,
  F10: Key.F10,
};
const inView = ({ x, y }: Point) => ({
  x: Math.round(x),
  y: Math.round(y),
  origin: Origin.VIEWPORT,
});
const keyOf = (name: string): string => KEYS[name] ?? name;
const typed = (words: string): string =>
  words.replaceAll("\n", Key.ENTER).replaceAll("\t", Key.TAB);

/** The driver has one session at a time, so everyone has a driver; all share the screen. */
export async function startWebKit(): Promise<Browser> {
  const screen = await startScreen();
  const drivers: ChildProcess[] = [];
  return {
    open: async () => {
      const port = await freePort();
      const driver = spawn("WebKitWebDriver", ["-p", String(port)], {
        env: { ...process.env, DISPLAY: screen.display },
        stdio: "ignore",
      });
      drivers.push(driver);
      return new WebKit(await session(port));
    },
    close: async () => {
      for (const child of [...drivers, screen.child]) child.kill();
    },
  };
}

/** An X server of our own on a display of its choice. */
async function startScreen(): Promise<{ child: ChildProcess; display: string }> {
  const child = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
    { stdio: ["ignore", "ignore", "ignore", "pipe"] },
  );
  const [number] = (await once(child.stdio[3] as NodeJS.ReadableStream, "data")) as [Buffer];
  return { child, display: `:${number.toString().trim()}` };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

async function session(port: number): Promise<WebDriver> {
  const url = `http://127.0.0.1:${port}`;
  for (let asked = 0; asked < ASK_TIMES; asked += 1) {
    const ready = await fetch(`${url}/status`).then(
      () => true,
      () => false,
    );
    if (ready) break;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  const binary = process.env.MINI_BROWSER ?? MINI_BROWSERS.find(existsSync);
  const options = { binary, args: ["--automation"] };
  const driver = await new Builder()
    .usingServer(url)
    .withCapabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": options })
    .build();
  await driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 900 });
  return driver;
}

class WebKit implements Hands {
  readonly engine = "webkit";

  constructor(private readonly driver: WebDriver) {}

  async go(url: string): Promise<void> {
    await this.driver.get(url);
  }

  run<A extends unknown[], T>(inPage: InPage<A, T>, ...args: A): Promise<T> {
    return this.driver.executeScript<T>(`return (${inPage.toString()})(...arguments)`, ...args);
  }

  async point(at: Point): Promise<void> {
    await this.#pointer().move(inView(at)).perform();
  }

  async clickAt(at: Point, times = 1): Promise<void> {
    const actions = this.#pointer().move(inView(at));
    for (let click = 0; click < times; click += 1) actions.press().release();
    await actions.perform();
  }

  async drag(from: Point, to: Point, key?: string): Promise<void> {
    const actions = this.#pointer()
      .move(inView(from))
      .press()
      .move({ ...inView(to), duration: DRAG_MS });
    if (key) actions.keyDown(keyOf(key));
    actions.release();
    if (key) actions.keyUp(keyOf(key));
    await actions.perform();
  }

  #pointer = () => this.driver.actions({ async: true });

  async type(words: string): Promise<void> {
    await this.#pointer().sendKeys(typed(words)).perform();
  }

  async press(...keys: string[]): Promise<void> {
    const last = keyOf(keys.at(-1) ?? "");
    const held = keys.slice(0, -1).map(keyOf);
    const actions = this.#pointer();
    for (const code of held) actions.keyDown(code);
    actions.keyDown(last).keyUp(last);
    for (const code of held) actions.keyUp(code);
    await actions.perform();
  }

  async picture(path: string): Promise<void> {
    await writeFile(path, await this.driver.takeScreenshot(), "base64");
  }

  close = () => this.driver.quit();
}
