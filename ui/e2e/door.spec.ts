/** Who comes in without a key of their own: by code with a PIN, before a closed door, by knocking. */
import type { Locator, Page } from "@playwright/test";
import { expect, live, test, text } from "./fixture";
import { call } from "./server";
import { sound } from "./sound";
import { keyboardUp, PHONE } from "./touch";
import { shot, sizeOf, sizes } from "./shots";

const SIZES = sizes();

const code = (page: Page) => page.getByLabel("Code", { exact: true });
const pin = (page: Page) => page.getByLabel("PIN", { exact: true });
const named = (page: Page) => page.getByRole("heading", { name: "Who is writing?" });
const inPad = (page: Page) => page.locator("[data-connection]");

for (const who of SIZES) {
  const size = sizeOf(who);

  test(`a code that is not enough asks for the PIN, says when it is wrong, and how long to wait (${size})`, async ({
    serve,
    people,
  }) => {
    const server = await serve("--pin", "4711", "--limits", "on");
    const page = await people.come({ ...who, stranger: true });
    await page.goto(server.origin);
    await code(page).fill(server.pad.code);
    await expect(pin(page)).toBeFocused();
    await expect(pin(page)).toHaveAttribute("inputmode", "numeric");
    await expect(page.getByText("This pad asks for a PIN, too.")).toBeVisible();
    await sound(page);
    await shot(page, `pin-asked-${size}`);

    await page.keyboard.type("1234");
    await page.keyboard.press("Enter");
    await expect(page.getByText("That is not the PIN of this pad.")).toBeVisible();
    await sound(page);
    await shot(page, `pin-wrong-${size}`);
    await page.keyboard.type("4711"); // in the place of the wrong one, which is selected
    await page.keyboard.press("Enter");
    await expect(named(page)).toBeVisible();

    const again = await people.come({ ...who, stranger: true });
    await again.goto(`${server.origin}/j/${server.pad.code}`);
    for (let n = 0; n < 9; n += 1) {
      await pin(again).fill(`000${n}`);
      await again.keyboard.press("Enter");
      await expect(again.getByText("That is not the PIN")).toBeVisible();
    }
    await pin(again).fill("0009");
    await again.keyboard.press("Enter");
    await expect(again.getByText(/Too many tries\. Wait \d+ (second|minute)s?/)).toBeVisible();
    await sound(again);
    await shot(again, `pin-waits-${size}`);
  });
}

test("a link asks for no PIN, and a host's page asks for one beside the code of another pad", async ({
  serve,
  people,
}) => {
  const server = await serve("--pin", "long words");
  const page = await people.open({ name: "Zoe" }, server.pad);
  await expect(inPad(page)).toHaveAttribute("data-connection", "live");
  const host = await people.open({ name: "Anna" }, server.pad, server.pad.host_key);
  const other = await server.make(); // to the own one the key that the browser kept leads
  await host.goto(server.origin);
  await code(host).fill(other.code);
  await expect(pin(host)).toBeFocused();
  await expect(pin(host)).toHaveAttribute("inputmode", "text");
  await sound(host);
  await shot(host, "pin-host");
  await host.keyboard.type("long words");
  await host.getByRole("button", { name: "Join", exact: true }).click();
  await expect(inPad(host)).toHaveAttribute("data-connection", "live");
  await host.goto(`${server.origin}/j/${other.code}`);
  await expect(inPad(host)).toHaveAttribute("data-connection", "live"); // known there now: nothing is asked again
});

const closed = (page: Page) =>
  page.getByRole("heading", { name: "This pad takes in nobody new at the moment" });

for (const who of SIZES) {
  const size = sizeOf(who);

  test(`a closed door says so by code, link and wall, opens when the host opens it, and lets back in who was here (${size})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const byCode = `${pad.origin}/j/${pad.code}`;
    const known = await people.come(who);
    await known.goto(byCode);
    await live(known);
    expect((await call("PATCH", pad, { door: "closed" })).status).toBe(200);
    await known.reload();
    await live(known);
    await known.goto(byCode);
    await live(known);

    const page = await people.come({ ...who, name: "Zoe" });
    for (const way of [
      byCode,
      `/p/${pad.pad}#${pad.edit_key}`,
      `/wall/${pad.pad}#${pad.view_key}`,
    ]) {
      await page.goto("about:blank");
      await page.goto(new URL(way, pad.origin).href);
      await expect(closed(page)).toBeVisible();
      await sound(page);
    }
    await page.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
    await expect(closed(page)).toBeVisible();
    await shot(page, `closed-${size}`);
    const typed = await people.come({ ...who, name: "Ida" });
    await typed.goto(pad.origin);
    await code(typed).fill(pad.code);
    await expect(typed.getByText("That pad takes in nobody new at the moment.")).toBeVisible();
    await sound(typed);

    expect((await call("PATCH", pad, { door: "open" })).status).toBe(200);
    await page.getByRole("button", { name: "Try again" }).click();
    await live(page);
  });
}

const waiting = (page: Page) =>
  page.getByRole("heading", { name: "Waiting for the host to let you in" });
const card = (page: Page | Locator) => page.getByRole("complementary", { name: "At the door" });

for (const who of SIZES) {
  const size = sizeOf(who);

  test(`who knocks waits calmly, the host lets in from a card that takes no focus, the wall says how many (${size})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    expect((await call("PATCH", pad, { door: "knock" })).status).toBe(200);
    const host = await people.open({ ...who, name: "Anna" }, pad, pad.host_key);
    const wall = await people.come({ name: "Wall", dark: !!who.dark });
    await wall.setViewportSize({ width: 1920, height: 1080 });
    await wall.goto(`${pad.origin}/wall/${pad.pad}#${pad.host_key}`);
    await expect(wall.locator(".wall-people li")).toHaveCount(1);
    if (!who.phone) {
      await text(host).click();
      await host.keyboard.type("Sprint review");
    }

    const page = await people.come({ ...who, stranger: true });
    await page.goto(`${pad.origin}/j/${pad.code}`);
    await expect(waiting(page)).toBeVisible();
    await expect(page.getByText("Anna has been told. Leave this page open")).toBeVisible();
    await page.getByRole("button", { name: "Change" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Calm Heron");
    await page.keyboard.press("Enter");
    await expect(card(host)).toContainText("Calm Heron wants to come in");
    await expect(card(host)).toContainText("by the code");
    await sound(page);
    await shot(page, `knock-${size}`);
    await sound(host);
    await shot(host, `knock-host-${size}`);
    await expect(wall.getByText("1 person is waiting to come in")).toBeVisible();
    await expect(wall.getByText("Calm Heron")).toHaveCount(0);
    await sound(wall);
    await shot(wall, `knock-wall-${size}`);
    if (!who.phone) {
      await host.keyboard.type(" goes on");
      await expect(text(host)).toContainText("Sprint review goes on");
    }

    const second = await people.come({ ...who, name: "Ida" });
    await second.clock.install();
    await second.goto(`${pad.origin}/p/${pad.pad}#${pad.view_key}`);
    await expect(waiting(second)).toBeVisible();
    await card(host).getByRole("button", { name: "and 1 more" }).click();
    await expect(card(host).getByRole("listitem")).toHaveText([/Calm Heron/, /Ida/]);
    await sound(host);
    await shot(host, `knock-host-all-${size}`);
    await card(host).getByRole("button", { name: "Show less" }).click();
    await expect(card(host).getByRole("listitem")).toHaveCount(1);
    await card(host).getByRole("button", { name: "Let in" }).click();
    await live(page);
    await expect(card(host)).toContainText("Ida wants to come in");
    await expect(wall.getByText("1 person is waiting to come in")).toBeVisible();
    await card(host).getByRole("button", { name: "Not now" }).click();
    await expect(second.getByRole("heading", { name: "Anna can’t let you in now" })).toBeVisible();
    await expect(second.getByRole("button", { name: /^Knock again in \d+ s$/ })).toBeDisabled();
    await sound(second);
    await shot(second, `knock-not-now-${size}`);
    await second.reload();
    await expect(second.getByRole("heading", { name: "Anna can’t let you in now" })).toBeVisible();
    await expect(card(host)).toHaveCount(0);
    await expect(wall.getByText("waiting to come in")).toHaveCount(0);

    await page.reload();
    await live(page); // a key of one's own: nobody is asked again
    await second.clock.fastForward(61_000);
    await second.getByRole("button", { name: "Knock again", exact: true }).click();
    await expect(waiting(second)).toBeVisible();
    await second.getByRole("button", { name: "Don’t wait" }).click();
    await expect(code(second)).toBeVisible();
    await expect(card(host)).toHaveCount(0);
  });
}

test("a host lets in by keyboard whom they have chosen while others knock", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  expect((await call("PATCH", pad, { door: "knock" })).status).toBe(200);
  const host = await people.open({ name: "Anna" }, pad, pad.host_key);
  const knock = async (name: string) => {
    const page = await people.come({ name });
    await page.goto(`${pad.origin}/j/${pad.code}`);
    await expect(waiting(page)).toBeVisible();
    return page;
  };
  const rows = card(host).getByRole("listitem");
  await knock("Ida");
  const zoe = await knock("Zoe");
  await card(host).getByRole("button", { name: "and 1 more" }).click();
  await expect(rows).toHaveText([/Ida/, /Zoe/]);
  const letZoeIn = rows.filter({ hasText: "Zoe" }).getByRole("button", { name: "Let in" });
  await letZoeIn.focus();
  await knock("Tom");
  await expect(rows).toHaveText([/Ida/, /Zoe/, /Tom/]);
  await expect(letZoeIn).toBeFocused();
  await expect(letZoeIn).not.toHaveAttribute("aria-disabled", "true");
  await host.keyboard.press("Enter");
  await live(zoe);
  await expect(rows).toHaveText([/Ida/, /Tom/]);
});

for (const who of SIZES) {
  const size = sizeOf(who);

  test(`a host chooses in Share how new people come in, and it holds at once (${size})`, async ({
    serve,
    people,
  }) => {
    const server = await serve("--pin", "4711");
    const host = await people.open({ ...who, name: "Anna" }, server.pad, server.pad.host_key);
    await host.getByRole("button", { name: "Share" }).click();
    await expect(host.getByText("and the PIN")).toBeVisible();
    const choice = (name: string) => host.getByRole("radio", { name });
    await expect(choice("Come in")).toBeChecked();
    await host.getByText("Knock", { exact: true }).click();
    await expect(host.getByText("New people wait until you let them in.")).toBeVisible();
    await sound(host);
    await shot(host, `door-${size}`);
    const page = await people.come({ ...who, name: "Zoe" });
    await page.goto(`${server.origin}/p/${server.pad.pad}#${server.pad.edit_key}`);
    await expect(waiting(page)).toBeVisible();
    await host.getByText("Stay out", { exact: true }).click();
    await expect(closed(page)).toBeVisible();
    await host.getByText("Come in", { exact: true }).click();
    await expect(choice("Come in")).toBeChecked();
    await page.getByRole("button", { name: "Try again" }).click();
    await live(page);
    const guest = page.getByRole("button", { name: "Share" });
    await guest.click();
    await expect(page.getByText("and the PIN")).toBeVisible();
    await expect(page.getByRole("radio", { name: "Knock" })).toHaveCount(0);
  });
}

for (const who of SIZES) {
  const size = sizeOf(who);

  test(`a host sets a PIN in Share, changes it and takes it away (${size})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const host = await people.open({ ...who, name: "Anna" }, pad, pad.host_key);
    const joins = async (typed?: string) =>
      (
        await fetch(`${pad.origin}/api/v1/join`, {
          method: "POST",
          body: JSON.stringify({ code: pad.code, pin: typed }),
        })
      ).status;
    await host.getByRole("button", { name: "Share" }).click();
    await host.getByRole("button", { name: "Set a PIN" }).click();
    await expect(pin(host)).toBeFocused();
    await host.keyboard.type("123");
    await host.keyboard.press("Enter");
    await expect(host.getByText("A PIN has 4 to 64 letters")).toBeVisible();
    await host.keyboard.type("4");
    await sound(host);
    await shot(host, `pin-set-${size}`);
    await host.keyboard.press("Enter");
    await expect(host.getByText("and the PIN")).toBeVisible();
    expect([await joins(), await joins("1234")]).toEqual([403, 200]);
    await expect(host.getByRole("button", { name: "Copy link" })).toBeInViewport({ ratio: 1 });
    await shot(host, `pin-there-${size}`);
    await host.getByRole("button", { name: "Another PIN" }).click();
    await host.keyboard.type("blue door");
    await host.keyboard.press("Enter");
    await expect(host.getByRole("button", { name: "Another PIN" })).toBeVisible();
    expect([await joins("1234"), await joins("blue door")]).toEqual([403, 200]);
    await host.getByRole("button", { name: "No PIN" }).click();
    await expect(host.getByText("and the PIN")).toHaveCount(0);
    expect(await joins()).toBe(200);
  });
}

test("a host who lists the people has the card at the head of the list; a wall by a shared link knocks too", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  await call("PATCH", pad, { door: "knock" });
  const host = await people.open({ name: "Anna" }, pad, pad.host_key);
  await host.getByRole("button", { name: /^1 person here/ }).click();
  const wall = await people.come({ name: "Wall" });
  await wall.goto(`${pad.origin}/wall/${pad.pad}#${pad.view_key}`);
  await expect(waiting(wall)).toBeVisible();
  await expect(card(host.getByRole("dialog"))).toContainText("by the link");
  await expect(card(host)).toHaveCount(1);
  await shot(host, "knock-list");
  await card(host).getByRole("button", { name: "Let in" }).click();
  await expect(wall.locator(".wall-people li")).toHaveCount(1);
});

for (const phone of [false, true]) {
  test(`with Share open, as it is when people come, the host lets them in without closing it (${phone ? "phone" : "desktop"})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    await call("PATCH", pad, { door: "knock" });
    const host = await people.open({ name: "Anna", phone }, pad, pad.host_key);
    await host.getByRole("button", { name: "Share" }).click();
    const sheet = host.getByRole("dialog", { name: "Let people in" });
    await expect(sheet.getByRole("img", { name: /^QR code/ })).toBeVisible();
    await sheet.evaluate((box) => box.scrollTo(0, box.scrollHeight));
    const page = await people.come({ name: "Milo" });
    await page.goto(`${pad.origin}/j/${pad.code}`);
    await expect(card(sheet)).toContainText("Milo wants to come in");
    await expect(card(sheet)).toBeInViewport({ ratio: 1 });
    await expect(card(host)).toHaveCount(1);
    await sound(host);
    await shot(host, `knock-share-${phone ? "phone" : "desktop"}`);
    await card(sheet).getByRole("button", { name: "Let in" }).click();
    await live(page);
    await expect(sheet).toBeVisible();
    await expect(card(host)).toHaveCount(0);
  });
}

test("who waits comes in when the door is opened, and who was shown out knocks", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  await call("PATCH", pad, { door: "knock" });
  const page = await people.come({ name: "Milo" });
  await page.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
  await expect(page.getByText("The host has been told.")).toBeVisible();
  await call("PATCH", pad, { door: "open" });
  await live(page);
  const host = await people.open({ name: "Anna" }, pad, pad.host_key);
  const kept = await page.evaluate(() => localStorage.getItem("fadepad.keys") ?? "[]");
  const [{ key }] = JSON.parse(kept) as [{ key: string }];
  const own = await fetch(`${pad.origin}/api/v1/pads/${pad.pad}/key`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key}` },
  });
  const { person } = (await own.json()) as { person: string };
  await call("DELETE", { ...pad, pad: `${pad.pad}/people/${person}` });
  const shownOut = page.getByRole("heading", { name: "The host has shown you out" });
  await expect(shownOut).toBeVisible();
  await page.getByRole("button", { name: "Ask to come back" }).click();
  await expect(waiting(page)).toBeVisible();
  await expect(card(host)).toContainText("Milo wants to come in");
  await card(host).getByRole("button", { name: "Let in" }).click();
  await live(page);
});

test("who loads the waiting page again waits on, and is not asked for the PIN once more", async ({
  serve,
  people,
}) => {
  const server = await serve("--pin", "4711");
  const { pad } = server;
  await call("PATCH", pad, { door: "knock" });
  const host = await people.open({ name: "Anna" }, pad, pad.host_key);
  const page = await people.come({ name: "Milo" });
  await page.goto(server.origin);
  await code(page).fill(pad.code);
  await pin(page).fill("4711");
  await page.keyboard.press("Enter");
  await expect(card(host)).toContainText("Milo wants to come in");
  for (let n = 0; n < 2; n += 1) {
    await page.reload();
    await expect(waiting(page)).toBeVisible();
  }
  await expect(card(host)).toContainText("Milo wants to come in");
  await expect(card(host)).not.toContainText("1 more");
  await card(host).getByRole("button", { name: "Let in" }).click();
  await live(page);
  await page.goto(server.origin);
  await expect(code(page)).toBeVisible();
});

test("on a phone a host hears of a knock over the keyboard and in the list, with what they would do and whether they were out", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  await call("PATCH", pad, { door: "knock" });
  const host = await people.open({ name: "Anna", phone: true }, pad, pad.host_key);
  await text(host).tap();
  await keyboardUp(host, PHONE);
  const page = await people.come({ name: "Milo" });
  await page.goto(`${pad.origin}/p/${pad.pad}#${pad.view_key}`);
  const line = host.getByTestId("knocks");
  await expect(line).toContainText("Milo wants to come in, to read");
  await expect(card(host)).toHaveCount(0);
  await sound(host);
  await shot(host, "knock-keyboard");
  await host.setViewportSize(PHONE.size);
  await expect(card(host)).toContainText("Milo wants to come in, to read");
  await expect(line).toHaveCount(0);
  const list = host.getByRole("dialog");
  await host.locator(".avatars").tap();
  await expect(card(list)).toContainText("Milo wants to come in");
  await sound(host);
  await shot(host, "knock-phone-list");
  await card(list).getByRole("button", { name: "Let in" }).tap();
  await live(page);

  await list.getByRole("button", { name: "What Milo may do" }).tap();
  await host.getByRole("menuitem", { name: "Show out" }).tap();
  await host.getByRole("button", { name: "Show out", exact: true }).tap();
  await page.getByRole("button", { name: "Ask to come back" }).click();
  await expect(card(list)).toContainText("Was shown out before");
  await host.reload();
  await host.locator(".avatars").tap();
  await list.getByRole("button", { name: "Let in again" }).tap();
  await live(page);
  await expect(list.getByText("Milo is out.")).toHaveCount(0);
});
