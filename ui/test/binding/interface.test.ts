/** What BlockNote takes from y-prosemirror is what the binding offers. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as binding from "../../src/binding";

test("a new version of BlockNote takes nothing that the binding has not got", () => {
  const dist = join(import.meta.dirname, "../../node_modules/@blocknote/core/dist");
  const taken = new Set<string>();
  for (const name of readdirSync(dist).filter((file) => file.endsWith(".js"))) {
    const code = readFileSync(join(dist, name), "utf8");
    for (const [, names = ""] of code.matchAll(
      /import\s*\{([^}]*)\}\s*from\s*["']y-prosemirror["']/g,
    )) {
      for (const each of names.split(",")) taken.add(each.trim().split(/\s+as\s+/)[0] as string);
    }
  }
  expect(taken.size).toBeGreaterThan(10);
  for (const name of taken) expect(Object.keys(binding), name).toContain(name);
});
