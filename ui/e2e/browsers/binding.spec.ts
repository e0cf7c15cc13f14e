/** The document in every engine: input methods while others write in the same line, and what other programs put into a pad. */
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { malformed } from "../../test/binding/malformed";
import { linesOf, text } from "../fixture";
import { METHODS, sendInputs } from "../typing/compose";
import { expect, test, type MadePad } from "./fixture";
import { comeTo, read, shows } from "./hands";

test.describe.configure({ timeout: 240_000 });

/** What the other does while a word is composed behind the comma of "start, end"; their caret is `from` the end of the line. */
const BREAKS = [
  { where: "behind", from: 3, keys: ["Enter", "x", "Home", "ArrowUp", "M", "i"], becomes: (word: string) => [`Mistart,${word} `, "xend"] },
  { where: "before", from: 7, keys: ["Enter", "x", "y", "ArrowUp", "Home", "M"], becomes: (word: string) => ["Msta", `xyrt,${word} end`] },
];

for (const { where, from, keys, becomes } of BREAKS) {
  test(`input methods bring each word once while others write in that line and break it ${where} the word`, async ({ server, sit, people }) => {
    const pad = await server.make();
    const anna = await sit("Anna", pad);
    const milo = await people.open({ name: "Milo" }, pad);
    for (const { name, inputs, word } of METHODS) {
      await text(milo).click();
      await milo.keyboard.press("Control+a");
      await milo.keyboard.press("Control+a");
      await milo.keyboard.type("start, end");
      await shows(anna, ["paragraph: start, end"], name);
      await comeTo(anna, 0, "end");
      for (let i = 0; i < 4; i++) await anna.press("ArrowLeft"); // behind the comma
      for (let i = 0; i < from; i++) await milo.keyboard.press("ArrowLeft");
      const left = [...keys];
      await sendInputs(anna, inputs, async () => {
        const key = left.shift();
        if (key) await milo.keyboard.press(key);
      });
      for (const key of left) await milo.keyboard.press(key);
      await expect.poll(() => linesOf(milo), name).toEqual(becomes(word));
      await shows(anna, becomes(word).map((line) => `paragraph: ${line.trim()}`), name);
    }
  });
}

/** A program of others, in the pad. */
async function other(pad: MadePad): Promise<{ doc: Y.Doc; leave: () => void }> {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${pad.origin.replace("http", "ws")}/ws`, pad.pad, doc, { params: { key: pad.edit_key }, WebSocketPolyfill: WebSocket as never, disableBc: true });
  await expect.poll(() => doc.getXmlFragment("blocknote").length).toBeGreaterThan(0);
  return { doc, leave: () => provider.destroy() };
}

/** What once erased or stopped pages, and what looks worst. What the pad itself refuses is not among them. */
const WORST = ["text in the root group", "text in a container", "level x", "colspan -5", "colspan 3,000,000", "a ragged table", "an unknown block", "an unknown element in a line", "two paragraphs in a container", "a second root group", "an unknown mark", "an id that is an object"];

test("what is malformed comes and goes, and harms nobody's page and nobody's words", async ({ server, sit }) => {
  const pad = await server.make();
  const anna = await sit("Anna", pad);
  await anna.type("go");
  const { doc, leave } = await other(pad);
  const fragment = doc.getXmlFragment("blocknote");
  const undo = new Y.UndoManager(fragment);
  let words = "go";
  for (const [nth, name] of WORST.entries()) {
    await expect.poll(() => fragment.toString(), name).toContain(words);
    doc.transact(() => malformed()[name]?.(fragment.get(0) as Y.XmlElement, fragment));
    const put = fragment.toString();
    await anna.type(` ${nth}`);
    const before = words;
    words += ` ${nth}`;
    await expect.poll(() => fragment.toString(), name).toBe(put.replace(before, words));
    expect((await read(anna))[0], name).toBe(`paragraph: ${words}`);
    undo.undo();
    await shows(anna, [`paragraph: ${words}`], name);
  }
  leave();
});
