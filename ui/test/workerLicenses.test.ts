/** Whose work the page's workers hold is told with all the rest. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { workerLicenses } from "../build/workerLicenses";

const run = (hook: unknown, ...given: unknown[]) =>
  (hook as (...given: unknown[]) => void).call(null, ...given);

test("the packages of a worker come into the page's list, with their texts, and each once", () => {
  const folder = mkdtempSync(join(tmpdir(), "fadepad-licenses-"));
  const path = join(folder, "licenses.json");
  const react = { name: "react", version: "1.0.0", identifier: "MIT", text: "react's" };
  writeFileSync(path, JSON.stringify([react]));
  const { gather, write } = workerLicenses("licenses.json");
  const moduleIds = [
    resolve("node_modules/mammoth/lib/index.js"),
    `\0${resolve("node_modules/@xmldom/xmldom/lib/dom.js")}?commonjs`,
    resolve("src/take/office.worker.ts"),
  ];
  for (let i = 0; i < 2; i += 1)
    run(gather().generateBundle, {}, { "a.js": { type: "chunk", moduleIds } });
  run(write().writeBundle, { dir: folder });
  const all = JSON.parse(readFileSync(path, "utf8")) as (typeof react)[];
  rmSync(folder, { recursive: true });
  expect(all.map(({ name }) => name)).toEqual(["@xmldom/xmldom", "mammoth", "react"]);
  expect(all[1]?.text).toContain("Redistribution and use");
});
