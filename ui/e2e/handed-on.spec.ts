/** A pad is handed on to another computer: pages and walls follow by themselves, and nothing that is typed meanwhile is lost. */
import { expect, test } from "./fixture";
import { Server } from "./server";

test("everyone goes over with what they have typed, as who they are, and the wall too", async ({
  serve,
  people,
}) => {
  const old = await serve();
  const { pad } = old;
  const anna = await people.open({ name: "Anna", color: "#7b4fd0" }, pad);
  const tom = await people.open({ name: "Tom", phone: true }, pad);
  const wall = await people.come({ name: "Wall" });
  await wall.goto(`${pad.origin}/wall/${pad.pad}#${pad.view_key}`);
  await expect(wall.getByText("Anna").first()).toBeVisible();
  await anna.locator(".bn-editor").click();
  await anna.keyboard.type("Anna was here. ");
  await expect(tom.locator(".bn-editor")).toContainText("Anna was here.");

  const fresh = await Server.take(pad);
  try {
    // while the hands do not rest the page stays, and each letter goes over
    await anna.keyboard.type("And she goes on typing while it moves, letter by letter. ", {
      delay: 60,
    });
    expect(new URL(anna.url()).origin).toBe(pad.origin);
    for (const page of [tom, wall, anna])
      await page.waitForURL((url) => url.origin === fresh.origin, { timeout: 20_000 });
    for (const page of [tom, anna]) {
      await expect(page.locator(".bn-editor")).toContainText(
        "Anna was here. And she goes on typing while it moves, letter by letter.",
      );
      expect(page.url()).not.toContain("name=");
    }
    await expect(tom.getByRole("dialog")).toHaveCount(0); // nobody is asked for a name again
    await tom.locator(".bn-editor").click();
    await tom.keyboard.press("Control+End");
    await tom.keyboard.type("Tom too.");
    await expect(anna.locator(".bn-editor")).toContainText("Tom too.");
    await expect(wall.getByText("Anna").first()).toBeVisible();
    await expect
      .poll(() => old.said.map((line) => (JSON.parse(line) as { event: string }).event))
      .toContain("handed_on");
  } finally {
    await fresh.kill("SIGKILL"); // else it offers a copy first to who is there
  }
});

test("who scans the old code later is led to the new computer", async ({ serve, people }) => {
  const old = await serve();
  const fresh = await Server.take(old.pad);
  try {
    await expect
      .poll(() => old.said.some((line) => line.includes('"handed_on"')), { timeout: 15_000 })
      .toBe(true);
    const late = await people.come({ name: "Late" });
    await late.goto(`${old.origin}/j/${old.pad.code}`);
    await late.waitForURL((url) => url.origin === fresh.origin);
    await expect(late.locator(".bn-editor")).toBeVisible();
  } finally {
    await fresh.kill("SIGKILL"); // else it offers a copy first to who is there
  }
});

test("a page that does not reach the new computer says which address to type, and its words go over", async ({
  serve,
  people,
}) => {
  const old = await serve();
  const anna = await people.open({ name: "Anna" }, old.pad);
  await anna.locator(".bn-editor").click();
  await anna.keyboard.type("before");
  const { origin, pad, host_key } = old.pad;
  const go = () =>
    fetch(`${origin}/api/v1/pads/${pad}/hand-on`, {
      method: "POST",
      headers: { Authorization: `Bearer ${host_key}` },
      body: JSON.stringify({ to: ["http://198.18.0.9:7780"], seen: "AA==" }),
    });
  expect((await go()).status).toBe(200);
  const line = anna.getByTestId("moved");
  await expect(line).toContainText("198.18.0.9:7780", { timeout: 15_000 });
  await expect(line).toContainText("type that address into the browser");
  expect(new URL(anna.url()).origin).toBe(origin);
  await expect(line).toHaveCount(0, { timeout: 20_000 }); // nobody took it: the pad stays
  await anna.keyboard.type(" and after");
  await expect(anna.locator(".bn-editor")).toContainText("before and after");
});

test("the host reads the command that hands the pad over", async ({ server, people }) => {
  const pad = await server.make();
  const host = await people.open({ name: "Anna" }, pad, pad.host_key);
  await host.getByRole("button", { name: "More" }).click();
  await host.getByRole("menuitem", { name: "Hand over…" }).click();
  const said = await host.getByTestId("command").innerText();
  expect(said).toMatch(/^fadepad take http:\/\/[^ ]+\/p\/[a-z0-9-]+#[A-Za-z0-9_-]{43}$/);
  expect(said).toContain(`${pad.origin}/p/${pad.pad}#${pad.host_key}`);
  const guest = await people.open({ name: "Tom" }, pad);
  await guest.getByRole("button", { name: "More" }).click();
  await expect(guest.getByRole("menuitem", { name: "Leave" })).toBeVisible();
  await expect(guest.getByRole("menuitem", { name: /Hand over/ })).toHaveCount(0);
});
