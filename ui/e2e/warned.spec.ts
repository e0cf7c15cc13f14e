/** The host reads above the text that somebody tries codes, and who has filled the pad; guests are not bothered. */
import { request } from "node:http";
import * as Y from "yjs";
import { expect, saved, test, text, write, type MadePad } from "./fixture";
import { sound } from "./sound";
import { comeIn } from "./stranger";

/** Bytes of one update, of which the server takes a mebibyte. */
const PIECE = 900_000;

/** A wrong code, from this address of the machine: the status. */
const tried = ({ origin }: MadePad, from: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(origin);
    const options = { host: "127.0.0.1", port, localAddress: from, path: "/api/v1/join" };
    const asked = request({ ...options, method: "POST" }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    asked.on("error", reject);
    asked.end(JSON.stringify({ code: "ZZZZZZ" }));
  });

test("the host reads that codes are tried and who fills the pad, while everyone writes on", async ({
  serve,
  people,
}, info) => {
  const { pad } = await serve("--limits", "on");
  const host = await people.open({ name: "Hana" }, pad, pad.host_key);
  const anna = await people.open({ name: "Anna", phone: true }, pad);
  await text(anna).click();
  await write(anna, "Anna writes");

  const statuses = [];
  for (const from of [2, 3, 4, 5, 6, 7].flatMap((n) =>
    Array.from({ length: 12 }, () => `127.0.0.${n}`),
  ))
    statuses.push(await tried(pad, from));
  expect(statuses.filter((status) => status === 404).length).toBeGreaterThanOrEqual(10);
  const warning = host.getByTestId("warning");
  await expect(warning).toHaveText(
    /^Somebody is trying codes: \d+ wrong ones in ten minutes\. They have to wait, and the code stays as it is\.$/,
  );
  await sound(host);
  await info.attach("guessing", {
    body: await host.screenshot({ path: process.env.SHOT && `${process.env.SHOT}-guessing.png` }),
    contentType: "image/png",
  });
  await host.locator(".avatars").click();
  await expect(host.getByText(/^Somebody tried codes: \d+ wrong ones/)).toBeVisible();
  await host.keyboard.press("Escape");

  const doc = new Y.Doc();
  const mallory = await comeIn(pad, doc);
  mallory.awareness.setLocalState({ user: { name: "Mallory", color: "#b4466e" } });
  const closed = new Promise<number | undefined>((resolve) =>
    mallory.once("connection-close", (event) => resolve(event?.code)),
  );
  for (let i = 0; i < 8; i += 1) doc.getText("junk").insert(0, "x".repeat(PIECE));
  expect(await closed).toBe(4413);
  mallory.destroy();
  await expect(warning).toHaveText(
    "Someone has put as much into this pad as one person may, and it takes no more from them.", // a stock client tells the server no name
  );
  await info.attach("filling", {
    body: await host.screenshot({ path: process.env.SHOT && `${process.env.SHOT}-filling.png` }),
    contentType: "image/png",
  });
  await host.locator(".avatars").click();
  await expect(host.getByText(/^Fills \d+ % of the pad/)).toBeVisible();
  await host.keyboard.press("Escape");
  await expect(anna.getByTestId("warning")).toHaveCount(0);
  await write(anna, " on");
  await saved(anna);
  await expect(text(host)).toContainText("Anna writes on");
});
