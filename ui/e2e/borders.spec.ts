/** Delete and Backspace between two blocks: the caret goes in, or the block is selected first, and no word goes away. */
import { KINDS, reads, WORDS, type Block } from "./typing/blocks";
import { test, type Desk } from "./typing/desk";
import { comeTo } from "./typing/hands";

const isWhole = (kind: string) => kind === "divider" || kind === "image";
const bullet = (words: string, ...nested: Block[]): Block => ({ kind: "bulletListItem", words, ...(nested.length > 0 ? { nested } : {}) });
const z: Block = { kind: "paragraph", words: "z" };

/** How a block reads when `x` has been typed at its start or its end. */
function withX(block: Block, where: "start" | "end"): string[] {
  if (isWhole(block.kind)) return [reads(block), "paragraph: x"];
  const words = block.words ?? "";
  if (block.kind !== "table") return [reads({ ...block, words: where === "start" ? `x${words}` : `${words}x` })];
  return [where === "start" ? `table: x${words} | b1 | a2 | ${words}` : `table: ${words} | b1 | a2 | ${words}x`];
}

/** Delete at the end of `a`, then x. */
function afterDelete(a: Block, b: Block): string[] {
  if (isWhole(a.kind)) return withX(b, "start");
  if (WORDS.includes(a.kind) && WORDS.includes(b.kind)) return [`${a.kind}: aaxbb`];
  return [reads(a), ...withX(b, "start")];
}

/** Backspace at the start of `b`, then x: other kinds become paragraphs first. */
function afterBackspace(a: Block, b: Block): string[] {
  if (isWhole(b.kind)) return [reads(a)];
  if (b.kind === "table") return [reads(a), ...withX(b, "start")];
  if (b.kind !== "paragraph") return [reads(a), "paragraph: xbb"];
  return WORDS.includes(a.kind) ? [`${a.kind}: aaxbb`] : [...withX(a, "end"), reads(b)];
}

/** Lays `a` before every kind of block, and does the same to each pair, from the last one up. */
async function eachPair({ hands, lay, shows }: Desk, kind: string, key: "Delete" | "Backspace"): Promise<void> {
  const a = { kind, words: "aa" };
  const pairs = KINDS.map((below) => [a, { kind: below, words: "bb" }] as const);
  await lay(z, ...pairs.flatMap(([, b]) => [a, b, z]));
  const expected = ["paragraph: z"];
  for (let nth = pairs.length - 1; nth >= 0; nth -= 1) {
    const at = 1 + 3 * nth + (key === "Delete" ? 0 : 1);
    const acted = key === "Delete" ? kind : (KINDS[nth] ?? "");
    if (!isWhole(acted)) await comeTo(hands, at, key === "Delete" ? "end" : "start");
    else {
      await comeTo(hands, key === "Delete" ? at - 1 : at + 1, key === "Delete" ? "end" : "start");
      await hands.press(key === "Delete" ? "ArrowDown" : "ArrowUp");
    }
    await hands.press(key);
    if (!(isWhole(acted) && key === "Backspace")) await hands.type("x");
  }
  for (const [, b] of pairs) expected.push(...(key === "Delete" ? afterDelete(a, b) : afterBackspace(a, b)), "paragraph: z");
  await shows(expected, `${key} beside ${kind}`);
}

for (const key of ["Delete", "Backspace"] as const) {
  test(`${key} between every two kinds of blocks takes no word away`, async ({ desk }) => {
    test.slow();
    for (const kind of KINDS) await eachPair(desk, kind, key);
  });
}

test("a second Delete or Backspace takes the selected picture or divider away, and nothing else", async ({ desk }) => {
  const { hands, lay, shows } = desk;
  for (const kind of ["divider", "image"]) {
    for (const [key, at, where] of [["Delete", 0, "end"], ["Backspace", 2, "start"]] as const) {
      await lay({ kind: "paragraph", words: "aa" }, { kind }, { kind: "heading", words: "bb" }, z);
      if (key === "Backspace") await lay({ kind: "heading", words: "aa" }, { kind }, { kind: "paragraph", words: "bb" }, z);
      await comeTo(hands, at, where);
      await hands.press(key);
      await hands.press(key);
      await shows(key === "Delete" ? ["paragraph: aa", "heading: bb", "paragraph: z"] : ["heading: aa", "paragraph: bb", "paragraph: z"], `${key} ${kind}`);
    }
  }
});

test("an empty line beside a table, code, picture or divider goes away by itself", async ({ desk }) => {
  const { hands, lay, shows } = desk;
  const empty: Block = { kind: "paragraph" };
  for (const kind of KINDS.filter((other) => !WORDS.includes(other))) {
    const block = { kind, words: "bb" };
    await lay(z, empty, block, z);
    await comeTo(hands, 1, "end");
    await hands.press("Delete");
    await hands.type("x");
    await shows(["paragraph: z", ...withX(block, "start"), "paragraph: z"], `an empty line before ${kind}`);
    await lay(z, block, empty, z);
    await comeTo(hands, 2, "start");
    await hands.press("Backspace");
    await hands.type("x");
    await shows(["paragraph: z", ...withX(block, "end"), "paragraph: z"], `an empty line behind ${kind}`);
  }
});

test("borders of nested blocks are borders, too", async ({ desk }) => {
  const { hands, lay, shows } = desk;
  for (const kind of ["codeBlock", "table", "divider", "image"]) {
    const block = { kind, words: "bb" };
    const [read = "", line] = withX(block, "start");
    await lay(bullet("aa", block), z);
    await comeTo(hands, 0, "end");
    await hands.press("Delete");
    await hands.type("x");
    await shows(["bulletListItem: aa", `  ${read}`, ...(line ? [`  ${line}`] : []), "paragraph: z"], `a nested ${kind}`);
    await lay(bullet("aa", bullet("deep")), block, z);
    await comeTo(hands, 1, "end");
    await hands.press("Delete");
    await hands.type("x");
    await shows(["bulletListItem: aa", "  bulletListItem: deep", ...withX(block, "start"), "paragraph: z"], `${kind} behind what is nested`);
    await lay(bullet("aa", block), { kind: "paragraph", words: "cc" });
    await comeTo(hands, 2, "start");
    await hands.press("Backspace");
    await hands.type("x");
    const [end = "", below] = withX(block, "end");
    await shows(["bulletListItem: aa", `  ${end}`, ...(below ? [`  ${below}`] : []), "paragraph: cc"], `Backspace behind a nested ${kind}`);
  }
});

test("code of many lines keeps them when Backspace makes it a paragraph, and words of a cell stay in their cell", async ({ desk }) => {
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
