/**
 * "/" in a browser that holds a host's key: the host's pads; in every other browser, and once the keys are worth nothing:
 * the start page.
 */
import type { Page } from "@playwright/test";
import { expect, live, test, text, type MadePad, type Server } from "./fixture";
import { call } from "./server";
import { sound } from "./sound";
import { shot, sizes } from "./shots";

const home = (page: Page) => page.getByRole("heading", { name: "Pads on this computer" });
const row = (page: Page, pad: { pad: string }) =>
  page
    .getByRole("list", { name: "Pads on this computer" })
    .getByRole("listitem")
    .filter({ hasText: pad.pad });
const kept = (page: Page) => page.evaluate(() => localStorage.getItem("fadepad.host") ?? "");

/** Someone who has opened these pads as their host, and is at "/" now. */
async function hostAtHome(page: Page, server: Server, ...pads: MadePad[]) {
  for (const pad of pads) {
    await page.goto(`${server.origin}/p/${pad.pad}#${pad.host_key}`);
    await live(page);
  }
  await page.goto(server.origin);
  await expect(home(page)).toBeVisible();
}

const SIZES = sizes("Anna", "Jana");

for (const who of SIZES) {
  const size = `${who.phone ? "phone" : "desktop"}, ${who.dark ? "dark" : "light"}`;

  test(`a host sees each pad with its life and its people, and keeps a fading one alive (${size})`, async ({
    serve,
    people,
  }) => {
    const server = await serve();
    const [review, retro, other] = [server.pad, await server.make(600), await server.make()];
    const page = await people.come(who);
    await hostAtHome(page, server, review, retro);
    await people.open({ name: "Milo Rossi" }, review);
    await people.open({ name: "Ann Keller" }, review);
    await expect(row(page, review).getByRole("list", { name: "2 people here" })).toContainText(
      "Milo Rossi",
    );
    await expect(row(page, review).locator(".avatar").first()).toHaveText("MR");
    await expect(row(page, review)).toContainText("Lives while someone is here, then 15 min");
    await expect(row(page, retro)).toContainText(/Fades in \d+ min · nobody here/);
    await expect(row(page, other)).toContainText("nobody yet · begun elsewhere");
    await expect(row(page, other).getByRole("button")).toHaveCount(0);
    await expect(row(page, other).getByRole("link")).toHaveCount(0);
    await sound(page);
    await shot(page, `home-${size}`);
    await row(page, retro).getByRole("button", { name: "Keep alive" }).click();
    await expect(row(page, retro)).toContainText(/Lives until .+ · nobody here/);
    expect(await (await call("GET", retro)).json()).toMatchObject({
      fades: false,
      state: "fading",
    });

    await row(page, retro).getByRole("button", { name: "More for" }).click();
    await expect(page.getByRole("menuitem", { name: "Open" })).toBeFocused();
    await sound(page);
    await shot(page, `home-menu ${size}`);
    await page.getByRole("menuitem", { name: "End now…" }).click();
    await expect(
      page.getByRole("heading", { name: `End ${retro.pad} for everyone?` }),
    ).toBeVisible();
    await sound(page);
    await expect(page.getByText("Nobody is here. Then its text is wiped")).toBeVisible();
    await page.getByRole("button", { name: "End now" }).click();
    await expect(row(page, retro)).toHaveCount(0);
    expect((await call("GET", retro)).status).toBe(410);
    expect(await kept(page)).not.toContain(retro.pad);
  });

  test(`without pads the page says so, and without an answer too (${size})`, async ({
    serve,
    people,
  }) => {
    const server = await serve();
    const page = await people.come(who);
    await hostAtHome(page, server, server.pad);
    await call("DELETE", server.pad, { in_s: 0 });
    await expect(page.getByText("No pad is open here.")).toBeVisible();
    await sound(page);
    await shot(page, `home-empty ${size}`);
    await page.route("**/api/v1/pads", (route) => route.abort());
    await expect(
      page.getByText("Fadepad can’t be reached. What you see here may have changed."),
    ).toBeVisible();
    await page.getByRole("button", { name: "New pad" }).click();
    await expect(page.getByText("Fadepad can’t be reached. Is this device")).toBeVisible();
    await sound(page);
    await shot(page, `home-away ${size}`);
    await page.unroute("**/api/v1/pads");
    await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0); // it asks by itself too
    await expect(page.getByText("No pad is open here.")).toBeVisible();
    expect(await kept(page), "who hosted may host again").toContain('"pad":""');
  });
}

for (const who of SIZES) {
  const size = `${who.phone ? "phone" : "desktop"}, ${who.dark ? "dark" : "light"}`;

  test(`a knock is seen in the list, and in another pad of the host (${size})`, async ({
    serve,
    people,
  }) => {
    const server = await serve("--door", "knock");
    const [knocked, other] = [server.pad, await server.make()];
    const page = await people.come(who);
    await hostAtHome(page, server, knocked, other);
    await page.goto(`${server.origin}/p/${other.pad}#${other.host_key}`);
    await live(page);
    const milo = await people.come({ name: "Milo" });
    await milo.goto(`${server.origin}/j/${knocked.code}`);
    const there = page.getByTestId("elsewhere");
    await expect(there).toContainText(`1 person wants to come into ${knocked.pad}.`);
    await sound(page);
    await shot(page, `knock-elsewhere ${size}`);
    await page.goto(server.origin);
    await expect(row(page, knocked)).toContainText("1 person wants to come in");
    await expect(row(page, other)).not.toContainText("wants to come in");
    await sound(page);
    await shot(page, `home-knock ${size}`);
    await row(page, knocked)
      .getByRole("link", { name: /^Answer who wants/ })
      .click();
    await live(page);
    await expect(there).toHaveCount(0);
    await page.getByRole("button", { name: "Let in" }).click();
    await live(milo);
  });
}

test("a new pad is one click, and the way back leads to the list with it", async ({
  serve,
  people,
}) => {
  const server = await serve();
  const page = await people.come({ name: "Anna" });
  await hostAtHome(page, server, server.pad);
  await page.getByRole("button", { name: "New pad" }).click();
  await live(page);
  await text(page).click();
  const made = new URL(page.url()).pathname.split("/").pop() ?? "";
  await page.goBack();
  await expect(row(page, { pad: made }).getByRole("link", { name: made })).toBeVisible();
  await row(page, { pad: made }).getByRole("link", { name: made }).click();
  await live(page);
});

test("nobody else sees the list, also not from the computer itself", async ({ server, people }) => {
  const pad = await server.make();
  const guest = await people.open({ name: "Milo" }, pad);
  for (const origin of [server.origin, `http://localhost:${server.ready.port}`]) {
    await guest.goto(origin);
    await expect(guest.getByRole("heading", { name: "Fadepad" })).toBeVisible();
    await expect(home(guest)).toHaveCount(0);
  }
  expect(await kept(guest)).toBe("");
});

test("keys that open nothing any more are dropped, and the start page is back", async ({
  serve,
  people,
}) => {
  const first = await serve();
  const page = await people.come({ name: "Anna" });
  await hostAtHome(page, first, first.pad);
  await first.kill("SIGKILL");
  const again = await serve("--port", String(first.ready.port));
  await expect(page.getByText("Type the code from the wall.")).toBeVisible();
  await expect(home(page)).toHaveCount(0);
  expect(await kept(page)).toBe("");
  expect(again.ready.port).toBe(first.ready.port);
});

test("after a restart with the same secret the host's key still opens its list", async ({
  serve,
  people,
  folder,
}) => {
  const flags = ["--secret-file", `${folder}/secret`];
  const first = await serve(...flags, "plan");
  const page = await people.come({ name: "Anna" });
  await hostAtHome(page, first, first.pad);
  await first.kill("SIGKILL");
  await serve("--port", String(first.ready.port), ...flags, "other");
  await expect(row(page, { pad: "plan" }).getByRole("link", { name: "plan" })).toBeVisible();
  await expect(row(page, { pad: "other" })).toBeVisible();
});

test("a code opens another pad from there, and the page of a pad that is not here answers 404", async ({
  serve,
  people,
}) => {
  const server = await serve();
  const page = await people.come({ name: "Anna" });
  await hostAtHome(page, server, server.pad);
  const answer = await page.goto(`${server.origin}/p/nobody#${server.ready.host_key}`);
  expect(answer?.status()).toBe(404);
  await expect(
    page.getByRole("heading", { name: "There is no pad with this name here" }),
  ).toBeVisible();
  await page.goto(server.origin);
  await page.getByLabel("Code", { exact: true }).fill(server.pad.code);
  await live(page);
});
