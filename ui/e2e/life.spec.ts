/** A life that people see and steer: the host's choices, and what those who leave are told. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, live, openLife, saved, test, text, write } from "./fixture";
import { call } from "./server";
import { shot } from "./shots";

const chip = (page: Page) => page.locator(".chip");
const choose = (page: Page, item: string) =>
  page
    .getByRole("button", { name: "More" })
    .click()
    .then(() => page.getByRole("menuitem", { name: item }).click());

/** "18:00", so many minutes from now by this machine's clock. */
const clockIn = (minutes: number): string =>
  new Date(Date.now() + minutes * 60_000).toTimeString().slice(0, 5);

test("the host changes the grace, everyone sees it at once, and nobody else can", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const host = await people.open({ name: "Anna" }, pad, pad.host_key);
  const guest = await people.open({ name: "Milo" }, pad);
  await expect(chip(guest)).toHaveText("Lives while someone is here, then 15 min");
  await openLife(guest);
  await expect(
    guest.getByText("When the last person has left, the text stays for 15 minutes."),
  ).toBeVisible();
  await expect(guest.getByText("The host decides how long it lives.")).toBeVisible();
  await expect(guest.getByRole("button", { name: "End now" })).toBeHidden();
  await openLife(host);
  for (const grace of [
    "1 minute",
    "5 minutes",
    "15 minutes",
    "30 minutes",
    "1 hour",
    "4 hours",
    "8 hours",
  ])
    await expect(
      host.getByRole("button", { name: `${grace} after the last person has left`, exact: true }),
    ).toBeVisible();
  await host.getByRole("button", { name: "4 hours after" }).click();
  await expect(host.getByRole("button", { name: "4 hours after" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(
    guest.getByText("When the last person has left, the text stays for 4 hours."),
  ).toBeVisible();
  await expect(chip(guest)).toHaveText("Lives while someone is here, then 4 h");
  expect(await (await call("GET", pad)).json()).toMatchObject({ ttl_s: 14_400, fades: true });
});

test("the host keeps the pad until a time, then until further notice, and a time that is too late is answered honestly", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const host = await people.open({ name: "Anna" }, pad, pad.host_key);
  const guest = await people.open({ name: "Milo", phone: true }, pad);
  await openLife(host);
  await host.getByText("Until a time").click();
  const time = clockIn(120);
  await host.getByLabel("Keep it until").fill(time);
  await host.getByRole("button", { name: "Set" }).click();
  const day = time < clockIn(0) ? " tomorrow" : "";
  for (const page of [host, guest])
    await expect(chip(page)).toHaveText(`Lives until ${time}${day}`);
  const { ends_in_s, fades } = await (await call("GET", pad)).json();
  expect(fades).toBe(false);
  expect(Math.abs(ends_in_s - 7200)).toBeLessThanOrEqual(61);

  await host.getByText("Until I say").click();
  for (const page of [host, guest]) await expect(chip(page)).toHaveText("Kept until the host says");
  // the longest life of a pad is a day
  await expect(
    host.getByText(
      /^It stays when everyone has left\. It ends in any case at \d\d:\d\d tomorrow\.$/,
    ),
  ).toBeVisible();

  await host.getByText("Until a time").click();
  await host.getByLabel("Keep it until").fill(clockIn(-1));
  await expect(host.getByText("That is tomorrow.")).toBeVisible();
});

test("a time beyond the longest life is taken as far as it goes, and the host is told", async ({
  serve,
  people,
}) => {
  const { pad } = await serve("--max-lifetime", "1h");
  const host = await people.open({ name: "Anna" }, pad, pad.host_key);
  await openLife(host);
  await host.getByText("Until a time").click();
  await host.getByLabel("Keep it until").fill(clockIn(180));
  await expect(
    host.getByText(
      /^That is later than this pad can live\. It is kept until \d\d:\d\d( tomorrow)?, and everyone is told before it ends\.$/,
    ),
  ).toBeVisible();
  await host.getByRole("button", { name: "Set" }).click();
  await expect(chip(host)).toHaveText("Kept until the host says");
});

test("the last person who leaves gets the last call, and one of two just leaves and can come back", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const milo = await people.open({ name: "Milo", phone: true }, pad);
  await text(anna).click();
  await write(anna, "take me with you");
  await saved(anna);
  await expect(milo.getByRole("button", { name: /^2 people here/ })).toBeVisible();

  await choose(milo, "Leave");
  await expect(milo.getByRole("heading", { name: `You have left ${pad.pad}` })).toBeVisible();
  await expect(milo.locator("body")).not.toContainText("take me with you");
  await milo.getByRole("button", { name: "Back to the pad" }).click();
  await live(milo);
  await expect(text(milo)).toContainText("take me with you");
  await choose(milo, "Leave");

  await expect(anna.getByRole("button", { name: /^1 person here/ })).toBeVisible();
  await choose(anna, "Leave");
  await expect(anna.getByRole("heading", { name: "You are the last one here" })).toBeVisible();
  await expect(anna.getByText("When you leave, this pad fades in 15 minutes.")).toBeVisible();
  await anna.getByRole("button", { name: "Stay" }).click();
  await live(anna);
  await choose(anna, "Leave");
  await expect(anna.getByRole("button", { name: "Let it fade" })).toBeHidden();
  await anna.getByRole("button", { name: "Leave", exact: true }).click();
  await expect(anna.getByRole("heading", { name: "You have left" })).toBeVisible();
  await expect.poll(async () => (await (await call("GET", pad)).json()).state).toBe("fading");
});

test("two tabs of one person are one person: leaving one of them is not the last leave", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const first = await people.open({ name: "Anna" }, pad);
  const second = await first.context().newPage();
  await second.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
  await live(second);
  await expect(first.getByRole("button", { name: /^1 person here/ })).toBeVisible();
  await first.getByRole("button", { name: /people? here|person here/ }).click();
  await expect(first.getByText("2 devices")).toBeVisible();
  await first.keyboard.press("Escape");
  await choose(first, "Leave");
  await expect(first.getByRole("heading", { name: "You have left" })).toBeVisible();
});

test("the last minutes before an announced end bring the last call once, to everyone", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const milo = await people.open({ name: "Milo", phone: true }, pad);
  await call("PATCH", pad, { ends_in_s: 500 });
  for (const page of [anna, milo]) {
    await expect(page.getByRole("heading", { name: "This pad ends soon" })).toBeVisible();
    await expect(chip(page)).toHaveText("Ends in 8 min");
    await page.getByRole("button", { name: "Back to the text" }).click();
  }
  await call("PATCH", pad, { ends_in_s: 450 });
  await expect(chip(anna)).toHaveText("Ends in 7 min");
  await expect(anna.getByRole("heading", { name: "This pad ends soon" })).toBeHidden();
  await call("PATCH", pad, { ends_in_s: 3600 });
  await expect(chip(anna)).toHaveText(/^Lives until/);
});

test("the web page that one keeps holds the text, needs nothing else and runs nothing", async ({
  server,
  people,
  folder,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await write(anna, "# Title <b>& more\n[] bring cups\n\n> said so\n\nhttps://a.example/x ");
  await saved(anna);
  await choose(anna, "Leave");
  const download = anna.waitForEvent("download");
  await anna.getByRole("button", { name: "Keep a web page" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe(`${pad.pad}.html`);
  const path = `${folder}/kept.html`;
  await file.saveAs(path);
  const html = await readFile(path, "utf8");
  expect(html).toContain("Title &lt;b&gt;&amp; more");
  expect(html).not.toMatch(/<script|<link|<iframe|\son\w+=|src="(?!data:)|url\(|@import/i);

  const reader = await people.come({ name: "Reader" });
  const asked: string[] = [];
  reader.on("request", (request) => asked.push(request.url()));
  await reader.context().setOffline(true);
  await reader.goto(`file://${path}`);
  await expect(reader.getByRole("heading", { name: "Title <b>& more" })).toBeVisible();
  await expect(reader.getByRole("checkbox")).toBeDisabled();
  await expect(reader.getByRole("link")).toHaveAttribute("href", "https://a.example/x");
  expect(asked).toHaveLength(1);
  await shot(reader, "page");
});

test("someone who comes back within the grace finds the text as it was", async ({
  server,
  people,
}) => {
  const pad = await server.make(60);
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await write(anna, "still here");
  await saved(anna);
  await anna.goto("about:blank");
  const milo = await people.open({ name: "Milo" }, pad);
  await expect(text(milo)).toContainText("still here");
  await live(milo);
});
