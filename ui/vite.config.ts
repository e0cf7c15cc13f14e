/** How the page is built: one folder `../dist`, the same bytes for the same sources, nothing from elsewhere. */
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { blocknoteByParts } from "./build/blocknote.ts";
import { onlyUsedMantine } from "./build/mantine.ts";
import { pack } from "./build/pack.ts";
import { workerLicenses } from "./build/workerLicenses.ts";

/** Small pieces that most screens need: sentences (not the wall's own), people, the life (not its sheets, which are for later). */
const SHARED = new RegExp(
  `/src/(${[
    "strings/(index|language|en/(index|afterwards|ending|left|life|name|numbers|pad|people|start|trouble)\\.)",
    "people/|kit/(?!LanguageSheet)|live/(?!tunnel)",
    "life/(?!LifeSheet|Steering|clockTime|EndSheet|Held|EndedPage)",
    "api\\.",
    "take/waiting",
  ].join("|")})`,
);

/** Small pieces that the first load and the sheets behind it share. */
const TEXT =
  /\/src\/(forms\/(plain|blocks|html\/(write|escape|colours))|pad\/(seed|compact|rebase|keepsake|forget|bring\/(plant|refused)|pictures\/(stand|reference)))\./;
/** In one file, whichever part of it a later one asks for. */
const YJS = /\/node_modules\/(yjs|lib0|y-protocols)\//;

const LICENSES = "licenses.json";
const licenses = workerLicenses(LICENSES);

export default defineConfig({
  plugins: [blocknoteByParts(), react(), licenses.write(), pack()],
  worker: { format: "es", plugins: () => [licenses.gather()] },
  // BlockNote stays as it is, and gets our binding in the place of y-prosemirror
  resolve: {
    alias: [
      {
        find: /^y-prosemirror$/,
        replacement: fileURLToPath(new URL("src/binding/index.ts", import.meta.url)),
      },
      {
        find: /^@blocknote\/core\/locale\//,
        replacement: fileURLToPath(
          new URL("node_modules/@blocknote/core/src/i18n/locales/", import.meta.url),
        ),
      },
    ],
  },
  css: { postcss: { plugins: [onlyUsedMantine()] } },
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2022",
    sourcemap: false,
    license: { fileName: LICENSES },
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    // What pad and wall share is one file: each answer costs a kilobyte of head beside it.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "shared", test: SHARED },
            { name: "text", test: TEXT },
            { name: "yjs", test: YJS },
          ],
        },
      },
    },
  },
  server: {
    fs: { allow: [".", "../assets"] }, // what the page and the server have in common
    proxy: {
      "/api": "http://127.0.0.1:7780",
      "/ws": { target: "ws://127.0.0.1:7780", ws: true },
      "/poll": "http://127.0.0.1:7780",
    },
  },
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    environment: "happy-dom",
    setupFiles: ["test/setup.ts"],
    css: true,
    testTimeout: 30_000,
    maxWorkers: "100%", // of the cores: on two of them it would else be one
    restoreMocks: true,
    server: { deps: { inline: [/@blocknote\//] } },
  },
});
