/** The three pages, built beside each other. */
import { defineConfig } from "vite"

const pages = ["blocknote", "tiptap", "codemirror"]

export default defineConfig({
  base: "./",
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 3000,
    reportCompressedSize: false,
    rolldownOptions: { input: pages.map((page) => new URL(`${page}.html`, import.meta.url).pathname) },
  },
})
