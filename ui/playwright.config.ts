/** End-to-end tests: real browsers against the real server, on this machine's address in the network. */
import { defineConfig } from "@playwright/test";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { Engine } from "./e2e/browsers/hands";

/** What people's hands do has to come out alike in every engine: the same tests, once each. */
const ENGINES: Engine[] = ["chromium", "firefox", "webkit"];

/** Chromium without tabs and toolbars draws pages as the whole one does, for two thirds of its processor. */
const SHELL = "/usr/bin/chromium-headless-shell";
/** Where it is missing, and for the hands in `browsers/` everywhere, it is the whole one. */
const WHOLE = "/usr/bin/chromium";

const chromium = {
  browserName: "chromium" as const,
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? (existsSync(SHELL) ? SHELL : WHOLE),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  },
};

/** Tests at a time for each core: they wait for two thirds of their time, for what people and clocks do. */
const TESTS_A_CORE = 2;

export default defineConfig<object, { engine: Engine }>({
  testDir: "e2e",
  workers: TESTS_A_CORE * availableParallelism(),
  fullyParallel: true, // by files, the longest would be waited for alone
  timeout: 90_000, // far longer than anything takes on a busy machine
  globalTimeout: 2_400_000,
  expect: { timeout: 15_000 },
  retries: 1, // a machine that stands still for seconds is no fault of the page; what passed only then is told as flaky
  forbidOnly: !!process.env.CI,
  reporter: [["list"]],
  // a trace of every test takes a fifth of its time; what fails, fails again with one (by hand: `--trace on`)
  use: { ...chromium, trace: { mode: "on-first-retry", screenshots: false } },
  projects: [
    { name: "e2e", testIgnore: ["picture.spec.ts", "browsers/**"] },
    ...ENGINES.map((engine) => ({
      name: engine,
      testMatch: "browsers/*.spec.ts",
      use: { engine },
    })),
    { name: "picture", testMatch: "picture.spec.ts" },
  ],
});
