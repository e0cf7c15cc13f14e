/** Packs the build: a `.gz` in the place of every asset worth it, and a limit on what must arrive before one can type. */
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

/** All that is needed to type (HTML, JS, CSS; gzip), in bytes: two seconds on a slow meeting-room Wi-Fi. */
const FIRST_LOAD_MAX = 398 * 1024;
/** A `.gz` must save this much of the file, or the plain file is sent. */
const WORTH_IT = 0.95;

/** gzip -9 without a name or a time, so that the same input gives the same bytes. */
const gzip = (bytes: Uint8Array): Buffer => {
  const packed = gzipSync(bytes, { level: 9 });
  packed.fill(0, 4, 8); // MTIME
  packed[9] = 255; // OS: unknown
  return packed;
};

const filesUnder = (dir: string): string[] =>
  readdirSync(dir)
    .sort()
    .map((name) => join(dir, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesUnder(path) : [path]));

/** Names of every file that the entry and the editor pull in statically, in the order found. */
const firstLoad = (bundle: Rolldown.OutputBundle): Set<string> => {
  const found = new Set<string>(["index.html"]);
  const visit = (name: string) => {
    const file = bundle[name];
    if (found.has(name) || file?.type !== "chunk") return;
    found.add(name);
    for (const css of (file as { viteMetadata?: { importedCss: Set<string> } }).viteMetadata
      ?.importedCss ?? [])
      found.add(css);
    file.imports.forEach(visit);
  };
  for (const [name, file] of Object.entries(bundle)) {
    if (
      file.type === "chunk" &&
      (file.isEntry || /[\\/]pad[\\/](PadScreen|Editor)\.tsx$/.test(file.facadeModuleId ?? ""))
    )
      visit(name);
  }
  return found;
};

/** The Vite plugin: packs what was written, prints the first load and fails above its limit. */
export const pack = (): Plugin => {
  let needed = new Set<string>();
  return {
    name: "fadepad-pack",
    apply: "build",
    enforce: "post",
    writeBundle(options, bundle) {
      needed = firstLoad(bundle);
      const dir = options.dir ?? "dist";
      let total = 0;
      for (const path of filesUnder(dir).filter((file) => !file.endsWith(".gz"))) {
        const plain = readFileSync(path);
        const packed = gzip(plain);
        if (packed.length < plain.length * WORTH_IT) {
          writeFileSync(`${path}.gz`, packed);
          // The server unpacks it for the few who take no gzip. The page itself stays readable for people and builds.
          if (!path.endsWith("index.html")) rmSync(path);
        }
        if (needed.has(path.slice(dir.length + 1).replaceAll("\\", "/")))
          total += Math.min(packed.length, plain.length);
      }
      const line = `first load ${(total / 1024).toFixed(1)} KB of ${FIRST_LOAD_MAX / 1024} KB (gzip, ${needed.size} files)`;
      if (total > FIRST_LOAD_MAX) this.error(`${line}: too large`);
      this.info(line);
    },
  };
};
