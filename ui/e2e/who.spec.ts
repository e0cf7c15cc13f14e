/** Who wrote what: shown on demand, live, for who reads on a phone too, and of who has left; as the picture has it. */
import * as Y from "yjs";
import type { Page } from "@playwright/test";
import { writeHere } from "./clipboards";
import { converged, expect, saved, test, text, write, type MadePad, type People } from "./fixture";
import { shot, sizeOf, sizes } from "./shots";
import { sound } from "./sound";
import { comeIn } from "./stranger";

const h = (level: number, content: string) => ({ type: "heading", props: { level }, content });
const box = (content: string, checked = false) => ({
  type: "checkListItem",
  props: { checked },
  content,
});
const line = (content: string) => ({ type: "paragraph", content });

const ANNAS = [
  h(1, "Sprint review, 22 November"),
  line("Room Aquarium · Anna, Milo, Jana, Sam"),
  h(2, "Decisions"),
  box("Release candidate goes out on Thursday", true),
  box("Retro moves to Monday, 10:00"),
  h(2, "What we saw"),
];

const lay = (page: Page, blocks: unknown[]) => page.evaluate(writeHere, JSON.stringify(blocks));
const names = (page: Page) => page.locator(".who-names");
/** The names of each run, from the top. */
const runs = (page: Page) =>
  names(page).evaluateAll((all) =>
    all.map((each) => [...each.children].map(({ textContent }) => textContent).join(", ")),
  );
const list = (page: Page) => page.getByRole("region", { name: "Who wrote what" });
const told = (page: Page) => list(page).getByRole("status");

async function more(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

/** Writes a line below another one. */
async function below(page: Page, after: string, words: string): Promise<void> {
  await write(page, "", after);
  await page.keyboard.press("Enter");
  await page.keyboard.type(words);
  await saved(page);
}

/** Anna, Milo and Sam have written, and Sam has left. */
async function meeting(people: People, pad: MadePad) {
  const anna = await people.open({ name: "Anna", color: "#2f6bd8" }, pad);
  const milo = await people.open({ name: "Milo", color: "#b4466e" }, pad);
  const sam = await people.open({ name: "Sam", color: "#9a5b13" }, pad);
  await lay(anna, ANNAS);
  await converged(anna, milo, sam);
  await below(milo, "Thursday", "Jana asks legal about the licence of the map tiles");
  const slow = "Upload on the old tablets is still slow. Sam measured 4.2 s for a photo.";
  await below(sam, "What we saw", slow);
  await converged(anna, milo, sam);
  await write(milo, " Most of it is the turn of the picture.", "Upload on");
  await saved(milo);
  await sam.close();
  await expect(anna.locator(".avatar")).toHaveCount(2);
  return { anna, milo };
}

for (const who of sizes("Jana", "Jana")) {
  test(`it is shown who wrote what, also of who has left, and hidden again (${sizeOf(who)})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    await meeting(people, pad);
    // who comes later, and may read alone
    const page = await people.open({ ...who, color: "#0b7d63" }, pad, pad.view_key);
    await more(page, "Who wrote what");
    const all = who.phone ? ["A", "M", "A", "S, M"] : ["Anna", "Milo", "Anna", "Sam, Milo"];
    await expect(async () => expect(await runs(page)).toEqual(all)).toPass();
    await expect(list(page).getByRole("listitem")).toHaveText(["Anna", "Milo", "Sam"]);
    await shot(page, `who-${sizeOf(who)}`);
    await sound(page);
    const words = page.locator(".bn-inline-content", { hasText: "Upload on" });
    if (who.phone) await words.tap({ position: { x: 20, y: 10 } });
    else await words.hover({ position: { x: 20, y: 10 } });
    await expect(told(page)).toContainText("Written by Sam");
    await list(page).getByRole("button", { name: "Milo" }).click();
    await expect(list(page).getByRole("button", { name: "Milo" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await shot(page, `who-only-${sizeOf(who)}`);
    await sound(page);
    await list(page).getByRole("button", { name: "Hide" }).click();
    await expect(page.locator(".who, .who-list, [data-who]")).toHaveCount(0);
  });
}

test("it goes on live: what is typed, broken, moved and taken back stays its writer's", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const { anna, milo } = await meeting(people, pad);
  await anna.keyboard.press("Alt+Shift+W");
  await expect(names(anna)).toHaveCount(4);
  await below(milo, "Retro moves", "Milo brings the coffee");
  await expect(async () =>
    expect(await runs(anna)).toEqual(["Anna", "Milo", "Anna", "Milo", "Anna", "Sam, Milo"]),
  ).toPass();
  await write(milo, "", "Room Aquarium");
  await milo.keyboard.press("Tab"); // moved by Milo, and Anna's all the same
  await saved(milo);
  await converged(anna, milo);
  await expect(async () =>
    expect(await runs(anna)).toEqual(["Anna", "Milo", "Anna", "Milo", "Anna", "Sam, Milo"]),
  ).toPass();
  // the strokes stay below the words, though bold letters are wider and no place in the text is another
  const slow = text(anna).locator(".bn-inline-content", { hasText: "Upload on" });
  const stroke = anna.locator(".who-under").last();
  const offset = async () => {
    const [of, under] = [await slow.boundingBox(), await stroke.boundingBox()];
    return Math.round((under?.x ?? 0) + (under?.width ?? 0) - (of?.x ?? 0));
  };
  const thin = await offset();
  await slow.click();
  await anna.keyboard.press("Home");
  await anna.keyboard.press("Shift+ControlOrMeta+ArrowRight");
  await anna.keyboard.press("ControlOrMeta+b");
  await expect.poll(offset).not.toBe(thin);
  // the caret tells, as keys move it
  await text(anna).locator(".bn-inline-content", { hasText: "Jana asks" }).click();
  await expect(told(anna)).toHaveText("Written by Milo");
  await anna.keyboard.press("Alt+Shift+W");
  await expect(list(anna)).toHaveCount(0);
});

test("of whom nothing is known that is said, and who shows no name has none", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const { anna } = await meeting(people, pad);
  const doc = new Y.Doc();
  const program = await comeIn(pad, doc);
  program.awareness.setLocalState(null);
  const group = doc.getXmlFragment("blocknote").get(0) as Y.XmlElement;
  const [block, paragraph] = [new Y.XmlElement("blockContainer"), new Y.XmlElement("paragraph")];
  block.setAttribute("id", "by-a-program");
  paragraph.insert(0, [new Y.XmlText("A program wrote this")]);
  block.insert(0, [paragraph]);
  group.insert(0, [block]);
  await expect(text(anna)).toContainText("A program wrote this");
  await more(anna, "Who wrote what");
  await expect(list(anna).getByRole("listitem").first()).toHaveText("No name");
  program.destroy();
});

test("a print, and a page in forced colours, hold it as they can", async ({ server, people }) => {
  const pad = await server.make();
  const { anna } = await meeting(people, pad);
  await more(anna, "Who wrote what");
  await expect(names(anna)).toHaveCount(4);
  await anna.emulateMedia({ media: "print" });
  await expect(anna.locator(".who")).toBeHidden();
  await expect(list(anna)).toBeHidden();
  await anna.emulateMedia({ media: "screen", forcedColors: "active" });
  await expect(names(anna).first()).toBeVisible();
  await shot(anna, "who-forced");
  const stroke = (place: string) =>
    anna
      .locator(place)
      .first()
      .evaluate((element) => getComputedStyle(element).borderBottomStyle);
  await expect.poll(() => stroke(".who-under[data-stroke=solid]")).toBe("solid");
  await expect.poll(() => stroke(".who-under[data-stroke=dashed]")).toBe("dashed");
});

test("in a text of 5,000 blocks what is in sight is drawn, and the rest as one comes to it", async ({
  server,
  people,
}) => {
  test.slow();
  const pad = await server.make();
  const page = await people.open({ name: "Anna" }, pad);
  await lay(
    page,
    Array.from({ length: 5000 }, (_, i) => line(`Line ${i + 1} of a long text`)),
  );
  await more(page, "Who wrote what");
  await expect(page.locator(".who-line").first()).toBeAttached();
  const drawn = () => page.locator(".who-line").count();
  expect(await drawn()).toBeLessThan(100);
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await expect(names(page).first()).toBeInViewport();
  expect(await drawn()).toBeLessThan(100);
});

/** Whoever opens this page again was away for ten minutes. */
const TEN_MINUTES_LATER = `{
  const kept = JSON.parse(localStorage.getItem("fadepad.left") ?? "[]");
  const earlier = kept.map((each) => ({ ...each, at: each.at - 600_000 }));
  localStorage.setItem("fadepad.left", JSON.stringify(earlier));
}`;

for (const who of [...sizes("Jana", "Jana"), { name: "Jana", locale: "ar" }]) {
  const size = who.locale ?? sizeOf(who);
  test(`who was away sees one line above what is new since, and a way there (${size})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const { milo } = await meeting(people, pad);
    const page = await people.open({ ...who, color: "#0b7d63" }, pad);
    const own = "Jana was here before";
    await below(page, "Retro moves", own);
    await page.addInitScript(TEN_MINUTES_LATER);
    await page.goto("about:blank");
    await below(milo, "Upload on", "We try it in a worker, and make the picture smaller first.");
    await page.goBack();
    await expect(text(page)).toContainText("We try it");
    await page.keyboard.press("Alt+Shift+W");
    const since = page.locator(".who-since");
    await expect(since).toHaveCount(1);
    if (!who.locale) await expect(since).toHaveText(/^since you left, \d\d:\d\d/);
    // above the new line, in room of its own
    const box = async (words: string) =>
      (await page.locator(".bn-inline-content", { hasText: words }).boundingBox()) ?? fail();
    const line = (await since.boundingBox()) ?? fail();
    const [old, fresh] = [await box("Upload on"), await box("We try it")];
    expect(line.y).toBeGreaterThanOrEqual(old.y + old.height - 1);
    expect(line.y + line.height).toBeLessThanOrEqual(fresh.y + 1);
    await expect(page.locator(".who-line[data-new]")).toHaveCount(1);
    await shot(page, `who-since-${size}`);
    await sound(page);
    // what is written above it moves no line, and one's own words are not new
    await below(milo, "Decisions", "Milo writes above");
    await expect(page.locator(".who-line[data-new]")).toHaveCount(2);
    await expect(since).toHaveCount(1);
    const way = page.locator(".who-since-way");
    await way.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("Oh: ");
    await expect(text(page)).toContainText(/Oh: (Milo writes above|We try it)/);
    await page.keyboard.press("Alt+Shift+W");
    await expect(since).toHaveCount(0);
    const room = await page
      .locator(".bn-block-outer", { hasText: "We try it" })
      .evaluate((element) => getComputedStyle(element).marginTop);
    expect(room).toBe("0px");
  });
}

function fail(): never {
  throw new Error("it is not drawn");
}
