/** What a host decides about one person, as that person's own page shows it: reading, writing again, shown out. */
import type { Page } from "@playwright/test";
import { pasted } from "./clipboards";
import { expect, linesOf, live, saved, test, text, write } from "./fixture";
import { type MadePad } from "./server";
import { sound } from "./sound";
import { shot, sizeOf, sizes, themes } from "./shots";

const reading = (page: Page) => page.getByText(/^You can read here\./);
const out = (page: Page) => page.getByRole("heading", { name: "The host has shown you out" });

/** Who sits at this page: its own key says so to the server. */
async function personAt(page: Page, pad: MadePad): Promise<string> {
  const kept = await page.evaluate(() => localStorage.getItem("fadepad.keys") ?? "[]");
  const [{ key }] = JSON.parse(kept) as [{ key: string }];
  const answer = await rest(pad, "POST", "/key", key);
  return ((await answer.json()) as { person: string }).person;
}

/** Calls what is below a pad in REST. */
const rest = (pad: MadePad, method: string, below: string, key: string, body?: object) =>
  fetch(`${pad.origin}/api/v1/pads/${pad.pad}${below}`, {
    method,
    headers: { Authorization: `Bearer ${key}` },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });

const SIZES = sizes();

for (const who of SIZES) {
  const size = sizeOf(who);

  test(`who is made a reader keeps the text and writes again, and who is shown out stays out (${size})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const page = await people.open(who, pad);
    const other = await people.open({ name: "Zoe" }, pad);
    await text(page).click();
    await page.keyboard.type("kept");
    await saved(page);
    await text(page).getByText("kept").click();
    await page.keyboard.press("End");
    const them = `/people/${await personAt(page, pad)}`;
    const decide = (method: string, body?: object) => rest(pad, method, them, pad.host_key, body);

    expect((await decide("PATCH", { role: "view" })).status).toBe(200);
    await expect(reading(page)).toBeVisible();
    await expect(page.locator('.bn-editor[contenteditable="true"]')).toHaveCount(0);
    await page.keyboard.type(" never");
    await sound(page);
    await shot(page, `reads-${size}`);
    await expect(reading(other)).toHaveCount(0);

    expect((await decide("PATCH", { role: null })).status).toBe(200);
    await expect(reading(page)).toHaveCount(0);
    // Where keys are real the caret is where it was; under a finger the keyboard has gone, and comes by a tap.
    if (who.phone) {
      await text(page).getByText("kept").click();
      await page.keyboard.press("End");
    }
    await page.keyboard.type(" and on");
    await expect(text(other)).toContainText("kept and on");
    await expect(text(other)).not.toContainText("never");

    expect((await decide("DELETE")).status).toBe(200);
    await expect(out(page)).toBeVisible();
    await sound(page);
    await shot(page, `shown-out-${size}`);
    await page.reload();
    await expect(out(page)).toBeVisible();
    await expect(text(page)).toHaveCount(0);
    await live(other);
    await expect(other.getByRole("button", { name: /^1 person here/ })).toBeVisible();
  });
}

const list = (page: Page) => page.getByRole("dialog", { name: "People here" });
const row = (page: Page, name: string) => list(page).locator(".people > li", { hasText: name });
const everyone = (page: Page) => list(page).getByRole("switch", { name: "Everyone may write" });
const decided = (page: Page) => page.getByTestId("decided");

/** A host takes somebody's menu, and something from it. */
async function choose(page: Page, name: string, what: string | null): Promise<void> {
  const button = list(page).getByRole("button", { name: `What ${name} may do` });
  await row(page, name).hover();
  await button.click();
  if (what) await page.getByRole("menu").getByText(what).click();
}

for (const phone of [false, true])
  for (const dark of themes(phone)) {
    const size = sizeOf({ phone, dark });

    test(`a host switches writing, lets one write, makes a host, shows somebody out and lets them in again (${size})`, async ({
      server,
      people,
    }) => {
      const pad = await server.make();
      const anna = await people.open({ name: "Anna Krause", phone, dark }, pad, pad.host_key);
      const milo = await people.open({ name: "Milo Reiter" }, pad);
      const zoe = await people.open({ name: "Zoe" }, pad);
      await text(anna).click();
      await anna.keyboard.type("Who reads it");
      await anna.locator(".avatars").click();
      for (const name of ["Milo Reiter", "Zoe"])
        await expect(row(anna, name)).toContainText("writes");
      await expect(row(anna, "Anna Krause")).toContainText("host · you");
      await choose(anna, "Zoe", "Make host");
      await expect(row(anna, "Zoe")).toContainText("host");
      await expect(zoe.getByText("You are a host of this pad now.")).toBeVisible();
      await zoe.getByRole("button", { name: "More" }).click();
      await expect(zoe.getByRole("menuitem", { name: /^End/ })).toBeVisible();
      for (const owners of ["Hand over…", "New pad…", "Pads on this computer"]) {
        const item = zoe.getByRole("menuitem", { name: owners });
        await expect(item, "whom a host has made one is refused that").toHaveCount(0);
      }
      await zoe.keyboard.press("Escape");

      await everyone(anna).click();
      await expect(everyone(anna)).not.toBeChecked();
      await expect(reading(milo)).toBeVisible();
      await expect(row(anna, "Milo Reiter")).toContainText("reads");
      await expect(decided(zoe)).toHaveText("Anna Krause turned writing off.");
      await expect(decided(anna)).toHaveCount(0);
      await milo.locator(".avatars").click();
      await expect(row(milo, "Milo Reiter")).toContainText("reads · you");
      await expect(row(milo, "Anna Krause")).toContainText("host");

      await choose(anna, "Milo Reiter", null);
      await expect(anna.getByRole("menuitemradio", { name: "Read only" })).toBeChecked();
      await sound(anna);
      await shot(anna, `people-host-${size}`);
      await anna.getByRole("menuitemradio", { name: "Let write" }).click();
      await expect(reading(milo)).toHaveCount(0);
      await expect(milo.getByText("You can write now.")).toBeVisible();
      await expect(row(anna, "Milo Reiter")).toContainText("writes");
      await expect(decided(zoe)).toHaveText("Anna Krause let Milo Reiter write.");

      await choose(anna, "Milo Reiter", "Show out…");
      const question = anna.getByRole("dialog", { name: "Show Milo Reiter out?" });
      await sound(anna);
      await shot(anna, `show-out-${size}`);
      await question.getByRole("button", { name: "Let them stay" }).click();
      await expect(row(anna, "Milo Reiter")).toBeVisible();
      await choose(anna, "Milo Reiter", "Show out…");
      await question.getByRole("button", { name: "Show out" }).click();
      await expect(out(milo)).toBeVisible();
      await expect(decided(zoe)).toHaveText("Anna Krause showed Milo Reiter out.");
      await expect(row(anna, "Milo Reiter")).toHaveCount(0);
      await shot(anna, `is-out-${size}`);
      await list(anna).getByRole("button", { name: "Let in again" }).click();
      await milo.reload();
      await live(milo);
      await expect(row(anna, "Milo Reiter")).toContainText("reads");

      await choose(anna, "Zoe", "Take back host");
      await expect(row(anna, "Zoe")).toContainText("writes");
      await everyone(anna).click();
      await expect(reading(milo)).toHaveCount(0);
      await sound(anna);
    });
  }

/** A line on which what the page says waits, until it is let go. */
async function slow(page: Page) {
  let waiting: (() => void)[] | null = null;
  await page.routeWebSocket(/\/ws\//, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((said) => {
      const send = () => server.send(said);
      if (waiting) waiting.push(send);
      else send();
    });
  });
  return {
    hold: () => void (waiting = []),
    go: () => {
      for (const send of waiting ?? []) send();
      waiting = null;
    },
  };
}

for (const phone of [false, true])
  for (const dark of themes(phone))
    test(`words on their way when writing is turned off are handed back, and are in nobody's text (${phone ? "phone" : "desktop"}-${dark ? "dark" : "light"})`, async ({
      server,
      people,
    }) => {
      const pad = await server.make();
      const milo = await people.come({ name: "Milo", phone, dark });
      const line = await slow(milo);
      await milo.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
      await live(milo);
      const zoe = await people.open({ name: "Zoe" }, pad);
      await text(milo).click();
      await milo.keyboard.type("taken");
      await saved(milo);
      await text(milo).getByText("taken").click();
      await milo.keyboard.press("End");
      line.hold();
      await milo.keyboard.type(" and never");
      const who = { writing: "picked" };
      expect((await rest(pad, "PATCH", "", pad.host_key, who)).status).toBe(200);
      await expect(reading(milo)).toBeVisible();
      line.go();
      const left = milo.getByTestId("left");
      await expect(left).toContainText("Your last words");
      await expect(left).toContainText("were not taken. Copy them");
      await expect(text(milo)).toHaveText("taken");
      await expect(text(zoe)).toHaveText("taken");
      await sound(milo);
      await shot(milo, `too-late-${phone ? "phone" : "desktop"}-${dark ? "dark" : "light"}`);
      await left.getByRole("button", { name: "Copy my words" }).click();
      expect(await pasted(milo)).toBe(" and never");
      await left.getByRole("button", { name: "Close" }).click();

      const all = { writing: "everyone" };
      expect((await rest(pad, "PATCH", "", pad.host_key, all)).status).toBe(200);
      await expect(reading(milo)).toHaveCount(0);
      await write(milo, " and on", "taken");
      await expect.poll(() => linesOf(zoe)).toEqual(["taken and on"]);
    });

test("who is shown out with words on their way hears that, copies them, and comes back", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad, pad.host_key);
  const milo = await people.come({ name: "Milo", phone: true });
  const line = await slow(milo);
  await milo.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
  await live(milo);
  await write(milo, "taken", "");
  await saved(milo);
  await expect(text(anna)).toContainText("taken");
  await text(milo).getByText("taken").click();
  await milo.keyboard.press("End");
  line.hold();
  await milo.keyboard.type(" and never");
  await expect(text(milo)).toContainText("taken and never");
  await anna.locator(".avatars").click();
  await choose(anna, "Milo", "Show out…");
  const question = anna.getByRole("dialog", { name: "Show Milo out?" });
  await question.getByRole("button", { name: "Show out" }).click();
  await expect(out(milo)).toBeVisible();
  await expect(milo.getByText("Your last words were not taken: copy them.")).toBeVisible();
  await sound(milo);
  await shot(milo, "shown-out-words");
  await milo.getByRole("button", { name: "Copy my words" }).click();
  expect(await pasted(milo)).toBe(" and never");
  line.go();
  await list(anna).getByRole("button", { name: "Let in again" }).click();
  await milo.getByRole("button", { name: "Ask to come back" }).click();
  await live(milo);
  await expect(text(milo)).toContainText("taken");
  await expect(text(milo)).not.toContainText("never");
});

for (const phone of [false, true])
  for (const dark of themes(phone)) {
    const size = sizeOf({ phone, dark });

    test(`who reads asks to write, host and wall see it, and the pencil goes from one to the next (${size})`, async ({
      server,
      people,
    }) => {
      const pad = await server.make();
      const anna = await people.open({ name: "Anna Krause", phone, dark }, pad, pad.host_key);
      const jana = await people.open({ name: "Jana Tal", phone, dark }, pad, pad.view_key);
      const milo = await people.open({ name: "Milo Reiter" }, pad);
      const wall = await people.come({ name: "Wall", dark });
      await wall.goto(`${pad.origin}/wall/${pad.pad}#${pad.view_key}`);
      await jana.getByRole("button", { name: "Ask to write" }).click();
      await expect(jana.getByText("The hosts see that you ask to write.")).toBeVisible();
      await sound(jana);
      await shot(jana, `asks-${size}`);
      await expect(anna.getByTestId("hands")).toContainText("Jana Tal asks to write.");
      await expect(wall.locator(".wall-asking")).toHaveText("Jana Tal asks to write");
      await sound(wall);
      if (!phone) await shot(wall, `wall-asks-${dark ? "dark" : "light"}`);
      await sound(anna);
      await shot(anna, `asked-${size}`);
      await anna.getByRole("button", { name: "Answer" }).click();
      await expect(anna.getByTestId("hands")).toHaveCount(0);
      await expect(row(anna, "Jana Tal")).toContainText("Jana Tal has asked to write for");
      await expect(list(anna).locator(".people > li").nth(1)).toContainText("Jana Tal");
      await choose(anna, "Jana Tal", null);
      await sound(anna);
      await shot(anna, `hand-${size}`);
      await anna.getByRole("menuitem", { name: "Pass the pencil" }).click();
      await expect(jana.getByText("You can write now.")).toBeVisible();
      await expect(reading(milo)).toBeVisible();
      await expect(row(anna, "Jana Tal")).toContainText("has the pencil");
      await expect(row(anna, "Jana Tal")).not.toContainText("has asked");
      await expect(wall.locator(".wall-asking")).toBeEmpty();
      await text(jana).click();
      await jana.keyboard.type("I have it");
      await expect(text(milo)).toContainText("I have it");

      await milo.getByRole("button", { name: "Ask to write" }).click();
      await expect(row(anna, "Milo Reiter")).toContainText("has asked to write");
      await milo.getByRole("button", { name: "Ask no more" }).click();
      await expect(row(anna, "Milo Reiter")).not.toContainText("has asked");
      await choose(anna, "Milo Reiter", "Pass the pencil");
      await expect(reading(milo)).toHaveCount(0);
      await expect(reading(jana)).toBeVisible();
      await expect(row(anna, "Jana Tal")).toContainText("reads");
      await everyone(anna).click();
      await expect(row(anna, "Milo Reiter")).toContainText("writes");
      await expect(reading(jana), "what her key says").toBeVisible();
    });
  }
