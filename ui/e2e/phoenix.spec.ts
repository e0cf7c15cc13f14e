/** Fadepad's page and one that is not Fadepad's, which joins by Phoenix Channels from another origin, in the same pad. */
import { type Page } from "@playwright/test";
import type { AddressInfo } from "node:net";
import { preview } from "vite";
import { call, type MadePad, type Server } from "./server";
import { bringPaper } from "./paper";
import { converged, expect, linesOf, type People, test as base, text, write } from "./fixture";

/** The example of `clients/phoenix-provider`, built before this runs. */
const EXAMPLE = new URL("../../clients/phoenix-provider/example", import.meta.url).pathname;
/** A name of this machine that is none of Fadepad's own. */
const HOST = "pages.localhost";
/** Milliseconds that a page may stand still as it opens a pad: three to ten times what a quiet machine takes. */
const UNNOTICED_MS = 300;

interface Fixtures {
  /** A server that lets pages of the example's host in. */
  house: Server;
  /** Someone in the pad with the example's page, which can be asked for `encoding=…` or `transport=poll`. */
  visit: (name: string, pad: MadePad, key?: string, asked?: string) => Promise<Page>;
  /** Someone in the pad with y-phoenix-channel, in a page of the example's origin. */
  visitByY: (name: string, pad: MadePad) => Promise<Page>;
}

const test = base.extend<Fixtures, { example: string }>({
  example: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what is wanted from here
    async ({}, provide) => {
      const served = await preview({
        root: EXAMPLE,
        configFile: false,
        logLevel: "warn",
        preview: { host: "127.0.0.1", port: 0 },
      });
      await provide(`http://${HOST}:${(served.httpServer.address() as AddressInfo).port}/`);
      await served.close();
    },
    { scope: "worker" },
  ],
  house: async ({ serve }, provide) => provide(await serve("--allowed-host", HOST)),
  visit: async ({ people, example }, provide) => {
    await provide(async (name, pad, key = pad.edit_key, asked = "") => {
      const page = await people.come({ name, stranger: true });
      await page.goto(`${example}?${asked}#${pad.origin}/p/${pad.pad}#${key}`);
      await page.getByLabel("Your name").fill(name);
      await page.getByRole("button", { name: "Open the pad" }).click();
      return page;
    });
  },
  visitByY: async ({ people, example }, provide) => {
    await provide(async (name, pad) => {
      const page = await people.come({ name, stranger: true });
      await page.goto(`${example}y.html?name=${name}#${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
      await expect(text(page)).toBeVisible();
      return page;
    });
  },
});

const state = (page: Page) => page.locator(".state");

/** Anna, in Fadepad's page, and Ben, in the example's, type at once, read the same, and see each other. */
async function typeAtOnce(
  { house, people, visit }: Pick<Fixtures, "house" | "visit"> & { people: People },
  asked: string,
): Promise<[Page, Page]> {
  const pad = await house.make();
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await anna.keyboard.type("one\ntwo\n");
  await expect(text(anna)).toContainText("two");
  const ben = await visit("Ben", pad, pad.edit_key, asked);
  await expect(text(ben)).toContainText("two");
  await text(ben).locator(".bn-inline-content", { hasText: "one" }).click();
  await ben.keyboard.press("End");
  await Promise.all([
    anna.keyboard.type("The quick brown fox.", { delay: 15 }),
    ben.keyboard.type(" Pack my box.", { delay: 15 }),
  ]);
  expect(await converged(anna, ben)).toEqual(["one Pack my box.", "two", "The quick brown fox."]);
  await expect(state(ben)).toHaveText("Saved in the pad");
  await expect(text(anna).locator(".cursor-name")).toHaveText("Ben");
  await expect(text(ben).locator(".bn-collaboration-cursor__label")).toHaveText("Anna");
  return [anna, ben];
}

for (const encoding of ["binary", "base64", "array"]) {
  test(`both type at once and read the same, see names and cursors (${encoding})`, async ({
    house,
    people,
    visit,
  }) => {
    const [anna, ben] = await typeAtOnce({ house, people, visit }, `encoding=${encoding}`);
    await expect(text(ben).locator(".bn-collaboration-cursor__base")).toHaveCount(1);
    await anna.keyboard.press("ArrowLeft");
    await expect(text(ben).locator(".bn-collaboration-cursor__base")).toHaveAttribute(
      "data-active",
    );
    await expect(anna.getByRole("button", { name: /^2 people here: Anna, Ben/ })).toBeVisible();
    await expect(ben.getByLabel("People here").getByRole("listitem")).toHaveText([
      "Ben (you)",
      "Anna",
    ]);
    await ben.close();
    await expect(anna.getByRole("button", { name: /^1 person here|just you/i })).toBeVisible();
  });
}

test("where no WebSocket gets through, the same is polled from another origin", async ({
  house,
  people,
  visit,
}) => {
  const [anna, ben] = await typeAtOnce({ house, people, visit }, "transport=poll");
  expect(
    await ben.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .some(({ name }) => name.includes("/socket/longpoll")),
    ),
  ).toBe(true);
  await ben.evaluate(() => window.provider?.destroy());
  await expect(anna.getByRole("button", { name: /^1 person here|just you/i })).toBeVisible();
});

test("y-phoenix-channel as it is published types along, and all see each other's cursors", async ({
  house,
  people,
  visit,
  visitByY,
}) => {
  const pad = await house.make();
  const [anna, ben] = await Promise.all([people.open({ name: "Anna" }, pad), visit("Ben", pad)]);
  await text(anna).click();
  await anna.keyboard.type("one\ntwo\n");
  const yan = await visitByY("Yan", pad);
  await expect(text(yan)).toContainText("two");
  await write(yan, " by Yan", "one");
  await write(ben, " by Ben", "two");
  await anna.keyboard.type("by Anna");
  expect(await converged(anna, ben, yan)).toEqual(["one by Yan", "two by Ben", "by Anna"]);
  for (const name of ["Ben", "Yan"])
    await expect(text(anna).locator(".cursor-name", { hasText: name })).toHaveCount(1);
  for (const page of [ben, yan])
    await expect(text(page).locator(".bn-collaboration-cursor__label")).toHaveCount(2);
  await expect(
    text(yan).locator(".bn-collaboration-cursor__label", { hasText: "Anna" }),
  ).toHaveCount(1);
});

test("a killed server comes back with the same secret, and pages of every Phoenix client refill it", async ({
  serve,
  visit,
  visitByY,
  folder,
}) => {
  const flags = ["--allowed-host", HOST, "--secret-file", `${folder}/secret`];
  const first = await serve(...flags);
  const { pad } = first;
  const ben = await visit("Ben", pad);
  const pia = await visit("Pia", pad, pad.edit_key, "transport=poll");
  const yan = await visitByY("Yan", pad);
  await text(ben).click();
  await ben.keyboard.type("start\nben:\npia:\nyan:");
  for (const page of [pia, yan]) await expect(text(page)).toContainText("yan:");
  await expect(state(ben)).toHaveText("Saved in the pad");

  await first.kill("SIGKILL");
  for (const page of [ben, pia]) await expect(state(page)).toHaveText("Offline – write on");
  await write(ben, " while it was down", "ben:");
  await write(pia, " in the dark", "pia:");
  await write(yan, " as well", "yan:");

  const second = await serve("--port", String(first.ready.port), ...flags);
  expect(second.ready.epoch).toBe(pad.epoch);
  for (const page of [ben, pia]) await expect(state(page)).toHaveText("Saved in the pad");
  const expected = ["start", "ben: while it was down", "pia: in the dark", "yan: as well"];
  await expect.poll(() => converged(ben, pia, yan)).toEqual(expected);
  const lea = await visit("Lea", pad); // with the key of before
  expect(await converged(ben, lea)).toEqual(expected);
});

test("two who start at the same instant in an empty pad lose nothing", async ({
  house,
  people,
  visit,
}) => {
  const pad = await house.make();
  const [anna, ben] = await Promise.all([people.open({ name: "Anna" }, pad), visit("Ben", pad)]);
  await text(ben).click();
  await Promise.all([anna.context().setOffline(true), ben.context().setOffline(true)]);
  await text(anna).click();
  await Promise.all([anna.keyboard.type("from Anna "), ben.keyboard.type("from Ben ")]);
  await Promise.all([anna.context().setOffline(false), ben.context().setOffline(false)]);
  await expect(async () => {
    const lines = (await converged(anna, ben)).join("\n");
    expect(lines).toContain("from Anna");
    expect(lines).toContain("from Ben");
  }).toPass({ timeout: 20_000 });
  expect(await text(ben).locator("> .bn-block-group").count()).toBe(1);
});

test("what is written offline arrives, both ways, and the page says so", async ({
  house,
  people,
  visit,
}) => {
  const pad = await house.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const ben = await visit("Ben", pad);
  await text(ben).click();
  await ben.keyboard.type("agenda\n");
  await expect(text(anna)).toContainText("agenda");
  await ben.context().setOffline(true);
  await expect(state(ben)).toHaveText("Offline – write on");
  await expect(ben.getByLabel("People here").getByRole("listitem")).toHaveText(["Ben (you)"]);
  await ben.keyboard.type("ben on the train");
  await write(anna, ", by Anna", "agenda");
  await ben.context().setOffline(false);
  await expect(state(ben)).toHaveText("Saved in the pad");
  expect(await converged(anna, ben)).toEqual(["agenda, by Anna", "ben on the train"]);
  await expect(ben.getByLabel("People here").getByRole("listitem")).toHaveText([
    "Ben (you)",
    "Anna",
  ]);
});

test("who has a link to read reads along and writes nothing", async ({ house, people, visit }) => {
  const pad = await house.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const reader = await visit("Rea", pad, pad.view_key);
  await expect(state(reader)).toHaveText("Reading");
  await text(anna).click();
  await anna.keyboard.type("for everyone");
  await expect(text(reader)).toContainText("for everyone");
  await expect(text(reader)).toHaveAttribute("contenteditable", "false");
  await expect(text(reader).locator(".bn-collaboration-cursor__label")).toHaveText("Anna");
  expect(await linesOf(anna)).toEqual(["for everyone"]);
});

test("what the host decides is told, and the pad's end; the text stays to be read, and nothing is tried again", async ({
  house,
  people,
  visit,
}) => {
  const pad = await house.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const ben = await visit("Ben", pad);
  await text(anna).click();
  await anna.keyboard.type("gone soon");
  await expect(text(ben)).toContainText("gone soon");
  await call("PATCH", pad, { ends_in_s: 480 });
  await expect(ben.locator(".ends")).toHaveText(/^Ends at \d\d:\d\d/);
  await call("PATCH", pad, { ttl_s: 600 });
  await expect(ben.locator(".ends")).toHaveCount(0);
  const sockets: string[] = [];
  ben.on("websocket", (socket) => sockets.push(socket.url()));
  expect((await call("DELETE", pad, { in_s: 0 })).ok).toBe(true);
  await expect(ben.getByRole("status")).toHaveText("The host has ended this pad.");
  await expect(state(ben)).toHaveText("Ended");
  await expect(text(ben)).toContainText("gone soon");
  await expect(text(ben)).toHaveAttribute("contenteditable", "false");
  expect(await ben.evaluate(() => window.provider?.socket.isConnected())).toBe(false);
  expect(sockets).toEqual([]);

  const late = await visit("Lea", pad);
  await expect(late.getByRole("status")).toContainText(/ended/);
});

test("the history of a paper that was typed in 260 000 keys is merged while nobody waits", async ({
  house,
  visit,
}) => {
  const pad = await house.make();
  const paper = await bringPaper(pad);
  const page = await visit("Ben", pad);
  await expect
    .poll(() => page.evaluate(() => window.provider?.doc.getText("text").length))
    .toBe(paper.text.length);
  const { text, ms } = await page.evaluate(mergeAgain);
  expect(text).toBe(paper.text);
  paper.leave();
  console.log(`merged in ${ms.map((one) => one.toFixed(0)).join(", ")} ms`); // for who reads along
  expect(median(ms)).toBeLessThan(UNNOTICED_MS);
});

test("a link that is none is told before, a wrong key after", async ({
  house,
  visit,
  people,
  example,
}) => {
  const pad = await house.make();
  const page = await people.come({ name: "Ben", stranger: true });
  await page.goto(example);
  await page.getByLabel("Link of a pad").fill(`${pad.origin}/p/${pad.pad}`);
  await page.getByLabel("Your name").fill("Ben");
  await page.getByRole("button", { name: "Open the pad" }).click();
  await expect(page.getByRole("alert")).toContainText("Copy the whole of it");
  const eve = await visit("Eve", pad, "nonsense");
  await expect(eve.getByRole("status")).toHaveText(
    "This link’s key is not valid. Ask the host for a new link.",
  );
});

const median = (of: number[]): number =>
  [...of].sort((one, other) => one - other)[of.length >> 1] ?? Number.NaN;

interface Merging {
  getText(name: string): { length: number; toString(): string };
  on(event: "beforeAllTransactions" | "afterAllTransactions", heard: () => void): void;
}

declare global {
  interface Window {
    provider?: {
      constructor: new (
        url: string,
        pad: string,
        doc: Merging,
        options: { token: string },
      ) => { once(event: "synced", heard: () => void): void; destroy(): void };
      doc: Merging & { constructor: new () => Merging };
      socket: { isConnected(): boolean };
      destroy(): void;
    };
  }
}

/** In the page: merges the pad into fresh documents, and says what it took, in ms. */
async function mergeAgain(): Promise<{ text: string; ms: number[] }> {
  const { provider } = window;
  if (!provider) throw new Error("no provider");
  const { origin, pathname, hash } = new URL(location.hash.slice(1));
  const ms: number[] = [];
  let text = "";
  for (let times = 0; times < 5; times++) {
    const doc = new provider.doc.constructor();
    let began = 0;
    doc.on("beforeAllTransactions", () => (began = performance.now()));
    doc.on("afterAllTransactions", () => ms.push(performance.now() - began));
    const again = new provider.constructor(
      `${origin.replace("http", "ws")}/socket`,
      pathname.slice("/p/".length),
      doc,
      { token: hash.slice(1) },
    );
    await new Promise<void>((resolve) => again.once("synced", resolve));
    text = doc.getText("text").toString();
    again.destroy();
  }
  return { text, ms };
}
