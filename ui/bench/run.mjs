/**
 * Measures what the page's own editor costs the main thread of Chromium, beside BlockNote with y-prosemirror and without
 * any document to share.
 */
import { chromium } from "@playwright/test";
import { createServer } from "node:http";
import { readFileSync, existsSync } from "node:fs";
import { extname, join } from "node:path";
import { build, loadConfigFromFile } from "vite";
import react from "@vitejs/plugin-react";

const here = import.meta.dirname;
const SIZES = process.argv.includes("--crowd")
  ? []
  : process.argv.includes("--short")
    ? [50, 2000]
    : [50, 500, 2000, 5000];
const KEYS = 24;
const KINDS = ["plain", "stock", "ours"];
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** How the page itself is built: with our binding, and without the styles that it leaves out. */
const { config: page } = await loadConfigFromFile(
  { command: "build", mode: "production" },
  join(here, "../vite.config.ts"),
);

async function built(name) {
  const outDir = join(here, "../node_modules/.bench", name);
  const ours = name === "ours" ? { resolve: page.resolve, css: page.css } : {};
  await build({
    root: here,
    configFile: false,
    logLevel: "error",
    plugins: [react()],
    ...ours,
    define: { OURS: name === "ours" },
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      minify: false,
      chunkSizeWarningLimit: 1e6,
    },
  });
  return outDir;
}

function served(dir) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://x").pathname;
    const file = join(dir, path === "/" ? "index.html" : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    response
      .writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" })
      .end(readFileSync(file));
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

class Bench {
  constructor(page, cdp) {
    Object.assign(this, { page, cdp });
  }

  async metrics() {
    const { metrics } = await this.cdp.send("Performance.getMetrics");
    const of = (name) => metrics.find((each) => each.name === name).value * 1000;
    return { task: of("TaskDuration"), script: of("ScriptDuration") };
  }

  /** What `act` and the frames after it cost. */
  async cost(act, settle = 40) {
    const before = await this.metrics();
    await act();
    await wait(settle);
    const after = await this.metrics();
    return { task: after.task - before.task, script: after.script - before.script };
  }

  async many(times, act) {
    const costs = [];
    for (let i = 0; i < times + 5; i++) costs.push(await this.cost(() => act(i)));
    const counted = costs.slice(5);
    return {
      task: median(counted.map(({ task }) => task)),
      script: median(counted.map(({ script }) => script)),
    };
  }
}

/** A page in which an error is the end: what never comes would be waited for. */
async function opening(context) {
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  return page;
}

/** What it costs until the last block is there and drawn. Looked for seldom: a look through a long page costs, too. */
async function opened(bench, blocks) {
  const { task } = await bench.cost(async () => {
    await bench.page.evaluate(
      async (last) => {
        window.start();
        while (!document.querySelector(last))
          await new Promise((resolve) => setTimeout(resolve, 100));
      },
      `[data-id="block-${blocks - 1}"]`,
    );
    await wait(800);
  });
  return task;
}

async function measured(browser, server, kind, blocks, phone) {
  const context = await browser.newContext({
    viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 800 },
  });
  const page = await opening(context);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  if (phone) await cdp.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(
    `http://127.0.0.1:${server.address().port}/?blocks=${blocks}${kind === "plain" ? "&plain" : ""}`,
  );
  await page.waitForFunction(() => "start" in window);
  const bench = new Bench(page, cdp);
  const figures = {};
  figures.open = await opened(bench, blocks);
  await page.evaluate(
    (at) => {
      window.editor.focus();
      window.editor.setTextCursorPosition(`block-${at}`, "end");
    },
    Math.floor(blocks / 2 / 8) * 8 + 1,
  );
  await wait(300);
  const key = await bench.many(KEYS, () =>
    cdp.send("Input.dispatchKeyEvent", { type: "char", text: "k" }),
  );
  Object.assign(figures, { key: key.task, script: key.script });
  if (kind !== "plain" && !phone) {
    await page.evaluate(
      (keys) => Object.assign(window, { remote: window.keysOfOthers(1, keys, 0) }),
      KEYS + 5,
    );
    const scripts = [];
    const remote = await bench.many(KEYS, async (i) =>
      scripts.push(await page.evaluate((at) => window.take([window.remote[at]]), i)),
    );
    Object.assign(figures, { remote: remote.task, remoteScript: median(scripts.slice(5)) });
  }
  await context.close();
  return figures;
}

/**
 * 20 people at 5 keys a second, with their carets, taken in the page's batches: the share of a core, and the longest task.
 * The first two seconds are not counted: in them the batches find how far apart they have to be; nor is what the timers cost
 * that bring the keys here.
 */
async function crowd(browser, server) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await opening(context);
  const cdp = await context.newCDPSession(page);
  await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(`http://127.0.0.1:${server.address().port}/?blocks=1000`);
  await page.waitForFunction(() => "start" in window);
  await page.evaluate(() => window.start());
  await page.waitForSelector(`[data-id="block-999"]`, { state: "attached" });
  await wait(500);
  const bench = new Bench(page, cdp);
  await page.evaluate(() => {
    window.remote = window.keysOfOthers(20, 40, 400);
  });
  await wait(500); // making them is a long task of its own, and none of the page's
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) =>
      list
        .getEntries()
        .forEach((entry) => (window.longest = Math.max(window.longest, entry.duration))),
    ).observe({ entryTypes: ["longtask"] });
  });
  await page.evaluate(() => {
    window.all = window.takeAsTheyCome(window.remote, 10);
  });
  await wait(2000);
  const from = Date.now();
  const { task } = await bench.cost(() => page.evaluate(() => window.all), 0);
  const took = Date.now() - from;
  const idle = Date.now();
  const { task: itself } = await bench.cost(() =>
    page.evaluate(() => window.takeAsTheyCome(window.remote.slice(0, 400), 10, () => {})),
  );
  const generator = (100 * itself) / (Date.now() - idle);
  const share = (100 * task) / took - generator;
  const longest = await page.evaluate(() => window.longest);
  await context.close();
  return { busy: share, longest, generator };
}

const dirs = { stock: await built("stock"), ours: await built("ours") };
const servers = { stock: await served(dirs.stock), ours: await served(dirs.ours) };
servers.plain = servers.stock; // without a document to share, with nothing of ours
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
});
const rows = [];
const row = (what, figures, get) =>
  rows.push([
    what,
    ...KINDS.map((kind) =>
      figures[kind] && get(figures[kind]) !== undefined ? get(figures[kind]).toFixed(1) : "–",
    ),
  ]);
for (const blocks of SIZES) {
  const figures = {};
  for (const kind of KINDS)
    figures[kind] = await measured(browser, servers[kind], kind, blocks, false);
  row(`a key in ${blocks} blocks, ms`, figures, (f) => f.key);
  row(`of it JavaScript, ms`, figures, (f) => f.script);
  row(`a key of another in ${blocks} blocks, ms`, figures, (f) => f.remote);
  row(`of it JavaScript, ms`, figures, (f) => f.remoteScript);
  row(`opening ${blocks} blocks, ms`, figures, (f) => f.open);
}
for (const blocks of SIZES.length < 4 ? [] : [50, 500]) {
  const figures = {};
  for (const kind of KINDS)
    figures[kind] = await measured(browser, servers[kind], kind, blocks, true);
  row(`a key in ${blocks} blocks, phone, CPU 4 times slower, ms`, figures, (f) => f.key);
}
const crowds = {
  stock: await crowd(browser, servers.stock),
  ours: await crowd(browser, servers.ours),
};
row("20 people at 5 keys a second in 1,000 blocks, % of a core", crowds, (f) => f.busy);
row("the longest task in it, ms (0: none over 50)", crowds, (f) => f.longest);
await browser.close();
for (const server of [servers.stock, servers.ours]) server.close();
console.log(
  `| main thread of Chromium, CPU, medians | ${KINDS.join(" | ")} |\n|---|${KINDS.map(() => "---").join("|")}|`,
);
for (const each of rows) console.log(`| ${each.join(" | ")} |`);
