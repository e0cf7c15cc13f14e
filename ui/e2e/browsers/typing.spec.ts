/** Words land where one types them, and nobody is locked in, whatever browser one sits at. */
import { setTimeout as passes } from "node:timers/promises";
import { KINDS, reads, TRAPS, WORDS } from "../typing/blocks";
import { eachPair } from "../typing/borders";
import { deskOf, type Desk } from "../typing/desk";
import { first, goOut } from "../typing/goOut";
import { BLOCKS, KEYS, MARKS, typeOn } from "../typing/typeOn";
import { expect, test as base } from "./fixture";
import { boxOf, click, comeTo, read, shows, wordsOf } from "./hands";

const test = base.extend<{ desk: Desk }>({
  desk: async ({ server, sit }, provide) => {
    const pad = await server.make();
    await provide(deskOf(await sit("Anna", pad), pad));
  },
});

/** ProseMirror counts the clicks of half a second on one spot, and takes three for one line: a hand is slower than that. */
const slowHand = () => passes(600);

test("a line that becomes another kind of block takes the words that follow", async ({ desk }) => {
  await typeOn(desk, BLOCKS);
  for (const { keys, reads: line } of KEYS) {
    await desk.lay({ kind: "paragraph" });
    await comeTo(desk.hands, 0, "end");
    await desk.hands.press(...keys);
    await desk.hands.type("words go on");
    await desk.shows([line], keys.join("+"));
  }
});

test("the start of everything is before the words that stand there, also in a tick box", async ({
  desk,
}) => {
  const { hands } = desk;
  for (const kind of WORDS) {
    const next = { kind: "checkListItem", words: "next" };
    await desk.lay({ kind, words: "first" }, next);
    await comeTo(hands, 1, "end");
    await hands.press("Control", "Home");
    await hands.type("a b ");
    await desk.shows([reads({ kind, words: "a b first" }), reads(next)], kind);
    await comeTo(hands, 1, "end");
    await hands.press("Control", "Shift", "Home");
    await hands.type("all");
    await desk.shows([reads({ kind, words: "all" })], kind);
  }
});

test("a fence before words makes code of them, whichever key ends it", async ({ desk }) => {
  const { hands } = desk;
  for (const key of ["Enter", " "]) {
    await desk.lay({ kind: "paragraph", words: "let x = 1;" });
    await comeTo(hands, 0, "start");
    await hands.type("```js");
    await hands.press(key);
    await hands.type("// ");
    await desk.shows(["codeBlock: // let x = 1;"], key);
  }
});

test("a mark ends where it ends, and the words that follow stand behind it", async ({ desk }) =>
  typeOn(desk, MARKS));

test("keys lead out of the last block, whatever it is", async ({ desk }) => {
  const { hands } = desk;
  await goOut(desk, KINDS, () => hands.press("ArrowDown"));
  await goOut(desk, TRAPS, () => hands.press("Control", "End"));
  await goOut(desk, ["table", "divider", "image"], () => hands.press("Enter"));
  await goOut(desk, ["codeBlock"], () => hands.type("\n\n\n"));
});

test("a click anywhere in the empty page leads out of the last block, and what is typed at a divider stands below it", async ({
  desk,
}) => {
  const { hands, lay } = desk;
  for (const [x, kinds] of [
    [640, KINDS],
    [40, ["table"]],
    [1200, ["codeBlock"]],
  ] as const) {
    await goOut(desk, [...kinds], async () => {
      await hands.clickAt({ x, y: 640 });
      await hands.clickAt({ x, y: 700 });
    });
  }
  await lay(first, { kind: "divider" });
  await click(hands, ".bn-editor hr");
  await hands.type("go on");
  await desk.shows(["paragraph: first", "divider:", "paragraph: go on"]);
});

test("Tab in the last cell adds a row, and nowhere does Tab lose the caret", async ({ desk }) => {
  await goOut(
    desk,
    ["table"],
    () => desk.hands.type("\t"),
    () => ["table: last | b1 | a2 | last | go on |"],
  );
  await goOut(
    desk,
    ["table"],
    () => desk.hands.press("Shift", "Tab"),
    () => ["table: last | b1 | a2go on | last"],
  );
  await goOut(
    desk,
    ["codeBlock"],
    () => desk.hands.press("Tab"),
    () => ["codeBlock: last  go on"],
  );
  await goOut(
    desk,
    ["divider"],
    () => desk.hands.press("Tab"),
    () => ["  divider:", "  paragraph: go on"],
  );
  await goOut(
    desk,
    ["bulletListItem", "paragraph"],
    () => desk.hands.press("Tab"),
    ({ kind }) => [`  ${kind}: lastgo on`],
  );
});

test("Ctrl+A takes all at once, also with the caret in a table or code at either end", async ({
  desk,
}) => {
  for (const kind of ["table", "codeBlock"]) {
    const block = { kind, words: "inside" };
    for (const [blocks, nth] of [
      [[block, first], 0],
      [[first, block], 1],
      [[first, block, first], 1],
    ] as const) {
      await desk.lay(...blocks);
      await comeTo(desk.hands, nth, "end");
      await desk.hands.press("Control", "a");
      await desk.hands.type("x");
      await desk.shows(["paragraph: x"], `${kind}, line ${nth} of ${blocks.length}`);
    }
  }
});

test("Ctrl+Enter, ⌘+Enter and a click tick a box", async ({ desk }) => {
  const { hands } = desk;
  await desk.lay({ kind: "checkListItem", words: "one" }, { kind: "checkListItem", words: "two" });
  await comeTo(hands, 1, "end");
  await hands.press("Control", "Enter");
  await desk.shows(["checkListItem: one", "checkListItem ✓: two"]);
  await hands.press("Meta", "Enter");
  await hands.type("!");
  await desk.shows(["checkListItem: one", "checkListItem: two!"]);
  await click(hands, ".bn-editor input[type=checkbox]", 0);
  await desk.shows(["checkListItem ✓: one", "checkListItem: two!"]);
  await click(hands, ".bn-editor input[type=checkbox]", 1);
  await click(hands, ".bn-editor input[type=checkbox]", 0);
  await desk.shows(["checkListItem: one", "checkListItem ✓: two!"]);
});

for (const key of ["Delete", "Backspace"] as const) {
  test(`${key} at the border of two blocks takes no word away`, async ({ desk }) => {
    const kinds = ["table", "codeBlock", "divider", "bulletListItem", "paragraph"];
    for (const kind of kinds) await eachPair(desk, kind, key, kinds, slowHand);
  });
}

test("two or three clicks at once take words of their own line alone, and a key joins no lines", async ({
  desk,
}) => {
  const { hands, lay, shows: showsHere } = desk;
  const above = { kind: "paragraph", words: "above" };
  const below = { kind: "paragraph", words: "below" };
  for (const kind of ["paragraph", "heading", "bulletListItem", "codeBlock"])
    for (const words of ["", "two words"])
      for (const clicks of [2, 3]) {
        await lay(above, { kind, words }, below);
        const { left, right, top } = await wordsOf(hands, 1);
        // on the right half of the last letter, or where the first one comes
        await hands.clickAt({ x: Math.max(left, right - 2), y: top + 10 }, clicks);
        await hands.type("x");
        const kept = words && clicks === 2 ? "two " : "";
        await showsHere(
          ["paragraph: above", `${kind}: ${kept}x`, "paragraph: below"],
          `${clicks} clicks, ${kind}, ${words}`,
        );
      }
});

test("two who type at one spot get their words whole, in an empty pad and behind words", async ({
  desk,
  sit,
}) => {
  const { hands: anna, pad, lay } = desk;
  const milo = await sit("Milo", pad);
  for (const words of ["", "start"]) {
    if (words) await lay({ kind: "paragraph", words });
    for (const hands of [anna, milo]) {
      await shows(hands, [`paragraph: ${words}`.trim()]);
      await comeTo(hands, 0, "end");
    }
    await Promise.all([anna.type("alphabet"), milo.type("numerals")]);
    const both = ["alphabetnumerals", "numeralsalphabet"].map(
      (typed) => `paragraph: ${words}${typed}`,
    );
    await expect.poll(async () => (await read(anna))[0]?.length).toBe(both[0]?.length);
    const lines = await read(anna);
    expect(both).toContain(lines[0]);
    await shows(milo, lines);
  }
});

test("nothing that one types vanishes into a folded toggle, and a click beside the text finds its line", async ({
  desk,
}) => {
  const { hands, lay, shows: showsHere } = desk;
  const title = "toggleListItem: title";
  for (const kind of ["paragraph", "codeBlock", "table"]) {
    const folded = { kind: "toggleListItem", words: "title", nested: [{ kind, words: "deep" }] };
    const hidden = `  ${reads({ kind, words: "deep" })}`;
    await lay(folded, { kind: "paragraph", words: "below" });
    await comeTo(hands, 2, "start");
    await hands.press("Backspace");
    await hands.type("x");
    await showsHere([title, hidden, "paragraph: xbelow"], `Backspace, ${kind}`);
    for (const keys of [["ArrowDown"], ["Control", "End"]]) {
      await lay(first, folded);
      await comeTo(hands, 1, "end");
      await hands.press(...keys);
      await hands.type("x");
      await showsHere(
        ["paragraph: first", title, hidden, "paragraph: x"],
        `${keys.join("+")}, ${kind}`,
      );
    }
    await lay(first, folded);
    await comeTo(hands, 1, "end");
    await hands.press("Enter");
    await hands.type("x");
    await showsHere(["paragraph: first", title, hidden, "toggleListItem: x"], `Enter, ${kind}`);
  }
  await lay(first, { kind: "paragraph", words: "second" });
  for (const [x, read] of [
    [40, "xsecond"],
    [1200, "xsecondx"],
  ] as const) {
    await comeTo(hands, 0, "end");
    const { top, bottom } = await boxOf(hands, ".bn-editor .bn-inline-content", 1);
    await hands.clickAt({ x, y: (top + bottom) / 2 });
    await hands.type("x");
    await showsHere(["paragraph: first", `paragraph: ${read}`]);
  }
});
