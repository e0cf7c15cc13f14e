/** Pasting, whatever browser somebody sits at: the corpus of clipboards, and the keys. */
import { CLIPBOARDS } from "../../test/clipboards";
import { blocksHere, pasteHere, shortly, writeHere } from "../clipboards";
import { expect, test, type Hands } from "./fixture";

const blocksOf = async (hands: Hands): Promise<unknown[]> => shortly(await hands.run(blocksHere));

test("what other programs put on the clipboard becomes the blocks that people saw", async ({
  server,
  sit,
}) => {
  const hands = await sit("Anna", await server.make());
  for (const { name, flavours, expected } of CLIPBOARDS) {
    await hands.run(writeHere, JSON.stringify([{ type: "paragraph" }]));
    await hands.run(pasteHere, flavours);
    await expect.poll(() => blocksOf(hands), { message: name }).toEqual(expected);
  }
});

test("what is cut by the keys comes back equal by the keys", async ({ server, sit }) => {
  const hands = await sit("Anna", await server.make());
  await hands.run(pasteHere, CLIPBOARDS.find(({ name }) => name === "notion")?.flavours ?? {});
  await expect.poll(() => blocksOf(hands)).not.toEqual([]);
  const before = await blocksOf(hands);
  await hands.press("Control", "a");
  await hands.press("Control", "a");
  await hands.press("Control", "x");
  await expect.poll(() => blocksOf(hands)).toEqual([]);
  await hands.press("Control", "v");
  await expect.poll(() => blocksOf(hands)).toEqual(before);
});
