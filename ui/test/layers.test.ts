/** The architecture of the page, checked: a folder imports only what stands below it. See ARCHITECTURE.md for the drawing. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/** What each place may import beside itself: everything that stands in the rows behind it, unless it says less. Siblings share a row. */
const ORDER = [
  ["main"],
  ["App"],
  ["home", "pad", "wall"],
  ["people", "share", "life", "take"],
  ["live"],
  ["api"],
  ["kit"],
  ["strings", "routes"],
];

/** Places that could be packages, and know nothing of the page but this. */
const APART: Record<string, string[]> = {
  binding: [],
  "pad/typing": ["binding"],
  forms: ["kit"],
};

/** Who may import what stands apart. */
const OPEN: Record<string, string[]> = { binding: ["pad"], forms: ["pad", "take"] };

const SRC = join(import.meta.dirname, "../src");
const files = (readdirSync(SRC, { recursive: true }) as string[])
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.tsx?$/.test(file));

/** The place that a file is in: its folder under `src`, else its own name. */
function placeOf(file: string): string {
  const apart = Object.keys(APART).find((place) => file.startsWith(`${place}/`));
  return apart ?? (file.split("/")[0] as string).replace(/\.\w+$/, "");
}

/** Every file of ours that a file imports, now or later. */
function importsOf(file: string): string[] {
  const code = readFileSync(join(SRC, file), "utf8");
  const named = [...code.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)];
  return named
    .map(([, path]) => normalize(join(dirname(file), path as string)).replaceAll("\\", "/"))
    .filter((path) => !path.startsWith("..") && !path.includes(".css"));
}

function mayImport(from: string, to: string): boolean {
  if (from === to) return true;
  const apart = APART[from];
  if (apart) return apart.includes(to);
  if (to in OPEN) return OPEN[to]?.includes(from) ?? false;
  if (to in APART) return to.startsWith(`${from}/`);
  const [floor, below] = [from, to].map((place) => ORDER.findIndex((row) => row.includes(place)));
  return floor !== undefined && below !== undefined && floor >= 0 && floor < below;
}

test("every place has its floor", () => {
  const known = [...ORDER.flat(), ...Object.keys(APART)];
  expect([...new Set(files.map(placeOf))].filter((place) => !known.includes(place))).toEqual([]);
});

test("main → App → screens → people, share, life, take → live → api → kit: no import climbs", () => {
  const climbs = files.flatMap((file) =>
    importsOf(file)
      .filter((to) => !mayImport(placeOf(file), placeOf(to)))
      .map((to) => `${file} imports ${to}`),
  );
  expect(climbs).toEqual([]);
});

test("a line is seen whole: 140 letters of TypeScript, 120 of a style sheet", () => {
  const long = (readdirSync(SRC, { recursive: true }) as string[])
    .filter((file) => /\.(tsx?|css)$/.test(file))
    .flatMap((file) => {
      const most = file.endsWith(".css") ? 120 : 140;
      const lines = readFileSync(join(SRC, file), "utf8").split("\n");
      return lines.flatMap((line, i) => (line.length > most ? [`${file}:${i + 1}`] : []));
    });
  expect(long).toEqual([]);
});
