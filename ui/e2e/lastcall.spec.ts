/** The last call: whatever ends a pad, everyone who is there is offered a copy, answers, and may ask for more time. */
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, linesOf, live, saved, test, text, write, type Who } from "./fixture";
import { call, type MadePad } from "./server";
import { sound } from "./sound";
import { shot, sizeOf, sizes } from "./shots";

const sheet = (page: Page) => page.getByRole("dialog");
const button = (page: Page, name: string | RegExp) => sheet(page).getByRole("button", { name });
const faded = (page: Page) => page.getByRole("heading", { name: "This pad has faded" });
const row = (page: Page, name: string) => page.locator("dl div", { hasText: name }).locator("dd");
const choose = (page: Page, item: string) =>
  page
    .getByRole("button", { name: "More" })
    .click()
    .then(() => page.getByRole("menuitem", { name: item }).click());

async function endNow(host: Page): Promise<void> {
  await choose(host, "End now");
  await host.getByLabel("I want to end it").check();
  await button(host, "End now").click();
}

/** How many seconds the ring shows. */
const seconds = async (page: Page): Promise<number> =>
  Number(await sheet(page).getByTestId("counter").locator("b").textContent());

const SIZES = sizes();

/** A guest in a pad that Anna, its host, has written in. */
async function meet(
  people: { open: (who: Who, pad: MadePad, key?: string) => Promise<Page> },
  pad: MadePad,
  who: Who,
): Promise<[Page, Page]> {
  const host = await people.open({ name: "Anna" }, pad, pad.host_key);
  const guest = await people.open(who, pad);
  await text(host).click();
  await write(host, "# Sprint review\nRoom Aquarium\n[] Release candidate goes out on Thursday");
  await expect(text(guest)).toContainText("Thursday");
  await saved(host);
  return [host, guest];
}

for (const who of SIZES) {
  const size = sizeOf(who);

  test(`a guest reads who ends it and how long there is, and each answer stays to be seen (${size})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const [host, guest] = await meet(people, pad, who);
    const last = await people.open({ name: "Lea" }, pad);
    await endNow(host);
    await expect(guest.getByRole("heading", { name: "Anna ends this pad" })).toBeVisible();
    await expect(host.getByRole("heading", { name: "You end this pad" })).toBeVisible();
    await expect(
      sheet(guest).getByText("Then its text is gone. Take a copy if you need it."),
    ).toBeVisible();
    expect(await seconds(guest)).toBeGreaterThan(40);
    await expect(button(guest, "Copy the text")).toBeFocused();
    for (const other of ["Let it fade", "Keep it alive", "Close"])
      await expect(button(guest, other)).toBeHidden();
    for (const page of [guest, host])
      await expect(
        sheet(page).getByText("0 of 2 have answered. When all have, it ends soon after."),
      ).toBeVisible(); // who ends it is not asked
    await sound(guest);
    await shot(guest, `final-${size}`);
    await shot(host, `final-host-${size}`);
    await guest.mouse.click(5, 5);
    await expect(sheet(guest), "a press beside it").toBeVisible();
    await button(guest, "Back to the text").click(); // also before an answer
    await expect(sheet(guest)).toBeHidden();
    await guest.getByRole("button", { name: "Take a copy" }).click();

    await button(guest, "Keep a file").click();
    await sound(guest);
    await shot(guest, `final-forms-${size}`);
    for (const [form, ending] of [
      ["Word", ".docx"],
      ["Web page", ".html"],
      ["Capsule", ".capsule.html"],
    ] as const) {
      const kept = guest.waitForEvent("download");
      await sheet(guest).getByRole("button", { name: form, exact: true }).click();
      expect((await kept).suggestedFilename()).toContain(ending);
    }
    const file = guest.waitForEvent("download");
    await sheet(guest).getByRole("button", { name: "Markdown", exact: true }).click();
    expect(await readFile(await (await file).path(), "utf8")).toContain(
      "Release candidate goes out on Thursday",
    );
    await expect(button(guest, "Keep a file")).toContainText("Kept. It is among your downloads");
    await expect(
      sheet(guest).getByText("1 of 2 has answered. When all have, it ends soon after."),
    ).toBeVisible();
    await button(guest, "Copy the text").click();
    await expect(button(guest, "Copy the text")).toContainText("Copied. Paste it anywhere");
    await sound(guest);
    await shot(guest, `final-answered-${size}`);

    await button(guest, "Back to the text").click();
    await expect(sheet(guest)).toBeHidden();
    await guest.getByRole("button", { name: "Take a copy" }).click();
    await expect(button(guest, "Copy the text")).toContainText("Copied. Paste it anywhere");

    await button(last, "I don’t need it").click();
    for (const page of [guest, host]) {
      await expect(faded(page)).toBeVisible();
      for (const name of ["People told", "Copies dropped"])
        await expect(row(page, name)).toHaveText("3 of 3");
      await page.reload();
      await expect(faded(page)).toBeVisible();
      for (const name of ["People told", "Copies dropped"])
        await expect(row(page, name)).toHaveText("3 of 3");
    }
    await shot(guest, `final-ended-${size}`);
  });
}

test("another minute is everyone's, twice, and the host may let it live after all", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const [host, guest] = await meet(people, pad, { name: "Milo", phone: true });
  await call("DELETE", pad, { in_s: 30 });
  await button(guest, "Ask for another minute").click();
  for (const page of [host, guest])
    await expect(sheet(page).getByText("Everyone has another minute.")).toBeVisible();
  expect(await seconds(host)).toBeGreaterThan(60);
  await button(guest, "Ask for another minute").click();
  await expect(button(guest, "Ask for another minute")).toBeHidden();
  await expect(sheet(guest).getByTestId("counter")).toHaveText(/^2:\d\dminutes$/);
  const late = await people.open({ name: "Jana" }, pad);
  await expect(late.getByRole("heading", { name: "Anna ends this pad" })).toBeVisible();
  await button(host, "Keep it alive").click();
  for (const page of [host, guest, late]) {
    await expect(sheet(page)).toBeHidden();
    await live(page);
  }
});

/** Types on, letters and Enter and spaces, until some keys after a sheet has come; gives the lines that were typed. */
async function typeUntil(page: Page, begin: () => Promise<unknown>): Promise<string[]> {
  const lines = [""];
  for (let after = 0; after < 3; after += (await sheet(page).isVisible()) ? 1 : 0) {
    const word = `word${lines.length}`;
    await page.keyboard.type(`${word} `, { delay: 30 });
    if (lines.length === 2) void begin();
    await page.keyboard.press("Enter");
    lines.splice(-1, 1, `${word} `, "");
  }
  return lines;
}

for (const phone of [false, true])
  test(`a call that comes under typing fingers takes no key of theirs, and has the focus when they rest (${phone ? "phone" : "desktop"})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const anna = await people.open({ name: "Anna", phone }, pad);
    await text(anna).click();
    const lines = await typeUntil(anna, () => call("DELETE", pad, { in_s: 120 }));
    expect(await linesOf(anna), "each word is there").toEqual(lines);
    await expect(text(anna)).toBeFocused();
    await shot(anna, `final-typing-${phone ? "phone" : "desktop"}`);
    await sound(anna);

    await expect(button(anna, "Copy the text")).toBeFocused();
    const type = async (words: string) => {
      await anna.keyboard.type(words, { delay: 30 });
      lines.splice(-1, 1, `${lines.at(-1)}${words}`);
      expect(await linesOf(anna)).toEqual(lines);
    };
    await type("Go on"); // also after a pause, in which it took the focus
    await expect(button(anna, "Copy the text")).toBeFocused();
    await type(" and on"); // a space is the next word's beginning, and presses nothing
    await expect(button(anna, "Copy the text")).toBeFocused();
    await anna.keyboard.press("Enter");
    lines.push("");
    await type("below");
    await expect(button(anna, "Copy the text")).toBeFocused();
    await anna.keyboard.press("ArrowLeft");
    await anna.keyboard.type("l");
    lines.splice(-1, 1, "belolw");
    expect(await linesOf(anna)).toEqual(lines);
    await anna.keyboard.press("End");
    await expect(button(anna, "Copy the text")).toBeFocused();
    await anna.keyboard.press("Escape");
    await expect(sheet(anna)).toBeHidden();
    await expect(text(anna)).toBeFocused();
    await type(" here");

    await anna.getByRole("button", { name: "Take a copy" }).click();
    await expect(
      sheet(anna).getByText("When you have answered, it ends soon after."),
    ).toBeVisible();
    await expect(button(anna, "Copy the text")).toBeFocused();
    await anna.keyboard.press("Enter");
    await expect(button(anna, "Copy the text")).toContainText("Copied");
    await expect(faded(anna)).toBeVisible();
  });

test("who has turned to the call with a key or a press stays there", async ({ server, people }) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  const lines = await typeUntil(anna, () => call("DELETE", pad, { in_s: 120 }));
  await expect(button(anna, "Copy the text")).toBeFocused();
  await anna.keyboard.press("Tab");
  await anna.keyboard.type("xyz");
  await expect(button(anna, "Keep a file")).toBeFocused();
  await anna.keyboard.press("Enter");
  await expect(sheet(anna).getByRole("button", { name: "Markdown", exact: true })).toBeVisible();
  expect(await linesOf(anna)).toEqual(lines);
});

test("a click on an answer that stood still counts, also when the sheet has just taken the focus", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const [anna] = [
    await people.open({ name: "Anna" }, pad),
    await people.open({ name: "Milo" }, pad),
  ];
  await text(anna).click();
  await typeUntil(anna, () => call("DELETE", pad, { in_s: 120 }));
  await expect(button(anna, "Copy the text")).toBeFocused();
  await button(anna, "I don’t need it").click();
  await expect(sheet(anna).getByText("1 of 2 has answered.")).toBeVisible();
});

/** Notes when a sheet came, and when fingers went down (ms of the page). */
const watchPresses = (page: Page) =>
  page.addInitScript(() => {
    sessionStorage.removeItem("fadepad.answers"); // of a press that came too late for this test
    const seen = { came: Number.NaN, presses: [] as number[] };
    Object.assign(window, { seen });
    // what is drawn of it later is no measure: a busy page draws late
    for (const opens of ["show", "showModal"] as const) {
      const open = HTMLDialogElement.prototype[opens];
      HTMLDialogElement.prototype[opens] = function () {
        seen.came ||= performance.now();
        open.call(this);
      };
    }
    addEventListener("pointerdown", ({ timeStamp }) => seen.presses.push(timeStamp), true);
  });
/** How long (ms) after the sheet came the last finger went down. */
const pressedAfter = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { came, presses } = (window as unknown as { seen: { came: number; presses: number[] } })
      .seen;
    return (presses.at(-1) ?? Number.NaN) - came;
  });

for (const [what, begin, answer] of [
  ["the call", (pad: MadePad) => call("DELETE", pad, { in_s: 120 }), "I don’t need it"],
  ["the reminder", (pad: MadePad) => call("PATCH", pad, { ends_in_s: 590 }), "Close"],
] as const)
  for (const phone of [true, false])
    test(`a press that was on its way as ${what} came answers nothing, the next one does (${phone ? "phone" : "desktop"})`, async ({
      server,
      people,
    }) => {
      const pad = await server.make();
      await people.open({ name: "Milo" }, pad);
      const reader = await people.open({ name: "Jana", phone }, pad, pad.view_key);
      await watchPresses(reader);
      await begin(pad);
      const press = async () => {
        const at = await button(reader, answer).evaluate((it) => {
          const { x, y, width, height } = it.getBoundingClientRect();
          return [x + width / 2, y + height / 2] as const;
        });
        await (phone ? reader.touchscreen.tap(...at) : reader.mouse.click(...at));
      };
      await expect(async () => {
        await reader.reload(); // the page has it anew
        await button(reader, answer).waitFor();
        await press();
        expect(await pressedAfter(reader)).toBeLessThan(400); // of 450, else the machine was too slow to press so soon
      }).toPass();
      await expect(reader.locator("dialog[data-new]")).toHaveCount(0);
      await expect(sheet(reader)).toBeVisible();
      await expect(button(reader, answer).locator("svg")).toHaveCount(1);
      await press();
      if (what === "the call") await expect(button(reader, answer).locator("svg")).toHaveCount(2);
      else await expect(sheet(reader)).toBeHidden();
    });

test("a reminder of the last minutes takes no key of who types either", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  const lines = await typeUntil(anna, () => call("PATCH", pad, { ends_in_s: 601 }));
  expect(await linesOf(anna)).toEqual(lines);
  await expect(text(anna)).toBeFocused();
  await expect(button(anna, "Close")).toBeFocused();
});

test("who goes back to the text before the call has the focus types on where they were", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  const lines = await typeUntil(anna, () => call("DELETE", pad, { in_s: 120 }));
  await expect(async () => {
    await button(anna, "Back to the text").click({ timeout: 500 }); // not while it might be meant for the text
    await expect(sheet(anna)).toBeHidden({ timeout: 100 });
  }).toPass();
  await anna.keyboard.type("here");
  expect(await linesOf(anna)).toEqual([...lines.slice(0, -1), "here"]);
  await anna.getByRole("button", { name: /^Ends in/ }).click(); // what the pad lives leads to the offer again
  await expect(sheet(anna).getByTestId("counter")).toBeVisible();
});

test("a page that loses its connection, or is reloaded, comes back to the same call and its own answer", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const [, guest] = await meet(people, pad, { name: "Milo" });
  await people.open({ name: "Lea" }, pad);
  await call("DELETE", pad);
  await button(guest, "I don’t need it").click();
  await expect(sheet(guest).getByText("1 of 3 has answered.")).toBeVisible();
  await guest.context().setOffline(true);
  await guest.evaluate(() => dispatchEvent(new Event("offline")));
  await expect(guest.locator("[data-connection]")).toHaveAttribute("data-connection", "lost");
  await guest.context().setOffline(false);
  await guest.evaluate(() => dispatchEvent(new Event("online")));
  await expect(guest.locator("[data-connection]")).toHaveAttribute("data-connection", "live");
  const isAnswered = async () => {
    await expect(sheet(guest).getByText("1 of 3 has answered.")).toBeVisible();
    await expect(button(guest, "I don’t need it").locator("svg")).toHaveCount(2);
    await expect(guest.getByText("This pad goes on.")).toBeHidden();
  };
  await isAnswered();
  await guest.reload();
  await isAnswered();
  await button(guest, "Another minute").click();
  await expect(sheet(guest).getByText("0 of 3 have answered.")).toBeVisible();
  await guest.reload();
  await expect(button(guest, "Another minute")).toBeVisible();
  await expect(sheet(guest).getByText("0 of 3 have answered.")).toBeVisible();
});

test("a program that is stopped offers copies too, and says who stops", async ({
  serve,
  people,
}) => {
  const server = await serve();
  const anna = await people.open({ name: "Anna" }, server.pad);
  await text(anna).click();
  await write(anna, "words");
  await saved(anna);
  const gone = server.kill("SIGTERM");
  await expect(anna.getByRole("heading", { name: "This pad’s computer stops" })).toBeVisible();
  await expect(button(anna, "Ask for another minute")).toBeHidden();
  await button(anna, "I don’t need it").click();
  await expect(faded(anna)).toBeVisible();
  await gone;
});

test("a program that is stopped before anybody answers leaves each page its copy, and the page stays when the program is gone", async ({
  serve,
  people,
}) => {
  const server = await serve("--last-call", "2s");
  const anna = await people.open({ name: "Anna" }, server.pad);
  await text(anna).click();
  await write(anna, "words");
  await saved(anna);
  await server.kill("SIGTERM");
  await expect(faded(anna)).toBeVisible();
  await expect(anna.getByRole("region", { name: "You still hold a copy" })).toBeVisible();
  await anna.getByRole("link", { name: "Type another code" }).click();
  await expect(anna.getByText("Fadepad can’t be reached")).toBeVisible();
  await expect(faded(anna)).toBeVisible();
});

test("who is asked for a name hears what the host decides meanwhile, and that the pad has ended", async ({
  serve,
  people,
}) => {
  const server = await serve();
  const { pad } = server;
  const milo = await people.come({ name: "Milo", stranger: true, phone: true });
  await milo.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
  await expect(milo.getByText("The text is wiped 15 minutes after")).toBeVisible();
  await call("PATCH", pad, { ttl_s: 60 });
  await expect(milo.getByText("The text is wiped 1 minute after")).toBeVisible();
  await call("DELETE", pad, { in_s: 0 });
  await expect(faded(milo)).toBeVisible();
});

test("who joins when Fadepad is gone is promised nothing", async ({ serve, people }) => {
  const server = await serve();
  const milo = await people.come({ name: "Milo", stranger: true, phone: true });
  await milo.goto(`${server.pad.origin}/p/${server.pad.pad}#${server.pad.edit_key}`);
  await expect(milo.getByRole("heading", { name: "Who is writing?" })).toBeVisible();
  await server.kill("SIGKILL");
  await button(milo, /^Join/).click();
  await expect(milo.getByRole("heading", { name: "Fadepad can’t be reached" })).toBeVisible();
});

test("what the host has set is what a newcomer reads, and a late scan reads that it has ended", async ({
  server,
  people,
}) => {
  const pad = await server.make(1800);
  const link = `${pad.origin}/p/${pad.pad}#${pad.edit_key}`;
  const newcomer = await people.come({ name: "Lea", stranger: true, phone: true });
  const reads = async (words: string | RegExp) => {
    await newcomer.goto("about:blank");
    await newcomer.goto(link);
    await expect(newcomer.getByText(words)).toBeVisible();
  };
  await reads("The text is wiped 30 minutes after the last one leaves.");
  await call("PATCH", pad, { ttl_s: 7200 });
  await reads("The text is wiped 2 hours after the last one leaves.");
  await call("PATCH", pad, { ends_in_s: 7200 });
  await reads(/The text is wiped at \d\d:\d\d( tomorrow)?, also when people are here\./);
  await call("PATCH", pad, { always: true });
  await reads(
    /The text stays until the host says, at the longest until \d\d:\d\d tomorrow\. Then it is wiped\./,
  );
  await call("DELETE", pad);
  await newcomer.goto(`${pad.origin}/j/${pad.code}`);
  await expect(faded(newcomer)).toBeVisible();
  await expect(newcomer.getByText(/^The host ended it at \d\d:\d\d\./)).toBeVisible();
  await sound(newcomer);
  await newcomer.goto(pad.origin);
  await newcomer.getByLabel("Code", { exact: true }).fill(pad.code);
  await expect(newcomer.getByText("That pad has ended.")).toBeVisible();
});

test("each of the three ways to live acts on the click", async ({ server, people }) => {
  const pad = await server.make(1800);
  const host = await people.open({ name: "Anna" }, pad, pad.host_key);
  const chip = host.locator(".chip");
  await chip.click();
  await host.getByText("Until I say").click();
  await expect(chip).toHaveText("Kept until the host says");
  await host.getByText("While in use").click();
  await expect(chip).toHaveText("Lives while someone is here, then 30 min");
  await host.getByText("Until a time").click();
  await expect(chip).toHaveText(/^Lives until \d\d:00( tomorrow)?$/);
});
