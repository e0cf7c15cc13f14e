/** Words that don't go through: the page says so, hands them out, and goes on with them. */
import {
  converged,
  expect,
  live,
  openLife,
  saved,
  test,
  text,
  write,
  type MadePad,
  type People,
} from "./fixture";
import { pasted } from "./clipboards";
import { sound } from "./sound";
import { Forger } from "./stranger";

/** Somebody writes under the id that Sam's page shows, while Sam types in a dead spot: who stays has it held, who goes has it lost. */
async function silenced(
  people: People,
  pad: MadePad,
  { phone = false, leaves = false, deleted = false },
) {
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await write(anna, "Jana asks legal about the licence\nSam asks ops");
  await saved(anna);
  const sam = await people.open({ name: "Sam", phone }, pad);
  await expect(text(sam)).toContainText("Sam asks ops");
  const forger = await Forger.as("Sam", sam, pad, { deleted });
  if (leaves) await forger.leave();
  await write(sam, " when the backup window is", "Sam asks ops");
  await sam.context().setOffline(false);
  await live(sam);
  return { anna, sam, forger };
}

for (const phone of [false, true]) {
  test(`who is silenced reads it within ten seconds, copies the words, and goes on with them${phone ? ", on a phone" : ""}`, async ({
    server,
    people,
  }, info) => {
    const pad = await server.make();
    const { anna, sam, forger } = await silenced(people, pad, { phone });
    const line = sam.getByTestId("held");
    await expect(line).toContainText(
      /What you typed since \d\d:\d\d is not going through\. The others don’t see it\./,
      { timeout: 10_000 },
    );
    await expect(text(anna)).not.toContainText("backup window");
    const underlined = () =>
      sam.evaluate(() => [...(CSS.highlights.get("held") ?? [])].map(String).join(""));
    await expect.poll(underlined).toBe(" when the backup window is");
    await sam.screenshot({ path: info.outputPath(`held-${phone ? "phone" : "desktop"}.png`) });
    await sound(sam);

    await openLife(sam);
    await expect(sam.locator("[data-saved]")).toHaveAttribute("data-saved", "held");
    await expect(sam.locator("[data-saved]")).toContainText("it is in this page alone");
    await sam.keyboard.press("Escape");

    await line.getByRole("button", { name: "Copy my words" }).click();
    await expect(sam.getByText("Your words are copied")).toBeVisible();
    expect(await pasted(sam)).toBe(" when the backup window is");
    await expect(line).toBeVisible(); // it stays until it is solved

    await line.getByRole("button", { name: "Open the pad again" }).click();
    await expect(line).toBeHidden();
    expect(await underlined()).toBe("");
    await live(sam);
    const today = phone ? "" : " today";
    await sam.keyboard.type(today); // the caret is where it was
    const lines = [
      "Jana asks legal about the licence",
      `Sam asks ops when the backup window is${today}`,
    ];
    await expect.poll(() => converged(anna, sam)).toEqual(lines);
    await saved(sam);
    await write(sam, " free", "Sam asks ops");
    await write(anna, " now", "Jana asks");
    await expect.poll(() => converged(anna, sam)).toEqual([`${lines[0]} now`, `${lines[1]} free`]);
    await saved(sam);
    await expect(sam.getByTestId("held")).toBeHidden();
    await forger.leave();
    await expect.poll(() => converged(anna, sam)).toEqual([`${lines[0]} now`, `${lines[1]} free`]);
  });
}

for (const deleted of [false, true]) {
  test(`so does who is silenced by one who has left before, with ${deleted ? "letters that are deleted" : "fewer letters"}`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const { anna, sam } = await silenced(people, pad, { leaves: true, deleted });
    const line = sam.getByTestId("held");
    await expect(line).toContainText("is not going through", { timeout: 10_000 });
    await expect(text(sam)).toContainText("when the backup window is");
    await line.getByRole("button", { name: "Open the pad again" }).click();
    await expect(line).toBeHidden();
    await live(sam);
    await expect
      .poll(() => converged(anna, sam))
      .toEqual(["Jana asks legal about the licence", "Sam asks ops when the backup window is"]);
    await saved(sam);
  });
}
