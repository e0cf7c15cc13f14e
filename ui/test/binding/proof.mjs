/**
 * The long proof of the binding: the same tests as always, with counts that take a while. `SHARE=10` runs a tenth of it,
 * `npm run proof together` only what stands in that file.
 */
import { spawnSync } from "node:child_process";

const SHARE = Number(process.env.SHARE ?? 1);
const SEED = process.env.SEED ?? String(Math.floor(Math.random() * 2 ** 32));

/** What is run how often. */
const RUNS = [
  {
    file: "read",
    name: "y-prosemirror reads what we wrote",
    rounds: 100_000,
    of: "random documents, both ways against y-prosemirror",
  },
  {
    file: "hostile",
    name: "generated fragments",
    rounds: 100_000,
    of: "generated fragments with malformed structures",
  },
  {
    file: "together",
    name: "end the same for all$",
    rounds: 1000,
    of: "sessions of three, with and without a stock page",
  },
  {
    file: "together",
    name: "there once and whole",
    rounds: 1000,
    of: "sessions of three who type at the same places",
  },
  { file: "atOnce", name: "of all pairs", rounds: 1734, of: "pairs of acts at a line" },
  {
    file: "atOnce",
    name: "at once",
    rounds: 3000,
    of: "meetings of two and of three at the same line",
  },
  {
    file: "undo",
    name: "undo and redo of two",
    rounds: 1000,
    of: "sessions of two who take back half of what they do",
  },
  { file: "composed", name: "composed", rounds: 200, of: "each act while another composes a word" },
];

const asked = process.argv.slice(2);

let failed = 0;
for (const { file, name, rounds, of } of RUNS.filter(
  ({ file }) => asked.length === 0 || asked.includes(file),
)) {
  const count = Math.ceil(rounds / SHARE);
  const begun = Date.now();
  const { status, stdout, stderr } = spawnSync(
    "npx",
    ["vitest", "run", `test/binding/${file}.test.ts`, "-t", name, "--reporter=default"],
    {
      env: { ...process.env, ROUNDS: String(count), SEED, NO_COLOR: "1" },
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    },
  );
  const seconds = Math.round((Date.now() - begun) / 1000);
  const told = stdout.split("\n").filter((line) => line.startsWith("fragments: the longest"));
  console.info(
    [
      `${status === 0 ? "held" : "FAILED"}: ${count} ${of}, seed ${SEED}, ${seconds} s`,
      ...told,
    ].join("\n  "),
  );
  if (status === 0) continue;
  failed += 1;
  console.info(stdout.slice(-8000), stderr.slice(-2000));
}
process.exit(failed > 0 ? 1 : 0);
