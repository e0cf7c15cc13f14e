/** The wall: a whole room reads it, and it is nobody. */
import type { Page } from "@playwright/test";
import { expect, live, test, text, write, type MadePad } from "./fixture";
import { codesOn, fromTheBack } from "./scanner";
import { call } from "./server";
import { sound } from "./sound";
import { shot } from "./shots";

const BEAMER = { width: 1600, height: 900 };
const grouped = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;
const joinUrl = (pad: MadePad) => `${pad.origin}/j/${pad.code}`.toUpperCase();

/** Puts the wall on a projector and waits until it is connected. */
async function hang(page: Page, pad: MadePad, key = pad.host_key): Promise<void> {
  await page.setViewportSize(BEAMER);
  await page.goto(`${pad.origin}/wall/${pad.pad}#${key}`);
  await expect(page.locator(".wall")).toHaveAttribute("data-connection", "live");
  await expect(page.locator(".wall-qr .qr")).toBeVisible();
}

/** What REST says of the people here: the wall must not be among them. */
const counted = async (pad: MadePad) => {
  const { people, devices, state } = (await (await call("GET", pad)).json()) as {
    people: number;
    devices: number;
    state: string;
  };
  return { people, devices, state };
};

/** As every screen, and nothing has to be scrolled at all. */
async function fits(page: Page): Promise<void> {
  await sound(page);
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
}

for (const dark of [false, true]) {
  const look = dark ? "dark" : "light";

  test(`the wall fills a projector, shows who comes, and a scanner reads it from the back of the room (${look})`, async ({
    server,
    people,
    folder,
  }) => {
    const pad = await server.make();
    const page = await people.come({ name: "Wall", dark });
    await hang(page, pad);
    expect(await counted(pad)).toEqual({ people: 0, devices: 0, state: "waiting" });
    await expect(page.getByText("Nobody is here yet.")).toBeVisible();
    await fits(page);

    const box = await page.locator(".wall-qr").boundingBox();
    expect(box?.width).toBeCloseTo(0.46 * BEAMER.width, 0);
    const size = await page
      .locator(".wall-code")
      .evaluate((code) => Number.parseFloat(getComputedStyle(code).fontSize));
    expect(size).toBeCloseTo(0.064 * BEAMER.width, 0);
    await expect(page.locator(".wall-code")).toContainText(grouped(pad.code));
    await expect(page.locator(".wall-address")).toHaveText(new URL(pad.origin).host);

    await people.open({ name: "Anna Krause" }, pad);
    await expect(page.locator(".wall-newest")).toHaveText("AKAnna Krause is here");
    const milo = await people.open(
      { name: "Milo Reiter", color: "#b4466e", phone: true },
      pad,
      pad.view_key,
    );
    await expect(page.locator(".wall-newest")).toHaveText("MRMilo Reiter is here");
    await expect(page.locator(".wall-people li")).toHaveCount(2);
    await expect(
      page.getByText("Lives while someone is here, then 15 minutes. Nothing is stored."),
    ).toBeVisible();
    expect(await counted(pad)).toEqual({ people: 2, devices: 2, state: "alive" });
    await fits(page);
    await shot(page, `wall-${look}`);

    const picture = await page.screenshot();
    expect(await codesOn(picture, folder)).toEqual([joinUrl(pad)]);
    expect(await codesOn(await fromTheBack(page.context(), picture, 320), folder)).toEqual([
      joinUrl(pad),
    ]);

    await expect(page.locator(".wall-newest")).toHaveCount(0);
    await milo.close();
    await expect(page.locator(".wall-people li")).toHaveCount(1);
  });
}

test("the wall follows the life: steered, counted down, fading, ended", async ({
  serve,
  people,
}) => {
  const server = await serve("--ttl", "8h");
  const { pad } = server;
  const page = await people.come({ name: "Wall", dark: true });
  await hang(page, pad);
  const anna = await people.open({ name: "Anna" }, pad);
  const line = page.locator(".wall-life");
  await expect(line).toHaveText(/then 8 hours/);
  await call("PATCH", pad, { ends_in_s: 7200 });
  await expect(line).toHaveText(/^Lives until \d\d:\d\d( tomorrow)?\.\sNothing\sis\sstored\.$/);
  await call("PATCH", pad, { ends_in_s: 320 });
  await expect(line).toHaveText("Ends in 5 min");
  await expect(line).toHaveClass(/ember/);
  await call("PATCH", pad, { ttl_s: 600 });
  await expect(line).toHaveText(/then 10 minutes/);
  await anna.close();
  await expect(line).toHaveText(/^Nobody is here\. This pad fades in (9|10) min\.$/);
  await expect(line).toHaveClass(/ember/);
  expect((await counted(pad)).state).toBe("fading");
  await shot(page, "wall-fading");
  await call("DELETE", pad);
  await expect(page.getByRole("heading", { name: "This pad has faded" })).toBeVisible();
  await expect(page.getByText("The host ended it at")).toBeVisible();
  await expect(page.getByText("Erased from memory")).toBeVisible();
  await fits(page);
  await shot(page, "wall-ended");
  await page.reload();
  await expect(page.getByText("The host ended it at")).toBeVisible();
});

test("the Wi-Fi's code stays in the page: a scanner reads both, nothing is stored or sent", async ({
  server,
  people,
  folder,
}) => {
  const pad = await server.make();
  const page = await people.come({ name: "Wall", dark: true });
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  page.on("websocket", (socket) =>
    socket.on("framesent", ({ payload }) => sent.push(payload.toString())),
  );
  await hang(page, pad);
  await page.getByRole("button", { name: "Wi-Fi" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Aquarium; guests");
  await page.keyboard.press("Tab");
  await page.keyboard.type("swim:with,fish");
  await fits(page);
  await shot(page, "wall-wifi-sheet");
  await page.keyboard.press("Enter");
  await expect(page.locator(".wall-wifi .qr")).toBeVisible();
  await fits(page);
  await people.open({ name: "Anna Krause" }, pad);
  await people.open({ name: "Milo Reiter", color: "#b4466e", phone: true }, pad);
  await expect(page.locator(".wall-people li")).toHaveCount(2);
  await shot(page, "wall-wifi");
  const both = [joinUrl(pad), "WIFI:T:WPA;S:Aquarium\\; guests;P:swim\\:with\\,fish;;"];
  expect((await codesOn(await page.screenshot(), folder)).sort()).toEqual(both.sort());
  expect(
    (await codesOn(await fromTheBack(page.context(), await page.screenshot(), 800), folder)).sort(),
  ).toEqual(both.sort());
  const kept = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
  );
  expect(kept + sent.join()).not.toContain("fish");
  await page.reload();
  await expect(page.locator(".wall-qr .qr")).toBeVisible();
  await expect(page.locator(".wall-wifi")).toHaveCount(0);
});

test("the wall comes back after a restart, names nobody anew, and takes a new code", async ({
  serve,
  people,
  folder,
}) => {
  const flags = ["--secret-file", `${folder}/secret`];
  const first = await serve(...flags);
  const page = await people.come({ name: "Wall" });
  await hang(page, first.pad);
  const anna = await people.open({ name: "Anna" }, first.pad);
  await expect(page.locator(".wall-newest")).toBeVisible();
  await expect(page.locator(".wall-newest")).toHaveCount(0);
  await first.kill("SIGKILL");
  await expect(page.locator(".wall")).toHaveAttribute("data-connection", "lost");
  await expect(page.locator(".wall-life")).toHaveText("Reconnecting…");
  await serve("--port", String(first.ready.port), ...flags);
  await expect(page.locator(".wall")).toHaveAttribute("data-connection", "live");
  await live(anna);
  await expect(page.locator(".wall-people li")).toHaveText(["AAnna"]);
  await expect(page.locator(".wall-newest")).toHaveCount(0);
  await page.route("**/api/v1/pads/*", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      json: {
        ...(await answer.json()),
        code: "QQQWWW",
        join_url: "http://192.0.2.7:7780/j/QQQWWW",
        address: "192.0.2.7:7780",
      },
    });
  });
  await expect(page.locator(".wall-code")).toContainText("QQQ WWW");
  await expect(page.locator(".wall-address")).toHaveText("192.0.2.7:7780");
  await expect(page.locator(".wall-qr .qr")).toHaveAttribute(
    "data-text",
    "HTTP://192.0.2.7:7780/J/QQQWWW",
  );
});

test("the tools are out of sight until the mouse moves or a key leads to them", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.come({ name: "Wall" });
  await page.clock.install();
  await hang(page, pad);
  const tools = page.getByRole("group", { name: "This wall" });
  await expect(tools).toHaveCSS("opacity", "0");
  await page.mouse.move(300, 300);
  await expect(tools).toHaveCSS("opacity", "1");
  await page.clock.fastForward(3100);
  await expect(tools).toHaveCSS("opacity", "0");
  await page.getByRole("button", { name: "Dark" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.clock.fastForward(3100);
  await expect(tools).toHaveCSS("opacity", "1");
  const full = page.getByRole("button", { name: "Full screen" });
  await full.click();
  await expect(full).toHaveAttribute("aria-pressed", "true");
  expect(await page.evaluate(() => document.fullscreenElement?.localName)).toBe("html");
  await full.click();
  await expect(full).toHaveAttribute("aria-pressed", "false");
});

test("a key for reading shows a code for reading, and a wrong one opens nothing", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.come({ name: "Wall" });
  await hang(page, pad, pad.view_key);
  await expect(page.locator(".wall-qr .qr")).toHaveAttribute(
    "data-text",
    `${pad.origin}/p/${pad.pad}#${pad.view_key}`,
  );
  await expect(page.getByText("Scan to read along")).toBeVisible();
  await expect(page.locator(".wall-code")).toHaveCount(0);
  await expect(page.getByText(grouped(pad.code))).toHaveCount(0);
  await fits(page);
  for (const [at, title] of [
    [pad.pad, "Something is missing in this link"],
    ["never-was", "There is no pad with this name here"],
    [`${pad.pad}#wrong`, "This link does not open the pad"],
  ]) {
    await page.goto("about:blank");
    await page.goto(`${pad.origin}/wall/${at}`);
    await expect(page.getByRole("heading", { name: title as string })).toBeVisible();
  }
});

test("forty people fit, the text is not on the wall, and any screen's shape is filled without scrolling", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.come({ name: "Wall", dark: true });
  await hang(page, pad);
  const anna = await people.open({ name: "Anna Krause" }, pad);
  await text(anna).click();
  await write(anna, "not for the wall");
  await anna.evaluate(
    async ({ pad, key }) => {
      // forty pages, as far as a wall can tell: a socket and one presence state each
      for (let i = 1; i <= 40; i += 1) {
        const state = new TextEncoder().encode(
          JSON.stringify({
            user: { id: `person-${1000 + i}`, name: `Guest ${i}`, color: "#7a4fd0" },
          }),
        );
        const entry = [1, i, 1, state.length, ...state];
        const socket = new WebSocket(`ws://${location.host}/ws/${pad}`, [
          "fadepad",
          `fadepad.key.${key}`,
        ]);
        await new Promise((opened) => socket.addEventListener("open", opened));
        socket.send(Uint8Array.from([1, entry.length, ...entry]));
      }
    },
    { pad: pad.pad, key: pad.edit_key },
  );
  await expect(page.getByText("+21")).toBeVisible();
  await expect(page.getByText("Guest 40 is here").last()).toBeVisible();
  await expect(page.getByText("41 people here")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.innerHTML)).not.toContain(
    "not for the wall",
  );
  await shot(page, "wall-many");
  for (const [width, height] of [
    [1024, 768],
    [1280, 720],
    [1920, 1080],
    [2560, 1080],
    [800, 1280],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await fits(page);
    for (const part of [".wall-qr", ".wall-code", ".wall-life", ".wall-here"]) {
      const box = await page.locator(part).boundingBox();
      expect(
        box &&
          box.x >= 0 &&
          box.y >= 0 &&
          box.x + box.width <= width &&
          box.y + box.height <= height,
        `${part} at ${width}×${height}`,
      ).toBe(true);
    }
    await shot(page, `wall-${width}x${height}`);
  }
});

test("the wall says who got through, and after 20 s the likeliest of what may be in the way", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const page = await people.come({ name: "Wall" });
  await page.clock.install();
  let reached: object[] = [];
  await page.route("**/api/v1/pads/*", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      json: {
        ...(await answer.json()),
        reached,
        hints: ["The firewall keeps port 7780 shut: sudo ufw allow 7780/tcp", "Another network."],
      },
    });
  });
  await hang(page, pad);
  await expect(page.locator(".proof")).toHaveCount(0);
  await page.clock.fastForward(21_000);
  await expect(page.locator(".proof-hints li")).toHaveText([
    "The firewall keeps port 7780 shut: sudo ufw allow 7780/tcp",
  ]);
  await fits(page);
  await shot(page, "wall-blocked");
  // where nobody can tell devices apart, as behind a proxy, the people themselves are the proof
  for (const name of ["Anna", "Milo"]) await people.open({ name }, pad);
  await expect(page.locator(".wall-people li")).toHaveCount(2);
  await expect(page.locator(".proof")).toHaveCount(0);
  reached = [
    { device: "phone", ago_s: 31 },
    { device: "tablet", ago_s: 12 },
  ];
  await page.clock.fastForward(6000);
  await expect(page.locator(".proof")).toHaveText("A tablet got through, 12 s ago");
  await fits(page);
  await shot(page, "wall-proof");
});

test("a wall says that the door is closed, that one knocks, and that there is a PIN", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const wall = await people.come({ name: "Wall" });
  await wall.setViewportSize({ width: 1280, height: 720 });
  await wall.goto(`${pad.origin}/wall/${pad.pad}#${pad.host_key}`);
  const decide = (body: object) =>
    fetch(`${pad.origin}/api/v1/pads/${pad.pad}`, {
      method: "PATCH",
      headers: { Authorization: `Bearer ${pad.host_key}` },
      body: JSON.stringify(body),
    });
  await expect(wall.getByText("Nobody is here yet.")).toBeVisible();
  await decide({ door: "closed", pin: "4711" });
  await expect(wall.getByText("The door is closed: nobody new comes in now.")).toBeVisible();
  await expect(wall.getByText("and the PIN, from the host")).toBeVisible();
  await sound(wall);
  await shot(wall, "wall-closed");
  await decide({ door: "knock", pin: null });
  await expect(wall.getByText("Who is new knocks, and the host lets them in.")).toBeVisible();
  await expect(wall.getByText("and the PIN")).toHaveCount(0);
});
