/** Each block runs in the direction of its words, with its bullet, box or line on that side. */
import type { Locator, Page } from "@playwright/test";
import { converged, expect, test, text, write } from "./fixture";

const block = (page: Page, words: string) =>
  text(page).locator(".bn-block-content", { hasText: words });
/** Where a block's words begin and end, in pixels of the window. */
const extent = (of: Locator) =>
  of.locator(".bn-inline-content").evaluate((line) => {
    const range = document.createRange();
    range.selectNodeContents(line);
    const { left, right } = range.getBoundingClientRect();
    const column = line.closest(".bn-editor")?.getBoundingClientRect();
    return {
      left,
      right,
      fromLeft: left - (column?.left ?? 0),
      fromRight: (column?.right ?? 0) - right,
    };
  });

for (const phone of [false, true])
  test(`Hebrew and Arabic stand at the right, also in lists, boxes, quotes and cells; code does not (${phone ? "phone" : "desktop"})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const page = await people.open({ name: "Anna", phone }, pad);
    await text(page).click();
    await write(
      page,
      "# כותרת\nفقرة\nplain\nעברית then English\nEnglish ואז עברית\n- רשימה\n\n1. מספר\n\n[] משימה\nתת\n\n\n> ציטוט\n```\nקוד = 1\n",
    );
    for (const words of ["כותרת", "فقرة", "עברית then", "רשימה", "מספר", "משימה", "ציטוט"]) {
      const { fromLeft, fromRight } = await extent(block(page, words));
      expect(fromRight, `${words} is at the right`).toBeLessThan(80);
      expect(fromLeft, words).toBeGreaterThan(fromRight);
    }
    for (const words of ["plain", "English ואז", "קוד"])
      expect((await extent(block(page, words))).fromLeft, `${words} is at the left`).toBeLessThan(
        80,
      );

    const box = await block(page, "משימה").getByRole("checkbox").boundingBox();
    expect(box?.x ?? 0).toBeGreaterThan((await extent(block(page, "משימה"))).right);
    await expect(block(page, "ציטוט").locator("blockquote")).toHaveCSS("border-right-width", "3px");
    await expect(block(page, "ציטוט").locator("blockquote")).toHaveCSS("border-left-width", "0px");
    for (const words of ["plain", "English ואז"])
      await expect(block(page, words)).toHaveCSS("direction", "ltr");

    // a line below another is indented from its parent's side
    await block(page, "תת").locator(".bn-inline-content").click();
    await page.keyboard.press("Tab");
    const [parent, child] = [
      await block(page, "משימה").boundingBox(),
      await block(page, "תת").boundingBox(),
    ];
    expect((parent?.x ?? 0) + (parent?.width ?? 0) - (child?.x ?? 0) - (child?.width ?? 0)).toBe(
      24,
    );

    // a line turns with its first word
    await write(page, "", "plain");
    await page.keyboard.press("Home");
    await page.keyboard.type("שלום ");
    await expect(block(page, "plain")).toHaveCSS("direction", "rtl");
  });

test("each cell of a table has its own direction, and the columns keep their order", async ({
  server,
  people,
}) => {
  const page = await people.open({ name: "Anna" }, await server.make());
  await text(page).click();
  await page.keyboard.type("/table");
  await page.keyboard.press("Enter");
  await page.keyboard.type("שלום");
  await page.keyboard.press("Tab");
  await page.keyboard.type("plain");
  const ends = (words: string) =>
    page.locator("td, th", { hasText: words }).evaluate((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell.querySelector("p") as Element);
      const [inner, outer] = [range.getBoundingClientRect(), cell.getBoundingClientRect()];
      return { x: outer.left, left: inner.left - outer.left, right: outer.right - inner.right };
    });
  const [hebrew, plain] = [await ends("שלום"), await ends("plain")];
  expect(hebrew.right).toBeLessThan(hebrew.left);
  expect(plain.left).toBeLessThan(plain.right);
  expect(hebrew.x).toBeLessThan(plain.x);
});

test("a cursor's name does not turn the line at whose start it stands", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const milo = await people.open({ name: "Milo" }, pad);
  await text(anna).click();
  await write(anna, "שלום לכולם");
  await converged(anna, milo);
  await write(milo, "", "שלום");
  await milo.keyboard.press("Home");
  await expect(block(anna, "שלום").locator(".cursor-name")).toHaveText("Milo");
  await expect(block(anna, "שלום")).toHaveCSS("direction", "rtl");
  const away = async () => {
    const caret = await anna.locator(".cursor-caret").boundingBox();
    const line = await block(anna, "שלום").locator(".bn-inline-content").boundingBox();
    return Math.abs((caret?.x ?? 0) - (line?.x ?? 0) - (line?.width ?? 0));
  };
  await expect.poll(away).toBeLessThan(4);
});
