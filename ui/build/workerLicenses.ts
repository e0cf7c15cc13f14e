/** Vite's list of licences knows the page alone: what its workers are made of is added here. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

interface Package {
  name: string;
  version: string;
  identifier: string | null;
  text: string | null;
}

/** The folder of the package that a module is from, `null` for our own. */
const folderOf = (id: string): string | null =>
  /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? null;

function packageIn(folder: string): Package {
  const { name, version, license } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  ) as { name: string; version: string; license?: string };
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each));
  const text = file ? readFileSync(join(folder, file), "utf8") : null;
  return { name, version, identifier: license ?? null, text };
}

/** One plugin for the workers' builds, which gathers, and one for the page's, which writes. */
export function workerLicenses(fileName: string): { gather: () => Plugin; write: () => Plugin } {
  const folders = new Set<string>();
  return {
    gather: () => ({
      name: "fadepad-worker-packages",
      generateBundle(_options, bundle) {
        for (const chunk of Object.values(bundle))
          for (const id of chunk.type === "chunk" ? chunk.moduleIds : []) {
            const folder = folderOf(id);
            if (folder) folders.add(folder);
          }
      },
    }),
    write: () => ({
      name: "fadepad-worker-licenses",
      apply: "build",
      enforce: "post",
      writeBundle({ dir = "dist" }) {
        const path = join(dir, fileName);
        if (!existsSync(path)) return;
        const page = JSON.parse(readFileSync(path, "utf8")) as Package[];
        const key = ({ name, version }: Package) => `${name} ${version}`;
        const known = new Set(page.map(key));
        const more = [...folders].map(packageIn).filter((one) => !known.has(key(one)));
        const all = [...page, ...more].sort((a, b) => (key(a) < key(b) ? -1 : 1));
        writeFileSync(path, JSON.stringify(all, null, 2));
      },
    }),
  };
}
