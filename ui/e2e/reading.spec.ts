/** Those who may read and not write. */
import { WebSocket } from "ws";
import * as Y from "yjs";
import { expect, test, text, write } from "./fixture";

test("a view link shows the text as it is written and lets nobody write, not even by keys and pasting", async ({
  server,
  people,
}) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  const reader = await people.open({ name: "Reader", phone: true }, pad, pad.view_key);
  await text(anna).click();
  await write(anna, "read me");
  await expect(text(reader)).toContainText("read me");
  await expect(reader.getByText("You can read here.").first()).toBeVisible();
  await expect(text(reader)).toHaveAttribute("contenteditable", "false");
  await text(reader).click();
  await reader.keyboard.type("intruder");
  await write(anna, " more", "read me");
  await expect(text(reader)).toContainText("read me more");
  await expect(text(anna)).not.toContainText("intruder");
  await expect(reader.getByRole("navigation", { name: "Write" })).toBeHidden();
  await expect(reader.getByRole("button", { name: "Share" })).toBeHidden();
});

test("a raw socket with a view key changes nothing either", async ({ server, people }) => {
  const pad = await server.make();
  const anna = await people.open({ name: "Anna" }, pad);
  await text(anna).click();
  await write(anna, "first");
  const url = `${server.origin.replace("http", "ws")}/ws/${pad.pad}?x=1&epoch=${pad.epoch}`;
  const socket = new WebSocket(url, ["fadepad", `fadepad.key.${pad.view_key}`], {
    origin: server.origin,
  });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  const doc = new Y.Doc();
  doc.getXmlFragment("blocknote").insert(0, [new Y.XmlElement("intruder")]);
  const update = Y.encodeStateAsUpdate(doc);
  expect(update.length).toBeLessThan(128); // so that its length is one byte
  const answered = new Promise<string>((resolve) => {
    socket.on(
      "message",
      (data: Buffer) => data.toString().includes("refused") && resolve("refused"),
    );
    socket.once("close", (code) => resolve(`closed ${code}`));
  });
  for (const kind of [1, 2]) socket.send(Uint8Array.from([0, kind, update.length, ...update]));
  expect(await answered).toMatch(/^(refused|closed 4403)$/);
  socket.close();
  const milo = await people.open({ name: "Milo" }, pad);
  await expect(text(milo)).toContainText("first");
  await write(anna, " second", "first");
  await expect(text(milo)).toContainText("first second");
});
