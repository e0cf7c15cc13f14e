/**
 * axe in every state that can be opened, on desktop and phone, in both themes (`sound` looks at both); what other specs
 * open, they look at themselves.
 */
import type { Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import type { PlainBlock } from "../src/forms/blocks";
import { write as put } from "./clipboards";
import { expect, openLife, test, text, write, type Who } from "./fixture";
import { sound } from "./sound";
import { shot } from "./shots";

const SIZES: Who[] = [{ name: "Anna" }, { name: "Jana", phone: true, dark: true }];

const words = (page: Page) =>
  text(page).locator(".bn-inline-content", { hasText: "words" }).first();
const toolbar = (page: Page) => page.getByRole("toolbar", { name: "Format the words" });

async function select(page: Page) {
  await words(page).click();
  await page.keyboard.press("End");
  await page.keyboard.press("Shift+Home");
  await expect(toolbar(page)).toBeVisible();
}

const shotOf = (page: Page, { phone }: Who, name: string) =>
  shot(page, `menus-${name}-${phone ? "phone" : "desktop"}`);

async function keptPage(page: Page): Promise<string> {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Leave" }).click();
  const file = page.waitForEvent("download");
  await page.getByRole("button", { name: "Keep a web page" }).click();
  return readFile(await (await file).path(), "utf8");
}

const line = (type: string, words = "", props: PlainBlock["props"] = {}): PlainBlock => ({
  type,
  props,
  content: words ? [{ type: "text", text: words, styles: {} }] : [],
});
const table: PlainBlock = {
  type: "table",
  content: {
    type: "tableContent",
    headerRows: 1,
    rows: [{ cells: ["", "b"] }, { cells: ["c", ""] }],
  },
} as never;
const TITLED = [
  line("heading", "Plan"),
  line("checkListItem", "bring cups"),
  line("quote", "quoted"),
  line("heading", "deep", { level: 3 }),
  line("codeBlock", "on and ".repeat(60)),
];
const FILES = ["image", "video", "audio", "file"].map((type): PlainBlock => ({ type }));
/** No title, and blocks in which nobody has written yet. */
const UNWRITTEN = [
  line("paragraph", "words"),
  line("checkListItem"),
  line("toggleListItem"),
  line("heading"),
  line("heading", "", { level: 2, isToggleable: true } as never),
  table,
];

for (const who of SIZES) {
  const size = who.phone ? "phone" : "desktop";

  test(`the menus that open while one types are sound (${size})`, async ({ server, people }) => {
    const page = await people.open(who, await server.make());
    await sound(page); // the empty page with its templates
    await text(page).click();
    await write(page, "# Title\n[] tick me\n\n> quoted\n\n");
    await page.keyboard.type("/");
    await expect(page.getByRole("listbox", { name: "What can be put here" })).toBeVisible();
    await sound(page);
    await shotOf(page, who, "slash");
    await page.keyboard.type("zz");
    await expect(page.getByRole("option", { name: "Nothing of this name" })).toBeVisible();
    await sound(page);
    await page.keyboard.press("Escape");
    for (let i = 0; i < 3; i += 1) await page.keyboard.press("Backspace");
    await page.keyboard.type(":smi");
    await expect(
      page.getByRole("listbox", { name: "Emoji" }).getByRole("option").first(),
    ).toBeVisible();
    await expect(page.getByRole("option", { selected: true })).toHaveId(
      (await text(page).getAttribute("aria-activedescendant")) ?? "",
    );
    await sound(page);
    await shotOf(page, who, "emoji");
  });

  test(`the toolbars and what they open are sound (${size})`, async ({ server, people }) => {
    const page = await people.open(who, await server.make());
    await text(page).click();
    await write(page, "a line\nsome words");
    await select(page);
    await sound(page);
    await shotOf(page, who, "format");
    // what hangs on a tool closes when the theme changes, so it is opened in each
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await select(page);
      await toolbar(page).getByRole("button").first().click();
      await expect(page.getByRole("menu")).toBeVisible();
      await sound(page);
      await page.keyboard.press("Escape");
      if (who.phone) continue;
      await select(page);
      await toolbar(page).getByRole("button", { name: "Colour" }).click();
      await expect(page.getByRole("menuitem", { name: "Blue" }).first()).toBeVisible();
      await shotOf(page, who, `colours-${colorScheme}`);
      await sound(page);
      await page.keyboard.press("Escape");
    }
    await select(page);
    await toolbar(page).getByRole("button", { name: "Create link" }).click();
    await expect(page.getByPlaceholder("Edit URL")).toBeVisible();
    await sound(page);
    await page.keyboard.type("example.org");
    await page.keyboard.press("Enter");
    await expect(text(page).locator("a")).toBeVisible();
    if (who.phone)
      await page.keyboard.press("ArrowLeft"); // a tap follows the link
    else await text(page).locator("a").click();
    await expect(page.getByRole("toolbar", { name: "This link" })).toBeVisible();
    await sound(page);
    await shotOf(page, who, "link");
  });

  test(`the menu of a line is sound on each of its pages (${size})`, async ({ server, people }) => {
    const page = await people.open(who, await server.make());
    await text(page).click();
    await write(page, "one\nsome words\nthree");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Shift+F10");
    await expect(page.getByRole("menu", { name: "Menu of this line" })).toBeVisible();
    await sound(page);
    await shotOf(page, who, "block");
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("menu", { name: "Turn into" })).toBeVisible();
    await sound(page);
    await page.keyboard.press("ArrowLeft");
    await page.getByRole("menuitem", { name: "Colour" }).click();
    await expect(page.getByRole("menu", { name: "Colour" })).toBeVisible();
    await sound(page);
    await shotOf(page, who, "block-colours");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    if (who.phone) return;
    await words(page).hover();
    await expect(page.getByRole("button", { name: "Add a line below" })).toBeVisible();
    await sound(page);
    await shotOf(page, who, "side");
  });

  test(`tick boxes under the mouse are sound (${size})`, async ({ server, people }) => {
    const page = await people.open(who, await server.make());
    await text(page).click();
    await write(page, "[] above\nbelow it");
    await page.keyboard.press("Tab");
    await sound(page);
    if (who.phone) return; // handles follow a mouse
    for (const line of ["above", "below it"]) {
      await text(page)
        .locator('[data-content-type="checkListItem"] .bn-inline-content', { hasText: line })
        .hover();
      await expect(page.getByRole("button", { name: "Menu of this line" })).toBeVisible();
      await sound(page);
      await shotOf(page, who, `tick-${line}`);
    }
  });

  test(`headings that leave levels out are told without gaps (${size})`, async ({
    server,
    people,
  }) => {
    const page = await people.open(who, await server.make());
    await text(page).click();
    await write(page, "### deep\nwords");
    await expect(text(page).locator("h3")).toHaveAttribute("aria-level", "2");
    await sound(page);
    await page.keyboard.press("Enter");
    await page.keyboard.type("# top");
    await page.keyboard.press("Enter");
    await page.keyboard.type("## next");
    await page.keyboard.press("Enter");
    await page.keyboard.type("### third");
    await expect(text(page).locator("h3").last()).not.toHaveAttribute("aria-level");
    await sound(page);
  });

  test(`a table with its handles and their menus is sound (${size})`, async ({
    server,
    people,
  }) => {
    const page = await people.open(who, await server.make());
    await text(page).click();
    await page.keyboard.type("/table");
    await page.keyboard.press("Enter");
    await expect(text(page).locator("table")).toBeVisible();
    await page.keyboard.type("cell");
    await sound(page);
    if (who.phone) return; // handles follow a mouse
    for (const handle of ["Menu of this row", "Menu of this column"]) {
      await page.mouse.move(5, 5);
      await text(page).locator("td, th").first().hover();
      await expect(page.getByRole("button", { name: handle })).toBeVisible();
      await sound(page);
      await page.getByRole("button", { name: handle }).click();
      await expect(page.getByRole("menu")).toBeVisible();
      await sound(page);
      await shotOf(page, who, handle);
      await page.keyboard.press("Escape");
    }
    await page.mouse.move(5, 5);
    await text(page).locator("tr").last().locator("td, th").last().hover();
    await expect(page.getByRole("button", { name: "Add a row" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Add a column" })).toBeVisible();
    await sound(page);
  });

  test(`people, lifetime, share, more and end are sound over a written pad (${size})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const page = await people.open(who, pad, pad.host_key);
    await people.open({ name: "Milo" }, pad);
    await text(page).click();
    await write(page, "# Title\nsome words");
    await page.getByRole("button", { name: "More" }).click();
    await sound(page);
    await page.keyboard.press("Escape");
    await page.locator(".avatars").click();
    await sound(page);
    await page.keyboard.press("Escape");
    await openLife(page);
    await sound(page);
    await page.getByText("Until a time").click();
    await sound(page);
    await page.getByRole("button", { name: "End now" }).click();
    await expect(page.getByRole("dialog").getByRole("heading", { name: /^End / })).toBeVisible();
    await sound(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.getByRole("button", { name: "Share" }).click();
    await expect(page.locator(".qr")).toBeVisible();
    await sound(page);
    await page.keyboard.press("Escape");
    await page.emulateMedia({ media: "print" });
    await sound(page);
  });

  test(`start, name, new, the wall with its tools and every address that leads nowhere are sound (${size})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const page = await people.come({ ...who, stranger: true });
    const visit = async (url: string, heading: string) => {
      await page.goto("about:blank");
      const answer = await page.goto(url);
      await expect(page.getByRole("heading", { name: heading })).toBeVisible();
      await sound(page);
      return answer?.status();
    };
    expect(await visit(server.origin, "Fadepad")).toBe(200);
    expect(await visit(`${server.origin}/p/${pad.pad}#${pad.edit_key}`, "Who is writing?")).toBe(
      200,
    );
    expect(await visit(`${server.origin}/new#${pad.host_key}`, "New pad")).toBe(200);
    expect(
      await visit(
        `${server.origin}/p/nobody#${pad.edit_key}`,
        "There is no pad with this name here",
      ),
    ).toBe(404);
    expect(await visit(`${server.origin}/no/such/thing`, "There is nothing at this address")).toBe(
      404,
    );
    await shotOf(page, who, "404");
    // Chromium takes every name below localhost for this machine
    expect(
      await visit(
        `http://elsewhere.localhost:${server.ready.port}/`,
        "Fadepad does not answer under this name",
      ),
    ).toBe(421);
    const ended = await server.make();
    await fetch(`${server.origin}/api/v1/pads/${ended.pad}`, {
      method: "DELETE",
      headers: { Authorization: `Bearer ${ended.host_key}` },
    });
    expect(
      await visit(`${server.origin}/p/${ended.pad}#${ended.edit_key}`, "This pad has faded"),
    ).toBe(410);
    await visit(`${server.origin}/wall/${pad.pad}#${pad.host_key}`, pad.pad);
    await page.mouse.move(40, 50);
    await expect(page.getByRole("button", { name: "Wi-Fi" })).toBeVisible();
    await sound(page);
    await page.getByRole("button", { name: "Wi-Fi" }).click();
    await sound(page);
  });

  test(`a pad is sound with blocks that nobody has written into, also for who reads (${size})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const page = await people.open(who, pad);
    await put(page, [...FILES, ...UNWRITTEN]);
    await sound(page);
    await text(page).locator("th").first().click();
    await page.keyboard.type("a");
    await expect(text(page).getByRole("columnheader")).toHaveCount(2);
    await page.keyboard.press("Backspace");
    await expect(text(page).getByRole("columnheader")).toHaveCount(1);
    await shotOf(page, who, "unwritten");
    const reader = await people.open({ ...who, name: "Rea" }, pad, pad.view_key);
    await expect(text(reader).getByText("A picture without an address")).toBeVisible();
    await expect(text(reader).getByText("Add image")).toBeHidden();
    await sound(reader);
    await shotOf(reader, who, "unwritten-read");
    if (who.phone) return; // nothing is under a finger
    for (const [of, words] of [
      [page, "Add image"],
      [reader, "A picture without"],
    ] as const) {
      await text(of).getByText(words).hover();
      await sound(of);
    }
  });

  test(`a heading is one from its first letter on, and none when its last is gone (${size})`, async ({
    server,
    people,
  }) => {
    const page = await people.open(who, await server.make());
    await text(page).click();
    await page.keyboard.type("# ");
    await expect(text(page).locator("h1")).toHaveCount(1);
    await expect(text(page).getByRole("heading")).toHaveCount(0);
    await sound(page);
    await page.keyboard.type("P");
    await expect(text(page).getByRole("heading", { name: "P" })).toBeVisible();
    await sound(page);
    await page.keyboard.press("Backspace");
    await expect(text(page).getByRole("heading")).toHaveCount(0);
    await page.keyboard.type("Plan");
    await expect(text(page).getByRole("heading", { name: "Plan" })).toBeVisible();
  });

  test(`the kept web page is sound, with a title of its own or none, and whatever has no words yet (${size})`, async ({
    server,
    people,
  }) => {
    for (const [name, blocks] of Object.entries({
      titled: TITLED,
      unwritten: [...UNWRITTEN, line("heading", "low", { level: 4 })],
    })) {
      const page = await people.open(who, await server.make());
      await put(page, blocks);
      const kept = await people.come(who);
      await kept.setContent(await keptPage(page));
      await sound(kept);
      await shot(kept, `kept-${name}-${size}`);
      await page.context().close();
      await kept.context().close();
    }
  });
}
