/** How the pieces are tested; the package itself is built by tsc alone. */
import { defineConfig } from "vitest/config";

export default defineConfig({ test: { include: ["test/**/*.test.ts"], environment: "node" } });
