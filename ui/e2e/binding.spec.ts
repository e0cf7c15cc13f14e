/** Two hands at one spot, with real keys: each letter once, each word whole. */
import type { Page } from "@playwright/test";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { converged, expect, linesOf, test, text, write } from "./fixture";

/** Types in turns with pauses, as people do at the same time. */
const types = (page: Page, words: string, delay = 60) => page.keyboard.type(words, { delay });
const reads = (page: Page, line: string) =>
  expect.poll(async () => (await linesOf(page)).join("|")).toBe(line);

const presses = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test("two who type at one spot of an empty pad get both words whole", async ({
  server,
  people,
}) => {
  for (let round = 0; round < 3; round++) {
    const pad = await server.make();
    const [anna, milo] = [
      await people.open({ name: "Anna" }, pad),
      await people.open({ name: "Milo", phone: true }, pad),
    ];
    await Promise.all([text(anna).click(), text(milo).click()]);
    await Promise.all([types(anna, "alpha"), types(milo, "beta")]);
    const [line] = await converged(anna, milo);
    expect(["alphabeta", "betaalpha"]).toContain(line);
    await Promise.all([anna.close(), milo.close()]);
  }
});

test("whole words at one spot, as phones send them, stay whole", async ({ server, people }) => {
  const pad = await server.make();
  const [anna, milo] = [
    await people.open({ name: "Anna", phone: true }, pad),
    await people.open({ name: "Milo", phone: true }, pad),
  ];
  await Promise.all([text(anna).click(), text(milo).click()]);
  for (const page of [anna, milo]) await page.context().setOffline(true);
  await anna.keyboard.insertText("alpha");
  await milo.keyboard.insertText("beta");
  for (const page of [anna, milo]) await page.context().setOffline(false);
  await expect(async () => {
    const [line] = await converged(anna, milo);
    expect(["alphabeta", "betaalpha"]).toContain(line);
  }).toPass({ timeout: 20_000 });
});

const rowsOf = (page: Page) =>
  text(page)
    .locator("table tr")
    .evaluateAll((rows) => rows.map((row) => row.querySelectorAll("td, th").length));

/** One more row or column, by the button at the table's edge. */
const add = async (page: Page, name: string) => {
  await text(page).locator("td, th").last().hover();
  await page.locator(`.bn-extend-button-${name}`).click();
};

test("a table to which two add at once is the union of both, and stays so", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const [anna, milo] = [
    await people.open({ name: "Anna" }, pad),
    await people.open({ name: "Milo" }, pad),
  ];
  await text(anna).click();
  await types(anna, "/table", 40);
  await expect(anna.locator(".bn-suggestion-menu")).toBeVisible();
  await anna.keyboard.press("Enter");
  await expect(text(milo).locator("table")).toBeVisible();
  const before = await rowsOf(milo);
  for (const page of [anna, milo]) await page.context().setOffline(true);
  await add(anna, "add-remove-columns");
  await add(milo, "add-remove-rows");
  for (const page of [anna, milo]) await page.context().setOffline(false);
  const whole = Array.from({ length: before.length + 1 }, () => (before[0] as number) + 1);
  for (const page of [anna, milo])
    await expect(async () => expect(await rowsOf(page)).toEqual(whole)).toPass({ timeout: 20_000 });
  await text(anna).locator("td, th").first().click();
  await text(milo).locator("td, th").nth(1).click();
  await Promise.all([types(anna, "aaaa"), types(milo, "bbbb")]);
  await converged(anna, milo);
  for (const page of [anna, milo]) expect(await rowsOf(page)).toEqual(whole);
});

test("a word that one composes stays one where others' carets come into its line and leave it", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const [anna, milo, olga] = [
    await people.open({ name: "Anna" }, pad),
    await people.open({ name: "Milo" }, pad),
    await people.open({ name: "Olga" }, pad),
  ];
  await text(anna).click();
  await write(anna, "start end");
  for (const page of [milo, olga]) await expect(text(page)).toContainText("start end");
  for (let i = 0; i < 4; i++) await anna.keyboard.press("ArrowLeft");
  const input = await anna.context().newCDPSession(anna);
  const compose = (letters: string) =>
    input.send("Input.imeSetComposition", {
      text: letters,
      selectionStart: letters.length,
      selectionEnd: letters.length,
    });
  await compose("み");
  await reads(milo, "startみ end");
  // a caret in the midst of the composed word, one before it, words marked around it, and away again
  const acts: [string, () => Promise<unknown>][] = [
    ["みず", () => text(milo).locator(".bn-inline-content").first().click()],
    ["みずう", () => presses(milo, "End", ...Array(4).fill("ArrowLeft"))],
    ["みずうみ", () => presses(milo, "ArrowLeft", "ArrowLeft")],
    ["みずうみは", () => milo.keyboard.press("Shift+Home")],
    ["みずうみはま", () => milo.keyboard.press("Shift+End")],
    ["みずうみはまべ", () => milo.evaluate(() => (document.activeElement as HTMLElement).blur())],
  ];
  for (const [letters, act] of acts) {
    await act();
    await compose(letters);
    await reads(olga, `start${letters} end`);
  }
  await input.send("Input.insertText", { text: "湖" });
  expect(await converged(anna, milo, olga)).toEqual(["start湖 end"]);
  await text(milo).click();
  await expect(anna.locator(".cursor-caret")).toHaveCount(2);
});

test("while one composes a word, what others do in that line waits and nothing is torn", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const [anna, milo] = [
    await people.open({ name: "Anna" }, pad),
    await people.open({ name: "Milo" }, pad),
  ];
  await text(anna).click();
  await write(anna, "start end");
  await expect(text(milo)).toContainText("start end");
  for (let i = 0; i < 4; i++) await anna.keyboard.press("ArrowLeft");
  const input = await anna.context().newCDPSession(anna);
  const compose = (letters: string) =>
    input.send("Input.imeSetComposition", {
      text: letters,
      selectionStart: letters.length,
      selectionEnd: letters.length,
    });
  await compose("み");
  await compose("みず");
  await text(milo).locator(".bn-inline-content").first().click();
  await milo.keyboard.press("Home");
  await milo.keyboard.type("M ");
  await milo.keyboard.press("End");
  for (let i = 0; i < 4; i++) await milo.keyboard.press("ArrowLeft");
  await milo.keyboard.press("Enter");
  await expect.poll(async () => (await linesOf(milo)).length).toBe(2);
  await compose("みずう");
  await compose("みずうみ");
  await input.send("Input.insertText", { text: "湖" });
  const lines = await converged(anna, milo);
  const all = lines.join("|");
  expect(all.match(/湖/g)).toHaveLength(1);
  expect(all).not.toMatch(/[みずう]/);
  expect(all.replace(/[湖|]/g, "").replaceAll(" ", "")).toBe("Mstartend");
});

test("composing goes on while others write elsewhere", async ({ server, people }) => {
  const pad = await server.make();
  const [anna, milo] = [
    await people.open({ name: "Anna" }, pad),
    await people.open({ name: "Milo" }, pad),
  ];
  await text(anna).click();
  await write(anna, "one\ntwo");
  await expect(text(milo)).toContainText("two");
  const input = await anna.context().newCDPSession(anna);
  const compose = (letters: string) =>
    input.send("Input.imeSetComposition", {
      text: letters,
      selectionStart: letters.length,
      selectionEnd: letters.length,
    });
  await text(milo).locator(".bn-inline-content").first().click();
  await milo.keyboard.press("End");
  for (const letters of ["k", "か", "かn", "かん", "かんj", "かんじ"]) {
    await compose(letters);
    await milo.keyboard.type("x");
  }
  await expect(text(anna)).toContainText("onexxxxxx");
  await input.send("Input.insertText", { text: "漢字" });
  expect(await converged(anna, milo)).toEqual(["onexxxxxx", "two漢字"]);
});

test("a block of another program is a grey one, stays in the pad, and can be removed", async ({
  server,
  people,
}, info) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await write(anna, "before\n");
  const doc = new Y.Doc();
  const options = {
    params: { key: pad.edit_key },
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
  };
  const other = new WebsocketProvider(
    `${pad.origin.replace("http", "ws")}/ws`,
    pad.pad,
    doc,
    options,
  );
  await expect.poll(() => doc.getXmlFragment("blocknote").toString()).toContain("before");
  const group = doc.getXmlFragment("blocknote").get(0) as Y.XmlElement;
  doc.transact(() => {
    const [container, hologram, bad] = [
      new Y.XmlElement("blockContainer"),
      new Y.XmlElement("hologram"),
      new Y.XmlElement("heading"),
    ];
    container.setAttribute("id", "far");
    hologram.insert(0, [new Y.XmlText("words of light")]);
    container.insert(0, [hologram]);
    bad.setAttribute("level", "x");
    const line = new Y.XmlElement("blockContainer");
    line.insert(0, [bad]);
    bad.insert(0, [new Y.XmlText("a heading out of range")]);
    group.insert(1, [container, line, new Y.XmlText("loose letters") as never]);
  });
  const grey = text(anna).locator(".misfit");
  await expect(grey).toHaveCount(2);
  await expect(grey.first()).toContainText("This part can’t be shown here");
  await expect(text(anna)).toContainText("a heading out of range");
  await info.attach("grey", {
    body: await anna.screenshot({ path: process.env.SHOT }),
    contentType: "image/png",
  });
  await write(anna, " and on", "before");
  await expect.poll(() => doc.getXmlFragment("blocknote").toString()).toContain("and on");
  expect(doc.getXmlFragment("blocknote").toString()).toContain("words of light");
  await grey.first().getByRole("button", { name: "Remove" }).click();
  await expect.poll(() => doc.getXmlFragment("blocknote").toString()).not.toContain("hologram");
  await expect(grey).toHaveCount(1);
  other.destroy();
});
