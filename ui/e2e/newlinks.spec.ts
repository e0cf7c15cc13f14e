/** A host makes new links: who came by the old ones is told calmly, scans the new code and is who that was; the wall and the Share sheet follow. */
import type { Page } from "@playwright/test";
import { expect, live, saved, test, text } from "./fixture";
import { sound } from "./sound";
import { shot, sizeOf, sizes } from "./shots";

const heading = (page: Page) => page.getByRole("heading", { name: "The host has made new links" });
const sure = (page: Page) => page.getByRole("group", { name: "New links" });

const SIZES = sizes();

async function openList(page: Page): Promise<void> {
  await page.locator(".avatars").click();
  await page.getByRole("button", { name: "New links…" }).click();
  await expect(sure(page)).toContainText("has to scan again");
}

for (const who of SIZES) {
  const size = sizeOf(who);

  test(`who came by the old links scans the new code and goes on, and everything that shows it follows (${size})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const host = await people.open({ ...who, name: "Hana" }, pad, pad.host_key);
    const guest = await people.open(who, pad);
    const reader = await people.open({ name: "Rea" }, pad, pad.view_key);
    const wall = await people.come({ name: "Wall" });
    await wall.goto(`${pad.origin}/wall/${pad.pad}#${pad.host_key}`);
    const shown = `${pad.code.slice(0, 3)} ${pad.code.slice(3)}`;
    await expect(wall.getByText(shown)).toBeVisible();
    await text(guest).click();
    await guest.keyboard.type("kept");
    await saved(guest);

    await openList(host);
    await sound(host);
    await shot(host, `new-links-${size}`);
    await sure(host).getByRole("button", { name: "Keep the old" }).click();
    await live(guest);
    await host.getByRole("button", { name: "New links…" }).click();
    await sure(host).getByRole("button", { name: "Make new ones" }).click();
    await expect(heading(guest)).toBeVisible();
    await expect(host.getByText("There are new ones for writing.")).toBeVisible();
    await sound(guest);
    await shot(guest, `new-links-out-${size}`);
    await shot(host, `new-links-made-${size}`);
    await live(reader);
    await expect(wall.getByText(shown)).toHaveCount(0);

    await guest.reload();
    await expect(heading(guest)).toBeVisible();
    await expect(text(guest)).toHaveCount(0);
    const answer = await fetch(`${pad.origin}/api/v1/pads/${pad.pad}`, {
      headers: { Authorization: `Bearer ${pad.host_key}` },
    });
    const { code } = (await answer.json()) as { code: string };
    await expect(wall.getByText(`${code.slice(0, 3)} ${code.slice(3)}`)).toBeVisible();
    await guest.goto(`${pad.origin}/j/${pad.code}`);
    await expect(guest.getByText("The host has made new links")).toBeVisible();
    await guest.goto(`${pad.origin}/j/${code}`);
    await live(guest);
    await expect(text(guest)).toContainText("kept");
    await expect(host.locator(".people > li")).toHaveCount(3);
    await expect(host.locator(".people")).toContainText(who.name);
    await expect(host.locator(".people")).not.toContainText(`${who.name} 2`);
  });
}

test("new links for reading leave who writes where they are", async ({ server, people }) => {
  const pad = await server.make();
  const host = await people.open({ name: "Hana" }, pad, pad.host_key);
  const guest = await people.open({ name: "Milo" }, pad);
  const reader = await people.open({ name: "Rea" }, pad, pad.view_key);
  await openList(host);
  await sure(host).getByText("For reading").click();
  await expect(sure(host)).toContainText("The code stays");
  await sure(host).getByRole("button", { name: "Make new ones" }).click();
  await expect(heading(reader)).toBeVisible();
  await live(guest);
});

test("new links for hosts take the host's link back from whom it was given, and who makes them goes on", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const host = await people.open({ name: "Hana" }, pad, pad.host_key);
  const other = await people.open({ name: "Ben" }, pad, pad.host_key);
  await text(host).click();
  await host.keyboard.type("mine");
  await openList(host);
  await sure(host).getByText("For hosts").click();
  await expect(sure(host)).toContainText("but not you");
  await sound(host);
  await shot(host, "new-links-hosts");
  await sure(host).getByRole("button", { name: "Make new ones" }).click();
  await expect(heading(other)).toBeVisible();
  await expect.poll(() => host.evaluate(() => location.hash)).not.toBe(`#${pad.host_key}`);
  await live(host);
  await expect(text(host)).toContainText("mine");
  await host.reload();
  await live(host);
  await host.locator(".avatars").click();
  await expect(host.getByRole("button", { name: "New links…" })).toBeVisible();
  await other.reload();
  await expect(heading(other)).toBeVisible();
});

test("a wall that was opened by a host's link lives on when that is made anew", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const wall = await people.come({ name: "Wall" });
  await wall.goto(`${pad.origin}/wall/${pad.pad}#${pad.host_key}`);
  const shown = `${pad.code.slice(0, 3)} ${pad.code.slice(3)}`;
  await expect(wall.getByText(shown)).toBeVisible();
  const made = await fetch(`${pad.origin}/api/v1/pads/${pad.pad}/links`, {
    method: "POST",
    headers: { Authorization: `Bearer ${pad.host_key}` },
    body: JSON.stringify({ role: "host" }),
  });
  expect(made.status).toBe(201);
  await expect.poll(() => wall.evaluate(() => location.hash)).toBe(`#${pad.edit_key}`);
  await expect(wall.getByText(shown)).toBeVisible();
  const guest = await people.open({ name: "Milo" }, pad);
  await expect(wall.getByText("Milo", { exact: true })).toBeVisible();
  await guest.close();
});
