/** A host starts a pad afresh: everyone who may stay goes along by themselves, who was shown out does not, and what was deleted is nowhere. */
import type { Page } from "@playwright/test";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { converged, expect, live, saved, test, text, write } from "./fixture";
import { sound } from "./sound";
import { shot, sizeOf, sizes } from "./shots";

const sure = (page: Page) => page.getByRole("group", { name: "Start afresh" });

const SIZES = sizes("Hana", "Hana");

/** The pad as any client of Yjs gets it. */
async function bytesOf(origin: string, pad: string, key: string): Promise<string> {
  const socket = new WebSocket(`${origin.replace("http", "ws")}/ws/${pad}?key=${key}`);
  socket.binaryType = "arraybuffer";
  const empty = Y.encodeStateVector(new Y.Doc());
  const update = await new Promise<Uint8Array>((resolve) => {
    socket.addEventListener("open", () => socket.send(Uint8Array.of(0, 0, empty.length, ...empty)));
    socket.addEventListener("message", ({ data }) => {
      const bytes = new Uint8Array(data as ArrayBuffer);
      if (bytes[0] === 0 && bytes[1] === 1) resolve(bytes);
    });
  });
  socket.close();
  return Buffer.from(update).toString("latin1");
}

for (const who of SIZES) {
  const size = sizeOf(who);

  test(`everyone who may stay goes along with the text, and the history is gone (${size})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const host = await people.open(who, pad, pad.host_key);
    const guest = await people.open({ name: "Milo" }, pad);
    const reader = await people.open({ name: "Rea" }, pad, pad.view_key);
    const out = await people.open({ name: "Eve" }, pad);
    const wall = await people.come({ name: "Wall" });
    await wall.goto(`${pad.origin}/wall/${pad.pad}#${pad.host_key}`);
    await text(guest).click();
    await guest.keyboard.type("kept, and a regret");
    for (const _ of "a regret") await guest.keyboard.press("Backspace");
    await guest.keyboard.type("a plan");
    await saved(guest);
    await expect(text(host)).toContainText("kept, and a plan");

    await host.locator(".avatars").click();
    const eve = await fetch(`${pad.origin}/api/v1/pads/${pad.pad}/people`, {
      headers: { Authorization: `Bearer ${pad.host_key}` },
    });
    const { person } = ((await eve.json()) as { person: string; name: string }[]).find(
      ({ name }) => name === "Eve",
    ) as { person: string };
    await fetch(`${pad.origin}/api/v1/pads/${pad.pad}/people/${person}`, {
      method: "DELETE",
      headers: { Authorization: `Bearer ${pad.host_key}` },
    });
    await expect(out.getByRole("heading")).toContainText("shown you out");

    await host.getByRole("button", { name: "Start afresh…" }).click();
    await expect(sure(host)).toContainText("all that was deleted");
    await sound(host);
    await shot(host, `afresh-${size}`);
    await sure(host).getByRole("button", { name: "Not now" }).click();
    await host.getByRole("button", { name: "Start afresh…" }).click();
    const before = await guest.evaluate(() => location.hash);
    await sure(host).getByRole("button", { name: "Start afresh" }).click();

    for (const page of [host, guest, reader]) {
      await expect.poll(() => page.evaluate(() => location.hash)).not.toBe(before);
      await live(page);
      await expect(text(page)).toContainText("kept, and a plan");
    }
    await shot(guest, `afresh-guest-${size}`);
    await shot(host, `afresh-done-${size}`);
    await write(guest, " for all", "a plan");
    expect(await converged(host, guest, reader)).toEqual(["kept, and a plan for all"]);
    await expect(reader.locator(".state-asks")).toBeVisible();

    const link = await host.evaluate(() => location.hash.slice(1));
    const answer = await fetch(`${pad.origin}/api/v1/pads/${pad.pad}`, {
      headers: { Authorization: `Bearer ${link}` },
    });
    const { code, role } = (await answer.json()) as { code: string; role: string };
    expect([role, code === pad.code]).toEqual(["host", false]);
    await expect(wall.getByText(`${code.slice(0, 3)} ${code.slice(3)}`)).toBeVisible();

    await saved(guest);
    const bytes = await bytesOf(pad.origin, pad.pad, link);
    expect(bytes).toContain("a plan");
    for (const word of ["regret", "Milo", "Eve"]) expect(bytes).not.toContain(word);
    await out.reload();
    await expect(text(out)).toHaveCount(0);
    await expect(out.getByRole("heading")).toBeVisible();
  });
}

test("what was typed while the host began afresh is handed back, and the caret stays", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const host = await people.open({ name: "Hana" }, pad, pad.host_key);
  const guest = await people.open({ name: "Milo" }, pad);
  await text(guest).click();
  await guest.keyboard.type("in time");
  await saved(guest);
  await expect(text(host)).toContainText("in time");
  await write(guest, "", "in time");
  await guest.context().setOffline(true);
  await expect(guest.locator("[data-connection]")).toHaveAttribute("data-connection", "lost");
  await guest.keyboard.type(", and too late");
  await host.locator(".avatars").click();
  await host.getByRole("button", { name: "Start afresh…" }).click();
  await sure(host).getByRole("button", { name: "Start afresh" }).click();
  await expect.poll(() => host.evaluate(() => location.hash)).not.toBe(`#${pad.host_key}`);
  await live(host);
  await guest.context().setOffline(false);
  const left = guest.getByTestId("left");
  await expect(left).toContainText("begun this pad afresh");
  await live(guest);
  expect(await converged(host, guest)).toEqual(["in time"]);
  await guest.keyboard.type("!");
  await expect(text(host)).toContainText("in time!");
  await shot(guest, "afresh-left");
  await sound(guest);
  await left.getByRole("button", { name: "Close" }).click();
  await expect(left).toHaveCount(0);
});

for (const phone of [false, true])
  test(`what is typed meanwhile lands whole in the next life, in one's own colour (${phone ? "phone" : "desktop"})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const host = await people.open({ name: "Hana" }, pad, pad.host_key);
    const same = await people.open({ name: "Rea" }, pad);
    const guest = await people.open({ name: "Milo", phone }, pad);
    await text(guest).click();
    await guest.keyboard.type("before | after");
    for (const _ of "| after") await guest.keyboard.press("ArrowLeft");
    const before = await coloursIn(same);
    await text(guest).focus();
    let typed = "";
    for (let life = 0; life < 5; life += 1) {
      const link = await host.evaluate(() => location.hash);
      await host.locator(".avatars").click();
      await host.getByRole("button", { name: "Start afresh…" }).click();
      await sure(host).getByRole("button", { name: "Start afresh" }).click();
      const on = async () => (await host.evaluate(() => location.hash)) === link;
      while (await on()) typed = await typeOn(guest, typed);
      for (let n = 0; n < 20; n += 1) typed = await typeOn(guest, typed);
      await live(host);
      await live(guest);
    }
    await expect(text(guest)).toContainText(`before ${typed}| after`);
    expect(await converged(host, guest)).toEqual([`before ${typed}| after`]);
    await expect(guest.getByTestId("left")).toHaveCount(0);
    expect(await coloursIn(same)).toEqual(before);
  });

async function typeOn(page: Page, typed: string): Promise<string> {
  const letter = "abcdefghijklmnopqrstuvwxyz"[typed.length % 26] as string;
  await page.keyboard.type(letter);
  return typed + letter;
}

/** Who has which colour, as this page shows it. */
async function coloursIn(page: Page): Promise<Record<string, string>> {
  await page.locator(".avatars").click();
  const list = page.locator("ul.people li");
  await expect(list.first()).toBeVisible(); // it is fetched when it is opened
  const rows = await list.evaluateAll((rows) =>
    rows.map((row) => [
      row.querySelector(".people-name")?.textContent,
      getComputedStyle(row.querySelector(".avatar") as Element).backgroundColor,
    ]),
  );
  await page.keyboard.press("Escape");
  return Object.fromEntries(rows as [string, string][]) as Record<string, string>;
}
