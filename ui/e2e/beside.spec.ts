/** The list of people stands beside the text and covers none of it. */
import { expect, test, text, write } from "./fixture";
import { shot } from "./shots";

for (const width of [700, 1024, 1280, 1920])
  test(`with the list of people open every word is seen, ${width} px wide`, async ({
    server,
    people,
  }) => {
    const page = await people.open({ name: "Anna" }, await server.make());
    await page.setViewportSize({ width, height: 800 });
    await text(page).click();
    await write(page, "a line that is as long as a line can be ".repeat(6));
    const line = text(page).locator("p").first();
    const before = await line.evaluate((node) => node.getBoundingClientRect().left);
    await page.locator(".avatars").click();
    const list = page.locator(".sheet-drawer[open]");
    await expect(list).toBeVisible();
    const edges = () =>
      line.evaluate((node) => {
        const words = document.createRange();
        words.selectNodeContents(node);
        const { left, right } = words.getBoundingClientRect();
        return { left, right };
      });
    const from = await list.evaluate((node) => node.getBoundingClientRect().left);
    const { left, right } = await edges();
    expect(right).toBeLessThanOrEqual(from);
    expect(left).toBeGreaterThanOrEqual(0);
    // where there is room for both nothing moves
    if (width === 1920) expect(left).toBeCloseTo(before, 0);
    await shot(page, `beside-${width}`);
  });
