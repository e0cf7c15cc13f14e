/** `npm run attacks -- [--seed N] [--minutes M]`: random play for as long as one likes. A seed that failed is printed, and fails again. */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: { seed: { type: "string" }, minutes: { type: "string", default: "60" } },
});
const { seed, minutes } = values;
for (const [name, value] of Object.entries(values)) {
  if (!Number.isFinite(Number(value)) || Number(value) < 0) {
    console.error(`--${name} is a number, and not ${value}`);
    process.exit(2);
  }
}
const env = { ...process.env, MINUTES: minutes, ...(seed === undefined ? {} : { SEED: seed }) };
const flags = [
  "playwright",
  "test",
  "--project=e2e",
  "--retries=0",
  "--global-timeout=0",
  "e2e/attacks/play.spec.ts",
];
process.exit(spawnSync("npx", flags, { stdio: "inherit", env }).status ?? 1);
