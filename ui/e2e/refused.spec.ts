/** What a pad never takes: it is left out and handed to whoever typed it, and the page goes on with everything else. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import * as Y from "yjs";
import {
  converged,
  expect,
  linesOf,
  live,
  saved,
  test,
  text,
  write,
  type MadePad,
  type People,
} from "./fixture";
import { pasted } from "./clipboards";
import { sound } from "./sound";
import { comeIn, Forger } from "./stranger";

const left = (page: Page) => page.getByTestId("left");
/** More than what is left in a pad that is filled, and less. */
const TOO_MUCH = "x".repeat(3000);

/** Somebody at this address brings so much that whoever writes here has less than `TOO_MUCH` left. */
async function filled(pad: MadePad): Promise<void> {
  for (const size of [900_000, 900_000, 100_000, 10_000, 1500]) {
    const doc = new Y.Doc();
    const provider = await comeIn(pad, doc);
    const closed = new Promise<number | undefined>((resolve) =>
      provider.once("connection-close", (event) => resolve(event?.code)),
    );
    for (let i = 0; i < 12; i += 1) doc.getText("junk").insert(0, "x".repeat(size));
    expect(await closed).toBe(4413);
    provider.destroy();
  }
}

async function two(people: People, pad: MadePad, phone = false) {
  const anna = await people.open({ name: "Anna", phone }, pad);
  const milo = await people.open({ name: "Milo" }, pad);
  await text(anna).click();
  await write(anna, "Anna writes\nand goes on");
  await saved(anna);
  await expect(text(milo)).toContainText("and goes on");
  await write(anna, "", "and goes on");
  return { anna, milo };
}

for (const phone of [false, true]) {
  test(`who types more than a full pad takes goes on with what fits, and has the rest to copy and to keep${phone ? ", on a phone" : ""}`, async ({
    serve,
    people,
  }, info) => {
    test.slow();
    const { pad } = await serve("--limits", "on");
    const { anna, milo } = await two(people, pad, phone);
    await filled(pad);

    await write(anna, " then", "Anna writes");
    await anna.keyboard.insertText(TOO_MUCH);
    await anna.keyboard.type(" and more");
    await expect(left(anna)).toContainText(
      /Some of what you typed since \d\d:\d\d is more than this pad can hold\. It is not in the text any more\./,
    );
    await live(anna);
    await expect
      .poll(() => converged(anna, milo))
      .toEqual(["Anna writes then and more", "and goes on"]);
    await anna.keyboard.type(", here"); // the caret is where it was
    await expect.poll(async () => (await linesOf(milo))[0]).toBe("Anna writes then and more, here");
    await saved(anna);
    await anna.screenshot({ path: info.outputPath(`left-${phone ? "phone" : "desktop"}.png`) });
    await sound(anna);

    await left(anna).getByRole("button", { name: "Copy my words" }).click();
    await expect(anna.getByText("Your words are copied")).toBeVisible();
    expect(await pasted(anna)).toBe(TOO_MUCH);
    const [file] = await Promise.all([
      anna.waitForEvent("download"),
      left(anna).getByRole("button", { name: "Keep a file" }).click(),
    ]);
    expect(await readFile(await file.path(), "utf8")).toContain(TOO_MUCH);

    await anna.getByRole("button", { name: "More" }).click();
    await anna.getByRole("menuitem", { name: "Leave" }).click();
    await expect(anna.getByText("is not in the pad, but only in this page")).toBeVisible();
    await anna.keyboard.press("Escape");
    await left(anna).getByRole("button", { name: "Close" }).click();
    await expect(left(anna)).toBeHidden();
  });
}

test("a line that is put deeper than a pad keeps is where it was, and what came after it goes on", async ({
  server,
  people,
}, info) => {
  test.slow();
  const pad = await server.make();
  const { anna, milo } = await two(people, pad);
  await anna.keyboard.press("Enter");
  for (let level = 0; level < 60 && !(await left(anna).isVisible()); level += 1) {
    await anna.keyboard.type(`level ${level}`);
    await anna.keyboard.press("Enter");
    await anna.keyboard.press("Tab");
    await anna.waitForTimeout(50); // each is an edit of its own
  }
  await expect(left(anna)).toContainText("can’t be kept in this pad");
  await live(anna);
  await anna.keyboard.type("still here");
  await expect.poll(() => converged(anna, milo)).toContain("level 40");
  await saved(anna);
  const lines = await converged(anna, milo);
  expect(lines.some((line) => line.includes("still here"))).toBe(true);
  await anna.screenshot({ path: info.outputPath("deep.png") });
});

test("what fits to nothing in the pad, because somebody wrote under one's name, goes on whole by itself", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const { anna, milo } = await two(people, pad);
  const sam = await people.open({ name: "Sam" }, pad);
  await expect(text(sam)).toContainText("and goes on");
  await (await Forger.as("Sam", sam, pad)).leave();
  await write(sam, "\nSam’s line\nand another", "and goes on");
  await sam.context().setOffline(false);
  await live(sam);
  await expect
    .poll(() => converged(anna, milo, sam), { timeout: 20_000 })
    .toEqual(["Anna writes", "and goes on", "Sam’s line", "and another"]);
  await sam.keyboard.type(" at the end");
  await expect.poll(async () => (await linesOf(milo))[3]).toBe("and another at the end");
  await saved(sam);
  await expect(left(sam)).toBeHidden();
});
