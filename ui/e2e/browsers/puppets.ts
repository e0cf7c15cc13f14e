/** Chromium by its own protocol and Firefox by WebDriver BiDi, both through Puppeteer. */
import { launch, type Browser as Puppeteer } from "puppeteer-core";
import { byDevices } from "./devices";
import type { Browser, Engine, Hands } from "./hands";

const BINARY = {
  chromium: process.env.CHROMIUM ?? "/usr/bin/chromium",
  firefox: process.env.FIREFOX ?? "/usr/bin/firefox-esr",
};
/** Firefox' word for what points exactly and hovers: machines of tests have no mouse, the people of the tests do. */
const MOUSE = 6;
const VIEWPORT = { width: 1280, height: 800 };

const start = (engine: "chromium" | "firefox"): Promise<Puppeteer> =>
  launch({
    browser: engine === "chromium" ? "chrome" : "firefox",
    executablePath: BINARY[engine],
    headless: true,
    defaultViewport: VIEWPORT,
    args:
      engine === "chromium"
        ? [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
          ]
        : [],
    extraPrefsFirefox: {
      "datareporting.policy.dataSubmissionEnabled": false,
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "ui.primaryPointerCapabilities": MOUSE,
      "ui.allPointerCapabilities": MOUSE,
    },
  });

/**
 * Everyone has a browser, and who comes later takes one that was left: only in the window in front of Firefox does a key
 * move the caret.
 */
export async function startPuppets(engine: "chromium" | "firefox"): Promise<Browser> {
  const all = [await start(engine)];
  const free = [...all];
  const another = async () => {
    const browser = await start(engine);
    all.push(browser);
    return browser;
  };
  return {
    open: async () => {
      const browser = free.pop() ?? (await another());
      return openPage(browser, engine, () => void free.push(browser));
    },
    close: async () => void (await Promise.all(all.map((browser) => browser.close()))),
  };
}

/** Each page has a context of its own: other storage, another person. */
async function openPage(browser: Puppeteer, engine: Engine, left: () => void): Promise<Hands> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  return {
    engine,
    go: async (url) => void (await page.goto(url)),
    run: (inPage, ...args) => page.evaluate(inPage as never, ...args),
    ...byDevices(page),
    picture: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
    close: async () => {
      await context.close();
      left();
    },
  };
}
