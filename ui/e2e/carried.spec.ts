/** People who reach the pad by another port, or through a proxy that lets no sockets through. */
import { proxy, ledOn, type Carrier, type Filter } from "./carriers";
import { converged, expect, live, test, text, write } from "./fixture";

const carriers: Carrier[] = [];
test.afterEach(() => Promise.all(carriers.splice(0).map((carrier) => carrier.stop())));

async function by(making: Promise<Carrier>): Promise<string> {
  const carrier = await making;
  carriers.push(carrier);
  return carrier.origin;
}

test("by another port the page has its scripts and its socket, from the code to the text", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const origin = await by(ledOn(server.origin));
  expect(new URL(origin).port).not.toBe(new URL(server.origin).port);
  const anna = await people.open({ name: "Anna" }, pad);
  const ben = await people.come({ name: "Ben" });
  const complaints: string[] = [];
  ben.on(
    "console",
    (line) =>
      line.type() === "error" &&
      !line.text().startsWith("The Cross-Origin-Opener-Policy") &&
      complaints.push(line.text()),
  );
  await ben.goto(origin);
  await ben.getByLabel("Code", { exact: true }).fill(pad.code);
  await live(ben);
  expect(new URL(ben.url()).origin).toBe(origin);
  await text(anna).click();
  await write(anna, "from the printed port");
  await expect(text(ben)).toContainText("from the printed port");
  await write(ben, " and from another", "printed");
  expect(await converged(anna, ben)).toEqual(["from the printed port and from another"]);
  expect(complaints).toEqual([]);
});

for (const host of ["localhost", "127.0.0.1"]) {
  test(`led on from ${host}, as ssh does, the pad opens`, async ({ server, people }) => {
    const pad = await server.make();
    const { port } = new URL(await by(ledOn(`http://${host}:${new URL(server.origin).port}`)));
    const anna = await people.open({ name: "Anna" }, { ...pad, origin: `http://${host}:${port}` });
    await text(anna).click();
    await write(anna, "here I am");
    await expect(text(anna)).toContainText("here I am");
  });
}

test("where nothing but pages comes through, the page says that nothing goes through, and takes it back when one does", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  let filter: Filter = "none";
  const origin = await by(proxy(server.origin, () => filter));
  const anna = await people.open({ name: "Anna" }, { ...pad, origin });
  await text(anna).click();
  await write(anna, "arrived");
  const away = anna.getByTestId("away");
  await expect(anna.locator("[data-connection]")).toHaveAttribute("data-connection", "live");
  filter = "all";
  carriers[0]?.cut();
  await expect(away).toContainText("lets nothing through that is written", { timeout: 30_000 });
  await write(anna, " and not this", "arrived");
  await expect(away).toContainText(/What you wrote since .* is in this page alone/);
  await expect(away).not.toContainText("will be sent");
  filter = "none";
  await live(anna);
  await expect(away).toBeHidden();
  const ben = await people.open({ name: "Ben" }, pad);
  expect(await converged(anna, ben)).toEqual(["arrived and not this"]);
});

test("a wall behind such a proxy says so, and takes it back when a socket gets through", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  let filter: Filter = "all";
  const origin = await by(proxy(server.origin, () => filter));
  const wall = await people.come({ name: "Wall", stranger: true });
  await wall.goto(`${origin}/wall/${pad.pad}#${pad.view_key}`);
  const line = wall.locator(".wall-life");
  await expect(line).toHaveText(
    "This network shows the wall, but not who is here. Open it by another way.",
    { timeout: 30_000 },
  );
  await expect(line).toHaveClass(/ember/);
  filter = "none";
  await expect(line).toHaveText(/^Lives while someone is here/, { timeout: 30_000 });
});

test("who never gets in through such a proxy is told so, and not that it is being opened", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const origin = await by(proxy(server.origin, () => "all"));
  for (const phone of [false, true]) {
    const page = await people.come({ name: "Anna", phone });
    await page.goto(`${origin}/p/${pad.pad}#${pad.edit_key}`);
    await expect(page.getByTestId("away")).toContainText("Ask the host for another way in", {
      timeout: 30_000,
    });
    await expect(page.getByTestId("away")).not.toContainText("will be sent");
  }
});
