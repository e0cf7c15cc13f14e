/** A pad's end, and that nothing brings it back. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, live, test, text, write, type MadePad, type Server } from "./fixture";

const ask = (server: Server, { pad, host_key }: MadePad) =>
  fetch(`${server.origin}/api/v1/pads/${pad}`, { headers: { Authorization: `Bearer ${host_key}` } });

/** Puts a page's connection to sleep and wakes it: while asleep every socket of it breaks. */
async function sleeper(page: Page) {
  let asleep = false;
  let cut: (() => void) | undefined;
  await page.routeWebSocket(/\/ws\//, (socket) => {
    if (asleep) return void socket.close({ code: 4000 });
    const server = socket.connectToServer();
    cut = () => {
      void server.close();
      void socket.close({ code: 4000 });
    };
  });
  return {
    begin: () => {
      asleep = true;
      cut?.();
    },
    end: () => {
      asleep = false;
    },
  };
}

test("when the last has left the pad is gone, and a page that slept is told so and does not bring it back", async ({ server, people }) => {
  const pad = await server.make(1);
  const anna = await people.come({ name: "Anna" });
  const sleep = await sleeper(anna);
  await anna.goto(`${server.origin}/p/${pad.pad}#${pad.edit_key}`);
  await live(anna);
  await text(anna).click();
  await write(anna, "words that sleep");
  sleep.begin();
  await expect(anna.locator("[data-connection]")).toHaveAttribute("data-connection", "lost");
  await write(anna, " and were written asleep");
  await expect.poll(async () => (await ask(server, pad)).status, { timeout: 60_000 }).toBe(410);
  sleep.end();
  await expect(anna.getByRole("heading", { name: "This pad has faded" })).toBeVisible();
  await expect(anna.getByText("It ended while this device was away.")).toBeVisible();
  const file = anna.waitForEvent("download");
  await anna.getByRole("button", { name: "Keep a file" }).click();
  const path = await (await file).path();
  expect(await readFile(path, "utf8")).toContain("words that sleep and were written asleep");
  expect((await ask(server, pad)).status).toBe(410);

  await anna.getByRole("button", { name: "Forget it" }).click();
  await expect(anna.getByText("This page holds no text any more.")).toBeVisible();
  await anna.reload();
  await expect(anna.getByRole("heading", { name: "This pad has faded" })).toBeVisible();
  await expect(anna.getByRole("button", { name: "Keep a file" })).toBeHidden();
});

test("the host ends a pad in two deliberate steps, everyone is told, and the host gets a receipt", async ({ server, people }) => {
  const pad = await server.make();
  const host = await people.open({ name: "Anna" }, pad, pad.host_key);
  const guest = await people.open({ name: "Milo", phone: true }, pad);
  await text(host).click();
  await write(host, "all of this");
  await expect(text(guest)).toContainText("all of this");
  await guest.getByRole("button", { name: "More" }).click();
  await expect(guest.getByRole("menuitem", { name: "End now" })).toBeHidden();
  await guest.keyboard.press("Escape");

  await host.getByRole("button", { name: "More" }).click();
  await host.getByRole("menuitem", { name: "End now" }).click();
  await expect(host.getByRole("button", { name: "End now" })).toBeDisabled();
  await host.getByLabel("I want to end it").check();
  await host.getByRole("button", { name: "End now" }).click();

  for (const page of [host, guest]) {
    await expect(page.getByRole("heading", { name: "This pad has faded" })).toBeVisible();
    await expect(page.getByText("The host ended it at")).toBeVisible();
    await expect(page.getByRole("button", { name: "Keep a file" })).toBeVisible();
  }
  await expect(host.getByText("Files with its text")).toBeVisible();
  await expect(host.locator("dd").last()).toHaveText("0");
});

test("someone who comes back within the grace finds the text as it was", async ({ server, people }) => {
  const pad = await server.make(60);
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await write(anna, "still here");
  await anna.locator(".chip").click();
  await expect(anna.locator("[data-saved]")).toHaveAttribute("data-saved", "saved");
  await anna.goto("about:blank");
  const milo = await people.open({ name: "Milo" }, pad);
  await expect(text(milo)).toContainText("still here");
  await live(milo);
});
