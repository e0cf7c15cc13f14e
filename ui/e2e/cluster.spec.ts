/** One pad at two nodes, which know of each other over a real NATS server alone. */
import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { converged, expect, test as base, text, write } from "./fixture";
import { Balancer, Broker, secretIn } from "./nodes";
import { call, type MadePad, type Server } from "./server";

/** Nodes of one cluster, each with further flags of its own. */
const test = base.extend<{ node: (...flags: string[]) => Promise<Server>; balancer: Balancer }>({
  node: async ({ serve, folder }, provide) => {
    const broker = await Broker.start();
    const secret = randomBytes(32).toString("base64");
    const nodes: Server[] = [];
    await provide(async (...flags) => {
      const file = await secretIn(folder, secret);
      const started = await serve("--cluster", broker.url, "--secret-file", file, ...flags);
      nodes.push(started);
      return started;
    });
    await Promise.all(nodes.map((each) => each.kill("SIGTERM"))); // before the broker: they take leave
    await broker.stop();
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of what is wanted from here
  balancer: async ({}, provide) => {
    const balancer = await Balancer.start();
    await provide(balancer);
    balancer.stop();
  },
});

/** Who may not write now reads so. */
const reads = (page: Page) => page.getByText(/^You can read here\./);

/** The same pad at another node. */
const at = (pad: MadePad, { origin }: { origin: string }): MadePad => ({ ...pad, origin });

test("two at two nodes write in one text, see each other, and obey one host", async ({
  node,
  people: room,
}) => {
  const [first, second] = [await node(), await node()];
  const pad = await first.make();
  const anna = await room.open({ name: "Anna" }, pad);
  const milo = await room.open({ name: "Milo" }, at(pad, second));
  await text(anna).click();
  await write(anna, "from the first node");
  await expect(text(milo)).toContainText("from the first node");
  await expect(milo.locator(".cursor-name", { hasText: "Anna" })).toHaveCount(1);
  await write(milo, ", and from the second", "from the first node");
  await expect(anna.locator(".cursor-name", { hasText: "Milo" })).toHaveCount(1);
  expect(await converged(anna, milo)).toContain("from the first node, and from the second");

  expect((await call("PATCH", pad, { writing: "picked" })).status).toBe(200);
  await expect(reads(milo)).toBeVisible();
  await expect(reads(anna)).toBeVisible();
  expect((await call("PATCH", at(pad, second), { writing: "everyone" })).status).toBe(200);
  await expect(reads(milo)).toHaveCount(0);
  await expect(reads(anna)).toHaveCount(0);
  expect((await call("DELETE", at(pad, second))).status).toBeLessThan(300);
  for (const page of [anna, milo])
    await expect(page.getByRole("heading", { name: "The host ends this pad" })).toBeVisible();
});

test("people of a node that dies go on at the other with every word", async ({
  node,
  balancer,
  people: room,
}) => {
  const address = ["--url", balancer.origin];
  const [dies, stays] = [await node(...address), await node(...address)];
  balancer.nodes = [dies.ready.port, stays.ready.port];
  const pad = at(await dies.make(), balancer);
  const anna = await room.open({ name: "Anna" }, pad);
  balancer.nodes.reverse();
  const milo = await room.open({ name: "Milo" }, pad);
  balancer.nodes.reverse();
  await text(anna).click();
  await write(anna, "before it died");
  await expect(text(milo)).toContainText("before it died");

  const typing = anna.keyboard.type(", and while, and after", { delay: 60 });
  await dies.kill("SIGKILL");
  await typing;
  await expect(anna.locator("[data-connection]")).toHaveAttribute("data-connection", "live");
  await expect(text(milo)).toContainText("before it died, and while, and after");
  await write(milo, ". Milo too", "before it died");
  expect(await converged(anna, milo)).toContain("before it died, and while, and after. Milo too");
});
