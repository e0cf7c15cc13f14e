/** Taking the text along: every form from one sheet, without a network, and what comes out read by other programs. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { convertToHtml } from "mammoth";
import * as Y from "yjs";
import { pdfText } from "../test/files/readers";
import { expect, saved, test, text, write } from "./fixture";
import { sound } from "./sound";
import { shot, sizeOf, sizes } from "./shots";

const WORDS =
  "# Sprint review, 22 November\n[] Ask legal about the map tiles @Jana\nRetro moves to Monday, 10:00\n\n" +
  "!decision Pictures are turned in a worker.\n?question Who has the old tablets\nplain words\n";

async function fill(page: Page): Promise<void> {
  await text(page).click();
  await write(page, WORDS);
  await page.getByRole("checkbox").last().click();
}

async function openSheet(page: Page): Promise<void> {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Take it with you…" }).click();
  await expect(page.getByRole("heading", { name: "Take it with you" })).toBeVisible();
}

/** What comes out of the sheet in this form. */
async function kept(page: Page, form: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole("radio", { name: new RegExp(`^${form}`) }).check({ force: true });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /^Keep the/ }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("every form comes out of one sheet, also when the network is gone once it is open", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.open({ name: "Anna" }, pad, pad.host_key);
  await fill(page);
  await saved(page);
  await openSheet(page);
  await expect(page.getByRole("radio", { name: "Markdown" })).toBeFocused();
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);

  const markdown = await kept(page, "Markdown");
  expect(markdown.name).toBe(`${pad.pad}.md`);
  expect(markdown.bytes.toString()).toContain("- [ ] Ask legal about the map tiles @Jana");

  const word = await kept(page, "Word");
  expect(word.name).toBe(`${pad.pad}.docx`);
  const { value } = await convertToHtml({ buffer: word.bytes });
  expect(value).toContain("Sprint review, 22 November</h1>");
  expect(value).toMatch(/<input type="checkbox" checked="checked" ?\/> Retro moves/);

  const odt = await kept(page, "OpenDocument");
  expect(odt.bytes.subarray(30, 77).toString()).toContain(
    "mimetypeapplication/vnd.oasis.opendocument.text",
  );

  const html = await kept(page, "Web page");
  expect(html.bytes.toString()).toContain(
    'dir="auto" data-fadepad="">Sprint review, 22 November</h1>',
  );

  const words = await kept(page, "Plain text");
  expect(words.bytes.toString()).toContain("- [x] Retro moves to Monday, 10:00\n");

  const doc = new Y.Doc();
  Y.applyUpdate(doc, (await kept(page, "Yjs file")).bytes);
  expect(doc.getXmlFragment("blocknote").toString()).toContain("plain words");
});

test("with the digest on top a file begins with what is open, done, decided and asked, and names who is here only when asked", async ({
  server,
  people,
}) => {
  const page = await people.open({ name: "Anna Krause" }, await server.make());
  await fill(page);
  await openSheet(page);
  await expect(page.getByText("The file begins with the text.")).toBeVisible();
  await page.getByRole("switch", { name: "Digest on top" }).click();
  const digest = page.getByRole("region", { name: "Digest on top" });
  await expect(digest).toContainText("Open, 1Ask legal about the map tiles @Jana");
  await expect(digest).toContainText("DecidedPictures are turned in a worker.");
  await expect(digest).not.toContainText("Anna");

  const without = (await kept(page, "Markdown")).bytes.toString();
  expect(without).not.toContain("Anna");
  expect(without.match(/# Sprint review/g)).toHaveLength(1);
  await page.getByRole("switch", { name: "Name who is here" }).click();
  const { bytes } = await kept(page, "Markdown");
  expect(bytes.toString()).toMatch(
    /^# Sprint review, 22 November\n\n.* to \d\d:\d\d · Anna Krause\n\n### Open, 1\n\n- \[ \] Ask legal.*\n\n### Done, 1\n\n- \[x\] Retro.*\n\n### Decided\n\n- Pictures are turned in a worker\.\n\n### Question\n\n- Who has the old tablets\n\n---\n\n- \[ \] Ask/,
  );
});

test("who leaves last finds every form, also from the last call", async ({ server, people }) => {
  const page = await people.open({ name: "Anna" }, await server.make());
  await fill(page);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Leave" }).click();
  await expect(page.getByRole("heading", { name: "You are the last one here" })).toBeVisible();
  await sound(page);
  await page.getByRole("button", { name: "Other forms…" }).click();
  expect((await kept(page, "Word")).name).toMatch(/\.docx$/);
});

test("a Word file whose maker can’t be fetched is Markdown at once, and comes when it can", async ({
  server,
  people,
}) => {
  const page = await people.open({ name: "Anna" }, await server.make());
  await fill(page);
  const maker = "**/office.worker*";
  await page.context().route(maker, (route) => route.abort());
  const [refused] = await Promise.all([page.waitForEvent("requestfailed"), openSheet(page)]);
  expect(refused.url()).toContain("office.worker");
  expect((await kept(page, "Word")).name).toMatch(/\.md$/);
  await page.context().unroute(maker);
  expect((await kept(page, "Word")).name).toMatch(/\.docx$/);
});

test("the digest alone goes into a table, a calendar and a mail", async ({ server, people }) => {
  const page = await people.open({ name: "Anna" }, await server.make());
  await text(page).click();
  await write(
    page,
    "[] Ask legal @Jana by 2027-01-31, 10:00\n\n!decision Pictures are turned in a worker.",
  );
  await openSheet(page);
  await page.getByRole("switch", { name: "Digest on top" }).click();
  const file = async (button: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).click(),
    ]);
    return (await readFile(await download.path())).toString();
  };
  expect(await file("As a table")).toContain(
    'Open,"Ask legal @Jana by 2027-01-31, 10:00",Jana,2027-01-31 10:00\r\n',
  );
  expect(await file("1 date for a calendar")).toContain("DTSTART:20270131T100000\r\n");
  const mail = await page.getByRole("link", { name: "By mail" }).getAttribute("href");
  expect(decodeURIComponent(mail ?? "")).toMatch(
    /^mailto:\?subject=.*&body=[^]*Decided\r\n- Pictures are turned/,
  );
});

test("a print is a clean sheet with title, date and links, and is gone again when it is done", async ({
  server,
  people,
}) => {
  const page = await people.open({ name: "Anna", dark: true }, await server.make());
  await fill(page);
  await openSheet(page);
  await page.evaluate(
    () => (window.print = () => (document.body.dataset.printed = document.title)),
  );
  await page.getByRole("radio", { name: "PDF" }).check({ force: true });
  await page.getByRole("button", { name: "Print, or keep a PDF" }).click();
  await expect(page.locator("body")).toHaveAttribute("data-printed", "Sprint review, 22 November");
  const sheet = page.locator(".print-sheet");
  await expect(sheet).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(sheet).toBeVisible();
  await expect(page.locator("#app")).toBeHidden();
  await expect(sheet.locator("h1")).toHaveCSS("color", "rgb(29, 28, 26)");
  await expect(sheet.locator("time")).toHaveText(
    new RegExp(`${new Date().getFullYear()}, \\d\\d:\\d\\d$`),
  );
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(sheet).toHaveCount(0);
});

test("a printed text has its title and date on every page, its links, no short table that is cut, and the head of a long one again", async ({
  server,
  people,
}) => {
  const page = await people.open({ name: "Anna" }, await server.make());
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Bring something in…" }).click();
  const rows = Array.from(
    { length: 9 },
    (_, i) => `| row ${i} | [a link](https://a.example/${i}) |`,
  ).join("\n");
  const words = Array.from({ length: 52 }, (_, i) => `Line ${i} of the text.`).join("\n\n");
  const many = Array.from(
    { length: 60 },
    (_, i) => `| each ${i} | ${i} | ${"a remark ".repeat(9)}|`,
  );
  const long = `| Name | Amount | Remark |\n|---|---|---|\n${many.join("\n")}`;
  const code = Array.from({ length: 70 }, (_, i) => `code ${i}`).join("\n");
  const markdown =
    `# A long plan\n\n${words}\n\n| one | two |\n|---|---|\n${rows}\n\n${words}\n\n${long}\n\n` +
    `\`\`\`\n${code}\n\`\`\`\n\nשלום, the last line\n`;
  await page
    .getByTestId("file")
    .setInputFiles({ name: "a.md", mimeType: "", buffer: Buffer.from(markdown) });
  await page.getByRole("button", { name: "Put it here" }).click();
  await expect(text(page)).toContainText("the last line");
  await openSheet(page);
  await page.evaluate(() => (window.print = () => (document.body.dataset.printed = "yes")));
  await page.getByRole("radio", { name: /^PDF/ }).check({ force: true });
  await page.getByRole("button", { name: "Print, or keep a PDF" }).click();
  await expect(page.locator("body")).toHaveAttribute("data-printed", "yes");
  const pdf = await page.pdf({ format: "A4" });
  const pages = pdfText(pdf)
    .split("\f")
    .filter((each) => each.trim());
  expect(pages.length).toBeGreaterThanOrEqual(3);
  for (const each of pages) expect(each).toMatch(/^\s*A long plan .*\d{4}, \d\d:\d\d/);
  const table = pages.filter((each) => each.includes("row 0") || each.includes("row 8"));
  expect(table).toHaveLength(1);
  expect(pdf.toString("latin1").match(/https:\/\/a\.example\/\d/g)).toHaveLength(9);
  const heads = pages.filter((each) => /each \d+/.test(each));
  expect(heads.length).toBeGreaterThanOrEqual(2);
  for (const each of heads) expect(each).toMatch(/Name +Amount +Remark/); // also no word is broken for a wide column
  // what is longer than a page begins where it stands, and leaves none half empty
  for (const each of pages.slice(0, -1))
    expect(each.split("\n").filter((line) => line.trim()).length).toBeGreaterThan(20);
  expect(pages.join("").match(/code \d+/g)).toHaveLength(70);
  expect(pages.join("").match(/Line \d+ of the text/g)).toHaveLength(104);
  expect(pages.join("")).toContain("the last line");
});

test("the text is copied with its looks, as Markdown, or as words alone", async ({
  server,
  people,
}) => {
  const page = await people.open({ name: "Anna" }, await server.make());
  await fill(page);
  await openSheet(page);
  await page.evaluate(() => {
    const { setData } = DataTransfer.prototype;
    DataTransfer.prototype.setData = function (type, data) {
      const { dataset } = document.body;
      dataset.copied = JSON.stringify({ ...JSON.parse(dataset.copied ?? "{}"), [type]: data });
      setData.call(this, type, data);
    };
  });
  const copied = async (form: string, button: string) => {
    await page.evaluate(() => void (document.body.dataset.copied = "{}"));
    await page.getByRole("radio", { name: new RegExp(`^${form}`) }).check({ force: true });
    await page.getByRole("button", { name: button }).click();
    await expect(page.getByText("Text copied")).toBeVisible();
    const given = await page.locator("body").getAttribute("data-copied");
    const data = JSON.parse(given ?? "") as Record<string, string>;
    return [data["text/plain"], data["text/html"]];
  };
  expect(await copied("Word", "Copy the text")).toEqual([
    expect.stringContaining("# Sprint review"),
    expect.stringContaining("<h1>Sprint review"),
  ]);
  expect(await copied("Markdown", "Copy as Markdown")).toEqual([
    expect.stringContaining("# Sprint"),
    undefined,
  ]);
  const [words] = await copied("Plain text", "Copy the words");
  expect(words).toMatch(/^Sprint review/);
});

const SIZES = sizes("Anna", "Jana");

for (const who of SIZES) {
  const size = sizeOf(who);
  test(`the sheet is sound, and needs no scrolling on a desktop (${size})`, async ({
    server,
    people,
  }) => {
    const page = await people.open(who, await server.make());
    await fill(page);
    await openSheet(page);
    await sound(page);
    await shot(page, `take-off-${size}`);
    await page.getByRole("switch", { name: "Digest on top" }).click();
    await sound(page);
    await shot(page, `take-${size}`);
    const [high, shown] = await page
      .locator("dialog[open]")
      .evaluate((box) => [box.scrollHeight, box.clientHeight]);
    if (!who.phone) expect(high).toBe(shown);
  });
}
