/** The wall with the text: by a host's wish alone, by headings, behind whoever shows, and calm. */
import type { Page } from "@playwright/test";
import { expect, test, text, type MadePad } from "./fixture";
import { call } from "./server";
import { sound } from "./sound";
import { shot } from "./shots";

const BEAMER = { width: 1600, height: 900 };
/** Sizes of projectors, the last two of other shapes. */
const SCREENS = [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
  [1024, 768],
  [900, 1440],
] as const;

const MINUTES = `# Sprint review

What we meet for.

## Decisions

- [x] Release candidate goes out on Thursday
- [ ] Jana asks legal about the licence of the map tiles
- [ ] Retro moves to Monday, 10:00
- [ ] Pictures are turned in a worker, smaller first

## What we saw

A **large** map, \`cargo run\`, and ~~no~~ one [link](https://example.org).

> It is faster than before.

1. First
2. Second
   - nested

\`\`\`rust
fn main() { println!("<b>no tag</b>"); }
\`\`\`

## Numbers

| Who | Calls |
| --- | --- |
| Anna | 12 |
| Milo | 7 |

## שאלות פתוחות

מי כותב את הפרוטוקול?
`;

/** Adds Markdown at the end of the text, as a program does. */
async function append(pad: MadePad, markdown: string): Promise<void> {
  const answer = await fetch(`${pad.origin}/api/v1/pads/${pad.pad}/append`, {
    method: "POST",
    headers: { authorization: `Bearer ${pad.host_key}`, "content-type": "text/markdown" },
    body: markdown,
  });
  expect(answer.ok).toBe(true);
}

/** Puts the wall on a projector and waits until it is connected. */
async function hang(page: Page, pad: MadePad, key = pad.host_key): Promise<void> {
  await page.setViewportSize(BEAMER);
  await page.goto(`${pad.origin}/wall/${pad.pad}#${key}`);
  await expect(page.locator(".wall")).toHaveAttribute("data-connection", "live");
}

/** What belongs to a pad, for a call. */
const at = (pad: MadePad, path: string): MadePad => ({ ...pad, pad: `${pad.pad}/${path}` });
const wish = (pad: MadePad, text_on_walls: boolean) => call("PATCH", pad, { text_on_walls });
const heading = (wall: Page) => wall.locator(".wall-heading");
const lit = (wall: Page) => wall.locator(".wall-headings [aria-current]");

/** Everything is on the screen, and nothing has to be scrolled but a long section. */
async function fits(wall: Page): Promise<void> {
  await sound(wall);
  expect(await wall.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  for (const part of [".wall-qr", ".wall-code", ".wall-life", ".wall-foot"]) {
    const box = await wall.locator(part).boundingBox();
    const size = wall.viewportSize();
    expect(box && size && box.x >= 0 && box.y >= 0).toBe(true);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual((size?.width ?? 0) + 0.5);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((size?.height ?? 0) + 0.5);
  }
}

for (const dark of [true, false]) {
  const look = dark ? "dark" : "light";

  test(`the text is on the wall by the host's wish, behind the host, until it is taken back (${look})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    await call("PATCH", pad, { title: "Sprint review, 22 November" });
    const anna = await people.open({ name: "Anna Krause" }, pad, pad.host_key);
    await append(pad, MINUTES);
    await expect(text(anna)).toContainText("Retro moves");
    const milo = await people.open({ name: "Milo Reiter", color: "#b4466e" }, pad);
    const wall = await people.come({ name: "Wall", dark });
    const frames: string[] = [];
    wall.on("websocket", (socket) =>
      socket.on("framereceived", ({ payload }) => frames.push(payload.toString("latin1"))),
    );
    await hang(wall, pad);
    await expect(wall.locator(".wall-people li")).toHaveCount(2);
    expect(frames.join("")).not.toContain("Retro");
    await expect(wall.locator(".wall-text")).toHaveCount(0);

    await wish(pad, true);
    await expect(milo.getByText("The text is on the wall now")).toBeVisible();
    await text(anna).getByText("Retro moves").click();
    await expect(heading(wall)).toHaveText("Decisions");
    await expect(lit(wall)).toHaveText("Decisions");
    await expect(wall.locator(".wall-crumb")).toHaveText("Sprint review");
    await expect(wall.locator(".wall-shows")).toHaveText("Anna Krause shows");
    await expect(wall.locator(".wall-box")).toHaveCount(4);
    await expect(wall.locator(".wall-done")).toHaveText("Release candidate goes out on Thursday");
    await expect(wall.locator(".wall-circles li")).toHaveCount(2);
    const size = await wall
      .locator(".wall-page")
      .evaluate((page) => Number.parseFloat(getComputedStyle(page).fontSize) / innerWidth);
    expect(size).toBeGreaterThanOrEqual(0.025);
    const qr = await wall.locator(".wall-qr").boundingBox();
    expect(qr?.width).toBeCloseTo(0.18 * BEAMER.width, 0);
    for (const [width, height] of SCREENS) {
      await wall.setViewportSize({ width, height });
      await fits(wall);
      await shot(wall, `wall-text-${look}-${width}`);
    }
    await wall.setViewportSize(BEAMER);

    // Another who writes elsewhere moves nothing; the host who goes elsewhere is followed.
    await text(milo).getByText("What we meet for.").click();
    await milo.keyboard.press("End");
    await milo.keyboard.type(" All of us.");
    await text(anna).getByText("Second", { exact: true }).click();
    await expect(heading(wall)).toHaveText("What we saw");
    await expect(wall.locator(".wall-page pre")).toContainText("<b>no tag</b>");
    await expect(wall.locator(".wall-page b")).toHaveCount(0);
    await expect(wall.locator(".wall-page a")).toHaveCount(0);
    await fits(wall);
    await shot(wall, `wall-text-${look}-blocks`);

    // By hand, until the host goes to another heading.
    await wall.keyboard.press("ArrowRight");
    await expect(heading(wall)).toHaveText("Numbers");
    await expect(wall.locator(".wall-shows")).toHaveCount(0);
    await shot(wall, `wall-text-${look}-table`);
    await wall.locator(".wall-headings button").last().click();
    await expect(heading(wall)).toHaveCSS("direction", "rtl");
    await shot(wall, `wall-text-${look}-rtl`);
    await text(anna).getByText("First", { exact: true }).click();
    await expect(heading(wall)).toHaveText("שאלות פתוחות");
    await text(anna).getByText("Retro moves").click();
    await expect(heading(wall)).toHaveText("Decisions");

    await wish(pad, false);
    await expect(wall.locator(".wall-text")).toHaveCount(0);
    await expect(milo.getByText("The text is no longer on the wall")).toBeVisible();
    frames.length = 0;
    await milo.keyboard.type(" Nobody reads this there.");
    await expect(text(anna)).toContainText("Nobody reads this there.");
    expect(frames.join("")).not.toContain("reads");
    expect(await wall.locator("body").textContent()).not.toContain("Retro");
  });
}

test("who has the pencil is followed in the place of the host, and a reader's knock or a last call is as plain as without the text", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad, pad.host_key);
  await append(pad, MINUTES);
  const milo = await people.open({ name: "Milo" }, pad);
  const wall = await people.come({ name: "Wall", dark: true });
  await hang(wall, pad);
  await wish(pad, true);
  await text(anna).getByText("Retro moves").click();
  await expect(heading(wall)).toHaveText("Decisions");
  const here = (await (await call("GET", at(pad, "people"))).json()) as Record<string, string>[];
  const id = here.find(({ name }) => name === "Milo")?.person;
  await call("PATCH", at(pad, `people/${id}`), { pencil: true });
  await text(milo).getByText("First", { exact: true }).click();
  await expect(heading(wall)).toHaveText("What we saw");
  await expect(wall.locator(".wall-shows")).toHaveText("Milo shows");
  await call("PATCH", pad, { door: "knock" });
  const tom = await people.come({ name: "Tom" });
  await tom.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
  await expect(wall.locator(".wall-knocks")).toContainText("1 person is waiting to come in");
  await call("DELETE", pad, { in_s: 60 });
  await expect(wall.locator(".wall-life")).toHaveText(/^Ends in/);
  await expect(wall.locator(".wall-life")).toHaveClass(/ember/);
  await fits(wall);
  await shot(wall, "wall-text-call");
  await call("DELETE", pad, { in_s: 0 });
  await expect(wall.getByRole("heading", { name: "This pad has faded" })).toBeVisible();
  expect(await wall.locator("body").textContent()).not.toContain("Retro");
});

test("a long section is turned by keys and follows the host's line, and others who write move nothing", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const lines = Array.from({ length: 60 }, (_, i) => `- Line ${i + 1} of many`).join("\n");
  const anna = await people.open({ name: "Anna" }, pad, pad.host_key);
  await append(pad, `# All\n\n${lines}\n`);
  await text(anna).getByText("Line 1 of many", { exact: true }).click();
  await wish(pad, true);
  const wall = await people.come({ name: "Wall" });
  await hang(wall, pad);
  await expect(heading(wall)).toHaveText("All");
  await expect(wall.getByText("Line 1 of many", { exact: true })).toBeInViewport();
  const top = () => wall.locator(".wall-page").evaluate((page) => page.scrollTop);
  await shot(wall, "wall-text-long");
  await wall.keyboard.press("PageDown");
  const turned = await top();
  expect(turned).toBeGreaterThan(100);
  await text(anna).getByText("Line 50 of many").click();
  await expect(wall.getByText("Line 50 of many")).toBeInViewport();
  const before = await top();
  const milo = await people.open({ name: "Milo" }, pad);
  await text(milo).getByText("Line 60 of many").click();
  await milo.keyboard.press("End");
  await milo.keyboard.type(" and one more word");
  await expect(wall.getByText("one more word")).toHaveCount(1);
  expect(await top()).toBe(before);
});

test("the host puts the text on the wall from the share sheet, and takes it off at the wall", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad, pad.host_key);
  const wall = await people.come({ name: "Wall" });
  await hang(wall, pad);
  await anna.getByRole("button", { name: "Share" }).click();
  const there = anna.getByRole("switch", { name: "Show the text there, too" });
  await expect(there).not.toBeChecked();
  await there.click();
  await expect(there).toBeChecked();
  await expect(wall.getByText("Nothing is written yet.")).toBeVisible();
  await sound(anna);
  await shot(anna, "wall-text-share");
  await wall.mouse.move(200, 200);
  await wall.getByRole("button", { name: "Text" }).click();
  await expect(wall.locator(".wall-text")).toHaveCount(0);
});

test("a full pad, a PIN, a door, a knock, a raised hand and a last call have room beside the text on every screen", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  await call("PATCH", pad, { pin: "4711", text_on_walls: true });
  const anna = await people.open({ name: "Anna" }, pad, pad.host_key);
  await append(pad, MINUTES);
  const reader = await people.open({ name: "Ronja Wilhelmina Achterberg" }, pad, pad.view_key);
  await reader.getByRole("button", { name: "Ask to write" }).click();
  await anna.evaluate(
    async ({ pad, key }) => {
      // twenty pages, as far as a wall can tell: a socket and one presence state each
      for (let i = 1; i <= 20; i += 1) {
        const user = { name: `Guest ${i}`, color: "#7a4fd0" };
        const state = new TextEncoder().encode(JSON.stringify({ user }));
        const entry = [1, i, 1, state.length, ...state];
        const keys = ["fadepad", `fadepad.key.${key}`];
        const socket = new WebSocket(`ws://${location.host}/ws/${pad}`, keys);
        await new Promise((opened) => socket.addEventListener("open", opened));
        socket.send(Uint8Array.from([1, entry.length, ...entry]));
      }
    },
    { pad: pad.pad, key: pad.edit_key },
  );
  await call("PATCH", pad, { door: "knock" });
  const tom = await people.come({ name: "Tom" });
  await tom.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
  const wall = await people.come({ name: "Wall", dark: true });
  await hang(wall, pad);
  await expect(wall.locator(".wall-circles li")).toHaveCount(10);
  await expect(wall.locator(".wall-circles li").last()).toHaveText("+13");
  await expect(wall.getByText("1 person is waiting to come in")).toBeVisible();
  await expect(wall.locator(".wall-asking")).toContainText("asks to write");
  for (const [width, height] of SCREENS) {
    await wall.setViewportSize({ width, height });
    await shot(wall, `wall-text-full-${width}`);
    await fits(wall);
    for (const part of [".wall-asking", ".wall-knocks > span", ".wall-life"])
      await expect(wall.locator(part)).toBeInViewport({ ratio: 1 });
  }
});
