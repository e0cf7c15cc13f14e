/** A code that stands: a phone that scans it after the end writes in a new, empty pad, and the next one with it. */
import { expect, live, saved, test, text } from "./fixture";

test("after the end the same code opens a new, empty pad for everyone who scans it", async ({
  serve,
  people,
}) => {
  const { pad } = await serve("--standing");
  const milo = await people.come({ name: "Milo", phone: true });
  await milo.goto(`${pad.origin}/j/${pad.code}`);
  await live(milo);
  await text(milo).click();
  await milo.keyboard.type("of yesterday");
  await saved(milo);
  const ended = await fetch(`${pad.origin}/api/v1/pads/${pad.pad}`, {
    method: "DELETE",
    headers: { Authorization: `Bearer ${pad.host_key}` },
    body: JSON.stringify({ in_s: 0 }),
  });
  expect(ended.status).toBe(200);
  await expect(milo.getByRole("heading", { name: "This pad has faded" })).toBeVisible();

  await milo.goto(`${pad.origin}/j/${pad.code}`);
  await live(milo);
  await expect(text(milo)).not.toContainText("of yesterday");
  const jana = await people.come({ name: "Jana" });
  await jana.goto(`${pad.origin}/j/${pad.code}`);
  await live(jana);
  await text(milo).click();
  await milo.keyboard.type("of today");
  await expect(text(jana)).toContainText("of today");
});
