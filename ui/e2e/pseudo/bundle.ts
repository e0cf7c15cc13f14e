/** The two languages as files that a page can fetch. */
import { join } from "node:path";
import { build } from "vite";
import type { Way } from "./say";

export async function bundled(way: Way): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    define: { WAY: JSON.stringify(way) },
    build: {
      write: false,
      lib: { entry: join(import.meta.dirname, "entry.ts"), formats: ["es"], fileName: way },
    },
  });
  const [first] = [built].flat();
  if (!first || !("output" in first)) throw new Error("nothing was built");
  return first.output[0].code;
}
