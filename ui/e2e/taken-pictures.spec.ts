/** Pictures in what people take away, and on their way back: each form, read by other programs, and brought into another pad. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { expect, test, text, write } from "./fixture";
import { shot } from "./shots";
import { office } from "../test/files/readers";

interface Drawn {
  name: string;
  type: string;
  width: number;
  height: number;
}

/** Pastes a picture that is drawn in the page. */
const paste = (page: Page, drawn: Drawn) =>
  page.evaluate(async ({ name, type, width, height }) => {
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
    pen.fillStyle = "#e9e5da";
    pen.fillRect(0, 0, width, height);
    pen.fillStyle = "#0b6e5f";
    pen.fillRect(width / 10, height / 10, width / 3, height / 4);
    pen.font = `${Math.round(height / 8)}px sans-serif`;
    pen.fillText("What we drew", width / 10, height * 0.7);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, 0.95));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([blob as Blob], name, { type }));
    document
      .querySelector(".bn-editor")
      ?.dispatchEvent(
        new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }),
      );
  }, drawn);

const pictures = (page: Page) => text(page).locator("img[data-own]");

interface Kept {
  name: string;
  bytes: Buffer;
}

/** What comes out of the sheet in this form. */
async function kept(page: Page, form: string): Promise<Kept> {
  await page.getByRole("radio", { name: new RegExp(`^${form}`) }).check({ force: true });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /^Keep the/ }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** A text with a picture whose name leads elsewhere. */
async function fill(page: Page): Promise<void> {
  await text(page).click();
  await write(page, "# Review\nbefore the picture\n");
  await paste(page, { name: "../../Tafel 1.png", type: "image/png", width: 800, height: 400 });
  await expect(pictures(page)).toHaveCount(1);
  await page.keyboard.type("after the picture");
}

async function openSheet(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

/** Chooses a file in the sheet, and puts it into the pad. */
async function bringIn(page: Page, { name, bytes }: Kept): Promise<void> {
  await openSheet(page, "Bring something in…");
  await page.getByTestId("file").setInputFiles({ name, mimeType: "", buffer: bytes });
  await expect(page.locator(".drop")).toContainText("1 picture");
  await page.getByRole("button", { name: /^(Put it here|Go on with it)/ }).click();
}

test("what is taken away in each form with a picture brings it back into another pad, with its words", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.open({ name: "Anna" }, pad, pad.host_key);
  await fill(page);
  await openSheet(page, "Take it with you…");
  const all: Kept[] = [];
  for (const form of ["Markdown", "Word", "OpenDocument", "Web page", "Capsule"])
    all.push(await kept(page, form));
  const [zip, docx, odt, html] = all as [Kept, Kept, Kept, Kept, Kept];
  expect(all.map(({ name }) => name)).toEqual(
    ["zip", "docx", "odt", "html", "capsule.html"].map((ending) => `${pad.pad}.${ending}`),
  );
  const parts = unzipSync(zip.bytes);
  expect(Object.keys(parts)).toEqual([
    `${pad.pad}.md`,
    expect.stringMatching(/^files\/[\w-]+\.\w+$/),
  ]);
  expect(strFromU8(parts[`${pad.pad}.md`] as Uint8Array)).toMatch(
    /!\[[^\]]+\]\(files\/[\w-]+\.\w+\)/,
  );
  expect(html.bytes.toString()).toMatch(/src="data:image\/(png|webp);base64,/);
  expect(html.bytes.toString()).not.toContain("/f/");
  for (const { name, bytes } of [docx, odt])
    expect(office(name, bytes, "pdf").length).toBeGreaterThan(5000);

  for (const one of all) {
    const other = await server.make();
    const reader = await people.open({ name: "Ben" }, other, other.host_key);
    await bringIn(reader, one);
    await expect(pictures(reader), one.name).toHaveCount(1);
    await expect
      .poll(() => pictures(reader).evaluate((img) => (img as HTMLImageElement).naturalWidth), {
        message: one.name,
      })
      .toBe(800);
    await expect(text(reader), one.name).toContainText("after the picture");
    const src = await pictures(reader).getAttribute("src");
    const answer = await fetch(new URL(src ?? "", other.origin));
    expect(answer.status, `${one.name} is a file of the new pad`).toBe(200);
    await shot(reader, `taken-${one.name.replace(/^.*?\./, "")}`);
    await reader.close();
  }
});

test("a zip with Markdown that is dropped on the text is read, and any other is kept as a file", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.open({ name: "Anna" }, pad, pad.host_key);
  await fill(page);
  await openSheet(page, "Take it with you…");
  const { name, bytes } = await kept(page, "Markdown");
  const other = await server.make();
  const reader = await people.open({ name: "Ben" }, other, other.host_key);
  const drop = (name: string, content: number[]) =>
    reader.evaluate(
      ({ name, content }) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(content)], name));
        for (const step of ["dragover", "drop"])
          document
            .querySelector(".bn-editor")
            ?.dispatchEvent(new DragEvent(step, { dataTransfer, bubbles: true, cancelable: true }));
      },
      { name, content },
    );
  await drop(name, [...bytes]);
  await expect(reader.locator(".drop")).toContainText("1 picture");
  await reader.getByRole("button", { name: "Not now" }).click();
  await drop("other.zip", [0x50, 0x4b, 3, 4, 1, 2, 3]);
  await expect(text(reader).locator(".file-card")).toContainText("other.zip");
});
