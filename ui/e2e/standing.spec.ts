/** A code that stands: a phone that scans it after the end writes in a new, empty pad, and the next one with it. */
import type { Page } from "@playwright/test";
import { expect, live, saved, sleeper, test, text } from "./fixture";
import { shot } from "./shots";
import { sound } from "./sound";

const connected = (wall: Page) =>
  expect(wall.locator(".wall")).toHaveAttribute("data-connection", "live");

test("after the end the same code opens a new, empty pad for everyone who scans it", async ({
  serve,
  people,
}) => {
  const { pad } = await serve("--standing");
  const milo = await people.come({ name: "Milo", phone: true });
  await milo.goto(`${pad.origin}/j/${pad.code}`);
  await live(milo);
  await text(milo).click();
  await milo.keyboard.type("of yesterday");
  await saved(milo);
  const ended = await fetch(`${pad.origin}/api/v1/pads/${pad.pad}`, {
    method: "DELETE",
    headers: { Authorization: `Bearer ${pad.host_key}` },
    body: JSON.stringify({ in_s: 0 }),
  });
  expect(ended.status).toBe(200);
  await expect(milo.getByRole("heading", { name: "This pad has faded" })).toBeVisible();

  await milo.goto(`${pad.origin}/j/${pad.code}`);
  await live(milo);
  await expect(text(milo)).not.toContainText("of yesterday");
  const jana = await people.come({ name: "Jana" });
  await jana.goto(`${pad.origin}/j/${pad.code}`);
  await live(jana);
  await text(milo).click();
  await milo.keyboard.type("of today");
  await expect(text(jana)).toContainText("of today");
});

test("the host's page and the wall go over into the next life once somebody scans the code, and say so", async ({
  serve,
  people,
}) => {
  const { pad } = await serve("--standing");
  const host = await people.open({ name: "Anna" }, pad, pad.host_key);
  const wall = await people.come({ name: "Wall" });
  await wall.goto(`${pad.origin}/wall/${pad.pad}#${pad.host_key}`);
  await connected(wall);
  const before = host.url();
  await fetch(`${pad.origin}/api/v1/pads/${pad.pad}`, {
    method: "DELETE",
    headers: { Authorization: `Bearer ${pad.host_key}` },
    body: JSON.stringify({ in_s: 0 }),
  });
  for (const page of [host, wall]) {
    await expect(page.getByRole("heading", { name: "This pad has faded" })).toBeVisible();
    await expect(page.getByText("Its code stands: who scans it")).toBeVisible();
    await sound(page);
  }
  await shot(host, "standing-over");
  await shot(wall, "standing-wall-over");
  const milo = await people.come({ name: "Milo", phone: true });
  await milo.goto(`${pad.origin}/j/${pad.code}`);
  await live(milo);
  await expect(host.getByText(`${pad.pad} lives again, empty.`)).toBeVisible();
  await live(host);
  expect(host.url()).not.toBe(before);
  await host.locator(".avatars").click();
  await expect(host.getByRole("switch", { name: "Everyone may write" })).toBeVisible();
  await connected(wall);
  await expect(wall.getByText("Milo", { exact: true })).toBeVisible();
});

test("a host who holds a copy is asked before the page goes over", async ({ serve, people }) => {
  const { pad } = await serve("--standing", "--ttl", "1s");
  const host = await people.come({ name: "Anna" });
  const sleep = await sleeper(host);
  await host.goto(`${pad.origin}/p/${pad.pad}#${pad.host_key}`);
  await live(host);
  await text(host).click();
  await host.keyboard.type("to keep");
  await saved(host);
  await sleep.begin(); // it fades without anybody, and this page holds the text
  await expect
    .poll(async () => (await fetch(`${pad.origin}/p/${pad.pad}`)).status, { timeout: 60_000 })
    .toBe(410);
  sleep.end();
  await expect(host.getByText("You still hold a copy")).toBeVisible({ timeout: 30_000 });
  const milo = await people.come({ name: "Milo" });
  await milo.goto(`${pad.origin}/j/${pad.code}`);
  await live(milo);
  await expect(host.getByText(`${pad.pad} lives again, empty.`)).toBeVisible();
  await shot(host, "standing-copy");
  await host.getByRole("link", { name: "Go there" }).click();
  await live(host);
  await expect(text(host)).not.toContainText("to keep");
});
