/** Chromium by its own protocol and Firefox by WebDriver BiDi, both through Puppeteer. */
import { launch, type Browser as Puppeteer, type KeyInput, type Page } from "puppeteer-core";
import type { Browser, Engine, Hands, InPage, Point } from "./hands";

const BINARY = {
  chromium: process.env.CHROMIUM ?? "/usr/bin/chromium",
  firefox: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
};
const VIEWPORT = { width: 1280, height: 800 };
/** Between the ends of a drag: an editor follows the pointer, it does not only see where it let go. */
const DRAG_STEPS = 8;

export async function startPuppets(engine: "chromium" | "firefox"): Promise<Browser> {
  const browser = await launch({
    browser: engine === "chromium" ? "chrome" : "firefox",
    executablePath: BINARY[engine],
    headless: true,
    defaultViewport: VIEWPORT,
    args: engine === "chromium" ? ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"] : [],
    extraPrefsFirefox: { "datareporting.policy.dataSubmissionEnabled": false, "network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false },
  });
  return { open: () => openPage(browser, engine), close: () => browser.close() };
}

/** Each page has a context of its own: other storage, another person. */
async function openPage(browser: Puppeteer, engine: Engine): Promise<Hands> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  return new Puppet(engine, page, () => context.close());
}

class Puppet implements Hands {
  constructor(
    readonly engine: Engine,
    private readonly page: Page,
    readonly close: () => Promise<void>,
  ) {}

  async go(url: string): Promise<void> {
    await this.page.goto(url);
  }

  run<A extends unknown[], T>(inPage: InPage<A, T>, ...args: A): Promise<T> {
    return this.page.evaluate(inPage as (...args: unknown[]) => T, ...args) as Promise<T>;
  }

  async clickAt({ x, y }: Point): Promise<void> {
    await this.page.mouse.click(x, y);
  }

  async drag(from: Point, to: Point): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: DRAG_STEPS });
    await this.page.mouse.up();
  }

  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words);
  }

  async press(...keys: string[]): Promise<void> {
    const last = keys.at(-1) as KeyInput;
    const held = keys.slice(0, -1) as KeyInput[];
    for (const key of held) await this.page.keyboard.down(key);
    await this.page.keyboard.press(last);
    for (const key of held) await this.page.keyboard.up(key);
  }

  async picture(path: string): Promise<void> {
    await this.page.screenshot({ path: path as `${string}.png` });
  }
}
