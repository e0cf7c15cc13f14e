/** Words that don't go through: the page says so, hands them out, and goes on with them. */
import * as Y from "yjs";
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
import { sound } from "./sound";
import { comeIn } from "./stranger";
import type { Page } from "@playwright/test";

/** Somebody writes under the id that Sam's page shows, while Sam types in a dead spot: who stays has it held, who goes has it lost. */
async function silenced(people: People, pad: MadePad, { phone = false, leaves = false }) {
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await write(anna, "Jana asks legal about the licence\nSam asks ops");
  await saved(anna);
  const forger = new Y.Doc();
  const provider = await comeIn(pad, forger);
  const sam = await people.open({ name: "Sam", phone }, pad);
  await expect(text(sam)).toContainText("Sam asks ops");
  await expect.poll(() => idOf(provider.awareness.getStates(), "Sam")).toBeDefined();
  const id = idOf(provider.awareness.getStates(), "Sam") as number;
  await sam.context().setOffline(true);
  await expect(sam.locator("[data-connection]")).toHaveAttribute("data-connection", "lost");
  forger.clientID = id;
  forger.getText("nowhere").insert(0, "x");
  await expect
    .poll(async () => {
      const seen = new Y.Doc();
      (await comeIn(pad, seen)).destroy();
      return Y.getState(seen.store, id);
    })
    .toBe(1);
  if (leaves) {
    const before = await devices(pad);
    provider.destroy();
    await expect.poll(() => devices(pad)).toBe(before - 1);
  }
  await write(sam, " when the backup window is", "Sam asks ops");
  await sam.context().setOffline(false);
  await live(sam);
  return { anna, sam, provider };
}

async function devices(pad: MadePad): Promise<number> {
  const answer = await fetch(`${pad.origin}/api/v1/pads/${pad.pad}`, {
    headers: { Authorization: `Bearer ${pad.host_key}` },
  });
  return ((await answer.json()) as { devices: number }).devices;
}

const idOf = (states: Map<number, Record<string, unknown>>, name: string) =>
  [...states].find(
    ([, state]) => (state.user as { name?: string } | undefined)?.name === name,
  )?.[0];

/** What lies on the clipboard, as another page of this browser is given it. */
async function pasted(page: Page): Promise<string> {
  const other = await page.context().newPage();
  await other.setContent("<textarea></textarea>");
  await other.locator("textarea").focus();
  await other.keyboard.press("Control+v");
  const words = await other.locator("textarea").inputValue();
  await other.close();
  return words;
}

for (const phone of [false, true]) {
  test(`who is silenced reads it within ten seconds, copies the words, and goes on with them${phone ? ", on a phone" : ""}`, async ({
    server,
    people,
  }, info) => {
    const pad = await server.make();
    const { anna, sam, provider } = await silenced(people, pad, { phone });
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
    provider.destroy();
    await expect.poll(() => converged(anna, sam)).toEqual([`${lines[0]} now`, `${lines[1]} free`]);
  });
}

test("so does who is silenced by one who has left before, with fewer letters", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const { anna, sam } = await silenced(people, pad, { leaves: true });
  const line = sam.getByTestId("held");
  await expect(line).toContainText("is not going through", { timeout: 10_000 });
  await line.getByRole("button", { name: "Open the pad again" }).click();
  await expect(line).toBeHidden();
  await live(sam);
  await expect
    .poll(() => converged(anna, sam))
    .toEqual(["Jana asks legal about the licence", "Sam asks ops when the backup window is"]);
  await saved(sam);
});
