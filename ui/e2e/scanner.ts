/** Reading QR codes off screenshots with an independent decoder (zbar), also as a phone sees them from the back of a room. */
import type { BrowserContext } from "@playwright/test";
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/** zbarimg's exit code for "no code found". */
const NOTHING = 4;

/** The texts of all QR codes in a picture. */
export async function codesOn(png: Buffer, folder: string): Promise<string[]> {
  const path = join(folder, "seen.png");
  await writeFile(path, png);
  const read = promisify(execFile)("zbarimg", [
    "--quiet",
    "--raw",
    "-Sdisable",
    "-Sqrcode.enable",
    path,
  ]);
  const { stdout } = await read.catch((error: { code?: number }) => {
    if (error.code === NOTHING) return { stdout: "" };
    throw error;
  });
  return stdout.split("\n").filter(Boolean);
}

/** The same picture as a camera far away has it: `width` pixels wide, a little turned, soft, and noisy. */
export async function fromTheBack(
  context: BrowserContext,
  png: Buffer,
  width: number,
): Promise<Buffer> {
  const page = await context.newPage();
  const url = await page.evaluate(
    async ({ source, width }) => {
      const picture = await createImageBitmap(await (await fetch(source)).blob());
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [width, Math.round((width * picture.height) / picture.width)];
      const to = canvas.getContext("2d") as CanvasRenderingContext2D;
      to.imageSmoothingQuality = "high";
      to.filter = "blur(0.5px) contrast(70%)";
      to.translate(canvas.width / 2, canvas.height / 2);
      to.rotate(0.05);
      to.drawImage(picture, -canvas.width / 2, -canvas.height / 2, canvas.width, canvas.height);
      const pixels = to.getImageData(0, 0, canvas.width, canvas.height);
      // the same noise at every run: a linear congruential generator (Numerical Recipes)
      let random = 1;
      for (let i = 0; i < pixels.data.length; i += 1) {
        random = (random * 1_664_525 + 1_013_904_223) >>> 0;
        if (i % 4 < 3) pixels.data[i] = (pixels.data[i] ?? 0) + (random >>> 28) - 8;
      }
      to.putImageData(pixels, 0, 0);
      return canvas.toDataURL("image/png");
    },
    { source: `data:image/png;base64,${png.toString("base64")}`, width },
  );
  await page.close();
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}
