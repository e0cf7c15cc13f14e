/** A host who keeps copies: everyone reads so before a word is written; and a new pad begins with one of the host's templates. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, live, saved, test, text } from "./fixture";
import { sound } from "./sound";
import { shot, sizeOf, sizes } from "./shots";

for (const who of sizes()) {
  test(`everyone reads that the host keeps a copy: ${sizeOf(who)}`, async ({ serve, people }) => {
    const folder = await mkdtemp(join(tmpdir(), "kept-"));
    const { pad } = await serve("--save-dir", folder, "--last-call", "0s");
    const page = await people.open(who, pad);
    const notice = page.getByTestId("saves");
    await expect(notice).toHaveText("The host’s machine keeps a copy of this pad when it ends.");
    await sound(page);
    await shot(page, `kept-${sizeOf(who)}`);
    await text(page).click();
    await page.keyboard.type("cups");
    await expect(text(page)).toContainText("cups");
    await notice.getByRole("button", { name: "Close" }).click();
    await expect(notice).toHaveCount(0);
    await page.keyboard.type(" and plates");
    await saved(page);
    await expect(text(page), "the caret stayed where it was").toContainText("cups and plates");
    const ended = await fetch(`${pad.origin}/api/v1/pads/${pad.pad}`, {
      method: "DELETE",
      headers: { Authorization: `Bearer ${pad.host_key}` },
    });
    expect(ended.status).toBe(200);
    const [html = "", markdown = ""] = (await readdir(folder)).sort();
    expect(await readFile(join(folder, markdown), "utf8")).toBe("cups and plates\n");
    const kept = await people.come({ name: "Reader" });
    await kept.goto(`file://${join(folder, html)}`);
    await expect(kept.getByText("cups and plates")).toBeVisible();
    await rm(folder, { recursive: true });
  });
}

for (const who of sizes()) {
  test(`a new pad begins with a template of the host's: ${sizeOf(who)}`, async ({
    serve,
    people,
  }) => {
    const folder = await mkdtemp(join(tmpdir(), "templates-"));
    await writeFile(join(folder, "weekly.md"), "# Weekly\n\n- [ ] Who is here\n");
    const { pad } = await serve("--templates", folder);
    const page = await people.open(who, pad, pad.host_key);
    await page.goto(`${pad.origin}/new`);
    const weekly = page.getByRole("button", { name: "weekly" });
    await expect(weekly).toHaveAttribute("aria-pressed", "false");
    await weekly.click();
    await expect(weekly).toHaveAttribute("aria-pressed", "true");
    await sound(page);
    await shot(page, `templates-${sizeOf(who)}`);
    await page.getByRole("button", { name: "Open the pad" }).click();
    await live(page);
    await expect(text(page).getByRole("heading", { name: "Weekly" })).toBeVisible();
    await expect(text(page)).toContainText("Who is here");
    await page.goto(`${pad.origin}/new?template=novel`);
    await expect(page.getByText("template=novel")).toBeVisible();
    await rm(folder, { recursive: true });
  });
}
