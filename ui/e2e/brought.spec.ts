/** The host sees who brought what can't be shown and who fills the pad, and takes it out. */
import * as Y from "yjs";
import { WebsocketProvider } from "y-websocket";
import type { Page } from "@playwright/test";
import { KIT, type Make } from "../test/binding/kit";
import { expect, linesOf, saved, test, text, write, type MadePad } from "./fixture";
import { sound } from "./sound";
import { comeIn } from "./stranger";

const GREY = [
  "an unknown element in the group",
  "an unknown block",
  "an unknown element in a line",
];

/** Somebody with another program, shown under a name where one is given, and what they put into the pad. */
async function stranger(
  pad: MadePad,
  name: string | null,
): Promise<{ doc: Y.Doc; put: (...names: string[]) => void; provider: WebsocketProvider }> {
  const doc = new Y.Doc();
  const provider = await comeIn(pad, doc);
  if (name) provider.awareness.setLocalState({ user: { name, color: "#b4466e" } });
  else provider.awareness.setLocalState(null);
  const fragment = doc.getXmlFragment("blocknote");
  const put = (...names: string[]) =>
    doc.transact(() =>
      names.forEach((each) =>
        (KIT.structures()[each] as Make)(fragment.get(0) as Y.XmlElement, fragment),
      ),
    );
  return { doc, put, provider };
}

const openList = (page: Page) => page.locator(".avatars").click();
const row = (page: Page, name: string) => page.locator(".people > li", { hasText: name });
const greys = (page: Page) => text(page).locator(".misfit, .misfit-in-line");

for (const phone of [false, true]) {
  test(`the host reads beside the name who brought what can't be shown, sees it, removes it for all, and undo brings it back${phone ? ", on a phone" : ""}`, async ({
    server,
    people,
  }, info) => {
    const pad = await server.make();
    const host = await people.open({ name: "Hana", phone, dark: phone }, pad, pad.host_key);
    const anna = await people.open({ name: "Anna" }, pad);
    await write(anna, "Anna writes\nand goes on");
    await saved(anna);
    const { doc, put, provider } = await stranger(pad, "Mallory");
    put(...GREY);
    const before = doc.getXmlFragment("blocknote").toString();
    await expect(greys(host)).toHaveCount(3);
    await openList(host);
    await expect(row(host, "Mallory")).toContainText("Brought 3 parts that can’t be shown");
    for (const name of ["Anna", "Hana"]) await expect(row(host, name)).not.toContainText("Brought");
    await sound(host);
    await info.attach("list", {
      body: await host.screenshot({
        path: process.env.SHOT && `${process.env.SHOT}-brought-${phone ? "phone" : "desktop"}.png`,
      }),
      contentType: "image/png",
    });

    await row(host, "Mallory").getByRole("button", { name: "Show what Mallory brought" }).click();
    await expect(text(host).locator(".ProseMirror-selectednode")).toHaveCount(1);
    if (phone) await openList(host); // it had lain over the text
    const remove = row(host, "Mallory").getByRole("button", {
      name: "Remove what Mallory brought",
    });
    await remove.click();
    await expect(row(host, "Mallory")).toContainText("Remove all 3 for everyone?");
    await sound(host);
    await row(host, "Mallory").getByRole("button", { name: "Keep" }).click();
    await expect(row(host, "Mallory")).toContainText("Brought 3");
    await remove.focus();
    await host.keyboard.press("Enter");
    await host.keyboard.press("Enter"); // the second question stands where the first was
    await expect(host.getByText("Removed for everyone.")).toBeVisible();
    await sound(host);
    for (const page of [host, anna]) await expect(greys(page)).toHaveCount(0);
    await expect.poll(() => doc.getXmlFragment("blocknote").toString()).not.toContain("hologram");
    expect((await linesOf(anna)).slice(0, 2)).toEqual(["Anna writes", "and goes on"]);

    await expect(host.getByRole("button", { name: "Bring back" })).toBeFocused();
    await host.keyboard.press("Enter");
    await expect(greys(host)).toHaveCount(3);
    await expect(greys(anna)).toHaveCount(3);
    await expect.poll(() => doc.getXmlFragment("blocknote").toString()).toBe(before);
    await expect(row(host, "Mallory"), "it is still theirs").toContainText("Brought 3 parts");

    provider.destroy();
    await expect(row(host, "Somebody who has left")).toContainText("Brought 3 parts");
    await expect(row(host, "Mallory")).toHaveCount(0);
    if (!phone) return;
    await row(host, "Somebody who has left").getByRole("button", { name: "Remove" }).click();
    await row(host, "Somebody who has left").getByRole("button", { name: "Remove" }).click();
    await expect(greys(anna)).toHaveCount(0);
  });
}

test("who shows no name is told all the same, a guest is told nothing, and what is put below a part stays", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const host = await people.open({ name: "Hana" }, pad, pad.host_key);
  const anna = await people.open({ name: "Anna" }, pad);
  await write(anna, "Anna writes");
  const { doc, put } = await stranger(pad, null);
  put("an unknown block");
  await expect(greys(host)).toHaveCount(1);
  const group = doc.getXmlFragment("blocknote").get(0) as Y.XmlElement;
  const below = new Y.XmlElement("blockGroup");
  const container = new Y.XmlElement("blockContainer");
  const line = new Y.XmlElement("paragraph");
  line.insert(0, [new Y.XmlText("kept below")]);
  container.setAttribute("id", "initialBlockId"); // as Anna's own line is called
  container.insert(0, [line]);
  below.insert(0, [container]);
  (group.get(group.length - 1) as Y.XmlElement).insert(1, [below]);
  await expect(text(host)).toContainText("kept below");
  await openList(host);
  await expect(row(host, "Somebody who shows no name")).toContainText(
    "Brought a part that can’t be shown",
  );
  await openList(anna);
  await expect(row(anna, "Anna")).toBeVisible();
  await expect(anna.getByText("Brought")).toHaveCount(0);
  await row(host, "Somebody who shows no name").getByRole("button", { name: "Remove" }).click();
  await row(host, "Somebody who shows no name").getByRole("button", { name: "Remove" }).click();
  await expect(greys(anna)).toHaveCount(0);
  expect((await linesOf(anna)).filter(Boolean)).toEqual(["Anna writes", "kept below"]);
});

test("the host reads how much of the pad somebody fills, and that codes were tried", async ({
  serve,
  people,
}, info) => {
  const server = await serve("--limits", "on");
  const { pad } = server;
  const host = await people.open({ name: "Hana" }, pad, pad.host_key);
  const { doc } = await stranger(pad, "Mallory");
  for (let i = 0; i < 4; i += 1) doc.getText("nowhere").insert(0, "x".repeat(1 << 19));
  for (let i = 0; i < 70; i += 1) {
    await fetch(`${pad.origin}/api/v1/join`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        code: `222${String(i).padStart(3, "2").replaceAll("0", "X").replaceAll("1", "Y")}`,
      }),
    });
  }
  await openList(host);
  await expect(row(host, "Mallory")).toContainText(
    "Fills 25 % of the pad, most of it where no page shows it",
  );
  await expect(row(host, "Hana")).not.toContainText("Fills");
  await sound(host);
  await info.attach("list", {
    body: await host.screenshot({ path: process.env.SHOT && `${process.env.SHOT}-fills.png` }),
    contentType: "image/png",
  });
});
