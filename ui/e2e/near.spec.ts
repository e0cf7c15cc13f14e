/** What the page says of the network: who got through, what may be in the way, whose pads are near. */
import { expect, live, test } from "./fixture";
import { codesOn } from "./scanner";
import { sound } from "./sound";
import { shot } from "./shots";

test("the host finds the wall in the share sheet, sees who got through, or after 20 s what may be in the way", async ({
  server,
  people,
  folder,
}) => {
  const pad = await server.make();
  const page = await people.come({ name: "Anna" });
  let reached: object[] = [];
  await page.clock.install();
  await page.route("**/api/v1/pads/*", async (route) => {
    const answer = await route.fetch();
    const hints = [
      "The firewall keeps port 7780 shut: sudo ufw allow 7780/tcp",
      "The phone is on another network, such as the guests’ Wi-Fi.",
    ];
    await route.fulfill({ json: { ...(await answer.json()), interface: "wlan0", reached, hints } });
  });
  await page.goto(`${pad.origin}/p/${pad.pad}#${pad.host_key}`);
  await live(page);
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByText("No other device has opened this address yet.")).toBeVisible();
  await expect(page.getByText("Network wlan0")).toBeVisible();
  await expect(page.getByText("sudo ufw allow")).toHaveCount(0);
  expect(await codesOn(await page.screenshot(), folder)).toEqual([
    `${pad.origin}/j/${pad.code}`.toUpperCase(),
  ]);
  await page.clock.fastForward(21_000);
  await expect(page.locator(".proof-hints li")).toHaveCount(2);
  await sound(page);
  await shot(page, "near-share-hints");
  reached = [{ ip: "192.0.2.2", interface: "wlan0", device: "phone", ago_s: 12 }];
  await page.clock.fastForward(6000);
  await expect(page.getByText("A phone got through, 12 s ago")).toBeVisible();
  await expect(page.locator(".proof-hints")).toHaveCount(0);
  await shot(page, "near-share-proof");
  await expect(page.getByRole("link", { name: "Show on a wall" })).toHaveAttribute(
    "href",
    `/wall/${pad.pad}#${pad.host_key}`,
  );
});

test("the start page lists the pads of this network with their ring, and leads to them", async ({
  server,
  people,
}) => {
  const page = await people.come({ name: "Jana", phone: true, dark: true });
  // other tests' servers are on this network too
  let near: object[] = [];
  await page.route("**/api/v1/neighbours", (route) => route.fulfill({ json: near }));
  const asked = page.waitForResponse("**/api/v1/neighbours");
  await page.goto(server.origin);
  await expect(page.getByRole("button", { name: "Join" })).toBeVisible();
  await asked;
  await expect(page.getByText("On this network")).toHaveCount(0);
  near = [
    {
      name: "sprint-review",
      host: "anna-laptop.local",
      url: "http://192.0.2.20:7780/",
      state: "alive",
      people: 4,
    },
    {
      name: "retro",
      host: "room-pi.local",
      url: "http://192.0.2.21:7780/",
      state: "fading",
      people: 0,
    },
    { name: "trap", host: "evil.local", url: "javascript:alert(1)", state: "alive", people: 1 },
  ];
  await page.reload();
  await expect(page.locator(".near li")).toHaveText([
    "sprint-reviewon anna-laptop · 4 people",
    "retroon room-pi · fading",
  ]);
  await expect(page.getByRole("link", { name: "sprint-review" })).toHaveAttribute(
    "href",
    "http://192.0.2.20:7780/",
  );
  await sound(page);
  await shot(page, "near-start");
});
