/** Large pastes: the page stays, whatever is pasted. */
import { paste } from "./clipboards";
import { expect, test, text } from "./fixture";

const lines = (count: number) => Array.from({ length: count }, (_, i) => `${i % 10}`);
const LAST = "the last line";

test("thousands of short lines come to everyone: as words, as HTML, and from pad to pad; what the pad can't hold changes nothing", async ({
  server,
  people,
}) => {
  test.slow();
  const many = [...lines(5400), LAST];
  const forms: Record<string, string>[] = [
    { "text/plain": many.join("\n") },
    { "text/html": many.map((line) => `<p>${line}</p>`).join("") },
  ];
  for (const flavours of forms) {
    const pad = await server.make();
    const anna = await people.open({ name: "Anna" }, pad);
    const milo = await people.open({ name: "Milo" }, pad);
    await text(anna).click();
    await paste(anna, flavours);
    await expect(text(milo).getByText(LAST)).toBeAttached({ timeout: 30_000 });
    await expect(text(milo).locator("p")).toHaveCount(many.length);
    await milo.close();
    await anna.close();
  }

  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await paste(anna, { "text/plain": many.join("\n") });
  await anna.keyboard.press("Control+a");
  await anna.keyboard.press("Control+c");
  const other = await server.make();
  const milo = await people.open({ name: "Milo" }, other);
  const page = await anna.context().newPage();
  await page.goto(`${other.origin}/p/${other.pad}#${other.edit_key}`);
  await anna.close();
  await text(page).click();
  await page.keyboard.press("Control+v");
  await expect(text(page).locator("p")).toHaveCount(many.length, { timeout: 30_000 });

  await paste(page, { "text/plain": lines(20_000).join("\n") });
  await expect(
    page.getByText("This is more than the pad can hold. Nothing was pasted."),
  ).toBeVisible();
  await expect(text(page).locator("p")).toHaveCount(many.length);
  await page.keyboard.type(" goes on");
  await expect(text(milo).getByText(`${LAST} goes on`)).toBeAttached({ timeout: 30_000 });
});
