/** What a host decides about one person, as that person's own page shows it: reading, writing again, shown out. */
import type { Page } from "@playwright/test";
import { expect, live, saved, test, text, type Who } from "./fixture";
import { type MadePad } from "./server";
import { sound } from "./sound";

const reading = (page: Page) => page.getByText("You can read here. Writing is off.");
const out = (page: Page) => page.getByRole("heading", { name: "You can’t come in at the moment" });

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

const shot = async (page: Page, name: string) => {
  if (process.env.SHOTS) await page.screenshot({ path: `e2e/shots/${name}.png` });
};

const SIZES: Who[] = [
  { name: "Milo" },
  { name: "Jana", phone: true, dark: true },
  ...(process.env.SHOTS
    ? [
        { name: "Milo", dark: true },
        { name: "Jana", phone: true },
      ]
    : []),
];

for (const who of SIZES) {
  const size = `${who.phone ? "phone" : "desktop"}-${who.dark ? "dark" : "light"}`;

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
    await text(page).getByText("kept").click();
    await page.keyboard.press("End");
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
