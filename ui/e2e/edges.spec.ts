/** The edges of small screens: notches, the line at the foot, and 320 px. */
import { expect, test } from "./fixture";
import { call } from "./server";

test("nothing lies under a notch or the line at the foot of the screen", async ({
  server,
  people,
}) => {
  const size = { width: 844, height: 390 };
  const page = await people.open({ name: "Jana", phone: true, size }, await server.make());
  const cdp = await page.context().newCDPSession(page);
  const insets = { top: 0, left: 47, right: 47, bottom: 21 };
  await cdp.send("Emulation.setSafeAreaInsetsOverride" as never, { insets } as never);
  const clear = async (selector: string) => {
    const boxes = await page
      .locator(selector)
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON() as DOMRect));
    expect(boxes.length).toBeGreaterThan(0);
    for (const { left, right, bottom } of boxes) {
      expect(left).toBeGreaterThanOrEqual(insets.left);
      expect(right).toBeLessThanOrEqual(size.width - insets.right);
      expect(bottom).toBeLessThanOrEqual(size.height - insets.bottom);
    }
  };
  await clear(".bar .brand, .bar button, .thumb button, .bn-inline-content");
  await page.getByRole("button", { name: "Share" }).tap();
  await expect(page.getByRole("button", { name: "Copy link" })).toBeVisible();
  await clear("dialog button, dialog .qr");
});

test("the chip keeps to one line on the narrowest phone, however much it has to say", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  for (const width of [320, 360, 390]) {
    const page = await people.open(
      { name: "Jana", phone: true, size: { width, height: 640 } },
      pad,
    );
    const chip = page.locator(".chip");
    for (const [change, says] of [
      [{ ttl_s: 28_800 }, /^Lives while/],
      [{ ends_in_s: 80_000 }, /^Lives until/],
    ] as const) {
      await call("PATCH", pad, change);
      await expect(chip).toHaveText(says);
      const box = await chip.boundingBox();
      expect(box?.height).toBe(36);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      expect(
        await chip.locator(".cut").evaluate((words) => words.scrollWidth - words.clientWidth),
        await chip.innerText(),
      ).toBe(0);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBe(0);
    }
  }
});
