/** Programs that have nothing to do with ours, reading our files: pandoc, LibreOffice, poppler. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "vitest";

const has = (program: string): boolean => {
  try {
    execFileSync("which", [program], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

/** Skips the test, and says so, where the program can't be there; where `CI` is set its lack fails. */
export function needs({ skip }: TestContext, ...programs: string[]): void {
  const missing = programs.filter((program) => !has(program));
  if (missing.length === 0) return;
  const said = `${missing.join(" and ")} is missing: \`cargo xtask test\` installs it on Debian`;
  if (process.env.CI) throw new Error(said);
  console.warn(`SKIPPED: ${said}`);
  skip(said);
}

/** Runs something in a folder of its own that holds this file. */
function beside<T>(name: string, bytes: Uint8Array | string, run: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "fadepad-files-"));
  try {
    writeFileSync(join(folder, name), bytes);
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The file as LibreOffice writes it in another form. */
export const office = (name: string, bytes: Uint8Array, to: string): Buffer =>
  beside(name, bytes, (folder) => {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(
      "soffice",
      [profile, "--headless", "--convert-to", to, "--outdir", folder, join(folder, name)],
      {
        stdio: "ignore",
      },
    );
    return readFileSync(join(folder, name.replace(/\.\w+$/, `.${to}`)));
  });

/** A PDF's text, page after page. */
export const pdfText = (bytes: Uint8Array): string =>
  beside("a.pdf", bytes, (folder) =>
    execFileSync("pdftotext", ["-layout", join(folder, "a.pdf"), "-"], { encoding: "utf8" }),
  );

interface Node {
  t: string;
  c?: unknown;
}

/** The document as pandoc understands it, as one line for each block: what it is, and its letters. */
export const pandoc = (name: string, bytes: Uint8Array | string): string[] =>
  beside(name, bytes, (folder) => {
    const from = name.replace(/^.*\./, "");
    const json = execFileSync(
      "pandoc",
      ["-f", { md: "gfm+raw_html", html: "html" }[from] ?? from, "-t", "json", join(folder, name)],
      { encoding: "utf8", maxBuffer: 1 << 28 },
    );
    return (JSON.parse(json) as { blocks: Node[] }).blocks.flatMap((block) => linesOf(block, ""));
  });

/** The letters of what stands in a line. */
function letters(value: unknown): string {
  if (typeof value === "string") return "";
  if (Array.isArray(value)) return value.map(letters).join("");
  const { t, c } = value as Node;
  if (t === "Str") return c as string;
  if (t === "Space" || t === "SoftBreak") return " ";
  if (t === "LineBreak") return "\n";
  if (t === "Code") return (c as [unknown, string])[1];
  if (t === "Quoted") {
    const [kind, inside] = c as [Node, unknown];
    const [open, close] = kind.t === "DoubleQuote" ? ["“", "”"] : ["‘", "’"];
    return open + letters(inside) + close;
  }
  return t === "Link" || t === "Span"
    ? letters((c as unknown[])[1])
    : c === undefined
      ? ""
      : letters(c);
}

const cellsOf = (value: unknown): string[] =>
  Array.isArray(value) && value.length === 5 && (value[1] as Node | null)?.t?.startsWith("Align")
    ? [
        `cell ${value[2] as number}x${value[3] as number}: ${(value[4] as Node[]).map((block) => letters(block.c ?? [])).join("\n")}`,
      ]
    : Array.isArray(value)
      ? value.flatMap(cellsOf)
      : [];

/** The letters of HTML. */
const textOf = (html: string): string =>
  new DOMParser().parseFromString(
    html.replaceAll("<br>", " ").replaceAll(/<\/t[dh]>/g, " "),
    "text/html",
  ).body.textContent;

/** `sign` is what stands before an item's first line. */
function linesOf({ t, c }: Node, sign: string): string[] {
  const items = (all: Node[][], signOf: (i: number) => string) =>
    all.flatMap((item, y) => item.flatMap((block, i) => linesOf(block, i === 0 ? signOf(y) : "")));
  switch (t) {
    case "Header":
      return [`h${(c as [number])[0]}: ${letters((c as unknown[])[2])}`];
    case "BulletList":
      return items(c as Node[][], () => "bullet: ");
    case "OrderedList": {
      const [[start], all] = c as [[number], Node[][]];
      return items(all, (i) => `${start + i}: `);
    }
    case "BlockQuote":
    case "Div":
      return (t === "Div" ? ((c as unknown[])[1] as Node[]) : (c as Node[])).flatMap((block) =>
        linesOf(block, sign),
      );
    case "CodeBlock":
      return [`code: ${(c as [unknown, string])[1]}`];
    case "RawBlock": // what folds, and a table that Markdown has no signs for
      return [`text: ${textOf((c as [unknown, string])[1])}`];
    case "Table":
      return cellsOf(c);
    default:
      return [`${sign || "text: "}${letters(c ?? [])}`];
  }
}
