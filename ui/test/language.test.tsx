/** A page speaks the language that was chosen before it was drawn: no file reads a sentence while it is loaded. */
import { act } from "react";
import { createRoot } from "react-dom/client";
import { beforeEach, expect, test, vi } from "vitest";
import type { Strings } from "../src/strings";
import { en } from "../src/strings/en";

const files = import.meta.glob(["../src/**/*.{ts,tsx}", "!../src/main.tsx", "!../src/strings/**"]);

beforeEach(() => vi.resetModules());

/** What comes with its part. */
const PARTS = ["brought", "device", "ended", "fallen", "host", "keybar", "menus", "share", "wall"];
const silent = new Proxy(
  {},
  {
    get: (_, name) => {
      throw new Error(`"${String(name)}" is said while a file is loaded`);
    },
  },
);

test("no language is chosen yet when the files of the page are loaded", async () => {
  const { t } = await import("../src/strings");
  expect(t).toBeUndefined();
  for (const part of PARTS) vi.doMock(`../src/strings/en/${part}`, () => ({ [part]: silent }));
  for (const [name, load] of Object.entries(files))
    await expect(load(), name).resolves.toBeDefined();
  for (const part of PARTS) vi.doUnmock(`../src/strings/en/${part}`);
}, 120_000);

/** Every sentence, loudly. */
function loud(said: unknown): unknown {
  if (typeof said === "string") return said.toUpperCase();
  if (typeof said === "function") return (...of: unknown[]) => loud(said(...of));
  if (Array.isArray(said)) return said.map(loud);
  return Object.fromEntries(Object.entries(said as object).map(([key, of]) => [key, loud(of)]));
}

test("the page is drawn in the language that was chosen", async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("nobody is there")));
  const { speak } = await import("../src/strings");
  speak(loud(en) as Strings);
  const { StartPage } = await import("../src/home/StartPage");
  const page = document.body.appendChild(document.createElement("main"));
  const root = createRoot(page);
  await act(async () => root.render(<StartPage />));
  expect(page.textContent).toContain("TYPE THE CODE FROM THE WALL.");
  const { templateOf } = await import("../src/pad/templates");
  expect(templateOf("retro")[0]).toMatchObject({ content: "RETRO" });
  await act(async () => root.unmount());
  vi.unstubAllGlobals();
});
