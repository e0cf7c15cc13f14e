/** The lines under the bar come and go, and neither move what somebody writes nor cover what they choose from. */
import type { Page } from "@playwright/test";
import { call } from "./server";
import { expect, saved, test, text, type Who } from "./fixture";
import { caret, keyboardUp, PHONE } from "./touch";

const notices = (page: Page) => page.locator(".state-line");
const topOf = (page: Page, words: string): Promise<number> =>
  text(page)
    .getByText(words)
    .evaluate((line) => line.getBoundingClientRect().top);

const bottomOf = (page: Page): Promise<number> =>
  page.locator(".state").evaluate((lines) => lines.getBoundingClientRect().bottom);

const HANDS: (Who & { what: string; below: number })[] = [
  { what: "a desk, a short text", name: "Anna", below: 0 },
  { what: "a desk, a long text", name: "Anna", below: 60 },
  { what: "a phone, a short text", name: "Anna", phone: true, below: 0 },
  { what: "a phone, a long text", name: "Anna", phone: true, below: 60 },
];

for (const { what, below, ...who } of HANDS)
  test(`what one writes stays where it is while lines come and go under the bar (${what})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const host = await people.open(who, pad, pad.host_key);
    await text(host).click();
    await host.keyboard.type("first\n\n\n\nhere");
    for (let n = 0; n < below; n += 1) await host.keyboard.press("Enter");
    await saved(host);
    await text(host).getByText("here").click();
    if (who.phone) await keyboardUp(host, PHONE);
    const before = await topOf(host, "here");
    const stays = async () => {
      await host.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
      expect(await topOf(host, "here")).toBeCloseTo(before, 0);
    };
    const reader = await people.open({ name: "Milo" }, pad, pad.view_key);
    await reader.getByRole("button", { name: "Ask to write" }).click();
    await expect(notices(host)).toHaveCount(1);
    await stays();
    const lea = await people.open({ name: "Lea" }, pad, pad.view_key);
    await lea.getByRole("button", { name: "Ask to write" }).click();
    await expect(notices(host)).toHaveText(/1 more ask to write/);
    await stays();
    await host.mouse.wheel(0, -1000); // what a line covers can be scrolled to
    await expect
      .poll(
        async () =>
          (await topOf(host, "first")) -
          (await host.locator(".state").evaluate((it) => it.getBoundingClientRect().bottom)),
      )
      .toBeGreaterThanOrEqual(0);
    for (const page of [reader, lea])
      await page.getByRole("button", { name: "Ask no more" }).click();
    await text(host).getByText("here").click();
    const now = await topOf(host, "here");
    await expect(notices(host)).toHaveCount(0);
    expect(await topOf(host, "here"), "nor when it goes").toBe(now);
    await text(host).getByText("first").click();
    await reader.getByRole("button", { name: "Ask to write" }).click();
    await expect(notices(host)).toHaveCount(1);
    await expect // the line that one writes is not covered
      .poll(async () => (await caret(host)).top - (await bottomOf(host)))
      .toBeGreaterThanOrEqual(0);
  });

test("a line under the bar covers nothing of the list of people, and moves nothing there", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const host = await people.open({ name: "Anna" }, pad, pad.host_key);
  await host.locator(".avatars").click();
  const heading = host.getByRole("dialog").getByRole("heading", { name: "People" });
  const before = await heading.boundingBox();
  await call("PATCH", pad, { writing: "picked" });
  await expect(notices(host)).toBeVisible();
  expect(await heading.boundingBox()).toEqual(before);
  expect(
    await heading.evaluate((it) => {
      const { left, top, width, height } = it.getBoundingClientRect();
      return it.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    }),
  ).toBe(true);
  await host.getByRole("dialog").getByRole("button", { name: "Close" }).click();
});
