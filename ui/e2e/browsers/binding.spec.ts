/** The document in every engine: input methods while others write in the same line, and what other programs put into a pad. */
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { KIT } from "../../test/binding/kit";
import { malformed } from "../../test/binding/malformed";
import { presences, WORDS } from "../../test/binding/scripts";
import { linesOf, text } from "../fixture";
import { METHODS, sendInputs } from "../typing/compose";
import { expect, test, type MadePad } from "./fixture";
import { comeTo, read, shows } from "./hands";

test.describe.configure({ timeout: 240_000 });

/** What the other does while a word is composed behind the comma of "start, end"; their caret is `from` the end of the line. */
const BREAKS = [
  {
    where: "behind",
    from: 3,
    keys: ["Enter", "x", "Home", "ArrowUp", "M", "i"],
    becomes: (word: string) => [`Mistart,${word} `, "xend"],
  },
  {
    where: "before",
    from: 7,
    keys: ["Enter", "x", "y", "ArrowUp", "Home", "M"],
    becomes: (word: string) => ["Msta", `xyrt,${word} end`],
  },
];

for (const { where, from, keys, becomes } of BREAKS) {
  test(`input methods bring each word once while others write in that line and break it ${where} the word`, async ({
    server,
    sit,
    people,
  }) => {
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
      await shows(
        anna,
        becomes(word).map((line) => `paragraph: ${line.trim()}`),
        name,
      );
    }
  });
}

/** A program of others, in the pad. */
async function other(
  pad: MadePad,
): Promise<{ doc: Y.Doc; awareness: Awareness; leave: () => void }> {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${pad.origin.replace("http", "ws")}/ws`, pad.pad, doc, {
    params: { key: pad.edit_key },
    WebSocketPolyfill: WebSocket as never,
    disableBc: true,
  });
  await expect.poll(() => doc.getXmlFragment("blocknote").length).toBeGreaterThan(0);
  return { doc, awareness: provider.awareness, leave: () => provider.destroy() };
}

/** What once erased or stopped pages, and what looks worst. What the pad itself refuses is not among them. */
const WORST = [
  "text in the root group",
  "text in a container",
  "level x",
  "colspan -5",
  "colspan 3,000,000",
  "a ragged table",
  "an unknown block",
  "an unknown element in a line",
  "two paragraphs in a container",
  "a second root group",
  "an unknown mark",
  "an id that is an object",
];

/** Runs in the page: whether somebody's cursor stands in this block. */
const hasCursor = (id: string) => document.querySelector(`[data-id="${id}"] .cursor`) !== null;

test("what is malformed comes and goes, and harms nobody's page and nobody's words", async ({
  server,
  sit,
}) => {
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

/** Runs in the page: from now on a script that somebody wrote into the text says that it ran, and the page what it may not ask. */
function listenHere(): void {
  const ran: string[] = [];
  Object.assign(window, { ran, alert: (said: unknown) => ran.push(`alert ${said}`) });
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    ran.push(`${effectiveDirective} ${blockedURI}`),
  );
}

/** Runs in the page: what ran. */
const ranHere = () => (window as unknown as { ran: string[] }).ran;

test("scripts of every kind, and tables, lists and marks that no editor makes, come while one types: nothing runs, and each letter is there once", async ({
  server,
  sit,
}) => {
  const pad = await server.make();
  const anna = await sit("Anna", pad);
  await anna.run(listenHere);
  await anna.type("go");
  const [{ doc, leave }, named] = [await other(pad), await other(pad)];
  const fragment = doc.getXmlFragment("blocknote");
  let words = "go";
  for (const state of Object.values(presences())) named.awareness.setLocalState(state); // the pad lets go of who shows such a state
  for (const kind of [KIT.scripts, KIT.shapes]) {
    await expect.poll(() => fragment.toString()).toContain(words);
    doc.transact(() =>
      Object.values(kind()).forEach((make) => make(fragment.get(0) as Y.XmlElement, fragment)),
    );
    await anna.type(" on");
    words += " on";
    await expect.poll(async () => (await read(anna))[0]).toBe(`paragraph: ${words}`);
    await expect
      .poll(() =>
        anna.run(
          (letters) => document.querySelector(".bn-editor")?.textContent?.includes(letters),
          WORDS,
        ),
      )
      .toBe(true);
  }
  expect(await anna.run(ranHere)).toEqual([]);
  named.leave();
  leave();
});

/** Every kind of line that one can type in. */
const KINDS = [
  "paragraph",
  "heading",
  "bulletListItem",
  "numberedListItem",
  "checkListItem",
  "toggleListItem",
  "quote",
  "codeBlock",
] as const;

test("one types where somebody else's caret stands, in every kind of line", async ({
  server,
  sit,
}) => {
  const pad = await server.make();
  const anna = await sit("Anna", pad);
  const { doc, awareness, leave } = await other(pad);
  const group = doc.getXmlFragment("blocknote").get(0) as Y.XmlElement;
  const texts = KINDS.map(() => new Y.XmlText());
  doc.transact(() => {
    const blocks = KINDS.map((kind, i) => {
      const [container, line] = [new Y.XmlElement("blockContainer"), new Y.XmlElement(kind)];
      container.setAttribute("id", kind);
      line.insert(0, [texts[i] as Y.XmlText]);
      container.insert(0, [line]);
      return container;
    });
    group.insert(1, blocks);
  });
  await expect.poll(async () => (await read(anna)).length).toBe(KINDS.length + 1);
  const stand = async (i: number, at: number) => {
    const place = Y.createRelativePositionFromTypeIndex(texts[i] as Y.XmlText, at, -1);
    awareness.setLocalState({
      user: { name: "Milo", color: "#b4436c" },
      cursor: { anchor: place, head: place },
    });
    await expect.poll(() => anna.run(hasCursor, KINDS[i] as string), KINDS[i]).toBe(true);
  };
  for (const [i, kind] of KINDS.entries()) {
    const line = () => texts[i]?.toString();
    await stand(i, 0); // in the empty line
    await comeTo(anna, i + 1, "start");
    await anna.type("no");
    await expect.poll(line, kind).toBe("no");
    await stand(i, 0); // before the first letter
    await anna.press("Home");
    await anna.type("a");
    await expect.poll(line, kind).toBe("ano");
    await stand(i, 2); // between two letters
    await anna.press("ArrowRight");
    await anna.type("d");
    await expect.poll(line, kind).toBe("ando");
    await stand(i, 4); // behind the last letter
    await anna.press("End");
    await anna.type("s");
    await anna.press("Backspace");
    await anna.press("Backspace");
    await expect.poll(line, kind).toBe("and");
  }
  leave();
});
