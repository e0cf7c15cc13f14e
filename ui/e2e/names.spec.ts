/**
 * Names break nothing: long ones are cut on their line, whole for a pointer and for screen readers, and keep to their side;
 * those that look alike are told apart.
 */
import type { Page } from "@playwright/test";
import * as Y from "yjs";
import { expect, live, test, text, write, type MadePad, type Server } from "./fixture";
import { shot } from "./shots";
import { comeIn } from "./stranger";

/** 32 letters each: wide, wider, without a space, from right to left; and one that is short. */
const NAMES = [
  "W".repeat(32),
  "Ｗ".repeat(32),
  "محمدعبدالرحمنالسيدأحمدعبداللطيفا",
  "ליאורהבןדודמירושליםעירהקודשהישנה",
  "Milo",
] as const;
const [WIDE, WIDER, ARABIC, HEBREW, SHORT] = NAMES;
const PHONES = [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
  { width: 844, height: 390 },
];

/** A pad with the longest name that there is. */
async function longest(server: Server): Promise<MadePad> {
  const name = `${"w".repeat(56)}${crypto.randomUUID().slice(0, 8)}`;
  const headers = {
    Authorization: `Bearer ${server.ready.host_key}`,
    "Content-Type": "application/json",
  };
  const answer = await fetch(`${server.origin}/api/v1/pads`, {
    method: "POST",
    headers,
    body: JSON.stringify({ name }),
  });
  return { ...((await answer.json()) as MadePad), origin: server.origin };
}

/** That nothing stands outside of the window or of its frame, and every name is on one line. */
async function fits(page: Page): Promise<void> {
  // names beside carets follow a frame later
  const outside = () =>
    page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      const shown = [...document.querySelectorAll("body *")].filter(
        (each) => each.checkVisibility() && !each.closest(".unseen, svg, .cells-field"),
      );
      const beyond = shown.filter(
        (each) =>
          each.getBoundingClientRect().right > width + 1 || each.getBoundingClientRect().left < -1,
      );
      const frames = shown.filter(
        (each) =>
          each.matches("dialog, .card, .way, .button, .people li, .wall-side") &&
          each.scrollWidth > each.clientWidth + 1,
      );
      const tall = shown.filter(
        (each) =>
          each.matches(".cut") &&
          each.getBoundingClientRect().height >
            2 * Number.parseFloat(getComputedStyle(each).fontSize),
      );
      return [...beyond, ...frames, ...tall].map((each) => each.outerHTML.slice(0, 120));
    });
  await expect.poll(outside).toEqual([]);
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
  ).toBe(0);
}

/** That this name is cut, and reachable as a whole. */
async function isCut(page: Page, within: string, name: string): Promise<void> {
  const cut = page.locator(within).locator(".cut", { hasText: name }).first();
  await expect(cut).toBeVisible();
  expect(
    await cut.evaluate((each) => each.scrollWidth > each.clientWidth),
    `${name} in ${within}`,
  ).toBe(true);
  expect(await cut.evaluate((each) => each.closest("[title]")?.getAttribute("title"))).toContain(
    name,
  );
}

/** That a tap shows all of a name in the list of people, and another cuts it again. */
async function isWholeOnceTapped(page: Page, name: string): Promise<void> {
  const shown = page.locator(".people-name", { hasText: name });
  const isWhole = () =>
    shown.evaluate(
      (each) =>
        each.scrollWidth <= each.clientWidth &&
        each.scrollHeight <= each.clientHeight &&
        each.clientHeight > 2 * Number.parseFloat(getComputedStyle(each).fontSize),
    );
  await shown.tap();
  await expect.poll(isWhole).toBe(true);
  await shot(page, `name-whole-${page.viewportSize()?.width}`);
  await shown.tap();
  await isCut(page, ".people", name);
  const short = page.locator(".people-name", { hasText: SHORT });
  const { height } = (await short.boundingBox()) ?? {};
  await short.tap();
  expect((await short.boundingBox())?.height).toBe(height);
}

for (const size of PHONES) {
  test(`a newcomer with a long name comes in, lets others in and leaves (${size.width} px)`, async ({
    server,
    people,
  }) => {
    const pad = await longest(server);
    const page = await people.come({ name: "new", stranger: true, phone: true, size });
    await page.goto(`${pad.origin}/p/${pad.pad}#${pad.host_key}`);
    const field = page.getByLabel("Name", { exact: true });
    for (const name of NAMES) {
      await field.fill(name);
      await fits(page);
    }
    await isCut(page, "dialog", pad.pad);
    await field.fill(ARABIC);
    await expect(field).toHaveCSS("direction", "rtl");
    await field.fill(WIDE);
    await expect(field).toHaveCSS("direction", "ltr");
    await page.keyboard.press("Enter");
    await live(page);
    await fits(page);
    await isCut(page, ".bar", pad.pad);
    for (const name of NAMES.slice(1)) await people.open({ name }, pad);
    await page.locator(".avatars").tap();
    await expect(page.locator(".people li")).toHaveCount(NAMES.length);
    await fits(page);
    await isCut(page, ".people", WIDE);
    await isWholeOnceTapped(page, WIDE);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Share" }).tap();
    await expect(page.locator("dialog .qr")).toBeVisible();
    await fits(page);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "More" }).tap();
    await fits(page);
    await page.getByRole("menuitem", { name: "Leave" }).tap();
    await expect(page.getByRole("heading", { name: `You have left ${pad.pad}` })).toBeVisible();
    await fits(page);
    await isCut(page, "h1", pad.pad);
  });
}

test("the list of people on a desktop is wide enough for its roles, and cuts what is longer", async ({
  server,
  people,
}) => {
  const pad = await longest(server);
  const page = await people.open({ name: WIDER }, pad, pad.host_key);
  await people.open({ name: WIDE }, pad, pad.view_key);
  for (const name of [ARABIC, HEBREW, SHORT]) await people.open({ name }, pad);
  await page.locator(".avatars").click();
  await expect(page.locator(".people li")).toHaveCount(5);
  await fits(page);
  for (const name of [WIDE, WIDER]) await isCut(page, ".people", name);
  const place = (what: string) =>
    page.locator(".people li", { hasText: WIDE }).locator(what).boundingBox();
  const [name, role] = [await place(".people-name"), await place(".quiet")];
  expect((name?.x ?? 0) + (name?.width ?? 0)).toBeLessThanOrEqual(role?.x ?? 0);
});

test("names beside cursors keep inside the window and to their own direction", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.open(
    { name: "Anna", phone: true, size: { width: 320, height: 640 } },
    pad,
  );
  const others = await Promise.all([WIDE, ARABIC].map((name) => people.open({ name }, pad)));
  const [wide, arabic] = others as [Page, Page];
  await text(wide).click();
  await write(wide, "middle of a line\nשלום\n");
  await write(wide, "", "middle");
  await write(arabic, "", "שלום");
  await expect(page.locator(".cursor-name")).toHaveCount(2);
  await expect(async () => {
    for (const label of await page.locator(".cursor-name").all()) {
      const box = await label.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 320, await label.innerText()).toBe(true);
    }
  }).toPass({ timeout: 5000 });
  await expect(page.locator(".cursor-name", { hasText: ARABIC })).toHaveCSS("direction", "rtl");
});

test("people whose names look alike are told apart in list, cursors and on the wall, and no name turns its line around", async ({
  server,
  people,
}, info) => {
  const pad = await server.make();
  const [latin, cyrillic] = ["Anna", "\u0410nn\u0430"] as const;
  const wall = await people.come({ name: "Wall", dark: true, size: { width: 1280, height: 720 } });
  await wall.goto(`${pad.origin}/wall/${pad.pad}#${pad.host_key}`);
  const anna = await people.open({ name: latin }, pad);
  const mallory = await people.open({ name: cyrillic }, pad);
  const milo = await comeIn(pad, new Y.Doc());
  milo.awareness.setLocalState({ user: { name: "\u202eoliM\u200b\u001b[2J", color: "#2563eb" } });
  for (const page of [anna, mallory]) {
    await text(page).click();
    await write(page, "x");
  }

  // who is first in the order of the ids goes without a number, the same one everywhere
  const either = [
    [latin, `${cyrillic} 2`],
    [`${latin} 2`, cyrillic],
  ] as const;
  await expect(anna.locator(".people-name, .avatars .avatar")).toHaveCount(3);
  await anna.locator(".avatars").click();
  const names = anna.locator(".people-name");
  await expect(names).toHaveCount(3);
  const [own = "", ...others] = await names.allTextContents();
  const [isAnna, isMallory] = either.find(([first]) => first === own) ?? either[0];
  expect(new Set([own, ...others])).toEqual(new Set([isAnna, isMallory, "oliM[2J"]));
  await info.attach("list", {
    body: await anna.screenshot({ path: process.env.SHOT && `${process.env.SHOT}-alike.png` }),
    contentType: "image/png",
  });
  await anna.keyboard.press("Escape");
  await text(anna).click();

  await expect(anna.locator(".cursor-name")).toHaveText(isMallory);
  await expect(mallory.locator(".cursor-name")).toHaveText(isAnna);
  await expect(mallory.locator(".avatars .unseen")).toContainText(isMallory);
  await expect(wall.locator(".wall-people li")).toHaveCount(3);
  for (const name of [isAnna, isMallory])
    await expect(wall.locator(".wall-people bdi").getByText(name, { exact: true })).toBeVisible();

  // alone again, nobody needs a number
  await mallory.close();
  await expect(anna.locator(".avatars .unseen")).toContainText(`: ${latin}, oliM[2J`);
  milo.destroy();
});

test("the start page cuts what other computers call themselves", async ({ server, people }) => {
  const name = "w".repeat(64);
  for (const size of PHONES) {
    const page = await people.come({ name: "new", stranger: true, phone: true, size, dark: true });
    const near = [
      { name, host: `${"m".repeat(63)}.local`, url: server.origin, state: "alive", people: 4 },
      { name: "retro", host: "room-pi", url: server.origin, state: "fading", people: 0 },
    ];
    await page.route("**/api/v1/neighbours", (route) => route.fulfill({ json: near }));
    await page.goto(server.origin);
    await expect(page.getByText("retro")).toBeVisible();
    await fits(page);
    await isCut(page, ".near", "wwww");
  }
});

test("the wall cuts names, but not that somebody has come", async ({ server, people }) => {
  const pad = await longest(server);
  const page = await people.come({ name: "Wall", dark: true, size: { width: 1280, height: 720 } });
  await page.goto(`${pad.origin}/wall/${pad.pad}#${pad.host_key}`);
  await expect(page.locator(".wall")).toHaveAttribute("data-connection", "live");
  for (const name of NAMES) await people.open({ name }, pad);
  await people.open({ name: "あ".repeat(32) }, pad);
  await expect(page.locator(".wall-people li")).toHaveCount(6);
  const newest = page.locator(".wall-newest");
  await expect(newest).toContainText("is here");
  expect(
    await newest
      .locator("span")
      .last()
      .evaluate((each) => each.scrollWidth - each.clientWidth),
  ).toBe(0);
  await isCut(page, ".wall-name", pad.pad);
  for (const [width, height] of [
    [1280, 720],
    [1024, 768],
    [2560, 1080],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await fits(page);
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  }
});
