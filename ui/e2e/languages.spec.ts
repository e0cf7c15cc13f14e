/**
 * Every screen in languages that need more room, or run the other way: nothing is cut, nothing is said in English. Two of them
 * are made up for this, and stand in the place of German and Arabic.
 */
import type { Page } from "@playwright/test";
import { words as arabic } from "../src/strings/ar";
import { words as german } from "../src/strings/de";
import { en } from "../src/strings/en";
import { words as japanese } from "../src/strings/ja";
import type { First } from "../src/strings";
import { expect, live, test, text, type People, type Server } from "./fixture";
import { bundled } from "./pseudo/bundle";
import { isSaid, pseudo, type Way } from "./pseudo/say";
import { call } from "./server";
import { shot } from "./shots";

interface Tongue {
  name: string;
  locale: "de" | "ar" | "ja";
  words: First;
  /** Made up: said in this way. */
  way?: Way;
}

const TONGUES: Tongue[] = [
  { name: "long", locale: "de", words: pseudo(en, "long"), way: "long" },
  { name: "rtl", locale: "ar", words: pseudo(en, "rtl"), way: "rtl" },
  { name: "de", locale: "de", words: german },
  { name: "ar", locale: "ar", words: arabic },
  { name: "ja", locale: "ja", words: japanese },
];
const SIZES = [
  { size: "desktop", phone: false, box: { width: 1280, height: 800 } },
  { size: "phone", phone: true, box: { width: 360, height: 740 } },
];

/** Every text that is seen or read out, but for what people have written. */
function textsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const own =
      ".bn-inline-content, bdi, .code, .languages, .command, [lang]:not(html), .qr, script, style";
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent && !parent.closest(own) && parent.checkVisibility({ visibilityProperty: true }))
        found.push(walker.currentNode.textContent ?? "");
    }
    for (const name of ["aria-label", "aria-description", "title", "alt"])
      for (const each of document.querySelectorAll(`[${name}]`))
        if (!each.matches("bdi") && each.checkVisibility({ visibilityProperty: true }))
          found.push(each.getAttribute(name) ?? "");
    return found.map((words) => words.trim()).filter(Boolean);
  });
}

/** Words that stand for more than they have room for, and what makes the page wider than its window. */
function cutOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts = "button, label, h1, h2, h3, p, small, b, dt, dd, legend, .chip, [role^=menuitem]";
    const cut = [...document.querySelectorAll<HTMLElement>(parts)].filter(
      (part) =>
        part.checkVisibility() &&
        !part.closest(".bn-editor, .unseen, .cut, .other-way") &&
        !part.querySelector(".cut, .unseen") &&
        part.clientWidth > 0 &&
        part.scrollWidth > part.clientWidth + 1,
    );
    const wide = [document.scrollingElement, ...document.querySelectorAll("dialog[open]")].filter(
      (box) => box && box.scrollWidth > box.clientWidth + 1,
    );
    return [
      ...cut.map((part) => `${part.tagName}.${part.className}: ${part.textContent}`),
      ...wide.map((box) => `too wide: ${box?.tagName}.${box?.className} ${box?.scrollWidth}`),
    ];
  });
}

/** All that is said without a value in it. */
function sentencesOf(said: unknown): string[] {
  if (typeof said === "string") return [said];
  if (typeof said !== "object" || said === null) return [];
  return Object.values(said).flatMap(sentencesOf);
}
const ENGLISH = new Set(sentencesOf(en).filter((words) => / /.test(words)));

/** The keys of a shortcut have the names that stand on them. */
const KEYS = /^(Ctrl|Alt|Shift)-/;

/** What is said past the language, where `theirs` are names, addresses and codes of this test. */
function pastOf({ words, way }: Tongue, texts: string[], theirs: string[]): string[] {
  const own = new Set(sentencesOf(words));
  const isPast = (each: string) => (way ? !isSaid[way](each) : ENGLISH.has(each) && !own.has(each));
  return texts
    .filter((each) => !KEYS.test(each))
    .map((each) => theirs.reduce((rest, name) => rest.replaceAll(name, ""), each))
    .filter(isPast);
}

async function look(page: Page, tongue: Tongue, name: string, theirs: string[]): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await shot(page, `language-${tongue.name}-${name}`);
  expect.soft(pastOf(tongue, await textsOf(page), theirs), `${name}: said in English`).toEqual([]);
  expect.soft(await cutOf(page), `${name}: cut`).toEqual([]);
}

/** A page that speaks it. */
async function come(people: People, tongue: Tongue, who: Parameters<People["come"]>[0]) {
  const page = await people.come({ ...who, locale: tongue.locale });
  if (tongue.way) {
    const body = await bundled(tongue.way);
    await page.route(new RegExp(`/assets/${tongue.locale}-[^/]*\\.js`), (route) =>
      route.fulfill({ body, contentType: "text/javascript" }),
    );
  }
  return page;
}

const closed = async (page: Page) => {
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog[open]")).toHaveCount(0);
};

/** Opens a line of More. */
async function more(page: Page, line: string): Promise<void> {
  await page.locator(".menu > button").click();
  await page.getByRole("menuitem", { name: line }).first().click();
  await expect(page.locator("dialog[open]")).toBeVisible();
}

const theirsOf = (server: Server, pad: string) => [
  pad,
  new URL(server.origin).host,
  server.origin,
  "Jana",
  "Milo",
  "Deutsch",
  "العربية",
];

for (const tongue of TONGUES)
  for (const { size, phone, box } of SIZES) {
    const { words } = tongue;

    test(`coming in, writing, and every sheet of a pad: ${tongue.name}, ${size}`, async ({
      server,
      people,
    }) => {
      const pad = await server.make();
      const theirs = [...theirsOf(server, pad.pad), pad.code];
      const seen = (page: Page, name: string) => look(page, tongue, `${name}-${size}`, theirs);
      const page = await come(people, tongue, {
        name: "Jana",
        phone,
        companion: true,
        size: box,
        stranger: true,
      });
      await page.goto(server.origin);
      await expect(page.locator(".cells-field")).toBeVisible();
      await seen(page, "start");
      await page.goto(`${pad.origin}/p/${pad.pad}#${pad.host_key}`);
      await page.locator("dialog[open] .field input").fill("Jana");
      await seen(page, "name");
      await page.locator("dialog[open] button[type=submit]").click();
      if (phone) {
        await expect(page.locator(".companion")).toBeVisible();
        await seen(page, "companion");
        await page.locator(".other-way").click();
      }
      await live(page);
      await seen(page, "pad");
      await text(page).click();
      await page.keyboard.type("/");
      await expect(page.locator(".bn-suggestion-menu, [role=listbox]").first()).toBeVisible();
      await seen(page, "slash");
      await page.keyboard.press("Backspace");
      await page.keyboard.type("some words");
      await page.locator(".menu > button").click();
      await seen(page, "more");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: words.pad.share, exact: true }).click();
      await expect(page.locator(".qr")).toBeVisible();
      await seen(page, "share");
      await closed(page);
      for (const line of ["people", "outline", "take", "bring", "language", "handOver"] as const) {
        await more(page, words.more[line]);
        await page.waitForLoadState("networkidle");
        await seen(page, line);
        await closed(page);
      }
      await page.locator(".chip").click();
      await expect(page.locator("dialog[open]")).toBeVisible();
      await seen(page, "life");
      await closed(page);
      await more(page, words.more.end);
      await seen(page, "end");
    });

    test(`knocking, the wall, and the end: ${tongue.name}, ${size}`, async ({ server, people }) => {
      const pad = await server.make();
      const theirs = [...theirsOf(server, pad.pad), pad.code];
      const seen = (page: Page, name: string) => look(page, tongue, `${name}-${size}`, theirs);
      const host = await come(people, tongue, { name: "Milo", phone, size: box });
      await host.goto(`${pad.origin}/p/${pad.pad}#${pad.host_key}`);
      await live(host);
      await call("PATCH", pad, { door: "knock" });
      const guest = await come(people, tongue, { name: "Jana", phone, size: box });
      await guest.goto(`${pad.origin}/j/${pad.code}`);
      await expect(guest.locator(".knocking")).toBeVisible();
      await seen(guest, "knock-guest");
      await expect(host.locator(".knock-card, .knock").first()).toBeVisible();
      await seen(host, "knock-host");
      const wall = await come(people, tongue, { name: "Milo", phone, size: box });
      await wall.goto(`${pad.origin}/wall/${pad.pad}#${pad.host_key}`);
      await expect(wall.locator(".wall .qr")).toBeVisible();
      await wall.mouse.move(20, 20);
      await seen(wall, "wall");
      await call("DELETE", pad);
      await expect(wall.locator(".wall-ended")).toBeVisible();
      await seen(wall, "wall-ended");
      await expect(host.locator(".card")).toBeVisible();
      await seen(host, "ended");
    });
  }
