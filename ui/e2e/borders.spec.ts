/** Delete and Backspace between two blocks: the caret goes in, or the block is selected first, and no word goes away. */
import { comeTo } from "./browsers/hands";
import { KINDS, TRAPS, type Block } from "./typing/blocks";
import { eachPair, withX, z } from "./typing/borders";
import { test } from "./typing/fixture";

const bullet = (words: string, ...nested: Block[]): Block => ({
  kind: "bulletListItem",
  words,
  ...(nested.length > 0 ? { nested } : {}),
});

for (const key of ["Delete", "Backspace"] as const) {
  test(`${key} between every two kinds of blocks takes no word away`, async ({ desk }) => {
    test.slow();
    for (const kind of KINDS) await eachPair(desk, kind, key);
  });
}

test("a second Delete or Backspace takes the selected picture or divider away, and nothing else", async ({
  desk,
}) => {
  const { hands, lay, shows } = desk;
  for (const kind of ["divider", "image"]) {
    for (const [key, at, where] of [
      ["Delete", 0, "end"],
      ["Backspace", 2, "start"],
    ] as const) {
      await lay({ kind: "paragraph", words: "aa" }, { kind }, { kind: "heading", words: "bb" }, z);
      if (key === "Backspace")
        await lay(
          { kind: "heading", words: "aa" },
          { kind },
          { kind: "paragraph", words: "bb" },
          z,
        );
      await comeTo(hands, at, where);
      await hands.press(key);
      await hands.press(key);
      await shows(
        key === "Delete"
          ? ["paragraph: aa", "heading: bb", "paragraph: z"]
          : ["heading: aa", "paragraph: bb", "paragraph: z"],
        `${key} ${kind}`,
      );
    }
  }
});

test("an empty line beside a table, code, picture or divider goes away by itself", async ({
  desk,
}) => {
  const { hands, lay, shows } = desk;
  const empty: Block = { kind: "paragraph" };
  for (const kind of TRAPS) {
    const block = { kind, words: "bb" };
    await lay(z, empty, block, z);
    await comeTo(hands, 1, "end");
    await hands.press("Delete");
    await hands.type("x");
    await shows(
      ["paragraph: z", ...withX(block, "start"), "paragraph: z"],
      `an empty line before ${kind}`,
    );
    await lay(z, block, empty, z);
    await comeTo(hands, 2, "start");
    await hands.press("Backspace");
    await hands.type("x");
    await shows(
      ["paragraph: z", ...withX(block, "end"), "paragraph: z"],
      `an empty line behind ${kind}`,
    );
  }
});

test("borders of nested blocks are borders, too", async ({ desk }) => {
  const { hands, lay, shows } = desk;
  for (const kind of TRAPS) {
    const block = { kind, words: "bb" };
    const [read = "", line] = withX(block, "start");
    await lay(bullet("aa", block), z);
    await comeTo(hands, 0, "end");
    await hands.press("Delete");
    await hands.type("x");
    await shows(
      ["bulletListItem: aa", `  ${read}`, ...(line ? [`  ${line}`] : []), "paragraph: z"],
      `a nested ${kind}`,
    );
    await lay(bullet("aa", bullet("deep")), block, z);
    await comeTo(hands, 1, "end");
    await hands.press("Delete");
    await hands.type("x");
    await shows(
      ["bulletListItem: aa", "  bulletListItem: deep", ...withX(block, "start"), "paragraph: z"],
      `${kind} behind what is nested`,
    );
    await lay(bullet("aa", block), { kind: "paragraph", words: "cc" });
    await comeTo(hands, 2, "start");
    await hands.press("Backspace");
    await hands.type("x");
    const [end = "", below] = withX(block, "end");
    await shows(
      ["bulletListItem: aa", `  ${end}`, ...(below ? [`  ${below}`] : []), "paragraph: cc"],
      `Backspace behind a nested ${kind}`,
    );
  }
});

test("code of many lines keeps them when Backspace makes it a paragraph, and words of a cell stay in their cell", async ({
  desk,
}) => {
  const { hands, lay, shows } = desk;
  await lay(z, { kind: "codeBlock", words: "one\n  two" }, z);
  await comeTo(hands, 1, "start");
  await hands.press("Backspace");
  await shows(["paragraph: z", "paragraph: one\n  two", "paragraph: z"]);
  await lay({ kind: "table", words: "bb" }, z);
  await comeTo(hands, 0, "start");
  await hands.press("Backspace");
  await hands.press("End");
  await hands.press("Delete");
  await shows(["table: bb | b1 | a2 | bb", "paragraph: z"]);
});
