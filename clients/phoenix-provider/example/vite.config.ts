/** How the example is built and served: with the package's source, as an installed one would be. */
import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

const source = new URL("../src/index.ts", import.meta.url).pathname

export default defineConfig({
  base: "./",
  plugins: [react()],
  resolve: { alias: { "@fadepad/phoenix-provider": source } },
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 3000,
    reportCompressedSize: false,
    rolldownOptions: { input: ["index.html", "y.html"].map((page) => new URL(page, import.meta.url).pathname) },
  },
})
