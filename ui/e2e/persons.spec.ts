/** Who a person is, the server says: nobody is taken for somebody else, and one's own devices are one. */
import type { Page } from "@playwright/test";
import * as Y from "yjs";
import { converged, expect, live, test, text } from "./fixture";
import { comeIn } from "./stranger";
import { shot } from "./shots";

const people = (page: Page) => page.locator(".avatars");

const keyInAddress = (page: Page) => new URL(page.url()).hash.slice(1);

test("who copies all that a browser keeps and shows of Anna is Anna 2", async ({
  server,
  people: room,
}) => {
  const pad = await server.make();
  const anna = await room.open({ name: "Anna" }, pad);
  const milo = await room.open({ name: "Milo" }, pad);

  const mallory = await room.come({ name: "Mallory", stranger: true });
  const copied = await anna.evaluate(() => localStorage.getItem("fadepad.me") ?? "");
  await mallory.addInitScript((me) => localStorage.setItem("fadepad.me", me), copied);
  await mallory.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
  await live(mallory);

  const forger = await comeIn(pad, new Y.Doc());
  await expect.poll(() => [...forger.awareness.getStates().values()].length).toBe(4);
  const [annas] = [...forger.awareness.getStates().values()].filter(
    ({ user }) => user?.name === "Anna",
  );
  forger.awareness.setLocalState(annas as Record<string, unknown>);

  for (const page of [milo, anna, mallory]) {
    await expect(page.getByRole("button", { name: /^4 people here/ })).toBeVisible();
    await people(page).click();
    const list = page.locator(".people");
    for (const name of ["Anna", "Anna 2", "Anna 3", "Milo"])
      await expect(list.getByText(name, { exact: true })).toBeVisible();
    await expect(list.getByText(/devices/)).toHaveCount(0);
    await page.keyboard.press("Escape");
  }
  await people(anna).click();
  await expect(
    anna.locator(".people-me").getByText("Anna", { exact: true }),
    "she was here first",
  ).toBeVisible();
  forger.destroy();
});

test("another device is one's own by a link that is good once: same name, same colour, counted once", async ({
  server,
  people: room,
}) => {
  const pad = await server.make();
  const anna = await room.open({ name: "Anna", color: "#b4466e" }, pad);
  const milo = await room.open({ name: "Milo" }, pad);
  await people(anna).click();
  await anna.getByRole("button", { name: "Use another device too" }).click();
  const link = await anna.locator("dialog .qr").getAttribute("data-text");
  expect(link).toMatch(new RegExp(`^${pad.origin.toUpperCase()}/D/[A-Z2-9]{12}$`));

  const phone = await room.come({ name: "new", stranger: true, phone: true });
  await phone.goto(link ?? "");
  await live(phone);
  expect(keyInAddress(phone)).toBe(pad.edit_key);
  await expect(anna.getByText("Your other device is here.")).toBeVisible();
  await anna.getByRole("button", { name: "Done" }).click();

  await text(phone).click();
  await phone.keyboard.type("from the phone");
  expect(await converged(anna, milo, phone)).toEqual(["from the phone"]);
  for (const page of [anna, milo, phone]) {
    await expect(page.getByRole("button", { name: /^2 people here/ })).toBeVisible();
    await people(page).click();
    await expect(page.getByText(/2 devices/)).toBeVisible();
    await page.keyboard.press("Escape");
  }
  expect(
    await phone
      .locator(".avatars .avatar")
      .first()
      .evaluate((each) => getComputedStyle(each).backgroundColor),
  ).toBe("rgb(180, 70, 110)");
  await phone.reload();
  await live(phone);
  await expect(milo.getByRole("button", { name: /^2 people here/ })).toBeVisible();

  const thief = await room.come({ name: "thief", stranger: true, phone: true });
  await thief.goto(link ?? "");
  await expect(thief.getByRole("heading", { name: "This link has done its work" })).toBeVisible();
});

test("who only reads is paired as one who only reads", async ({ server, people: room }) => {
  const pad = await server.make();
  const anna = await room.open({ name: "Anna" }, pad, pad.view_key);
  await people(anna).click();
  await anna.getByRole("button", { name: "Use another device too" }).click();
  const link = await anna.locator("dialog .qr").getAttribute("data-text");
  const phone = await room.come({ name: "new", stranger: true, phone: true });
  await phone.goto(link ?? "");
  await live(phone);
  expect(keyInAddress(phone)).toBe(pad.view_key);
  await expect(text(phone)).toHaveAttribute("contenteditable", "false");
});

test("one's own key never stands in the address, and one stays who one is by code, link and reload", async ({
  server,
  people: room,
}) => {
  const pad = await server.make();
  const page = await room.come({ name: "Jana" });
  await page.goto(`${pad.origin}/j/${pad.code}`);
  await live(page);
  expect(keyInAddress(page)).toBe(pad.edit_key);
  await page.reload();
  await live(page);
  const host = await page.context().newPage();
  await host.goto(`${pad.origin}/p/${pad.pad}#${pad.host_key}`);
  await live(host);
  for (const each of [page, host]) {
    await expect(each.getByRole("button", { name: /^1 person here/ })).toBeVisible();
    await people(each).click();
    await expect(each.locator(".people-me").getByText("you · 2 devices")).toBeVisible();
    await each.keyboard.press("Escape");
  }
  const kept = await page.evaluate(() => localStorage.getItem("fadepad.keys") ?? "");
  expect(kept).not.toContain(pad.pad);
  const [own] = JSON.parse(kept) as { key: string }[];
  const given = await room.come({ name: "Olu" });
  await given.goto(`${pad.origin}/p/${pad.pad}#${own?.key}`);
  await live(given);
  expect(keyInAddress(given), "who was given somebody's own key does not give it on").not.toBe(
    own?.key,
  );
});

test("everyone reads who the host is, and nobody becomes it by saying so", async ({
  server,
  people: room,
}) => {
  const pad = await server.make();
  const anna = await room.open({ name: "Anna" }, pad, pad.host_key);
  const milo = await room.open({ name: "Milo", phone: true }, pad);
  const forger = await comeIn(pad, new Y.Doc());
  const user = { name: "Mallory", color: "#b4466e", host: true, role: "host" };
  forger.awareness.setLocalState({ user });
  for (const page of [anna, milo]) {
    await expect(
      page.getByRole("button", { name: /^3 people here: .*Anna \(host\)/ }),
    ).toBeVisible();
    await people(page).click();
    const row = (name: string) => page.locator(".people li", { hasText: name });
    await expect(row("Anna")).toContainText(page === anna ? "host · you" : "host");
    for (const name of ["Milo", "Mallory"]) await expect(row(name)).not.toContainText("host");
    await shot(page, `host-${page === anna}`);
  }
  forger.destroy();
});
