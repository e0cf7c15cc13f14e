/**
 * What leaves a pad in which somebody has written scripts, and where names get: no browser that opens it runs anything, and
 * the letters are there.
 */
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import * as Y from "yjs";
import { aliveIn } from "../../test/alive";
import { isLink, presences, scripts, WORDS } from "../../test/binding/scripts";
import { expect, keepMarkdown, test, text } from "../fixture";
import { comeIn } from "../stranger";
import { look, put } from "./attacker";
import { Honest } from "./honest";
import { watch } from "./watch";

test.describe.configure({ timeout: 180_000 });

const timesIn = (letters: string): number => letters.split(WORDS).length - 1;
const MANY = Object.keys(scripts()).length;

/** What lies on the clipboard, as a page that is pasted into gets it. */
async function pasted(page: Page): Promise<{ html: string; plain: string }> {
  const other = await page.context().newPage();
  await other.setContent("<textarea></textarea>");
  await other.evaluate(() =>
    addEventListener("paste", ({ clipboardData }) =>
      Object.assign(window, {
        got: {
          html: clipboardData?.getData("text/html"),
          plain: clipboardData?.getData("text/plain"),
        },
      }),
    ),
  );
  await other.locator("textarea").focus();
  await other.keyboard.press("Control+v");
  const got = await other.evaluate(
    () => (window as unknown as { got: { html: string; plain: string } }).got,
  );
  await other.close();
  return got;
}

const downloaded = async (page: Page, press: () => Promise<void>): Promise<string> => {
  const [file] = await Promise.all([page.waitForEvent("download"), press()]);
  return file.path();
};

test("a kept page, a file, the clipboard and a print have the letters of every script, and run none", async ({
  server,
  people,
  folder,
}) => {
  const pad = await server.make();
  const anna = await Honest.open(people, pad, "Anna");
  const { page } = anna;
  await text(page).click();
  await page.keyboard.type("Anna:");
  const doc = await look(pad);
  const villain = await comeIn(pad, doc);
  put(doc, Object.entries(scripts()));
  await expect.poll(async () => timesIn(await text(page).innerText())).toBeGreaterThan(MANY / 2);
  await anna.sees([anna], "the scripts");

  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  const { html, plain } = await pasted(page);
  expect(timesIn(plain)).toBeGreaterThanOrEqual(MANY);
  expect(
    await page.evaluate(
      `(${aliveIn.toString()})(new DOMParser().parseFromString(${JSON.stringify(html)}, "text/html").body)`,
    ),
  ).toEqual([]);

  const menu = (item: string) => async () => {
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: item }).click();
  };
  const markdown = await readFile(await downloaded(page, () => keepMarkdown(page)), "utf8");
  expect(timesIn(markdown)).toBeGreaterThanOrEqual(MANY);

  await page.emulateMedia({ media: "print" });
  const printed = (await page.pdf()).toString("latin1");
  expect(printed).not.toMatch(/\/JavaScript|\/JS\b|\/URI \((javascript|data|vbscript)/i);
  await page.emulateMedia({ media: "screen" });
  await anna.sees([anna], "the copies");

  await menu("Leave")();
  const file = `${folder}/kept.html`;
  const kept = await readFile(
    await downloaded(page, () => page.getByRole("button", { name: "Keep a web page" }).click()),
    "utf8",
  );
  await writeFile(file, kept);
  const reader = await people.come({ name: "Reader" });
  const watched = await watch(reader, "null");
  await reader.goto(pathToFileURL(file).href);
  expect(timesIn((await reader.locator("body").textContent()) ?? "")).toBeGreaterThanOrEqual(MANY);
  for (const each of await reader.locator("a[href]").all())
    expect(await each.getAttribute("href")).toMatch(/^https?:|^(?![a-z]+:)/i);
  expect(await reader.locator("main").evaluate(aliveIn)).toEqual([]);
  await watched("the kept page");
  villain.destroy();
});

test("a click on any link of these opens no script and no page in itself", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await Honest.open(people, pad, "Anna");
  const { page } = anna;
  const opened: string[] = [];
  await page.context().route(/a\.invalid|elsewhere\.invalid/, (route) => route.abort());
  page.on("popup", (popup) => {
    opened.push(popup.url());
    void popup.close().catch(() => {});
  });
  await text(page).click();
  await page.keyboard.type("Anna:");
  const doc = await look(pad);
  const villain = await comeIn(pad, doc);
  put(
    doc,
    Object.entries(scripts()).filter(([name]) => isLink(name)),
  );
  const lines = text(page).locator(".bn-inline-content", { hasText: WORDS });
  await expect(lines.first()).toBeVisible();
  for (const line of await lines.all()) {
    await line.hover();
    await line.click({ position: { x: 20, y: 10 } });
    await line.click({ position: { x: 20, y: 10 }, modifiers: ["Control"] });
  }
  for (const url of opened) expect(url).toMatch(/^($|about:blank$|chrome-error:|https?:)/);
  await anna.sees([anna], "the clicks");
  villain.destroy();
});

test("what somebody calls himself is letters: in list, caret and wall, in the terminal and in --json", async ({
  serve,
  people,
}) => {
  const server = await serve();
  const { pad } = server;
  const [anna, wall] = [
    await Honest.open(people, pad, "Anna"),
    await people.come({ name: "Wall", dark: true }),
  ];
  const onWall = await watch(wall, pad.origin);
  await wall.goto(`${pad.origin}/wall/${pad.pad}#${pad.host_key}`);
  await expect(wall.locator(".wall")).toHaveAttribute("data-connection", "live");
  await text(anna.page).click();
  await anna.page.keyboard.type("Anna:");
  for (const [name, state] of Object.entries(presences())) {
    const villain = await comeIn(pad, new Y.Doc());
    villain.awareness.setLocalState(state);
    await anna.type("on");
    await anna.page.locator(".avatars").click();
    await expect(anna.page.getByRole("heading", { name: "People here" })).toBeVisible();
    expect(await anna.page.locator(".people").evaluate(aliveIn), name).toEqual([]);
    await anna.page.keyboard.press("Escape");
    await anna.comeHome();
    expect(
      await wall
        .locator("body")
        .evaluate(aliveIn)
        .then((all) => all.filter((each) => !/^(SCRIPT|LINK|STYLE)/.test(each))),
      name,
    ).toEqual([]);
    await anna.sees([anna], name);
    await onWall(name);
    villain.destroy();
  }
  for (const line of server.said) {
    expect(() => JSON.parse(line), line).not.toThrow();
    expect(line).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
  }
  expect(server.said.length).toBeGreaterThan(0);
});
