/** Bringing something in: every kind of file, dropped or chosen, capsules with their history, and what does not come in. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { zipSync } from "fflate";
import * as Y from "yjs";
import { docxOf } from "../src/forms/docx/write";
import { odtOf } from "../src/forms/odt/write";
import { plantSeed, ROOT } from "../src/pad/seed";
import { lying } from "../test/files/lying";
import { block, RICH } from "../test/files/rich";
import { blocksOf } from "./clipboards";
import {
  converged,
  expect,
  linesOf,
  live,
  type MadePad,
  saved,
  test,
  text,
  write,
} from "./fixture";
import { shot, sizeOf, sizes } from "./shots";
import { sound } from "./sound";
import { comeIn } from "./stranger";

const ABOUT = { title: "kite-42", when: "24 November 2026, 14:32", language: "en" };

interface Given {
  name: string;
  mimeType: string;
  buffer: Buffer;
}
const given = (name: string, content: string | Uint8Array): Given => ({
  name,
  mimeType: "",
  buffer: Buffer.from(content as string),
});

async function openSheet(page: Page): Promise<void> {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Bring something in…" }).click();
  await expect(page.getByRole("heading", { name: "Bring something in" })).toBeVisible();
}

/** Drops a file on the open sheet, else on the text. */
const drop = (page: Page, name: string, content: number[]) =>
  page.evaluate(
    ({ name, content }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(content)], name));
      const at =
        document.querySelector("dialog[open] .drop") ?? document.querySelector(".bn-editor");
      for (const step of ["dragover", "drop"])
        at?.dispatchEvent(new DragEvent(step, { dataTransfer, bubbles: true, cancelable: true }));
    },
    { name, content },
  );

const choose = (page: Page, file: Given) => page.getByTestId("file").setInputFiles(file);

/** Brings a file, and says where it goes by the name of the button. */
async function bring(page: Page, file: Given, button: string, place?: string): Promise<void> {
  await openSheet(page);
  await choose(page, file);
  if (place) await page.getByRole("radio", { name: place }).check({ force: true });
  await page.getByRole("button", { name: button }).click();
  await expect(page.locator("dialog[open]")).toHaveCount(0, { timeout: 60_000 });
}

/** What a pad holds is the document that a capsule carried, struct by struct: nothing of it is new to the pad. */
async function sameDocument(pad: MadePad, carried: Uint8Array): Promise<void> {
  const [here, brought] = [new Y.Doc(), new Y.Doc()];
  Y.applyUpdate(brought, carried);
  const visit = await comeIn(pad, here);
  expect(here.getXmlFragment(ROOT).toJSON()).toBe(brought.getXmlFragment(ROOT).toJSON());
  const whole = Y.encodeStateAsUpdate(here);
  Y.applyUpdate(here, carried);
  expect(Y.encodeStateAsUpdate(here)).toEqual(whole);
  visit.destroy();
}

interface Seen {
  type: string;
  props?: { level?: number };
}
const kinds = (blocks: Seen[]) =>
  blocks.map(({ type, props }) => (type === "heading" ? `h${props?.level ?? 1}` : type));

for (const [name, make] of [
  ["minutes.docx", () => docxOf(RICH, ABOUT)],
  ["minutes.odt", async () => odtOf(RICH, ABOUT)],
] as const)
  test(`${name} comes in with its headings, lists, boxes, tables, marks and letters`, async ({
    server,
    people,
  }) => {
    const page = await people.open({ name: "Anna" }, await server.make());
    await openSheet(page);
    await choose(page, given(name, await make()));
    await expect(page.getByText(/ lines · 3 tick boxes/)).toBeVisible();
    await page.getByRole("button", { name: "Put it here" }).click();
    await expect(page.getByText(`${name} is in the text`)).toBeVisible();
    await expect(text(page)).toContainText("The smallest heading");
    const blocks = (await blocksOf(page)) as Seen[];
    expect(kinds(blocks).slice(0, 4)).toEqual(["h1", "paragraph", "h2", "bulletListItem"]);
    const json = JSON.stringify(blocks);
    for (const part of [
      '"checkListItem","props":{"checked":true}',
      '"type":"codeBlock"',
      '"type":"quote"',
      '"type":"divider"',
      '"colspan":2',
      '"rowspan":2',
      '"bold":true',
      '"italic":true',
      '"strike":true',
      "https://a.example/x_y?q=a&b=c#d",
      "שלום עולם",
      "👩‍👩‍👧 🏳️‍🌈",
      "1 < 2 && 3 > 2",
      "<script>alert(1)</script>",
    ])
      expect(json, part).toContain(part);
    expect(json).toContain(String.raw`fn main() {\n\tlet a = \"<b>&amp;\";  // two\n\n    end\n}`);
  });

test("a text goes to the end, into a new pad, or in the place of what is here, which undo brings back", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad, pad.host_key);
  const milo = await people.open({ name: "Milo" }, pad);
  await text(anna).click();
  await write(anna, "what is here");
  const file = given("plan.md", "# Plan\n\n- [x] tea\n- cups\n");
  await bring(anna, file, "Put it at the end");
  await expect.poll(() => linesOf(milo)).toEqual(["what is here", "Plan", "tea", "cups"]);
  await bring(
    anna,
    given("b.txt", "nothing else"),
    "Put it in place of this",
    "In place of this text",
  );
  await expect.poll(() => linesOf(milo)).toEqual(["nothing else"]);
  await text(anna).getByText("nothing else").click();
  await anna.keyboard.press("Control+z");
  await expect.poll(() => linesOf(milo)).toEqual(["what is here", "Plan", "tea", "cups"]);
  await openSheet(anna);
  await choose(anna, file);
  await anna.getByRole("radio", { name: "Into a new pad" }).check({ force: true });
  await anna.getByRole("button", { name: "Put it into a new pad" }).click();
  await expect(anna).not.toHaveURL(new RegExp(pad.pad));
  await live(anna);
  await expect.poll(() => linesOf(anna)).toEqual(["Plan", "tea", "cups"]);
});

test("a capsule goes on with its history: two who bring the same at once double nothing, and go on together", async ({
  server,
  people,
  folder,
}) => {
  const old = await server.make();
  const anna = await people.open({ name: "Anna" }, old);
  await text(anna).click();
  await write(anna, "# Sprint review\nfirst line\nSECRET-WORDS");
  for (let i = 0; i < "SECRET-WORDS".length; i += 1) await anna.keyboard.press("Backspace");
  await write(anna, "last line");
  await saved(anna);
  await anna.getByRole("button", { name: "More" }).click();
  await anna.getByRole("menuitem", { name: "Take it with you…" }).click();
  await anna.getByRole("radio", { name: "Capsule" }).check({ force: true });
  const [download] = await Promise.all([
    anna.waitForEvent("download"),
    anna.getByRole("button", { name: "Keep the capsule" }).click(),
  ]);
  await download.saveAs(`${folder}/c.html`);
  const html = await readFile(`${folder}/c.html`);
  const carried = Buffer.from(/capsule">([^<]+)</.exec(html.toString())?.[1] ?? "", "base64");
  expect(carried.includes("last line")).toBe(true);
  expect(html.includes("SECRET") || carried.includes("SECRET")).toBe(false);
  const reader = await anna.context().newPage();
  await reader.goto(`file://${folder}/c.html`);
  await expect(reader.getByText("first line")).toBeVisible();
  await sound(reader);
  await reader.close();
  const capsule = given(download.suggestedFilename(), html);

  const pad = await server.make();
  const [milo, jana] = [
    await people.open({ name: "Milo" }, pad),
    await people.open({ name: "Jana" }, pad),
  ];
  for (const page of [milo, jana]) {
    await openSheet(page);
    await choose(page, capsule);
    await expect(page.getByText("Two people who bring the same one double nothing.")).toBeVisible();
  }
  await Promise.all(
    [milo, jana].map((page) => page.getByRole("button", { name: "Put it here" }).click()),
  );
  for (const page of [milo, jana])
    await expect
      .poll(() => linesOf(page), { timeout: 20_000 })
      .toEqual(["Sprint review", "first line", "last line"]);
  await sameDocument(pad, carried);
  await live(milo);
  await write(milo, " goes on", "first line");
  await live(jana);
  await write(jana, " too", "last line");
  expect(await converged(milo, jana)).toEqual([
    "Sprint review",
    "first line goes on",
    "last line too",
  ]);

  await openSheet(milo);
  await choose(milo, capsule);
  await expect(milo.getByText("All of this capsule was here, and is written on")).toBeVisible();
  await expect(milo.getByRole("radio", { name: "At the end" })).toHaveCount(0);
  await milo.getByRole("button", { name: "Not now" }).click();

  await text(milo).getByText("first line goes on").click();
  await milo.keyboard.press("End");
  await milo.keyboard.press("Shift+Home");
  await milo.keyboard.press("Backspace");
  await milo.keyboard.press("Backspace");
  await expect.poll(() => linesOf(jana)).toEqual(["Sprint review", "last line too"]);
  await openSheet(jana);
  await choose(jana, capsule);
  await expect(
    jana.getByText("One line of it is deleted by now, and can come back."),
  ).toBeVisible();
  await jana.getByRole("button", { name: "Bring it back" }).click();
  await expect.poll(() => linesOf(milo)).toEqual(["Sprint review", "last line too", "first line"]);
});

test("a capsule that hundreds have written comes in whole", async ({ server, people }) => {
  const doc = new Y.Doc();
  plantSeed(doc, "b5fb3a3931891af4", null);
  const group = doc.getXmlFragment(ROOT).get(0) as Y.XmlElement;
  for (let i = 0; i < 300; i += 1) {
    doc.clientID = 10_000_000 + i; // a page has another one after each reload
    const [container, paragraph] = [
      new Y.XmlElement("blockContainer"),
      new Y.XmlElement("paragraph"),
    ];
    container.setAttribute("id", `line-${i}`);
    paragraph.insert(0, [new Y.XmlText(`line ${i}`)]);
    container.insert(0, [paragraph]);
    group.push([container]);
  }
  const capsule = given("many.yjs", Y.encodeStateAsUpdate(doc));
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const milo = await people.open({ name: "Milo" }, pad);
  await bring(anna, capsule, "Put it here");
  await expect(text(milo).getByText("line 299")).toBeAttached();
  expect(await converged(anna, milo)).toHaveLength(301);
  await live(anna);
  await write(anna, " goes on", "line 299");
  await expect(text(milo).getByText("line 299 goes on")).toBeAttached();
});

test("into a pad with text a capsule comes once, whoever brings it", async ({ server, people }) => {
  const old = await people.open({ name: "Anna" }, await server.make());
  await text(old).click();
  await write(old, "from the capsule");
  await old.getByRole("button", { name: "More" }).click();
  await old.getByRole("menuitem", { name: "Take it with you…" }).click();
  await old.getByRole("radio", { name: "Capsule" }).check({ force: true });
  const [download] = await Promise.all([
    old.waitForEvent("download"),
    old.getByRole("button", { name: "Keep the capsule" }).click(),
  ]);
  const capsule = given("c.html", await readFile(await download.path()));
  const pad = await server.make();
  const [milo, jana] = [
    await people.open({ name: "Milo" }, pad),
    await people.open({ name: "Jana" }, pad),
  ];
  await text(milo).click();
  await write(milo, "other text");
  await expect.poll(() => linesOf(jana)).toEqual(["other text"]);
  await bring(milo, capsule, "Put it at the end");
  await expect.poll(() => linesOf(jana)).toEqual(["other text", "from the capsule"]);
  await openSheet(jana);
  await choose(jana, capsule);
  await jana.getByRole("button", { name: "Put it at the end" }).click();
  await expect(jana.getByText("All of this capsule is here already.")).toBeVisible();
  expect(await linesOf(jana)).toEqual(["other text", "from the capsule"]);
});

/** A Yjs file with one line. */
function yjsFile(line: string): Given {
  const doc = new Y.Doc();
  plantSeed(doc, "b5fb3a3931891af4", null);
  const [first] = doc.getXmlFragment(ROOT).createTreeWalker((node) => node instanceof Y.XmlText);
  (first as unknown as Y.XmlText).insert(0, line);
  return given("c.yjs", Y.encodeStateAsUpdate(doc));
}

test("a capsule that comes late, after others have begun, stands below what they wrote", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.come({ name: "Anna" });
  const open: (() => void)[] = [];
  await anna.routeWebSocket(/\/ws\//, (socket) => {
    const server = socket.connectToServer();
    const opened = new Promise<void>((done) => open.push(done));
    socket.onMessage((frame) => void opened.then(() => server.send(frame)));
    server.onMessage((frame) => void opened.then(() => socket.send(frame)));
    if (open.length === 1) open[0]?.(); // the second one, in which the capsule comes, is slow
  });
  await anna.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
  await live(anna);
  const milo = await people.open({ name: "Milo" }, pad);
  await openSheet(anna);
  await choose(anna, yjsFile("from the capsule"));
  await anna.getByRole("button", { name: "Put it here" }).click();
  await expect.poll(() => open.length).toBe(2);
  await text(milo).click();
  await write(milo, "first of Milo\nsecond of Milo");
  await saved(milo);
  open[1]?.();
  await expect(anna.getByText("what you brought is at the end")).toBeVisible();
  expect(await converged(anna, milo)).toEqual([
    "first of Milo",
    "second of Milo",
    "from the capsule",
  ]);
});

test("without a connection nothing takes the place of a text that others may have begun", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const milo = await people.open({ name: "Milo" }, pad);
  for (const file of [yjsFile("from the capsule"), given("plan.md", "# Plan\n")]) {
    await openSheet(anna);
    await choose(anna, file);
    await expect(anna.getByRole("button", { name: "Put it here" })).toBeEnabled();
    await anna.context().setOffline(true);
    await expect(anna.getByRole("button", { name: "Put it here" })).toBeDisabled();
    await expect(anna.getByText("It can be put in when that is back.")).toBeVisible();
    await anna.context().setOffline(false);
    await expect(anna.getByRole("button", { name: "Put it here" })).toBeEnabled();
    await anna.getByRole("button", { name: "Not now" }).click();
  }
  await openSheet(anna);
  await choose(anna, given("plan.md", "# Plan\n"));
  await expect(anna.getByRole("button", { name: "Put it here" })).toBeEnabled();
  await text(milo).click();
  await write(milo, "meanwhile");
  await expect(text(anna)).toContainText("meanwhile");
  await anna.getByRole("button", { name: /^Put it/ }).click();
  await expect(text(milo)).toContainText("meanwhile");
});

test("a file that is dropped opens the sheet; what does not come in is named, with the reason", async ({
  server,
  people,
}) => {
  const page = await people.open({ name: "Anna" }, await server.make());
  await openSheet(page);
  await choose(page, given("plan.pdf", "%PDF-1.7"));
  await expect(page.getByText("plan.pdf is a PDF, which holds pages")).toBeVisible();
  await drop(page, "broken.docx", [...Buffer.from("PK\x03\x04 word/document.xml and no more")]);
  await expect(page.getByText("broken.docx can’t be read: it is damaged")).toBeVisible();
  const bomb = zipSync({ "word/document.xml": new Uint8Array(65 << 20) });
  await drop(page, "bomb.docx", [...bomb]);
  await expect(page.getByText("bomb.docx is 67 KB, or unpacks to far more")).toBeVisible();
  await drop(page, "liar.docx", [...lying(bomb, 1000)]);
  await expect(page.getByText("liar.docx can’t be read: it is damaged")).toBeVisible();
  await drop(page, "list.md", [...Buffer.from("- one\n- two\n")]);
  await page.getByRole("button", { name: "Put it here" }).click();
  await expect.poll(() => linesOf(page)).toEqual(["one", "two"]);
});

test("what can't be fetched and what fails while it is put in are said as what they are", async ({
  server,
  people,
}) => {
  const page = await people.open({ name: "Anna" }, await server.make());
  await page.route("**/unpack.worker*", (route) => route.abort());
  await openSheet(page);
  await choose(page, given("plan.docx", await docxOf(RICH, ABOUT)));
  await expect(page.getByText("What reads plan.docx could not be fetched")).toBeVisible();
  await page.evaluate(() => {
    const { setProperty } = CSSStyleDeclaration.prototype;
    CSSStyleDeclaration.prototype.setProperty = function (this: CSSStyleDeclaration, ...set) {
      if (set[0] === "content-visibility") throw new TypeError("a fault");
      setProperty.apply(this, set);
    };
  });
  await choose(page, given("list.md", "- one"));
  await page.getByRole("button", { name: "Put it here" }).click();
  await expect(page.getByText("Fadepad failed while it was put in")).toBeVisible();
});

test("a new pad begins with a file, and who reads brings nothing in", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.come({ name: "Anna" });
  await page.goto(`${server.origin}/new#${pad.host_key}`);
  await choose(page, given("agenda.md", "# Agenda\n\n1. Goal\n"));
  await expect(page.getByText("It begins with agenda.md.")).toBeVisible();
  await page.getByRole("button", { name: "Open the pad" }).click();
  await page.getByRole("button", { name: "Put it here" }).click();
  await expect.poll(() => linesOf(page)).toEqual(["Agenda", "Goal"]);
  const reader = await people.open({ name: "Jana" }, pad, pad.view_key);
  await reader.getByRole("button", { name: "More" }).click();
  await expect(reader.getByRole("menuitem", { name: "Take it with you…" })).toBeVisible();
  await expect(reader.getByRole("menuitem", { name: "Bring something in…" })).toHaveCount(0);
});

/** In each frame, how many of the blocks are laid out: those before the first that is not. */
function countShown(): void {
  const shown: number[] = [];
  Object.assign(window, { shown, lost: 0 });
  const look = () => {
    const blocks = document.querySelectorAll(".bn-editor > .bn-block-group > .bn-block-outer");
    const around = document.querySelector(".bn-editor")?.parentElement as Element;
    const { contentVisibility } = getComputedStyle(around); // whoever asked a block would have it styled
    let [from, to] = [0, contentVisibility === "hidden" ? 0 : blocks.length];
    while (from < to) {
      const half = (from + to) >> 1;
      if (blocks[half]?.firstElementChild?.checkVisibility()) from = half + 1;
      else to = half;
    }
    if (shown.at(-1) !== from) shown.push(from);
    const at = getSelection()?.anchorNode?.parentElement;
    const isHidden = from > 0 && at?.closest(".bn-block-outer") && !at.checkVisibility();
    if (isHidden) (window as unknown as { lost: number }).lost += 1;
    requestAnimationFrame(look);
  };
  look();
}

test("thousands of lines come to everyone, and are laid out some at a time", async ({
  server,
  people,
}) => {
  test.slow();
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const milo = await people.open({ name: "Milo" }, pad);
  const lines = Array.from({ length: 5000 }, (_, i) => `Line ${i} with *some* words`);
  await openSheet(anna);
  await anna.evaluate(countShown);
  await choose(anna, given("long.md", lines.join("\n\n")));
  await anna.getByRole("button", { name: "Put it here" }).click();
  await expect(anna.locator("dialog[open]")).toHaveCount(0, { timeout: 60_000 });
  const counted = () => anna.evaluate(() => (window as unknown as { shown: number[] }).shown);
  await expect.poll(async () => (await counted()).at(-1), { timeout: 60_000 }).toBe(5000);
  const shown = await counted();
  // a frame lays out a part of them: all at once, as they came in before, kept keys waiting for half a second
  for (const [i, count] of shown.entries())
    expect(count - (shown[i - 1] ?? 0)).toBeLessThanOrEqual(1000);
  // from a selection in what is not laid out Chromium would look for text that is, in each frame
  expect(await anna.evaluate(() => (window as unknown as { lost: number }).lost)).toBe(0);
  await expect(text(milo).getByText("Line 4999 with")).toBeAttached({ timeout: 60_000 });
  await expect(text(milo).locator("p")).toHaveCount(5000);
});

test("who has brought thousands of lines to the end types on where they were", async ({
  server,
  people,
}) => {
  test.slow();
  const pad = await server.make();
  const [anna, milo] = [
    await people.open({ name: "Anna" }, pad),
    await people.open({ name: "Milo" }, pad),
  ];
  await write(anna, "first\nsecond");
  await anna.keyboard.press("ArrowUp");
  const lines = Array.from({ length: 1500 }, (_, i) => `Line ${i}`);
  await drop(anna, "long.md", [...Buffer.from(lines.join("\n\n"))]);
  await anna.getByRole("button", { name: "Put it at the end" }).click();
  await expect(anna.locator("dialog[open]")).toHaveCount(0, { timeout: 60_000 });
  await expect(text(anna)).toBeFocused();
  await anna.keyboard.type(" goes on");
  await expect(text(anna).locator("p:visible")).toHaveCount(1502, { timeout: 60_000 });
  await expect
    .poll(async () => (await linesOf(milo)).slice(0, 3), { timeout: 60_000 })
    .toEqual(["first goes on", "second", "Line 0"]);
  await expect(text(milo).locator("p")).toHaveCount(1502);
});

for (const who of sizes()) {
  const size = sizeOf(who);
  test(`the sheet for bringing in is sound, and needs no scrolling on a desktop (${size})`, async ({
    server,
    people,
  }) => {
    const page = await people.open(who, await server.make());
    await text(page).click();
    await write(page, "# Sprint review, 22 November\n");
    await openSheet(page);
    await sound(page);
    await shot(page, `bring-off-${size}`);
    const minutes = [
      block("checkListItem", { checked: false }, ["a box"]),
      block("paragraph", {}, ["a line"]),
    ];
    await choose(page, given("minutes-15-november.docx", await docxOf(minutes, ABOUT)));
    await expect(page.getByText("3 lines · 1 tick box")).toBeVisible();
    await sound(page);
    await shot(page, `bring-${size}`);
    const [high, shown] = await page
      .locator("dialog[open]")
      .evaluate((box) => [box.scrollHeight, box.clientHeight]);
    if (!who.phone) expect(high).toBe(shown);
  });
}
