/** End-to-end tests: real Chromium against the real server, on this machine's address in the network. */
import { defineConfig } from "@playwright/test";

const chromium = {
  browserName: "chromium" as const,
  launchOptions: {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  },
};

export default defineConfig({
  testDir: "e2e",
  workers: 1, // two cores: two browsers of one test already type at once
  timeout: 90_000, // far longer than anything takes on a busy machine
  globalTimeout: 1_200_000,
  expect: { timeout: 15_000 },
  retries: 1, // a machine that stands still for seconds is no fault of the page; what passed only then is told as flaky
  forbidOnly: !!process.env.CI,
  reporter: [["list"]],
  use: { ...chromium, trace: { mode: "retain-on-failure", screenshots: false } },
  projects: [
    { name: "e2e", testIgnore: "picture.spec.ts" },
    { name: "picture", testMatch: "picture.spec.ts" },
  ],
});
