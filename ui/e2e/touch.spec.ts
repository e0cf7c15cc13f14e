/** A page for fingers: one bar at the thumb, another on the keyboard, never both, on every size that is held in hands. */
import { expect, live, test, text, write } from "./fixture";
import {
  caret,
  caretIsSeen,
  DEVICES,
  keyboardUp,
  keys,
  noSidewaysScroll,
  PHONE,
  take,
  thumb,
  tool,
  tooSmall,
  TOUCH,
} from "./touch";

for (const device of DEVICES) {
  test(`${device.what} has one bar: at the thumb, or with tools on the keyboard`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const page = await take(people, pad, device, device.size.width < device.size.height);
    await expect(thumb(page)).toBeVisible();
    await expect(keys(page)).toHaveCount(0);
    expect(await tooSmall(page)).toEqual([]);
    await noSidewaysScroll(page);

    await thumb(page).getByRole("button", { name: "Tick" }).tap();
    await page.keyboard.type("bring cups");
    for (let i = 0; i < 12; i += 1) await page.keyboard.press("Enter");
    await page.keyboard.type("the last line");
    await keyboardUp(page, device);
    await expect(thumb(page)).toHaveCount(0);
    const bar = await keys(page).boundingBox();
    expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBe(device.size.height - device.keyboard);
    // 320 px hold six and the word, 360 seven, 404 eight; bold comes back when words are selected, the heading is in the menu
    const { width } = device.size;
    const held = width < 360 ? 6 : width < 404 ? 7 : width < 448 ? 8 : 9;
    await expect(keys(page).getByRole("button")).toHaveCount(held + 1);
    await expect(tool(page, "Done")).toBeVisible();
    expect(await tooSmall(page)).toEqual([]);
    expect(await keys(page).evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
    await noSidewaysScroll(page);
    await caretIsSeen(page);
    await page.keyboard.press("Enter");
    await page.keyboard.type("and one more");
    await caretIsSeen(page);

    const chip = page.locator(".chip");
    await expect(chip).toHaveAccessibleName(/Lives while/);
    expect((await chip.boundingBox())?.width).toBe(TOUCH);
    expect((await page.locator(".top").boundingBox())?.height).toBeLessThanOrEqual(57);

    await tool(page, "Done").tap();
    await expect(keys(page)).toHaveCount(0);
    await page.setViewportSize(device.size);
    await expect(thumb(page)).toBeVisible();
  });

  test(`on ${device.what} the menu of blocks stands beside its line, between the bars`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const page = await take(people, pad, device);
    await text(page).tap();
    for (let i = 0; i < 9; i += 1) await page.keyboard.type(`line ${i}\n`);
    await keyboardUp(page, device);
    for (const line of ["line 1", "line 4", "line 8"]) {
      await page.getByText(line).tap();
      await page.keyboard.press("End");
      await tool(page, "More blocks").tap();
      const menu = page.locator(".bn-suggestion-menu");
      await expect(menu.getByText("Heading 1")).toBeVisible();
      await expect(async () => {
        const box = await menu.boundingBox();
        const [top, bottom] = [box?.y ?? 0, (box?.y ?? 0) + (box?.height ?? 0)];
        const at = await caret(page);
        expect(bottom).toBeLessThanOrEqual((await keys(page).boundingBox())?.y ?? 0);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(
          top >= at.bottom - 1 || bottom <= at.top + 1,
          `${line}: the menu covers its line`,
        ).toBe(true);
        expect(bottom - top, `${line}: the menu shows a choice`).toBeGreaterThanOrEqual(64);
      }).toPass({ timeout: 5000 });
      await page.keyboard.press("Escape");
    }
    await tool(page, "More blocks").tap();
    await page.keyboard.type("quote");
    await page.keyboard.press("Enter");
    await page.keyboard.type("said");
    await expect(text(page).locator("blockquote")).toHaveText("said");
  });
}

test("a keyboard that only covers the page, as iOS has it, has the bar on its upper edge", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.come({ name: "Jana", phone: true });
  // a viewport that tells what a keyboard leaves; the page itself stays as tall as it was
  await page.addInitScript(() => {
    const seen = new EventTarget() as EventTarget & { height: number };
    let covered = 0;
    Object.defineProperties(seen, {
      width: { get: () => innerWidth },
      height: { get: () => innerHeight - covered },
      scale: { value: 1 },
      offsetTop: { value: 0 },
      offsetLeft: { value: 0 },
      pageTop: { get: () => scrollY },
    });
    Object.defineProperty(window, "visualViewport", { value: seen });
    Object.assign(window, {
      cover: (height: number) => {
        covered = height;
        seen.dispatchEvent(new Event("resize"));
      },
    });
  });
  await page.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
  await live(page);
  await text(page).tap();
  for (let i = 0; i < 16; i += 1) await page.keyboard.type(`line ${i}\n`);
  await page.evaluate(
    (height) => (window as unknown as { cover: (height: number) => void }).cover(height),
    336,
  );
  await expect(keys(page)).toBeVisible();
  const bar = await keys(page).boundingBox();
  expect((bar?.y ?? 0) + (bar?.height ?? 0)).toBe(844 - 336);
  await caretIsSeen(page);
});

test("from 320 to 430 px every tool is as wide as a finger, and all are in sight", async ({
  server,
  people,
}) => {
  const page = await take(people, await server.make(), PHONE);
  await text(page).tap();
  await keyboardUp(page, PHONE);
  await page.keyboard.type("the plan");
  for (const width of [320, 340, 359, 360, 375, 390, 403, 404, 412, 430]) {
    await page.setViewportSize({ width, height: 500 });
    for (const chosen of [false, true]) {
      await page.keyboard.press(chosen ? "Shift+Home" : "End");
      await expect(keys(page).getByRole("button").first()).toHaveAttribute(
        "data-tool",
        chosen ? "bold" : "tick",
      );
      const boxes = await keys(page)
        .getByRole("button")
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON() as DOMRect));
      const least = Math.min(...boxes.map((box) => Math.min(box.width, box.height)));
      expect(least, `${width} px`).toBeGreaterThanOrEqual(TOUCH);
      expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThanOrEqual(width);
      await noSidewaysScroll(page);
    }
  }
});

test("a picture that is picked on the keyboard comes to the line of the caret, which stays in sight", async ({
  server,
  people,
}) => {
  const page = await take(people, await server.make(), PHONE);
  await text(page).tap();
  for (let i = 0; i < 16; i += 1) await page.keyboard.type(`line ${i}\n`);
  await page.keyboard.press("ArrowUp");
  await keyboardUp(page, PHONE);
  const png = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 60, height: 40 });
    return canvas.toDataURL().replace(/^.*,/, "");
  });
  const chosen = page.waitForEvent("filechooser");
  await tool(page, "Picture").tap();
  const chooser = await chosen;
  expect(await chooser.element().getAttribute("capture")).toBeNull(); // one that is there already
  const buffer = Buffer.from(png, "base64");
  await chooser.setFiles({ name: "a.png", mimeType: "image/png", buffer });
  const picture = text(page).locator("img[data-own]");
  await expect(picture).toHaveCount(1);
  await text(page).focus();
  await page.keyboard.type("below it");
  await caretIsSeen(page);
  const order = await text(page)
    .locator(".bn-block-content")
    .evaluateAll((all) =>
      all.map((each) => each.textContent || each.dataset.contentType).slice(-3),
    );
  expect(order[0]).toBe("line 15");
  expect(order[2]).toBe("below it");
});

test("turned with the keyboard up, a phone keeps the bar on it", async ({ server, people }) => {
  const page = await take(people, await server.make(), PHONE);
  await text(page).tap();
  await keyboardUp(page, PHONE);
  await expect(keys(page)).toBeVisible();
  await page.setViewportSize({ width: 844, height: 190 });
  await expect(keys(page)).toBeVisible();
  await expect(thumb(page)).toHaveCount(0);
  await page.setViewportSize({ width: 844, height: 390 });
  await expect(thumb(page)).toBeVisible();
});

test("a keyboard for another field brings no tools, and who reads has no bar at all", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await take(people, pad, PHONE);
  await page.locator(".avatars").tap();
  await page.getByRole("button", { name: "Change name" }).tap();
  await page.getByLabel("Name", { exact: true }).tap();
  await keyboardUp(page, PHONE);
  await expect(thumb(page)).toHaveCount(0);
  await expect(keys(page)).toHaveCount(0);
  const reader = await people.open({ name: "Rita", phone: true }, pad, pad.view_key);
  await expect(reader.getByText("You can read here.")).toBeVisible();
  await expect(thumb(reader)).toHaveCount(0);
});

test("with a mouse there is no thumb bar, however narrow the window or large the letters", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  // 320 × 200: a screen of 1280 × 800 at 400 %
  for (const size of [
    { width: 820, height: 1180 },
    { width: 600, height: 800 },
    { width: 320, height: 200 },
  ]) {
    const page = await people.open({ name: "Anna", size }, pad);
    await expect(thumb(page)).toHaveCount(0);
    await noSidewaysScroll(page);
  }
  const page = await people.open({ name: "Zoe", size: { width: 320, height: 200 } }, pad);
  await text(page).click();
  await write(page, Array.from({ length: 12 }, (_, i) => `line ${i}`).join("\n"));
  await expect(page.locator(".top")).toHaveCSS("position", "relative"); // it is scrolled away: else two bars would be all that is seen
  const line = await caret(page);
  expect(line.top >= 0 && line.bottom <= 200).toBe(true);
  await page.getByRole("button", { name: "More" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Leave" }).focus();
  await expect(page.getByRole("menuitem", { name: "Leave" })).toBeInViewport();
});

test("who has not touched the text is among the people all the same", async ({
  server,
  people,
}) => {
  for (const device of [PHONE, DEVICES[3] as (typeof DEVICES)[0]]) {
    const pad = await server.make();
    const page = await take(people, pad, device);
    await expect(page.getByRole("button", { name: "1 person here: Jana Tal" })).toBeVisible();
    expect(await tooSmall(page)).toEqual([]);
  }
});
