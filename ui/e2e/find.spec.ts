/** Finding and replacing words, and the outline: by keys and by thumb, while others write, and as the picture has it. */
import type { Page } from "@playwright/test";
import { writeHere } from "./clipboards";
import { converged, expect, linesOf, test, text, write } from "./fixture";
import { shot, sizeOf, sizes } from "./shots";
import { sound } from "./sound";

const h = (level: number, content: string) => ({ type: "heading", props: { level }, content });
const box = (content: string, checked = false) => ({
  type: "checkListItem",
  props: { checked },
  content,
});
const point = (content: unknown) => ({ type: "bulletListItem", content });
const line = (content: unknown) => ({ type: "paragraph", content });
const words = (said: string, styles = {}) => ({ type: "text", text: said, styles });

const REVIEW = [
  h(1, "Sprint review, 22 November"),
  line("Room Aquarium · Anna, Milo, Jana, Sam"),
  h(2, "Decisions"),
  box("Release candidate goes out on Thursday", true),
  box("Jana asks legal about the licence of the map tiles"),
  box("Retro moves to Monday, 10:00"),
  h(2, "What we saw"),
  line([
    words("Upload on the old "),
    words("tab", { bold: true }),
    words(
      "lets is still slow. Sam measured 4.2 s for a photo, most of it is the turn of the picture.",
    ),
  ]),
  point("Search finds words inside tables now"),
  point("Dark theme: contrast of quotes too low"),
  h(2, "Open"),
  point("Who brings a Tablet to the retro?"),
  point("The grey tablets are from 2017. Do we still support them?"),
  h(2, "Numbers"),
  line("Sam brings the table of the last three weeks."),
  h(3, "Upload"),
  h(3, "Search"),
];

const lay = (page: Page, blocks: unknown[]) => page.evaluate(writeHere, JSON.stringify(blocks));
const bar = (page: Page) => page.getByRole("search", { name: "Find" });
const field = (page: Page) => page.getByRole("textbox", { name: "Find in the text" });
const told = (page: Page) => bar(page).getByRole("status");
const here = (page: Page) => page.locator(".hit-here");
/** Waits for the part of the page that finds. */
const ready = (page: Page) =>
  expect(page.locator(".bn-side-menu, .bn-root").first()).toBeAttached();
async function openFind(page: Page, keys = "Control+f"): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(keys);
    await expect(bar(page)).toBeVisible({ timeout: 500 });
  }).toPass();
}
async function more(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

for (const who of sizes()) {
  test(`find, replace and the outline are sound, and fit (${sizeOf(who)})`, async ({
    server,
    people,
  }) => {
    const page = await people.open(who, await server.make());
    await lay(page, REVIEW);
    await ready(page);
    await more(page, "Find…");
    await expect(field(page)).toBeFocused();
    await sound(page);
    await field(page).fill("tablet");
    await expect(told(page)).toHaveText("1 of 3");
    await expect(page.locator(".hit")).toHaveCount(4); // one of them is partly bold
    if (who.phone) {
      await shot(page, `find-${sizeOf(who)}`);
      await page.getByRole("button", { name: "Replace it with other words" }).click();
    }
    await page.getByRole("textbox", { name: "Replace with" }).fill("phone");
    await sound(page);
    if (!who.phone) {
      await more(page, "Outline");
      await expect(page.getByRole("dialog", { name: "Outline" })).toBeVisible();
      await field(page).focus();
      await expect(page.locator(".outline [aria-current]")).toHaveText("What we saw");
    }
    await shot(page, `find-outline-${sizeOf(who)}`);
    if (who.phone) await more(page, "Outline");
    await expect(page.getByRole("dialog", { name: "Outline" })).toBeVisible();
    await sound(page);
    await shot(page, `outline-${sizeOf(who)}`);
    await page.getByRole("button", { name: "Numbers" }).click();
    await expect(here(page)).toHaveCount(2);
  });
}

test("Ctrl+F finds as one types, Enter and F3 go on, Escape gives the text back with the match selected", async ({
  server,
  people,
}) => {
  const page = await people.open({ name: "Anna" }, await server.make());
  await lay(page, REVIEW);
  await openFind(page);
  await page.keyboard.type("TABLET");
  await expect(told(page)).toHaveText("1 of 3");
  await expect(here(page)).toHaveText(["tab", "let"]);
  await page.keyboard.press("Enter");
  await expect(told(page)).toHaveText("2 of 3");
  await page.keyboard.press("F3");
  await page.keyboard.press("Enter");
  await expect(told(page)).toHaveText("1 of 3");
  await page.keyboard.press("Shift+F3");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Control+g");
  await expect(told(page)).toHaveText("3 of 3");
  await page.keyboard.press("Escape");
  await expect(bar(page)).toBeHidden();
  await expect(page.locator(".hit, .hit-here")).toHaveCount(0);
  expect(await page.evaluate(() => getSelection()?.toString())).toBe("tablet");
  await page.keyboard.type("phone");
  expect(await linesOf(page)).toContain("The grey phones are from 2017. Do we still support them?");

  await page.keyboard.press("Control+Shift+ArrowLeft");
  await page.keyboard.press("Control+f"); // what is selected is looked for
  await expect(field(page)).toHaveValue("phone");
  await expect(told(page)).toHaveText("1 of 1");
  await page.keyboard.type("nowhere");
  await expect(told(page)).toHaveText("Nothing found");
});

test("a second Ctrl+F is the browser's own", async ({ server, people }) => {
  const page = await people.open({ name: "Anna" }, await server.make());
  await openFind(page);
  await page.evaluate(() => {
    document.title = "";
    addEventListener("keydown", (event) => {
      if (event.key === "f") document.title += event.defaultPrevented ? "ours," : "theirs,";
    });
  });
  await text(page).click();
  await page.keyboard.press("Control+f");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Control+f");
  expect(await page.title()).toBe("ours,theirs,");
});

test("all are replaced at once, one undo brings all back, and others see it whole", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const milo = await people.open({ name: "Milo" }, pad);
  await lay(anna, REVIEW);
  const before = await converged(anna, milo);
  await openFind(anna);
  await anna.keyboard.type("tablet");
  await anna.keyboard.press("Control+h");
  await expect(anna.getByRole("textbox", { name: "Replace with" })).toBeFocused();
  await anna.keyboard.type("phone");
  await anna.keyboard.press("Enter");
  await expect(told(anna)).toHaveText("1 of 2");
  expect((await converged(anna, milo))[7]).toContain("old phones");
  await anna.getByRole("button", { name: "Replace all 2" }).click();
  await expect(told(anna)).toHaveText("2 replaced");
  expect((await converged(anna, milo)).join(" ")).not.toMatch(/tablet/i);
  await anna.keyboard.press("Escape");
  await anna.keyboard.press("Control+z");
  await anna.keyboard.press("Control+z");
  expect(await converged(anna, milo)).toEqual(before);
});

test("each place is replaced once by words that hold what they replace", async ({
  server,
  people,
}) => {
  const anna = await people.open({ name: "Anna" }, await server.make());
  await lay(anna, [line("a cat and a cat")]);
  await openFind(anna);
  await anna.keyboard.type("cat");
  await anna.keyboard.press("Control+h");
  await anna.keyboard.type("Cats");
  for (let i = 0; i < 2; i += 1) await anna.keyboard.press("Enter");
  expect((await linesOf(anna))[0]).toBe("a Cats and a Cats");
});

test("what others write is found at once, and one stays where one stands", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const milo = await people.open({ name: "Milo" }, pad);
  await lay(anna, [line("first tablet"), line("second tablet")]);
  await converged(anna, milo);
  await openFind(anna);
  await anna.keyboard.type("tablet");
  await anna.keyboard.press("Enter");
  await expect(told(anna)).toHaveText("2 of 2");
  await write(milo, ", my tablet", "first tablet");
  await expect(told(anna)).toHaveText("3 of 3");
  await milo.keyboard.press("Backspace");
  await expect(told(anna)).toHaveText("2 of 2");
  await expect(anna.locator(".bn-inline-content", { has: here(anna) })).toHaveText("second tablet");
});

test("who only reads finds, in a folded toggle too, and replaces nothing", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const reader = await people.open({ name: "Reader" }, pad, pad.view_key);
  const deep = { type: "toggleListItem", content: "outer", children: [line("a hidden tablet")] };
  await lay(anna, [...Array.from({ length: 60 }, (_, i) => line(`line ${i}`)), deep]);
  await expect(text(reader)).toContainText("outer");
  await expect(reader.getByText("a hidden tablet")).toBeHidden();
  await openFind(reader, "Control+f");
  await expect(field(reader)).toBeFocused();
  await expect(reader.getByRole("textbox", { name: "Replace with" })).toBeHidden();
  await reader.keyboard.type("tablet");
  await expect(told(reader)).toHaveText("1 of 1");
  await expect(here(reader)).toBeInViewport();
  await sound(reader);
  await reader.keyboard.press("Escape");
  expect(await reader.evaluate(() => getSelection()?.toString())).toBe("tablet");
});

test("on a phone that shows the simple view words are found above it, and the line below stays", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const jana = await people.open({ name: "Jana", phone: true, companion: true }, pad);
  await lay(anna, REVIEW);
  await expect(text(jana)).toContainText("Numbers");
  await more(jana, "Find…");
  await field(jana).fill("tablet");
  await expect(told(jana)).toHaveText("1 of 3");
  await expect(jana.getByRole("button", { name: "Replace it with other words" })).toBeHidden();
  await sound(jana);
  await shot(jana, "find-companion");
  await jana.getByRole("button", { name: "Close" }).click();
  await expect(jana.locator(".hit")).toHaveCount(0);
});

test("beside the outline in a narrow window the bar takes two lines, and all of it is in sight", async ({
  server,
  people,
}) => {
  const size = { width: 760, height: 700 };
  const page = await people.open({ name: "Anna", size }, await server.make());
  await lay(page, REVIEW);
  await more(page, "Outline");
  await expect(page.getByRole("dialog", { name: "Outline" })).toBeVisible();
  await openFind(page);
  await page.keyboard.type("tablet");
  await expect(told(page)).toHaveText("1 of 3");
  await shot(page, "find-narrow");
  for (const name of ["Replace all 3", "The next match"])
    await bar(page).getByRole("button", { name }).click({ trial: true });
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  await sound(page);
});

test("a match far below comes between the bars, and the bar moves no text over it", async ({
  server,
  people,
}) => {
  for (const who of [{ name: "Anna" }, { name: "Jana", phone: true }]) {
    const page = await people.open(who, await server.make());
    await lay(page, [
      ...Array.from({ length: 90 }, (_, i) => line(`line ${i}`)),
      line("the needle"),
      ...Array.from({ length: 90 }, (_, i) => line(`line ${i}`)),
      line("a needle"),
    ]);
    await ready(page);
    await more(page, "Find…");
    await field(page).fill("needle");
    for (let i = 0; i < 3; i++) {
      await expect(here(page)).toBeInViewport();
      const [match, over] = [await here(page).boundingBox(), await bar(page).boundingBox()];
      expect(match?.y).toBeGreaterThanOrEqual((over?.y ?? 0) + (over?.height ?? 0));
      await page.getByRole("button", { name: "The next match" }).click();
    }
    await page.getByRole("button", { name: "Close" }).click();
    await expect(bar(page)).toBeHidden();
  }
});

test("the outline follows what is written, leads to a heading by a click or a key, and lights the one that one is in", async ({
  server,
  people,
}) => {
  const page = await people.open({ name: "Anna" }, await server.make());
  const outline = page.getByRole("dialog", { name: "Outline" });
  await more(page, "Outline");
  await expect(outline).toContainText("No headings yet.");
  await expect(outline).toContainText("0 words");
  const filler = Array.from({ length: 40 }, (_, i) => line(`line ${i}`));
  await lay(page, [...REVIEW, ...filler, h(2, "Far below"), ...filler]);
  await expect(outline.getByRole("listitem")).toHaveCount(8);
  await expect(outline.getByRole("button", { name: "Decisions" })).toContainText("1 of 3 done");
  await expect(outline).toContainText(/2 minutes? to read|1 minute to read/);
  await outline.getByRole("button", { name: "Far below" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Far below" })).toBeInViewport();
  await expect(outline.locator("[aria-current]")).toHaveText("Far below");
  await page.keyboard.type(" indeed");
  await expect(outline.locator("[aria-current]")).toHaveText("Far below indeed");
  await outline.getByRole("button", { name: "What we saw" }).click();
  await expect(page.getByRole("heading", { name: "What we saw" })).toBeInViewport();
  await expect(outline.locator("[aria-current]")).toHaveText("What we saw");
  await page.mouse.move(300, 400);
  await page.mouse.wheel(0, 20_000);
  await expect(outline.locator("[aria-current]")).toHaveText("Far below indeed");
  await outline.getByRole("button", { name: "Close" }).click();
  await expect(outline).toBeHidden();
});

test("in 5000 lines a letter that is everywhere is found, and all of a word are replaced", async ({
  server,
  people,
}) => {
  test.slow();
  const page = await people.open({ name: "Anna" }, await server.make());
  await lay(
    page,
    Array.from({ length: 5000 }, (_, i) => line(i % 5 ? `line ${i}` : `line ${i} of the tablet`)),
  );
  await openFind(page);
  await page.keyboard.type("e");
  await expect(told(page)).toHaveText("1 of 7000");
  await field(page).fill("tablet");
  await expect(told(page)).toHaveText("1 of 1000");
  await page.getByRole("textbox", { name: "Replace with" }).fill("phone");
  await page.getByRole("button", { name: "Replace all 1000" }).click();
  await expect(told(page)).toHaveText("1000 replaced");
  await expect(text(page)).not.toContainText("tablet");
});
