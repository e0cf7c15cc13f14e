/** A host who keeps copies: everyone reads it, before the end and after. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, live, openLife, saved, test, text, write } from "./fixture";

test("where a copy is kept, the page says so until it is read, in its lifetime, and by the receipt", async ({
  serve,
  people,
}) => {
  const folder = await mkdtemp(join(tmpdir(), "fadepad-saves-"));
  const { pad } = await serve("--save-dir", folder);
  const anna = await people.open({ name: "Anna" }, pad);
  const line = anna.getByTestId("saves");
  await expect(line).toHaveText("The host’s machine keeps a copy of this pad when it ends.");
  await text(anna).click();
  await write(anna, "cups");
  await saved(anna);
  await line.getByRole("button", { name: "Close" }).click();
  await expect(line).toHaveCount(0);
  await anna.reload();
  await live(anna);
  await expect(line).toBeVisible();
  await openLife(anna);
  await expect(anna.getByText("The host’s machine keeps a copy of it in files")).toBeVisible();
  await anna.keyboard.press("Escape");
  const end = (seconds: number) =>
    fetch(`${pad.origin}/api/v1/pads/${pad.pad}`, {
      method: "DELETE",
      headers: { Authorization: `Bearer ${pad.host_key}` },
      body: JSON.stringify({ in_s: seconds }),
    });
  await end(60);
  await expect(anna.getByText("and the host’s machine keeps a copy. Take one")).toBeVisible();
  await end(0);
  await expect(anna.getByRole("heading", { name: "This pad has faded" })).toBeVisible();
  const files = anna.locator("dl div", { hasText: "Files kept at its end" }).locator("dd");
  await expect(files).toHaveText("2, by the host’s computer");
  await rm(folder, { recursive: true });
});
