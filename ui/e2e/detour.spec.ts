/** People whose network lets no WebSocket through, whatever it does to it: they go by requests, and by a socket again when one comes. */
import { proxy, type Carrier, type Filter } from "./carriers";
import { converged, expect, live, openLife, test, text, write, type MadePad } from "./fixture";
import { shot } from "./shots";

const carriers: Carrier[] = [];
test.afterEach(() => Promise.all(carriers.splice(0).map((carrier) => carrier.stop())));

/** The same pad through a network that does this to sockets. */
async function through(pad: MadePad, filter: () => Filter): Promise<MadePad> {
  const carrier = await proxy(pad.origin, filter);
  carriers.push(carrier);
  return { ...pad, origin: carrier.origin };
}

/** What a page asks for in the place of its socket. */
const tunnels = (page: {
  on: (event: "request", hear: (asked: { url: () => string }) => void) => void;
}) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/poll/")) asked.push(pathname);
  });
  return asked;
};

for (const filter of ["strips", 200, 403, 502, "swallows", "mutes"] as const) {
  test(`where sockets meet ${filter}, two people write all the same, and every letter arrives once`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const ben = await people.open({ name: "Ben" }, pad);
    const anna = await people.open({ name: "Anna" }, await through(pad, () => filter));
    await text(anna).click();
    await write(anna, "From Anna, letter by letter.");
    await expect(text(ben)).toContainText("letter by letter.");
    await write(ben, " And from Ben.", "letter by letter");
    await expect(text(anna)).toContainText("And from Ben.");
    await write(anna, " Once more.", "And from Ben");
    expect(await converged(anna, ben)).toEqual([
      "From Anna, letter by letter. And from Ben. Once more.",
    ]);
    await openLife(anna);
    await expect(anna.getByTestId("detour")).toHaveText(
      "This network lets no live connection through. Everything still arrives, a little later.",
    );
    await expect(anna.getByText("All you wrote has arrived there.")).toBeVisible();
    await openLife(ben);
    await expect(ben.getByText("All you wrote has arrived there.")).toBeVisible();
    await expect(ben.getByTestId("detour")).toHaveCount(0);
  });
}

test("when a socket gets through again the page goes over, and no letter that is typed meanwhile is lost or doubled", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  let filter: Filter = "none";
  const ben = await people.open({ name: "Ben" }, pad);
  const anna = await people.open({ name: "Anna" }, await through(pad, () => filter));
  const asked = tunnels(anna);
  await text(anna).click();
  await write(anna, "Begun.");
  await expect(text(ben)).toContainText("Begun.");
  expect(asked).toEqual([]);
  const said = ["Begun."];
  const turn = async (to: Filter, words: string) => {
    filter = to;
    const turned = async () => {
      if (to === "none") await anna.evaluate(() => dispatchEvent(new Event("online")));
      else carriers[0]?.cut();
    };
    await Promise.all([anna.keyboard.type(` ${words}`, { delay: 40 }), turned()]);
    said.push(words);
    await expect(text(ben)).toContainText(words, { timeout: 30_000 });
    expect(await converged(anna, ben)).toEqual([said.join(" ")]);
  };
  await turn(403, "While the socket was cut off and nothing else came through.");
  expect(asked.length).toBeGreaterThan(0);
  await turn("none", "While a socket came through again and took over from the requests.");
  await expect(async () => {
    const before = asked.length;
    await anna.waitForTimeout(1000);
    expect(asked.length).toBe(before);
  }).toPass();
  await turn("strips", "And once more without.");
  // a page that comes back into such a network knows it
  await anna.reload();
  await live(anna);
  await write(anna, " After all.", "And once more");
  expect(await converged(anna, ben)).toEqual([`${said.join(" ")} After all.`]);
});

test("who closes such a page is gone at once", async ({ server, people }) => {
  const pad = await server.make();
  const ben = await people.open({ name: "Ben" }, pad);
  const anna = await people.open({ name: "Anna" }, await through(pad, () => "strips"));
  const here = async () => {
    const answer = await fetch(`${pad.origin}/api/v1/pads/${pad.pad}`, {
      headers: { Authorization: `Bearer ${pad.edit_key}` },
    });
    return ((await answer.json()) as { people: number }).people;
  };
  await expect.poll(here).toBe(2);
  await anna.goto("about:blank");
  await expect.poll(here, { timeout: 5000 }).toBe(1);
  await live(ben);
});

test("a wall and a phone go by requests, too", async ({ server, people }) => {
  const pad = await server.make();
  const filtered = await through(pad, () => 502);
  const ben = await people.open({ name: "Ben" }, pad);
  const wall = await people.come({ name: "Wall", stranger: true });
  await wall.goto(`${filtered.origin}/wall/${pad.pad}#${pad.view_key}`);
  await expect(wall.locator(".wall-people li")).toContainText(["Ben"], { timeout: 30_000 });
  const anna = await people.come({ name: "Anna", phone: true, companion: true, dark: true });
  await anna.goto(`${filtered.origin}/p/${pad.pad}#${pad.edit_key}`);
  await expect(wall.locator(".wall-people li")).toHaveCount(2, { timeout: 30_000 });
  await anna.locator(".chip").click();
  await expect(anna.getByTestId("detour")).toBeVisible();
  await shot(anna, "life-detour");
  await live(ben);
});
