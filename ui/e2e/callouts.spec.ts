/** Callouts: put by the "/" menu, turned by the line's menu, there for everyone, in every form and for every eye. */
import type { Page } from "@playwright/test";
import { docxOf } from "../src/forms/docx/write";
import { odtOf } from "../src/forms/odt/write";
import { block } from "../test/files/rich";
import { expect, linesOf, test, text, write } from "./fixture";
import { shot } from "./shots";
import { sound } from "./sound";
import { noSidewaysScroll } from "./touch";

const KINDS = ["note", "tip", "important", "warning", "caution"];
const callout = (page: Page, kind: string) => text(page).locator(`[data-callout="${kind}"]`);
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** One of each kind, by the "/" menu. */
async function putAll(page: Page): Promise<void> {
  for (const kind of KINDS) {
    await page.keyboard.type(`/${kind}`);
    await expect(page.getByRole("option", { selected: true })).toContainText(new RegExp(kind, "i"));
    await press(page, "Enter");
    await page.keyboard.type(`Words of a ${kind}`);
    await press(page, "Enter");
  }
}

test("the “/” menu puts a callout, two type in it at once, and the line's menu makes it another and a line again", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.open({ name: "Anna" }, pad);
  await text(page).click();
  await page.keyboard.type("/warn");
  await expect(page.getByRole("option", { name: "Warning" })).toBeVisible();
  await press(page, "Enter");
  await page.keyboard.type("mind the step");
  await expect(callout(page, "warning")).toHaveText("mind the step");
  await expect(page.getByRole("note", { name: "Warning" })).toBeVisible();

  const bert = await people.open({ name: "Bert" }, pad);
  await callout(bert, "warning").click();
  await press(bert, "Home");
  await Promise.all([
    page.keyboard.type(" on your way out", { delay: 20 }),
    bert.keyboard.type("please ", { delay: 20 }),
  ]);
  await expect.poll(() => linesOf(page)).toEqual(["please mind the step on your way out"]);
  await expect.poll(() => linesOf(bert)).toEqual(["please mind the step on your way out"]);

  await press(page, "Shift+F10", "ArrowRight");
  await expect(page.getByRole("menuitemradio", { checked: true })).toHaveText("Warning");
  await page.getByRole("menuitemradio", { name: "Tip" }).click();
  await expect(callout(bert, "tip")).toContainText("please mind the step on your way out");
  await press(page, "Control+Alt+q");
  await expect(callout(bert, "tip")).toHaveCount(0);
  await expect(text(bert).locator('[data-content-type="quote"]')).toHaveCount(1);
  await press(page, "Control+z");
  await expect(callout(bert, "tip")).toHaveCount(1);
  await press(page, "Control+Alt+0");
  await expect(text(bert).locator('[data-content-type="paragraph"]').first()).toContainText(
    "please mind",
  );
  await page.keyboard.type("!");
  await expect.poll(() => linesOf(bert)).toEqual(["please mind the step on your way out!"]);
});

test("the server gives callouts as Markdown and as a page, and takes them by Markdown", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.open({ name: "Anna" }, pad);
  await text(page).click();
  await putAll(page);
  const read = async (form: string) => {
    const headers = { Authorization: `Bearer ${pad.edit_key}` };
    return (await fetch(`${pad.origin}/p/${pad.pad}.${form}`, { headers })).text();
  };
  await expect.poll(() => read("md")).toContain("> [!CAUTION]\n> Words of a caution");
  expect(await read("md")).toContain("> [!NOTE]\n> Words of a note");
  expect(await read("html")).toContain('<blockquote data-callout="tip"');
  await fetch(`${pad.origin}/api/v1/pads/${pad.pad}/append`, {
    method: "POST",
    headers: { Authorization: `Bearer ${pad.edit_key}`, "Content-Type": "text/markdown" },
    body: "> [!IMPORTANT]\n> by REST\n",
  });
  await expect(callout(page, "important").last()).toHaveText("by REST");
});

for (const dark of [false, true])
  test(`callouts can be read, and are told, ${dark ? "on a dark phone" : "on a light desktop"}`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const page = await people.open({ name: "Anna" }, pad);
    await text(page).click();
    await putAll(page);
    await write(page, "a line below");
    const seen = dark ? await people.open({ name: "Jana", phone: true, dark }, pad) : page;
    await expect(callout(seen, "caution")).toBeVisible();
    const sign = callout(seen, "tip").locator("blockquote");
    await expect
      .poll(() => sign.evaluate((each) => getComputedStyle(each, "::before").maskImage))
      .toContain("svg");
    await sound(seen);
    await noSidewaysScroll(seen);
    await shot(seen, `callouts-${dark ? "phone-dark" : "desktop-light"}`);
  });

test("from right to left the sign stands at the right, and a print has the colours", async ({
  server,
  people,
}) => {
  const page = await people.open({ name: "Ali", locale: "ar" }, await server.make());
  await text(page).click();
  await page.keyboard.type("/warning");
  await expect(page.getByRole("listbox")).toBeVisible();
  await press(page, "Enter");
  await page.keyboard.type("انتبه إلى الدرجة");
  const quote = callout(page, "warning").locator("blockquote");
  await expect(quote).toHaveText("انتبه إلى الدرجة");
  const { paddingLeft, paddingRight } = await quote.evaluate((each) => {
    const { paddingLeft: left, paddingRight: right } = getComputedStyle(each);
    return { paddingLeft: parseFloat(left), paddingRight: parseFloat(right) };
  });
  expect(paddingRight).toBeGreaterThan(paddingLeft);
  await shot(page, "callouts-arabic");
  await page.emulateMedia({ forcedColors: "active" });
  await shot(page, "callouts-forced");
  expect(await quote.evaluate((each) => getComputedStyle(each).borderTopStyle)).toBe("solid");
});

test("callouts come in by Word and OpenDocument files, and a copy of them comes back", async ({
  server,
  people,
}) => {
  const about = { title: "kite", when: "30 November 2026", language: "en" };
  const blocks = KINDS.map((callout) => block("quote", { callout }, [`A ${callout}`]));
  for (const [name, bytes] of [
    ["a.docx", await docxOf(blocks, about)],
    ["a.odt", odtOf(blocks, about)],
  ] as const) {
    const page = await people.open({ name: "Anna" }, await server.make());
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Bring something in…" }).click();
    const file = { name, mimeType: "", buffer: Buffer.from(bytes) };
    await page.getByTestId("file").setInputFiles(file);
    await page.getByRole("button", { name: "Put it here" }).click();
    for (const kind of KINDS) await expect(callout(page, kind)).toHaveText(`A ${kind}`);
    await text(page).click();
    await press(page, "Control+a", "Control+c");
    const other = await page.context().newPage();
    const pad = await server.make();
    await other.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
    await text(other).click();
    await press(other, "Control+v");
    for (const kind of KINDS) await expect(callout(other, kind)).toHaveText(`A ${kind}`);
  }
});
