/**
 * Bundles `@blocknote/react` from the sources that it ships, file by file: as one file, which it is in its `dist`, all its menus come
 * with the editor, since they and the editor's view stand in it. That is 50 KB of the first load.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const PACKAGE = fileURLToPath(new URL("../node_modules/@blocknote/react/", import.meta.url));
const SOURCE = `${PACKAGE}src/`;

/** The menus that the view opens by itself, which it does only inside of a set of components: ours stand within `Menus`. */
const DEFAULT_UI = "\0blocknote-default-ui";
/** Its icons, which it has built into its `dist`, and does not ask for as a package: their sources stand in the map beside that. */
const ICONS = "\0react-icons/";

function iconSources(): Map<string, string> {
  const map = JSON.parse(readFileSync(`${PACKAGE}dist/blocknote-react.js.map`, "utf8")) as {
    sources: string[];
    sourcesContent: string[];
  };
  const found = map.sources.map((path, i): [string, string] => [
    path.replace(/^.*\/react-icons\//, ICONS),
    map.sourcesContent[i] ?? "",
  ]);
  return new Map(found.filter(([path]) => path.startsWith(ICONS)));
}

function iconModule(id: string, importer: string | undefined): string | null {
  const set = /^react-icons\/(\w+)$/.exec(id)?.[1];
  if (set) return `${ICONS}${set}/index.mjs`;
  if (!importer?.startsWith(ICONS)) return null;
  if (id === "../lib/index.mjs") return `${ICONS}lib/iconBase.mjs`;
  return id === "./iconContext.mjs" ? `${ICONS}lib/iconContext.mjs` : null;
}

export function blocknoteByParts(): Plugin {
  let icons: Map<string, string> | null = null;
  return {
    name: "fadepad-blocknote",
    apply: "build",
    enforce: "pre",
    resolveId(id, importer) {
      if (id === "@blocknote/react") return `${SOURCE}index.ts`;
      if (id === "./BlockNoteDefaultUI.js" && importer === `${SOURCE}editor/BlockNoteView.tsx`)
        return DEFAULT_UI;
      return iconModule(id, importer);
    },
    load(id) {
      if (id === DEFAULT_UI) return "export const BlockNoteDefaultUI = () => null;";
      // its styles come as one file, in their order: `@blocknote/react/style.css`
      if (id.startsWith(SOURCE) && id.endsWith(".css")) return "";
      if (!id.startsWith(ICONS)) return null;
      const code = (icons ??= iconSources()).get(id);
      if (!code) throw new Error(`${id.slice(1)} is not in the map of @blocknote/react`);
      return { code, moduleSideEffects: false };
    },
  };
}
