/** Ended is ended: what the page says, what it still holds, and that nothing brings the text back. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, live, saved, sleeper, test, text, write } from "./fixture";
import { call, type MadePad } from "./server";

const faded = (page: Page) => page.getByRole("heading", { name: "This pad has faded" });
const row = (page: Page, name: string) => page.locator("dl div", { hasText: name }).locator("dd");

/** Someone whose page sleeps through whatever comes; the words are in the pad before. */
async function asleep(page: Page, pad: MadePad, key: string, words: string) {
  const sleep = await sleeper(page);
  await page.goto(`${pad.origin}/p/${pad.pad}#${key}`);
  await live(page);
  await text(page).click();
  await write(page, words);
  await saved(page);
  await sleep.begin();
  return sleep;
}

/** Everything that a browser keeps for this page. */
const stored = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage).sort(),
    session: Object.keys(sessionStorage),
    cookie: document.cookie,
    databases: await indexedDB.databases(),
    // caches and workers exist in secure contexts only
    caches: "caches" in globalThis ? await caches.keys() : [],
    workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
  }));
const NOTHING = { session: [], cookie: "", databases: [], caches: [], workers: 0 };

test("a page that slept through the end is told so, offers its copy and never revives the pad", async ({
  server,
  people,
}) => {
  const pad = await server.make(1);
  const anna = await people.come({ name: "Anna" });
  const sleep = await asleep(anna, pad, pad.edit_key, "words that sleep");
  await write(anna, " and were written asleep", "words that sleep");
  await expect.poll(async () => (await call("GET", pad)).status, { timeout: 60_000 }).toBe(410);
  sleep.end();
  await expect(faded(anna)).toBeVisible();
  await expect(
    anna.getByText(
      /^Ended at \d\d:\d\d, one second after the last person left\. This device was away then\./,
    ),
  ).toBeVisible();
  await expect(row(anna, "People told")).toHaveText("nobody was here");
  await expect(row(anna, "Files kept at its end")).toHaveText("0");
  await expect(anna.getByRole("button", { name: "Start a new pad with it" })).toBeHidden();
  const file = anna.waitForEvent("download");
  await anna.getByRole("button", { name: "Keep a file" }).click();
  expect(await readFile(await (await file).path(), "utf8")).toContain(
    "words that sleep and were written asleep",
  );
  expect((await call("GET", pad)).status).toBe(410);

  await anna.getByRole("button", { name: "Forget it" }).click();
  await expect(anna.getByText("This page holds no text any more.")).toBeVisible();
  await anna.reload();
  await expect(faded(anna)).toBeVisible();
  await expect(anna.getByRole("button", { name: "Keep a file" })).toBeHidden();
});

test("the host starts a new pad with the copy that a sleeping page still holds", async ({
  server,
  people,
}) => {
  const pad = await server.make(1);
  const host = await people.come({ name: "Anna" });
  const sleep = await asleep(host, pad, pad.host_key, "# Plan\n[] carry me over");
  await expect.poll(async () => (await call("GET", pad)).status, { timeout: 60_000 }).toBe(410);
  sleep.end();
  await host.getByRole("button", { name: "Start a new pad with it" }).click();
  await live(host);
  await expect(text(host)).toContainText("carry me over");
  await expect(text(host).getByRole("heading", { name: "Plan" })).toBeVisible();
  expect(new URL(host.url()).pathname).not.toBe(`/p/${pad.pad}`);
  await saved(host);
  const milo = await people.come({ name: "Milo" });
  await milo.goto(host.url());
  await expect(text(milo)).toContainText("carry me over");
  expect((await call("GET", pad)).status).toBe(410);
});

test("a pad that reaches its longest life tells everyone before, and leaves them their copies", async ({
  serve,
  people,
}) => {
  const { pad } = await serve("--max-lifetime", "8s", "--last-call", "1s", "--create", "anyone");
  const anna = await people.open({ name: "Anna" }, pad);
  // in so short a life the last call lasts a second: looked for at every frame
  const called = anna.waitForFunction(
    () =>
      document.querySelector("dialog[open] h2")?.textContent === "This pad’s longest time is over",
    undefined,
    { polling: "raf" },
  );
  await text(anna).click();
  await write(anna, "short life");
  await called;
  await expect(faded(anna)).toBeVisible();
  await expect(
    anna.getByText(/^Ended at \d\d:\d\d, when its longest time was over\./),
  ).toBeVisible();
  await expect(row(anna, "People told")).toHaveText("1 of 1");
  await expect(row(anna, "Copies dropped")).toHaveText("0 of 1");
  await expect(anna.getByRole("button", { name: "Start a new pad with it" })).toBeVisible();
  await anna.getByRole("button", { name: "Forget it" }).click();
  await expect(row(anna, "Copies dropped")).toHaveText("1 of 1");
});

test("when the host ends a pad every page drops its copy, says so, and nothing of it is left in the browser", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const words = `canary ${crypto.randomUUID()}`;
  const host = await people.open({ name: "Anna" }, pad, pad.host_key);
  const guest = await people.open({ name: "Milo", phone: true }, pad);
  const sleeping = await people.come({ name: "Jana" });
  const sleep = await asleep(sleeping, pad, pad.edit_key, words);
  for (const page of [host, guest]) {
    await expect(text(page)).toContainText(words);
    await expect(page.getByRole("button", { name: "2 people here" })).toBeVisible(); // who sleeps is known to be away
  }
  await call("DELETE", pad, { in_s: 0 });
  sleep.end();
  for (const page of [host, guest, sleeping]) {
    await expect(faded(page)).toBeVisible();
    await expect(page.getByText(/The host ended it at \d\d:\d\d\./)).toBeVisible();
    await expect(page.getByText("This page holds no text any more.")).toBeVisible();
    for (const offer of ["Keep a file", "Start a new pad with it", "Forget it"])
      await expect(page.getByRole("button", { name: offer })).toBeHidden();
    expect(await page.content()).not.toContain(words);
    const { local, ...others } = await stored(page);
    // who hosted may host again: the key stays, without the name of what it opened
    const own = page === host ? ["fadepad.host"] : [];
    const view = page === guest ? ["fadepad.phone"] : []; // which view one likes says nothing of a pad
    expect(local).toEqual([...own, "fadepad.me", ...view]);
    expect(await page.evaluate(() => localStorage.getItem("fadepad.host") ?? "")).not.toContain(
      pad.pad,
    );
    expect(others).toEqual(NOTHING);
  }
  for (const page of [host, guest]) {
    await expect(row(page, "Erased from memory")).toHaveText(/^\d+ (B|KB)$/);
    await expect(row(page, "People told")).toHaveText("2 of 2");
    await expect(row(page, "Copies dropped by their browsers")).toHaveText("2 of 2");
    await expect(row(page, "Files kept at its end")).toHaveText("0");
  }
  for (const page of [host, guest]) {
    await page.reload();
    await expect(faded(page)).toBeVisible();
    await expect(page.getByText("This page holds no text any more.")).toBeVisible();
    await expect(row(page, "Copies dropped by their browsers")).toHaveText("2 of 2");
  }
  await expect(guest.getByRole("link", { name: "New pad" })).toBeHidden();
  await host.getByRole("link", { name: "New pad" }).click();
  await expect(host.getByRole("button", { name: "Open the pad" })).toBeVisible();
});

test("at the time that the host had set the pad ends, and every page may keep its copy", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await write(anna, "words until six");
  await saved(anna);
  expect((await call("PATCH", pad, { ends_in_s: 2 })).status).toBe(200);
  await expect(faded(anna)).toBeVisible();
  await expect(anna.getByText(/^Ended at \d\d:\d\d, as the host had set it\./)).toBeVisible();
  await expect(anna.getByText("You still hold a copy")).toBeVisible();
  expect(await (await call("GET", pad)).json()).toMatchObject({ status: 410, why: "announced" });
});

test("a page that slept through the host's end and a restart of the server keeps nothing", async ({
  serve,
  people,
  folder,
}) => {
  const flags = ["--secret-file", `${folder}/secret`];
  const first = await serve(...flags);
  const anna = await people.come({ name: "Anna" });
  const sleep = await asleep(anna, first.pad, first.pad.edit_key, "asleep over a restart");
  expect((await call("DELETE", first.pad, { in_s: 0 })).status).toBe(200);
  await expect
    .poll(() => readFile(`${folder}/secret.ended`, "utf8").catch(() => ""))
    .toContain(" host\n");
  await first.kill("SIGKILL");
  await serve("--port", String(first.ready.port), ...flags, "other");
  sleep.end();
  await expect(anna.getByText(/^The host ended it\./)).toBeVisible();
  await expect(anna.getByText("This page holds no text any more.")).toBeVisible();
  await expect(anna.getByRole("button", { name: "Keep a file" })).toBeHidden();
});

test("a page that is put away after the end is blank, and coming back to it loads it anew", async ({
  serve,
  people,
}) => {
  const { pad } = await serve("--max-lifetime", "8s", "--last-call", "0s");
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await write(anna, "put away");
  await expect(anna.getByText("You still hold a copy")).toBeVisible();
  const left = await anna.evaluate(() => {
    dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    return document.body.innerHTML;
  });
  expect(left).toBe("");
  const again = anna.waitForEvent("load");
  await anna.evaluate(() =>
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })),
  );
  await again;
  await expect(faded(anna)).toBeVisible();
  await expect(anna.getByText("You still hold a copy")).toBeHidden();
});

test("the words are in the server's memory before the end and nowhere in it after, and it has written to no disk", async ({
  serve,
  people,
}) => {
  test.skip(process.getuid?.() !== 0, "only root may read the memory of the server");
  const server = await serve("--ttl", "1s");
  const { pad } = server;
  const marker = `marker-${crypto.randomUUID()}`;
  const anna = await people.open({ name: "Anna" }, pad);
  const milo = await people.open({ name: "Milo", phone: true }, pad);
  await text(anna).click();
  await anna.keyboard.insertText(marker);
  await expect(text(milo)).toContainText(marker);
  await text(milo).click();
  await milo.keyboard.press("End");
  await milo.keyboard.insertText(` ${marker}`);
  await saved(milo);
  expect(await server.copies(marker)).toBeGreaterThan(0);
  await Promise.all([anna.goto("about:blank"), milo.goto("about:blank")]);
  await expect.poll(async () => (await call("GET", pad)).status).toBe(410);
  expect(await server.copies(marker)).toBe(0);
  expect(await server.written()).toBe(0);
});
