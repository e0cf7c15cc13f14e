/** The first block: why it is there. */
import { expect, test } from "vitest";
import * as Y from "yjs";
import { plantSeed, ROOT } from "../src/pad/seed";

test("the seed is one root with one empty paragraph, and planting it twice changes nothing", () => {
  const doc = new Y.Doc();
  plantSeed(doc, null);
  const once = Y.encodeStateAsUpdate(doc);
  plantSeed(doc, null);
  expect(Y.encodeStateAsUpdate(doc)).toEqual(once);
  expect(once).toHaveLength(167);
  expect(doc.getXmlFragment(ROOT).toString()).toBe(
    '<blockgroup><blockcontainer id="initialBlockId"><paragraph backgroundColor="default" textAlignment="left" textColor="default"></paragraph></blockcontainer></blockgroup>',
  );
});
