/** An editor that fails all the same: nobody's words are lost, and the host brings all back. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, linesOf, test, text, write } from "./fixture";

/** From now on this browser can't draw headings of the third level: the editor fails in the midst of its work. */
const spoil = (page: Page) =>
  page.evaluate(() => {
    const create = Document.prototype.createElement;
    Document.prototype.createElement = function createElement(
      this: Document,
      name: string,
      ...more: never[]
    ) {
      if (name.toLowerCase() === "h3") throw new Error("no headings here");
      return create.call(this, name, ...more) as HTMLElement;
    } as never;
  });

const fallen = (page: Page) => page.locator(".fallen");

test("an editor that fails gives the text, and the host starts afresh from the last good one", async ({
  server,
  people,
}, info) => {
  const pad = await server.make();
  const host = await people.open({ name: "Hanna" }, pad, pad.host_key);
  const [milo, ida] = [
    await people.open({ name: "Milo", phone: true }, pad),
    await people.open({ name: "Ida" }, pad),
  ];
  await text(host).click();
  await write(host, "what is good\nand stays");
  for (const page of [milo, ida]) await expect(text(page)).toContainText("and stays");
  for (const page of [host, milo]) await spoil(page);
  await write(ida, "\n### too much", "and stays");
  for (const page of [host, milo]) await expect(fallen(page)).toBeVisible();
  await info.attach("host", {
    body: await host.screenshot({ path: process.env.SHOT && `${process.env.SHOT}-host.png` }),
    contentType: "image/png",
  });
  await info.attach("guest", {
    body: await milo.screenshot({ path: process.env.SHOT && `${process.env.SHOT}-guest.png` }),
    contentType: "image/png",
  });

  // the words, those that came last too, in what is shown and in what is kept
  for (const page of [host, milo]) await expect(fallen(page)).toContainText("too much");
  const [file] = await Promise.all([
    milo.waitForEvent("download"),
    fallen(milo).getByRole("button", { name: "Keep a file" }).click(),
  ]);
  expect(await readFile(await file.path(), "utf8")).toBe(
    "what is good\n\nand stays\n\n### too much\n",
  );
  await write(ida, " and on");
  await expect(fallen(milo)).toContainText("too much and on");

  const afresh = { name: "Start afresh from the last good text" };
  await expect(fallen(milo).getByRole("button", afresh)).toHaveCount(0);
  await expect(milo.locator(".thumb")).toBeHidden(); // its buttons would have nothing to add to
  await fallen(host).getByRole("button", afresh).click();
  for (const page of [host, milo, ida]) {
    await expect(fallen(page)).toHaveCount(0);
    await expect
      .poll(async () =>
        (await linesOf(page)).filter(
          (line) => !["", "too much and on"].includes(line.replace(/^#+ ?/, "")),
        ),
      )
      // besides the line of signs, as far as it was drawn well, or else what Ida typed a moment ago: nobody takes that away
      .toEqual(["what is good", "and stays"]);
  }
  await expect(milo.locator(".thumb")).toBeVisible();
  await write(milo, ", again", "what is good");
  for (const page of [host, ida])
    await expect.poll(async () => (await linesOf(page))[0]).toBe("what is good, again");
});

test("an editor that fails once is made anew, and one writes on", async ({ server, people }) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await write(anna, "before");
  await anna.evaluate(() => {
    const create = Document.prototype.createElement;
    Document.prototype.createElement = function createElement(
      this: Document,
      name: string,
      ...more: never[]
    ) {
      if (name.toLowerCase() !== "h2") return create.call(this, name, ...more) as HTMLElement;
      Document.prototype.createElement = create;
      throw new Error("not this time");
    } as never;
  });
  await anna.keyboard.press("Enter");
  await anna.keyboard.type("## ");
  await anna.keyboard.type("after"); // at once, and the caret is where it was
  await expect.poll(() => linesOf(anna)).toEqual(["before", "## after"]); // what could not be shown was not written either
  await expect(fallen(anna)).toHaveCount(0);
});
