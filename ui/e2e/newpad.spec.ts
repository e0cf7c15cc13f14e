/** A link to a new pad says how it is to be; it is one button away, and begins with what was asked for. */
import type { Page } from "@playwright/test";
import { expect, live, saved, test, text } from "./fixture";
import { sound } from "./sound";
import { shot } from "./shots";

const titles = (page: Page) => text(page).getByRole("heading", { name: "Retro" });

test("name, time and template stand in the link, and only who comes first begins with it", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const host = await people.open({ name: "Hana" }, pad, pad.host_key);
  const name = `retro-${pad.pad.slice(-6)}`;
  await host.goto(`${pad.origin}/new?name=${name}&ttl=30m&template=retro`);
  await expect(host.getByRole("textbox")).toHaveValue(name);
  await expect(host.getByText("and then 30 minutes")).toBeVisible();
  await expect(host.getByRole("button", { name: "Retro", pressed: true })).toBeVisible();
  await sound(host);
  await shot(host, "newpad-desktop");
  await host.getByRole("button", { name: "Open the pad" }).click();
  await live(host);
  await expect(titles(host)).toHaveCount(1);
  await expect(text(host)).toContainText("What we try next");
  await saved(host);
  await host.reload();
  await live(host);
  await expect(titles(host)).toHaveCount(1);

  await text(host).click();
  await host.keyboard.press("ControlOrMeta+a");
  await host.keyboard.press("Backspace");
  await host.keyboard.press("ControlOrMeta+a");
  await host.keyboard.press("Backspace");
  await saved(host);
  await host.reload();
  await live(host);
  await expect(titles(host), "what was taken out does not come back").toHaveCount(0);
});

test("who may not open a pad here is told so by such a link", async ({ server, people }) => {
  const pad = await server.make();
  const guest = await people.come({ name: "Milo" });
  await guest.goto(`${pad.origin}/new?name=mine`);
  await expect(guest.getByText("Only the host can open a new pad here.")).toBeVisible();
});
