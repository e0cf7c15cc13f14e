/** Pictures and files: brought in every way, seen by everyone, without what a camera writes beside them, and what goes wrong. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, live, test, text, write } from "./fixture";
import { shot, sizeOf, sizes } from "./shots";
import { sound } from "./sound";

/** What a camera wrote beside a picture: where it was taken. */
const PLACE = "GPS-52.52N-13.40E-kitchen";

interface Drawn {
  name: string;
  width: number;
  height: number;
  /** As a camera gives it: on its side, with EXIF. */
  photo?: boolean;
}

/** Draws a picture in the page, as bytes; a photo lies on its side and says so. */
const draw = (page: Page, { width, height, photo = false }: Drawn): Promise<number[]> =>
  page.evaluate(
    async ({ width, height, photo, place }) => {
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
      pen.fillStyle = "#e9e5da";
      pen.fillRect(0, 0, width, height);
      pen.fillStyle = "#0b6e5f";
      pen.fillRect(width / 10, height / 10, width / 3, height / 4);
      pen.font = `${Math.round(height / 8)}px sans-serif`;
      pen.fillText("Photo upload", width / 10, height * 0.7);
      const type = photo ? "image/jpeg" : "image/png";
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, 0.95));
      const bytes = [...new Uint8Array(await (blob as Blob).arrayBuffer())];
      if (!photo) return bytes;
      // one tag: orientation 6, a quarter turn to the right
      const tiff = [
        0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
      ];
      const exif = [
        ...new TextEncoder().encode("Exif\0\0"),
        ...tiff,
        ...new TextEncoder().encode(place),
      ];
      const length = exif.length + 2;
      return [0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 255, ...exif, ...bytes.slice(2)];
    },
    { width, height, photo, place: PLACE },
  );

interface Given {
  name: string;
  type: string;
  bytes: number[];
}

/** Pastes or drops these files in the text. */
const give = (page: Page, way: "paste" | "drop", files: Given[]) =>
  page.evaluate(
    ({ way, files }) => {
      const data = new DataTransfer();
      for (const { name, type, bytes } of files)
        data.items.add(new File([new Uint8Array(bytes)], name, { type }));
      const editor = document.querySelector(".bn-editor") as HTMLElement;
      const line = editor.querySelector(".bn-inline-content") ?? editor;
      const { left, top } = line.getBoundingClientRect();
      const options = { bubbles: true, cancelable: true, clientX: left + 2, clientY: top + 2 };
      if (way === "paste")
        editor.dispatchEvent(new ClipboardEvent("paste", { ...options, clipboardData: data }));
      else
        for (const step of ["dragover", "drop"])
          line.dispatchEvent(new DragEvent(step, { ...options, dataTransfer: data }));
    },
    { way, files },
  );

const picture = async (page: Page, drawn: Drawn): Promise<Given> => ({
  name: drawn.name,
  type: drawn.photo ? "image/jpeg" : "image/png",
  bytes: await draw(page, drawn),
});

const pictures = (page: Page) => text(page).locator("img[data-own]");

/** How large a picture is that has come. */
const naturalSize = (page: Page): Promise<[number, number]> =>
  pictures(page)
    .first()
    .evaluate((image) => [
      (image as HTMLImageElement).naturalWidth,
      (image as HTMLImageElement).naturalHeight,
    ]);

for (const who of sizes())
  test(`a photo comes upright, as large as a projector shows, and says no place, ${sizeOf(who)}`, async ({
    people,
    server,
  }) => {
    const pad = await server.make();
    const page = await people.open(who, pad);
    const other = await people.open({ name: "Sam" }, pad);
    await text(page).click();
    await write(page, "What we saw");
    await page.keyboard.press("Enter");
    await give(page, "paste", [
      await picture(page, { name: "board.jpg", width: 4000, height: 3000, photo: true }),
    ]);
    await expect(pictures(other)).toHaveCount(1);
    await expect.poll(() => naturalSize(other)).toEqual([1920, 2560]);
    const src = await pictures(other).first().getAttribute("src");
    const kept = await (await fetch(new URL(src ?? "", pad.origin))).arrayBuffer();
    expect(Buffer.from(kept).includes(PLACE)).toBe(false);
    await expect(text(other)).toContainText(`${who.name}, `);
    await expect(pictures(page)).toHaveCount(1);
    await sound(page);
    await shot(page, `pictures-${sizeOf(who)}`);
    await pictures(page).first().click();
    await expect(page.locator("dialog.full")).toBeVisible();
    await sound(page);
    await shot(page, `pictures-full-${sizeOf(who)}`);
    await page.keyboard.press("Escape");
    await expect(page.locator("dialog.full")).toHaveCount(0);
  });

test("several come at once, a screenshot stays sharp, and one step takes them back", async ({
  people,
  server,
}) => {
  const pad = await server.make();
  const page = await people.open({ name: "Milo" }, pad);
  await write(page, "Here");
  const drawn = [300, 301, 302].map((width) => ({ name: `${width}.png`, width, height: 200 }));
  const given = await Promise.all(drawn.map((each) => picture(page, each)));
  await give(page, "drop", given);
  await expect(pictures(page)).toHaveCount(3);
  await expect.poll(() => naturalSize(page)).toEqual([300, 200]);
  await pictures(page).first().click();
  await expect(page.locator(".full-count")).toHaveText("1 of 3");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".full-count")).toHaveText("2 of 3");
  await page.keyboard.press("Escape");
  await page.locator(".bn-inline-content").first().click();
  await page.keyboard.press("Control+z");
  await expect(pictures(page)).toHaveCount(0);
});

for (const who of sizes())
  test(`everyone sees that a picture is on its way, and it goes on after a loss, ${sizeOf(who)}`, async ({
    people,
    server,
  }) => {
    const pad = await server.make();
    const page = await people.open(who, pad);
    const other = await people.open({ name: "Sam", dark: who.dark ?? false }, pad);
    let lost = true;
    await page.route("**/files?*", (route) => (lost ? route.abort() : route.continue()));
    await text(page).click();
    await give(page, "paste", [await picture(page, { name: "a.png", width: 900, height: 500 })]);
    await expect(text(other)).toContainText(`${who.name} brings a picture`);
    await expect(text(page)).toContainText("It goes on by itself.");
    const before = await page.locator(".coming").boundingBox();
    await sound(page);
    await shot(page, `pictures-coming-${sizeOf(who)}`);
    await shot(other, `pictures-coming-other-${sizeOf(who)}`);
    lost = false;
    await expect(pictures(other)).toHaveCount(1);
    const after = await pictures(page).first().boundingBox();
    expect(Math.abs((after?.height ?? 0) - (before?.height ?? 0))).toBeLessThanOrEqual(2);
  });

test("whoever goes before it has arrived leaves a word, which anybody removes", async ({
  people,
  server,
}) => {
  const pad = await server.make();
  const page = await people.open({ name: "Milo" }, pad);
  const other = await people.open({ name: "Sam" }, pad);
  await page.route("**/files?*", (route) => route.abort());
  await text(page).click();
  await give(page, "paste", [await picture(page, { name: "a.png", width: 900, height: 500 })]);
  await expect(text(other)).toContainText("Milo brings a picture");
  await page.close();
  await expect(text(other)).toContainText("This picture did not arrive.");
  await sound(other);
  await shot(other, "pictures-gone");
  await other.getByRole("button", { name: "Remove" }).click();
  await expect(other.locator(".coming")).toHaveCount(0);
});

test("what is too large is refused with the way out, and goes by a press", async ({
  people,
  serve,
}) => {
  const server = await serve("--max-file-bytes", "64K");
  const pad = await server.make();
  const page = await people.open({ name: "Milo" }, pad);
  await text(page).click();
  const bytes = Array.from({ length: 100_000 }, (_, i) => i % 251);
  await give(page, "paste", [{ name: "plan.pdf", type: "application/pdf", bytes }]);
  await expect(text(page)).toContainText("This file is 100 KB. Files up to 66 KB fit.");
  await expect(page.locator(".coming")).toContainText("plan.pdf");
  await expect(page.getByRole("button", { name: "Try again" }), "it never fits").toHaveCount(0);
  await sound(page);
  await shot(page, "pictures-refused");
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.locator(".coming")).toHaveCount(0);
  await give(page, "paste", [{ name: "none.pdf", type: "application/pdf", bytes: [] }]);
  await expect(page.locator(".coming")).toContainText("This file is empty.none.pdf");
});

for (const who of sizes())
  test(`a file is a card with its name, its size and who brought it, ${sizeOf(who)}`, async ({
    people,
    server,
  }) => {
    const pad = await server.make();
    const page = await people.open(who, pad);
    await text(page).click();
    const bytes = [...Buffer.from("%PDF-1.7 plan")];
    await page.keyboard.type("/file");
    const chosen = page.waitForEvent("filechooser");
    await page.getByRole("option", { name: /^File/ }).click();
    await (await chosen).setFiles({ name: "plan.pdf", mimeType: "", buffer: Buffer.from(bytes) });
    const card = page.getByRole("link", { name: /^plan\.pdf/ });
    await expect(card).toContainText(`1 KB · ${who.name}, `);
    await sound(page);
    await shot(page, `pictures-card-${sizeOf(who)}`);
    const download = page.waitForEvent("download");
    await card.click();
    expect((await download).suggestedFilename()).toBe("plan.pdf");
  });

test("a phone's camera is a tap away", async ({ people, server }) => {
  const pad = await server.make();
  const page = await people.open({ name: "Jana", phone: true }, pad);
  await live(page);
  const chosen = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Photo" }).click();
  const chooser = await chosen;
  expect(await chooser.element().getAttribute("capture")).toBe("environment");
  const { bytes } = await picture(page, { name: "a.jpg", width: 400, height: 300, photo: true });
  await chooser.setFiles({ name: "a.jpg", mimeType: "image/jpeg", buffer: Buffer.from(bytes) });
  await expect.poll(() => naturalSize(page)).toEqual([300, 400]);
  await sound(page);
});

test("a picture goes along in a web page and in a capsule, and the server needs to be there no more", async ({
  people,
  server,
}) => {
  const pad = await server.make();
  const page = await people.open({ name: "Milo" }, pad);
  await text(page).click();
  await give(page, "paste", [await picture(page, { name: "a.png", width: 300, height: 200 })]);
  await expect(pictures(page)).toHaveCount(1);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Take it with you…" }).click();
  for (const form of ["Web page", "Capsule"]) {
    await page.getByRole("radio", { name: new RegExp(`^${form}`) }).check({ force: true });
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: /^Keep the/ }).click();
    const path = await (await download).path();
    const other = await people.come({ name: "Sam" });
    await other.setContent(await readFile(path, "utf8"));
    const image = other.locator("main img");
    await expect(image).toHaveAttribute("src", /^data:image\/(png|webp);base64,/);
    expect(await image.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(300);
  }
});
