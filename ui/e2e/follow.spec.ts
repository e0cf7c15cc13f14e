/** Going along with somebody: to their caret, and wherever it goes, until one does something oneself. */
import type { Page } from "@playwright/test";
import { ledOn } from "./carriers";
import { writeHere } from "./clipboards";
import { converged, expect, test, write } from "./fixture";
import { shot, sizeOf, sizes } from "./shots";
import { sound } from "./sound";

const LINES = Array.from({ length: 200 }, (_, n) => ({
  type: "paragraph",
  content: `Line ${n + 1} of a long text`,
}));
const lay = (page: Page) => page.evaluate(writeHere, JSON.stringify(LINES));
const line = (page: Page, n: number) =>
  page.locator(".bn-inline-content", { hasText: `Line ${n} of` });
const told = (page: Page) => page.getByTestId("following");

async function follow(page: Page, name: string): Promise<void> {
  await page.locator(".avatars").first().click();
  const way = page.getByRole("button", { name: `Follow ${name}` });
  const row = page.getByRole("listitem").filter({ has: way });
  await row.hover();
  await way.click();
}

for (const who of sizes("Anna", "Anna")) {
  test(`one goes to somebody's caret and along with it, until one moves oneself (${sizeOf(who)})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const page = await people.open(who, pad);
    const milo = await people.open({ name: "Milo", color: "#b4466e" }, pad);
    await lay(milo);
    await write(milo, "", "Line 150 of");
    await converged(page, milo);
    await expect(line(page, 150)).not.toBeInViewport();
    await follow(page, "Milo");
    await expect(line(page, 150)).toBeInViewport();
    await expect(told(page)).toHaveText(/You follow Milo\./);
    if (!who.phone) await page.getByRole("button", { name: "Close" }).click();
    await shot(page, `follow-${sizeOf(who)}`);
    await sound(page);
    // along with it, and with what they type
    await line(milo, 20).click();
    await expect(line(page, 20)).toBeInViewport();
    await line(milo, 90).click();
    await milo.keyboard.type("!");
    await expect(line(page, 90)).toBeInViewport();
    // until one does something in the text oneself
    if (who.phone) await line(page, 90).tap();
    else {
      await line(page, 90).hover();
      await page.mouse.wheel(0, 40);
    }
    await expect(told(page)).toHaveCount(0);
    await line(milo, 2).click();
    await milo.keyboard.type("!");
    await converged(page, milo);
    await expect(line(page, 2)).not.toBeInViewport();
  });
}

test("who reads follows, too, and nobody any more who has left", async ({ server, people }) => {
  const pad = await server.make();
  const milo = await people.open({ name: "Milo" }, pad);
  const page = await people.open({ name: "Jana" }, pad, pad.view_key);
  await lay(milo);
  await converged(page, milo);
  await follow(page, "Milo");
  await write(milo, "", "Line 150 of");
  await expect(line(page, 150)).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(told(page)).toHaveCount(0);
  await follow(page, "Milo");
  await expect(told(page)).toHaveCount(1);
  await milo.close();
  await expect(told(page)).toHaveCount(0);
});

test("a short loss of one's own connection ends nothing", async ({ server, people }) => {
  const pad = await server.make();
  const milo = await people.open({ name: "Milo" }, pad);
  const led = await ledOn(server.origin);
  const page = await people.open({ name: "Jana" }, { ...pad, origin: led.origin });
  await lay(milo);
  await write(milo, "", "Line 150 of");
  await converged(page, milo);
  await follow(page, "Milo");
  await expect(line(page, 150)).toBeInViewport();
  led.cut();
  await line(milo, 20).click();
  await expect(line(page, 20)).toBeInViewport();
  await expect(told(page)).toHaveCount(1);
  await led.stop();
});
