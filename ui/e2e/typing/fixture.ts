/** Tests of typing in Chromium, on a desk and on a phone, beside a console that has to stay silent. */
import type { Page } from "@playwright/test";
import { byDevices } from "../browsers/devices";
import type { Hands } from "../browsers/hands";
import { expect, test as base, type People, type Who } from "../fixture";
import type { Server } from "../server";
import { deskOf, type Desk } from "./desk";

export { expect };

export interface PageDesk extends Desk {
  page: Page;
}

const handsOf = (page: Page): Hands => ({
  engine: "chromium",
  go: async (url) => void (await page.goto(url)),
  run: (inPage, ...args) => page.evaluate(`(${inPage.toString()})(...${JSON.stringify(args)})`),
  ...byDevices(page),
  picture: async (path) => void (await page.screenshot({ path })),
  close: () => page.close(),
});

interface Fixtures {
  desk: PageDesk;
  phone: PageDesk;
}

async function sit(
  who: Who,
  server: Server,
  people: People,
  provide: (desk: PageDesk) => Promise<void>,
): Promise<void> {
  const pad = await server.make();
  const page = await people.open(who, pad);
  const said: string[] = [];
  page.on(
    "console",
    (message) => void (["error", "warning"].includes(message.type()) && said.push(message.text())),
  );
  page.on("pageerror", (error) => void said.push(String(error)));
  await provide({ page, ...deskOf(handsOf(page), pad) });
  expect(said, "the console").toEqual([]);
}

export const test = base.extend<Fixtures>({
  desk: ({ server, people }, provide) => sit({ name: "Anna" }, server, people, provide),
  phone: ({ server, people }, provide) =>
    sit({ name: "Milo", phone: true }, server, people, provide),
});
