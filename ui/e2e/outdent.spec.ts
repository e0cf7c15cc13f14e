/** Tab and Shift+Tab in code: spaces come and go, and the caret stays. */
import { expect, linesOf, test, text, write } from "./fixture";

test("Shift+Tab in code takes back what Tab put in, and never leads out of the text", async ({
  server,
  people,
}) => {
  const page = await people.open({ name: "Anna" }, await server.make());
  await text(page).click();
  await write(page, "``` one\ntwo");
  await expect(text(page).locator("code")).toHaveText("one\ntwo");
  await page.keyboard.press("Home");
  await page.keyboard.press("Tab");
  await expect(text(page).locator("code")).toHaveText(/^one\n\s+two$/);
  for (let i = 0; i < 4; i++) await page.keyboard.press("Shift+Tab");
  await expect(text(page).locator("code")).toHaveText("one\ntwo");
  await page.keyboard.press("End");
  await page.keyboard.type(" more");
  await expect.poll(() => linesOf(page)).toEqual(["one\ntwo more"]);
});
