/** The first block: why it is there, and whose it is. */
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { plantSeed, ROOT, seedClient } from "../src/pad/seed";

const EPOCH = "b5fb3a3931891af4";

test("the seed is one root with one empty paragraph, and planting it twice changes nothing", () => {
  const doc = new Y.Doc();
  plantSeed(doc, EPOCH, null);
  const once = Y.encodeStateAsUpdate(doc);
  plantSeed(doc, EPOCH, null);
  expect(Y.encodeStateAsUpdate(doc)).toEqual(once);
  expect(doc.getXmlFragment(ROOT).toString()).toBe(
    '<blockgroup><blockcontainer id="initialBlockId"><paragraph backgroundColor="default" textAlignment="left" textColor="default"></paragraph></blockcontainer></blockgroup>',
  );
});

test("it is the very update that the server holds in that life, as docs/protocol.md shows it", async () => {
  const doc = new Y.Doc();
  plantSeed(doc, EPOCH, null);
  const seed = Buffer.from(Y.encodeStateAsUpdate(doc)).toString("base64");
  const protocol = await readFile("../docs/protocol.md", "utf8");
  expect(protocol).toContain(`{"history":["${seed}"]`);
});

test.each([EPOCH, "0000000000000000", "000000000000007f", "ffffffffffffffff"])(
  "in life %s it is of a client that nobody else is",
  (epoch) => {
    const doc = new Y.Doc();
    plantSeed(doc, epoch, null);
    expect(Y.encodeStateVector(doc)).toHaveLength(5);
    expect([...doc.store.clients.keys()]).toEqual([seedClient(epoch)]);
    expect(seedClient(epoch)).toBeGreaterThanOrEqual(2 ** 20);
  },
);

test("a document that another program wrote as client 1 lives beside it", () => {
  const other = new Y.Doc();
  other.clientID = 1;
  other.getText("t").insert(0, "by the first client");
  const doc = new Y.Doc();
  plantSeed(doc, EPOCH, null);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  expect(doc.getText("t").toString()).toBe("by the first client");
  expect(doc.getXmlFragment(ROOT).length).toBe(1);
});
