/** A host renames a pad in the list: everyone reads it at once, and links and code stay. */
import { expect, live, test, type Who } from "./fixture";
import { sound } from "./sound";
import { shot, sizeOf } from "./shots";

const SIZES: Who[] = [{ name: "Hana" }, { name: "Hana", phone: true, dark: true }];

for (const who of SIZES) {
  const size = sizeOf(who);

  test(`list, page and wall read the new name, and who comes later too (${size})`, async ({
    server,
    people,
  }) => {
    const pad = await server.make();
    const host = await people.open(who, pad, pad.host_key);
    const guest = await people.open({ name: "Milo" }, pad);
    const wall = await people.come({ name: "Wall" });
    await wall.goto(`${pad.origin}/wall/${pad.pad}#${pad.host_key}`);
    await host.goto(`${pad.origin}/`);
    const row = host.locator(".home-pad", { hasText: pad.pad });
    await row.getByRole("button", { name: `More for ${pad.pad}` }).click();
    await host.getByRole("menuitem", { name: "Rename…" }).click();
    await host.getByLabel("What everyone reads").fill("Sprint review, 22 November");
    await sound(host);
    await shot(host, `rename-${size}`);
    await host.getByRole("button", { name: "Rename", exact: true }).click();
    const title = "Sprint review, 22 November";
    await expect(row.getByRole("link", { name: title })).toBeVisible();
    await shot(host, `renamed-${size}`);
    await expect(guest.getByRole("heading", { name: title })).toBeVisible();
    await expect(guest).toHaveTitle(`${title} · Fadepad`);
    await expect(wall.getByRole("heading", { name: title })).toBeVisible();
    const late = await people.open({ name: "Jana" }, pad);
    await expect(late.getByRole("heading", { name: title })).toBeVisible();

    await row.getByRole("button", { name: `More for ${title}` }).click();
    await host.getByRole("menuitem", { name: "Rename…" }).click();
    await host.getByLabel("What everyone reads").fill("");
    await host.getByRole("button", { name: "Rename", exact: true }).click();
    await expect(guest.getByRole("heading", { name: pad.pad })).toBeVisible();
    await guest.reload();
    await live(guest);
    await expect(guest.getByRole("heading", { name: pad.pad })).toBeVisible();
  });
}
