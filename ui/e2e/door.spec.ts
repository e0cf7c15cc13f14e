/** Who comes in without a key of their own: by code with a PIN, before a closed door, by knocking. */
import type { Page } from "@playwright/test";
import { expect, test, type Who } from "./fixture";
import { sound } from "./sound";

const shot = async (page: Page, name: string) => {
  if (process.env.SHOTS) await page.screenshot({ path: `e2e/shots/${name}.png` });
};

/** With SHOTS=1 also the other two, and pictures to look at. */
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

const code = (page: Page) => page.getByLabel("Code", { exact: true });
const pin = (page: Page) => page.getByLabel("PIN", { exact: true });
const named = (page: Page) => page.getByRole("heading", { name: "Who is writing?" });
const inPad = (page: Page) => page.locator("[data-connection]");

for (const who of SIZES) {
  const size = `${who.phone ? "phone" : "desktop"}-${who.dark ? "dark" : "light"}`;

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

test("a link asks for no PIN, and a host's page asks for one beside the code", async ({
  serve,
  people,
}) => {
  const server = await serve("--pin", "long words");
  const page = await people.open({ name: "Zoe" }, server.pad);
  await expect(inPad(page)).toHaveAttribute("data-connection", "live");
  const host = await people.open({ name: "Anna" }, server.pad, server.pad.host_key);
  await host.goto(server.origin);
  await code(host).fill(server.pad.code);
  await expect(pin(host)).toBeFocused();
  await expect(pin(host)).toHaveAttribute("inputmode", "text");
  await sound(host);
  await shot(host, "pin-host");
  await host.keyboard.type("long words");
  await host.getByRole("button", { name: "Join", exact: true }).click();
  await expect(inPad(host)).toHaveAttribute("data-connection", "live");
});
