/** Nothing is lost by accident: a server that dies, a phone that sleeps, a tab that is closed too early. */
import { converged, expect, linesOf, live, saved, test, text, write } from "./fixture";

test("a killed server comes back with the same secret, and two browsers refill it without losing or doubling a word", async ({
  serve,
  people,
  folder,
}) => {
  const flags = ["--secret-file", `${folder}/secret`];
  const first = await serve(...flags);
  const { pad } = first;
  const anna = await people.open({ name: "Anna" }, pad);
  const milo = await people.open({ name: "Milo", phone: true }, pad);
  await text(anna).click();
  await write(anna, "start\nanna:\nmilo:");
  await expect(text(milo)).toContainText("milo:");
  await saved(anna);

  await first.kill("SIGKILL");
  for (const page of [anna, milo])
    await expect(page.locator("[data-connection]")).toHaveAttribute("data-connection", "lost");
  await write(anna, " while it was down", "anna:");
  await write(milo, " in the dark", "milo:");

  const second = await serve("--port", String(first.ready.port), ...flags);
  expect(second.ready).toMatchObject({ epoch: pad.epoch, code: pad.code });
  await Promise.all([live(anna), live(milo)]);
  const expected = ["start", "anna: while it was down", "milo: in the dark"];
  await expect.poll(() => converged(anna, milo)).toEqual(expected);
  await Promise.all([saved(anna), saved(milo)]);
  const jana = await people.open({ name: "Jana" }, pad); // with the key of before
  expect(await converged(anna, jana)).toEqual(expected);
});

test("a phone that was off for ten minutes comes back at once, with what it wrote and what the others wrote", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const milo = await people.come({ name: "Milo", phone: true });
  await milo.clock.install();
  await milo.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
  await live(milo);
  await text(anna).click();
  await write(anna, "anna:\nmilo:");
  await expect(text(milo)).toContainText("milo:");
  await milo.context().setOffline(true);
  await write(milo, " on the train", "milo:");
  await milo.clock.fastForward("10:00");
  await expect(milo.getByTestId("away")).toContainText("waits in this page");
  await write(anna, " in the room", "anna:");
  await milo.context().setOffline(false);
  await live(milo);
  await expect
    .poll(() => converged(anna, milo))
    .toEqual(["anna: in the room", "milo: on the train"]);
  await saved(milo);
});

test("closing a tab asks first while something has not arrived, and leaving says what would be lost", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await write(anna, "arrived");
  await saved(anna);
  const asks = () =>
    anna.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
  expect(await asks()).toBe(false);
  await anna.context().setOffline(true);
  await write(anna, " not yet", "arrived");
  expect(await asks()).toBe(true);
  await anna.getByRole("button", { name: "More" }).click();
  await anna.getByRole("menuitem", { name: "Leave" }).click();
  await expect(anna.getByRole("heading", { name: "Not all has arrived" })).toBeVisible();
  await anna.getByRole("button", { name: "Stay" }).click();
  await anna.context().setOffline(false);
  await live(anna);
  await saved(anna);
  expect(await asks()).toBe(false);
});

for (const phone of [false, true]) {
  test(`what is typed offline into a line that another takes out is handed back${phone ? ", on a phone" : ""}`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const anna = await people.open({ name: "Anna" }, pad);
    await text(anna).click();
    await write(anna, "Agenda\nWe meet\nWe eat");
    await saved(anna);
    const milo = await people.open({ name: "Milo", phone }, pad);
    await expect(text(milo)).toContainText("We eat");
    await milo.context().setOffline(true);
    await expect(milo.locator("[data-connection]")).toHaveAttribute("data-connection", "lost");
    await write(milo, " on Thursday", "We meet");
    await text(anna).getByText("Agenda").click();
    await anna.keyboard.press("End");
    await anna.keyboard.press("Shift+ArrowDown");
    await anna.keyboard.press("Shift+End");
    await anna.keyboard.press("Backspace");
    await expect.poll(() => linesOf(anna)).toEqual(["Agenda", "We eat"]);
    await saved(anna);
    await milo.context().setOffline(false);
    await live(milo);
    const line = milo.getByTestId("left");
    await expect(line).toContainText("taken out meanwhile");
    await expect(text(milo)).not.toContainText("Thursday");
    await line.getByRole("button", { name: "Copy my words" }).click();
    expect(await milo.evaluate(() => document.querySelector(".toast")?.textContent)).toBe(
      "Your words are copied",
    );
    await line.getByRole("button", { name: "Close" }).click();
    await expect(line).toBeHidden();
  });
}
