/** The companion: a phone reads the text and adds to it by lines, photos and ticks, until its owner takes the full editor. */
import type { Page } from "@playwright/test";
import {
  expect,
  linesOf,
  live,
  sleeper,
  test,
  text,
  write,
  type MadePad,
  type People,
} from "./fixture";
import { call } from "./server";
import { shot } from "./shots";
import { sound } from "./sound";
import {
  DEVICES,
  keyboardUp,
  noSidewaysScroll,
  PHONE,
  thumb,
  tooSmall,
  type Device,
} from "./touch";

const dock = (page: Page) => page.getByRole("region", { name: "Add to the pad" });
const field = (page: Page) => dock(page).getByRole("textbox", { name: "Add a line" });
const deed = (page: Page, name: string) => dock(page).getByRole("button", { name, exact: true });

/** Somebody who has chosen nothing yet, with this phone in hand. */
const hold = (people: People, pad: MadePad, device = PHONE, dark = false) =>
  people.open({ name: "Jana", phone: true, companion: true, size: device.size, dark }, pad);

async function minutes(people: People, pad: MadePad): Promise<Page> {
  const anna = await people.open({ name: "Anna Krause" }, pad);
  await text(anna).click();
  await write(anna, "# Sprint review, 22 November\n## Decisions\n[] Release candidate goes out\n");
  await write(
    anna,
    "Jana asks legal about the licence of the map tiles\nRetro moves to Monday\n\n",
  );
  await write(anna, "## What we saw\nUpload on the old tablets is still slow. Sam measured it.\n");
  await write(anna, "- Search finds words inside tables now\nContrast of quotes too low\n\n");
  return anna;
}

const PHONES = DEVICES.filter(({ what }) => what.includes("phone"));

for (const device of PHONES)
  for (const dark of [false, true])
    test(`${device.what} reads in calm, with all it adds under the thumb${dark ? ", in the dark" : ""}`, async ({
      server,
      people,
    }) => {
      const pad = await server.make();
      const anna = await minutes(people, pad);
      const page = await hold(people, pad, device, dark);
      await expect(dock(page)).toBeVisible();
      await expect(thumb(page)).toHaveCount(0);
      await expect(page.locator('.bn-editor[contenteditable="true"]')).toHaveCount(0);
      await expect(dock(page)).toContainText("A line at the end, as Jana");
      await expect(field(page)).not.toBeFocused(); // no keyboard opens by itself
      await write(anna, "x", "Retro moves");
      await expect(text(page).locator(".cursor")).toHaveCount(1);
      await expect(text(page).locator(".cursor-name")).toBeHidden();
      expect(await tooSmall(page)).toEqual([]);
      await noSidewaysScroll(page);
      await sound(page);
      const name = `companion-${device.size.width}-${dark ? "dark" : "light"}`;
      await shot(page, name);
      await deed(page, "Tick").tap();
      await expect(dock(page).getByRole("listitem")).toHaveCount(3);
      expect(await tooSmall(page)).toEqual([]);
      await sound(page);
      await shot(page, `${name}-tick`);
      await deed(page, "Tick").tap();
      await field(page).tap();
      await keyboardUp(page, device);
      await expect(deed(page, "Photo")).toHaveCount(0);
      await expect(field(page)).toBeInViewport();
      await field(page).fill("Ask ops when the backup window is");
      await sound(page);
      await shot(page, `${name}-keys`);
    });

test("one tap leads to the full editor and another back, and the choice is remembered", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await hold(people, pad);
  await page.getByRole("button", { name: "Full editor" }).tap();
  await expect(thumb(page)).toBeVisible();
  await expect(dock(page)).toHaveCount(0);
  await text(page).tap();
  await page.keyboard.type("written here");
  await expect(text(page)).toContainText("written here");
  await page.reload();
  await live(page);
  await expect(thumb(page)).toBeVisible();
  await page.getByRole("button", { name: "Simple view" }).tap();
  await expect(dock(page)).toBeVisible();
  await expect(text(page)).toContainText("written here");
  await field(page).fill("not sent yet");
  await page.getByRole("button", { name: "Full editor" }).tap();
  await page.getByRole("button", { name: "Simple view" }).tap();
  await expect(field(page)).toHaveValue("not sent yet");
  await page.reload();
  await expect(dock(page)).toBeVisible();
});

test("a line comes to the end as one block, above the empty line in which another writes on", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await anna.keyboard.type("first\n");
  const page = await hold(people, pad);
  await expect(text(page)).toContainText("first");
  await field(page).tap();
  await page.keyboard.type("from the phone");
  await page.keyboard.press("Enter");
  await expect(field(page)).toHaveValue("");
  await expect(field(page)).toBeFocused(); // for the next line
  await expect.poll(() => linesOf(anna)).toEqual(["first", "from the phone", ""]);
  await anna.keyboard.type("anna goes on");
  await field(page).fill("  two lines\n\n  at once ");
  await deed(page, "Send the line").tap();
  const all = ["first", "from the phone", "anna goes on", "two lines", "at once"];
  await expect.poll(() => linesOf(anna)).toEqual(all);
  await deed(page, "Undo").tap();
  await expect.poll(() => linesOf(anna)).toEqual(all.slice(0, 3));
  await deed(page, "Undo").tap();
  await expect.poll(() => linesOf(anna)).toEqual(["first", "anna goes on"]);
});

test("an empty pad begins with the line, and two phones that begin at once keep both", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const [jana, milo] = [await hold(people, pad), await hold(people, pad)];
  const [janas, milos] = [await field(jana), await field(milo)];
  await janas.fill("of one");
  await milos.fill("of the other");
  await Promise.all([janas.press("Enter"), milos.press("Enter")]);
  await expect
    .poll(async () => [...(await linesOf(jana))].sort())
    .toEqual(["", "of one", "of the other"]);
  expect(await linesOf(milo)).toEqual(await linesOf(jana));
});

test("a line that is sent without a connection stands there at once, and comes to the others later", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const page = await people.come({ name: "Jana", phone: true, companion: true });
  const sleep = await sleeper(page);
  await page.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
  await live(page);
  await sleep.begin();
  await expect(dock(page)).toContainText("Sent when the connection is back, as Jana");
  await field(page).fill("said in the cellar");
  await field(page).press("Enter");
  await expect(text(page)).toContainText("said in the cellar");
  sleep.end();
  await expect(text(anna)).toContainText("said in the cellar");
});

const ticked = (page: Page) =>
  text(page)
    .getByRole("checkbox")
    .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).checked));

test("boxes are ticked by a tap in the text that nobody writes in, and from the list of them", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await anna.keyboard.type("[] one\ntwo\nthree");
  const page = await hold(people, pad);
  await text(page).getByRole("checkbox").first().tap();
  await expect.poll(() => ticked(anna)).toEqual([true, false, false]);
  await deed(page, "Tick").tap();
  const listed = dock(page).getByRole("checkbox");
  await expect(listed).toHaveCount(3);
  await expect(listed.first()).toBeChecked();
  await dock(page).getByText("three").tap();
  await dock(page).getByText("one").tap();
  await expect.poll(() => ticked(anna)).toEqual([false, false, true]);
  await text(anna).getByRole("checkbox").nth(1).click(); // what others tick, it knows
  await expect(listed.nth(1)).toBeChecked();
  await expect(page.locator('.bn-editor[contenteditable="true"]')).toHaveCount(0);
});

test("a photo comes to the end of the text, and is cancelled or tried again from there", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await anna.keyboard.type("# Board\nas it was");
  const page = await hold(people, pad);
  await expect(text(page)).toContainText("as it was");
  const photo = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 400, height: 300 });
    canvas.getContext("2d")?.fillRect(40, 40, 200, 100);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg"));
    return [...new Uint8Array(await (blob as Blob).arrayBuffer())];
  });
  const take = async () => {
    const chosen = page.waitForEvent("filechooser");
    await deed(page, "Photo").tap();
    const chooser = await chosen;
    expect(await chooser.element().getAttribute("capture")).toBe("environment");
    const buffer = Buffer.from(photo);
    await chooser.setFiles({ name: "board.jpg", mimeType: "image/jpeg", buffer });
  };
  let lost = true;
  await page.route("**/files?*", (route) => (lost ? route.abort() : route.continue()));
  await take();
  await expect(text(anna)).toContainText("Jana brings a picture");
  await text(page).getByRole("button", { name: "Cancel" }).tap();
  await expect(text(anna).locator(".coming")).toHaveCount(0);
  lost = false;
  await take();
  await expect(text(anna).locator("img[data-own]")).toHaveCount(1);
  const kinds = await text(anna)
    .locator(".bn-block-content")
    .evaluateAll((all) => all.map((each) => each.getAttribute("data-content-type")));
  expect(kinds).toEqual(["heading", "paragraph", "image"]);
});

test("who follows is where another writes, until a finger moves the page", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  for (let i = 0; i < 40; i += 1) await anna.keyboard.type(`line ${i}\n`);
  const page = await hold(people, pad);
  await expect(text(page)).toContainText("line 39");
  await write(anna, " more", "line 36");
  await expect(text(page)).toContainText("line 36 more");
  expect(await page.evaluate(() => scrollY)).toBe(0); // not wished, not moved
  await deed(page, "Follow").tap();
  await write(anna, "!", "line 38");
  await expect(text(page).getByText("line 38")).toBeInViewport();
  await write(anna, "!", "line 2");
  await expect(text(page).getByText("line 2!")).toBeInViewport();
  await expect(deed(page, "Follow")).toHaveAttribute("aria-pressed", "true");
  await text(page).getByText("line 2!").dispatchEvent("touchmove", { bubbles: true });
  await expect(deed(page, "Follow")).toHaveAttribute("aria-pressed", "false");
});

test("who may only read has the text alone, and a tablet or a mouse the editor at once", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const who = { phone: true, companion: true };
  const reader = await people.open({ name: "Rita", ...who }, pad, pad.view_key);
  await expect(reader.getByRole("button", { name: "Ask to write" })).toBeVisible();
  await expect(dock(reader)).toHaveCount(0);
  await expect(reader.getByRole("button", { name: "Full editor" })).toHaveCount(0);
  const { size } = DEVICES.find(({ what }) => what === "a tablet") as Device;
  const tablet = await people.open({ name: "Tom", ...who, size }, pad);
  await expect(thumb(tablet)).toBeVisible();
  const desk = await people.open({ name: "Dora", companion: true }, pad);
  await expect(desk.locator('.bn-editor[contenteditable="true"]')).toBeVisible();
  await expect(dock(desk)).toHaveCount(0);
});

test("a line that is not sent when writing is taken away can be copied, and is there when it comes back", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await hold(people, pad);
  await field(page).fill("half a sentence");
  expect((await call("PATCH", pad, { writing: "picked" })).status).toBe(200);
  const unsent = page.getByRole("region", { name: "Not sent: you can read here now" });
  await expect(unsent).toContainText("half a sentence");
  await expect(field(page)).toHaveCount(0);
  await sound(page);
  await shot(page, "companion-unsent");
  await unsent.getByRole("button", { name: "Copy my words" }).click();
  await expect(page.getByText("Your words are copied")).toBeVisible();
  expect((await call("PATCH", pad, { writing: "everyone" })).status).toBe(200);
  await expect(field(page)).toHaveValue("half a sentence");
  await expect(unsent).toHaveCount(0);
});

test("a long name and a lost connection leave the field and Follow in the page", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const size = { width: 320, height: 640 };
  const name = "Maximiliane von Habsburg-Lothringen";
  const page = await people.open({ name, phone: true, companion: true, size }, pad);
  const sleep = await sleeper(page);
  await page.reload();
  await live(page);
  await sleep.begin();
  await expect(dock(page).getByText(/^Sent when the connection is back/)).toBeVisible();
  await noSidewaysScroll(page);
  const box = await dock(page).getByRole("button", { name: "Follow" }).boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(size.width);
});

/** Runs in the page before it does anything: counts what keeps the screen on. */
function countLocks(): void {
  const { wakeLock } = navigator;
  const counted = Object.assign(window, { locks: 0 });
  const request = wakeLock.request.bind(wakeLock);
  wakeLock.request = async (kind) => {
    const lock = await request(kind);
    counted.locks += 1;
    lock.addEventListener("release", () => (counted.locks -= 1));
    return lock;
  };
}

const locks = (page: Page) => page.evaluate(() => (window as unknown as { locks: number }).locks);

test("a phone stays awake while it reads along, where the browser can, and no longer in the full editor", async ({
  server,
  people,
}) => {
  const made = await server.make();
  const pad = { ...made, origin: `http://localhost:${new URL(made.origin).port}` }; // only there a browser here can
  const page = await people.come({ name: "Jana", phone: true, companion: true });
  await page.context().grantPermissions(["screen-wake-lock"], { origin: pad.origin });
  await page.addInitScript(countLocks);
  await page.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
  await expect(dock(page)).toBeVisible();
  await expect.poll(() => locks(page)).toBe(1);
  await page.getByRole("button", { name: "Full editor" }).click();
  await expect(dock(page)).toHaveCount(0);
  await expect.poll(() => locks(page)).toBe(0);
});
