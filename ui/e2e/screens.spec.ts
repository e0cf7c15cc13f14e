/** Our own screens at both sizes: what they say, that keys suffice, and that axe finds nothing serious. */
import { expect, live, openLife, saved, test, text, write } from "./fixture";
import { call } from "./server";
import { sound } from "./sound";
import { shot, sizeOf, sizes } from "./shots";

const SIZES = sizes("Anna", "Jana");

for (const who of SIZES) {
  const size = `${who.phone ? "phone" : "desktop"}, ${who.dark ? "dark" : "light"}`;

  test(`the start page takes a code, explains letters that are in none, and says what is wrong (${size})`, async ({
    server,
    people,
  }) => {
    const page = await people.come({ ...who, stranger: true });
    await page.goto(server.origin);
    await expect(page.getByLabel("Code", { exact: true })).toBeFocused();
    await page.keyboard.type("k7o");
    await expect(page.getByText("O is in no code")).toBeVisible();
    await expect(page.locator(".cell").nth(1)).toHaveText("7");
    await sound(page);
    await page.getByLabel("Code", { exact: true }).fill("K7");
    await page.keyboard.press("Enter");
    await expect(page.getByText("That code is not known here.")).toBeVisible();
    await page.keyboard.type("q"); // a code that was only begun goes on
    await expect(page.getByLabel("Code", { exact: true })).toHaveValue("K7Q");
    await page.getByLabel("Code", { exact: true }).fill("ZZZZZZ");
    await expect(page.getByText("That code is not known here.")).toBeVisible();
    await sound(page);
    const pad = await server.make();
    // behind the wrong one, as one does who has read that it is wrong
    await page.getByLabel("Code", { exact: true }).focus();
    await page.keyboard.type(`${pad.code.slice(0, 3)} ${pad.code.slice(3)}`.toLowerCase());
    await expect(page.getByRole("heading", { name: "Who is writing?" })).toBeVisible();
    await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
    await sound(page);
  });

  test(`the share sheet shows the code, a QR for writing and one for reading, and gives focus back (${size})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const page = await people.open(who, pad, pad.host_key);
    const share = page.getByRole("button", { name: "Share" });
    await share.focus();
    await page.keyboard.press("Enter");
    const qr = page.locator(".qr");
    await expect(qr).toHaveAttribute("data-text", `${server.origin}/j/${pad.code}`.toUpperCase());
    expect((await qr.boundingBox())?.width).toBeGreaterThanOrEqual(260);
    await expect(page.getByText(`${pad.code.slice(0, 3)} ${pad.code.slice(3)}`)).toBeVisible();
    await sound(page);
    await expect(page.getByRole("button", { name: "Set a PIN" })).toBeVisible();
    await page.getByText("Can read").click();
    await expect(qr).toHaveAttribute("data-text", new RegExp(`/p/${pad.pad}#`));
    await expect(page.getByRole("button", { name: "Set a PIN" })).toHaveCount(0); // it is asked with the code
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect(page.getByText("Copied")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(share).toBeFocused();
  });

  test(`the pad, its menus, people and lifetime are sound (${size})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const page = await people.open(who, pad, pad.host_key);
    await text(page).click();
    await write(page, "# Title\n[] tick me\n");
    await expect(page.getByRole("checkbox", { name: "Done" }).first()).toBeVisible();
    await expect(page.getByRole("textbox", { name: `Text of ${pad.pad}` })).toBeVisible();
    await sound(page);
    await page.getByRole("button", { name: "More" }).click();
    await sound(page);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "People here" })).toBeVisible();
    await sound(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "More" })).toBeFocused();
    await openLife(page);
    await expect(page.getByText("Fadepad writes it to no disk")).toBeVisible();
    await sound(page);
    await page.keyboard.press("Escape");
    await expect(page.locator(".chip")).toBeFocused();
  });

  test(`every sheet and page of the life and its end is sound (${size})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const page = await people.open(who, pad, pad.host_key);
    await text(page).click();
    await write(
      page,
      "# Sprint review\n[] Release candidate goes out on Thursday\nRetro moves to Monday",
    );
    await saved(page);
    const seen = async (name: string, heading: string) => {
      await expect(page.getByRole("heading", { name: heading })).toBeVisible();
      await sound(page);
      await shot(page, `${name}-${sizeOf(who)}`);
    };
    await openLife(page);
    await seen("life-fade", "How long this pad lives");
    await page.getByText("Until a time").click();
    await seen("life-until", "How long this pad lives");
    await page.getByText("Until I say").click();
    await expect(page.locator(".chip")).toHaveText("Kept until the host says");
    await seen("life-keep", "How long this pad lives");
    await page.getByText("While in use").click();
    await page.getByRole("button", { name: "15 minutes after" }).click();
    await page.getByRole("button", { name: "End now" }).click();
    await seen("end", "End this pad for everyone?");
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Leave" }).click();
    await seen("lastcall-leaving", "You are the last one here");
    await page.getByRole("button", { name: "Let it fade" }).click();
    await seen("left", "You have left");
    await page.getByRole("button", { name: "Back to the pad" }).click();
    await live(page);

    const guest = await people.open({ name: "Milo", phone: !who.phone }, pad);
    await call("PATCH", pad, { ends_in_s: 480 });
    await seen("lastcall-soon", "This pad ends soon");
    await page.getByRole("button", { name: "Let it fade" }).click();
    await openLife(page);
    await page.getByRole("button", { name: "End now" }).click();
    await page.getByLabel("I want to end it").check();
    await page.getByRole("button", { name: "End now" }).click();
    await seen("lastcall-countdown", "You end this pad");
    await call("DELETE", pad, { in_s: 0 });
    for (const each of [page, guest]) await expect(each.getByText("2 of 2")).toHaveCount(2);
    await expect(page.getByRole("heading", { name: "This pad has faded" })).toBeFocused();
    await seen("ended", "This pad has faded");
  });

  test(`the page that still holds a copy is sound (${size})`, async ({ serve, people }) => {
    const { pad } = await serve("--max-lifetime", "8s", "--last-call", "0s");
    const page = await people.open(who, pad, pad.host_key);
    await text(page).click();
    await write(page, "hold me");
    await expect(page.getByText("You still hold a copy")).toBeVisible();
    await sound(page);
    await shot(page, `held-${sizeOf(who)}`);
  });

  test(`links that lead nowhere say so calmly and show a way out (${size})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const page = await people.come(who);
    for (const [path, title] of [
      [`/p/${pad.pad}`, "Something is missing in this link"],
      ["/p/never-was", "There is no pad with this name here"],
      [`/p/${pad.pad}#wrong`, "This link does not open the pad"],
    ]) {
      await page.goto(`${server.origin}${path}`);
      await expect(page.getByRole("heading", { name: title as string })).toBeVisible();
      await sound(page);
    }
    await page.getByRole("link", { name: "Type the code" }).click();
    await expect(page.getByLabel("Code", { exact: true })).toBeVisible();
  });
}

test("on a phone the thumb bar adds lines and takes them back", async ({ server, people }) => {
  const pad = await server.make();
  const page = await people.open({ name: "Jana", phone: true }, pad);
  await page.getByRole("button", { name: "Tick" }).tap();
  await page.keyboard.type("bring cups");
  await page.getByRole("button", { name: "Heading" }).tap();
  await page.keyboard.type("Later");
  await expect(page.getByRole("checkbox")).toHaveCount(1);
  await expect(text(page).getByRole("heading", { name: "Later" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).tap();
  await expect(text(page).getByRole("heading", { name: "Later" })).toBeHidden();
  await live(page);
});
