/** Two people, one text. */
import { converged, expect, linesOf, live, test, text, write } from "./fixture";

test("two people who start at the same instant in an empty pad lose nothing", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const milo = await people.open({ name: "Milo", phone: true }, pad);
  // neither hears of the other's first edit before making one's own
  await Promise.all([anna.context().setOffline(true), milo.context().setOffline(true)]);
  await Promise.all([text(anna).click(), text(milo).click()]);
  await Promise.all([anna.keyboard.type("from Anna "), milo.keyboard.type("from Milo ")]);
  await Promise.all([anna.context().setOffline(false), milo.context().setOffline(false)]);
  await expect(async () => {
    const lines = (await converged(anna, milo)).join("\n");
    expect(lines).toContain("from Anna");
    expect(lines).toContain("from Milo");
  }).toPass({ timeout: 20_000 });
  expect(await text(anna).locator("> .bn-block-group").count()).toBe(1);
});

test("a desktop and a phone type at once, see the same text, each other's cursors and a rename", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const milo = await people.open({ name: "Milo", color: "#b4466e", phone: true, dark: true }, pad);
  await text(anna).click();
  await anna.keyboard.type("one\ntwo\n");
  await expect(text(milo)).toContainText("two");
  await text(milo).locator(".bn-inline-content", { hasText: "one" }).click();
  await milo.keyboard.press("End");
  await Promise.all([
    anna.keyboard.type(" The quick brown fox.", { delay: 15 }),
    milo.keyboard.type(" Pack my box with jugs.", { delay: 15 }),
  ]);
  const lines = await converged(anna, milo);
  expect(lines).toEqual(["one Pack my box with jugs.", "two", " The quick brown fox."]);

  await expect(text(anna).locator(".cursor-name")).toHaveText("Milo");
  await expect(text(milo).locator(".cursor-name")).toHaveText("Anna");
  await expect(anna.getByRole("button", { name: /^2 people here: Anna, Milo/ })).toBeVisible();

  await milo.getByRole("button", { name: /people here/ }).click();
  await milo.getByRole("button", { name: "Change name or colour" }).click();
  await milo.getByLabel("Name", { exact: true }).fill("Milo R");
  await milo.getByRole("button", { name: "Keep this name" }).click();
  await expect(anna.getByRole("button", { name: /Anna, Milo R$/ })).toBeVisible();
  await text(milo).locator(".bn-inline-content", { hasText: "one" }).click();
  await expect(text(anna).locator(".cursor-name")).toHaveText("Milo R");
});

test("one goes offline, both go on writing, and nothing is lost when it comes back", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const milo = await people.open({ name: "Milo" }, pad);
  await text(anna).click();
  await write(anna, "start\nanna:\nmilo:");
  await expect(text(milo)).toContainText("milo:");
  await milo.context().setOffline(true);
  await expect(milo.locator("[data-connection]")).toHaveAttribute("data-connection", "lost");
  await write(milo, " written without a network", "milo:");
  await write(anna, " written meanwhile", "anna:");
  await expect(milo.getByTestId("away")).toContainText(
    "Not connected. Keep writing, it will be sent. What you wrote since",
  );
  await milo.context().setOffline(false);
  await live(milo);
  await expect(text(anna)).toContainText("written without a network");
  expect(await converged(anna, milo)).toEqual(
    expect.arrayContaining(["anna: written meanwhile", "milo: written without a network"]),
  );
  await milo.locator(".chip").click();
  await expect(milo.locator("[data-saved]")).toHaveAttribute("data-saved", "saved");
});

test("a stranger is asked for a name once, Enter joins, and the browser keeps the name and nothing of the text", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.come({ name: "", stranger: true });
  await page.goto(`${server.origin}/j/${pad.code.toLowerCase()}`);
  await page.getByLabel("Name", { exact: true }).fill("  Jana  ");
  await page.keyboard.press("Enter");
  await live(page);
  await text(page).click();
  await page.keyboard.type("canary words");
  await page.reload();
  await live(page);
  await expect(text(page)).toContainText("canary words");
  await expect(page.getByRole("button", { name: /^1 person here: Jana$/ })).toBeVisible();
  const kept = await page.evaluate(async () =>
    JSON.stringify({
      ...localStorage,
      ...sessionStorage,
      cookie: document.cookie,
      dbs: await indexedDB.databases(),
    }),
  );
  expect(kept).toContain("Jana");
  expect(kept).not.toContain("canary");
});

test("a time of day, a slash inside a word and an address are text, and Enter after them is a new line", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await anna.keyboard.type("at 10:00\nand/or\nhttp://192.168.1.20/x\nend");
  expect(await linesOf(anna)).toEqual(["at 10:00", "and/or", "http://192.168.1.20/x", "end"]);
});

test("an empty pad offers three beginnings, and one of them starts the text for all", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const milo = await people.open({ name: "Milo", phone: true }, pad);
  await milo.getByRole("button", { name: "Minutes" }).click();
  await expect(text(anna)).toContainText("Decisions");
  await expect(anna.getByRole("group", { name: "Start with" })).toBeHidden();
  expect(await converged(anna, milo)).toContain("Who is here");
});

/** What one does to the line in which the other types. */
const ACTS = ["Control+Alt+1", "Control+Shift+8", "Control+Shift+ArrowUp", "Tab", "Home Enter"];

for (const act of ACTS) {
  test(`no letter is lost of who types in a line in which another presses ${act}`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const anna = await people.open({ name: "Anna" }, pad);
    const milo = await people.open({ name: "Milo" }, pad);
    await text(anna).click();
    await anna.keyboard.type("first\nhere ");
    await expect.poll(() => linesOf(milo)).toEqual(["first", "here "]);
    for (const page of [anna, milo]) {
      await text(page).locator("p").nth(1).click();
      await page.keyboard.press("End");
    }
    const types = milo.keyboard.type("abcdefghijklmnop", { delay: 90 });
    await expect.poll(async () => (await linesOf(milo)).join("|")).toContain("here abcd");
    for (const key of act.split(" ")) await anna.keyboard.press(key);
    await types;
    for (const page of [milo, anna])
      await expect
        .poll(async () => (await linesOf(page)).join("|"))
        .toContain("here abcdefghijklmnop");
  });
}
