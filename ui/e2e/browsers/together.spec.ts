/** One text, whatever browser somebody sits at. */
import { expect, test } from "./fixture";
import { comeTo, shows } from "./hands";

test("lists, boxes, headings and marks are typed, and another browser reads them", async ({
  server,
  sit,
  people,
}) => {
  const pad = await server.make();
  const hands = await sit("Anna", pad);
  await hands.type("# Plan\nwords and **bold** ones\n[] bring cups\n- one\ntwo");
  await shows(hands, [
    "heading: Plan",
    "paragraph: words and bold ones",
    "checkListItem: bring cups",
    "bulletListItem: one",
    "bulletListItem: two",
  ]);
  const other = await people.open({ name: "Milo" }, pad);
  await expect(other.locator(".bn-editor strong")).toHaveText("bold");
  await expect(other.locator(".bn-editor")).toContainText("two");
  expect(await hands.run(() => isSecureContext)).toBe(false);
});

test("two who type at once lose no word", async ({ server, sit }) => {
  const pad = await server.make();
  const [anna, milo] = [await sit("Anna", pad), await sit("Milo", pad)];
  await anna.type("one\ntwo");
  await shows(milo, ["paragraph: one", "paragraph: two"]);
  await comeTo(milo, 0, "end");
  await Promise.all([anna.type(" of Anna's words"), milo.type(" of Milo's words")]);
  for (const hands of [anna, milo])
    await shows(hands, ["paragraph: one of Milo's words", "paragraph: two of Anna's words"]);
});
