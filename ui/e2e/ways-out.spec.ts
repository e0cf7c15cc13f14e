/** Nobody is locked in: out of every kind of block at either end of the text leads a key, a click and a tap. */
import { click, comeTo, read } from "./browsers/hands";
import { isWhole, KINDS, reads, TRAPS, WORDS } from "./typing/blocks";
import { expect, test } from "./typing/fixture";
import { comeToLast, first, goOut } from "./typing/goOut";

test("ArrowDown at the end of the last block makes a line below it, whatever the block is", async ({
  desk,
}) => goOut(desk, KINDS, () => desk.hands.press("ArrowDown")));

test("ArrowRight and Ctrl+End lead out of a last block that could hold one", async ({ desk }) => {
  await goOut(desk, TRAPS, () => desk.hands.press("ArrowRight"));
  await goOut(desk, TRAPS, () => desk.hands.press("Control", "End"));
  await goOut(
    desk,
    WORDS,
    () => desk.hands.press("Control", "End"),
    ({ kind }) => [`${kind}: lastgo on`],
  );
});

test("Enter at the end makes a line: below a table, a picture and a divider, and behind code after two empty ones", async ({
  desk,
}) => {
  await goOut(desk, ["paragraph", "heading", "quote", "table", "divider", "image"], () =>
    desk.hands.press("Enter"),
  );
  const same = ["bulletListItem", "numberedListItem", "checkListItem", "toggleListItem"];
  await goOut(
    desk,
    same,
    () => desk.hands.press("Enter"),
    ({ kind }) => [`${kind}: last`, `${kind}: go on`],
  );
  await goOut(desk, ["codeBlock"], () => desk.hands.type("\n\n\n"));
});

test("Tab in the last cell adds a row, Shift+Tab goes back, and nowhere does Tab lose the caret", async ({
  desk,
}) => {
  await goOut(
    desk,
    ["table"],
    () => desk.hands.press("Tab"),
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
    ["divider", "image"],
    () => desk.hands.press("Tab"),
    (last) => [`  ${reads(last)}`, "  paragraph: go on"],
  );
  await goOut(
    desk,
    WORDS,
    () => desk.hands.press("Tab"),
    ({ kind }) => [`  ${kind}: lastgo on`],
  );
});

test("a click anywhere in the empty page puts the caret into a last empty line, and a second one makes no second line", async ({
  desk,
}) => {
  const { page, hands } = desk;
  for (const x of [40, 400, 640, 1240]) {
    await goOut(desk, x === 640 ? KINDS : ["table", "codeBlock"], async () => {
      await hands.clickAt({ x, y: 700 });
      await hands.clickAt({ x, y: 760 });
    });
  }
  await expect(page.locator(".bn-editor")).toBeFocused();
});

test("a click beside the text puts the caret into the line at that height, at the end of it that lies there", async ({
  desk,
}) => {
  const { page, hands, lay, shows } = desk;
  for (const kind of KINDS) {
    const block = { kind, words: "last" };
    for (const x of [40, 1240]) {
      await lay(first, block, { kind: "paragraph", words: "z" });
      await comeTo(hands, 0, "end");
      const height = await hands.run(() => {
        const it = document.querySelectorAll(".bn-editor .bn-block-content")[1];
        const { top, bottom } = (
          it?.querySelector("td, .bn-inline-content:not(table)") ?? it
        )?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
        return (top + bottom) / 2;
      });
      await hands.clickAt({ x, y: height });
      await expect(page.locator(".bn-editor")).toBeFocused();
      await hands.type("x");
      const there = isWhole(kind)
        ? [reads(block), "paragraph: x"]
        : x === 40
          ? [reads(block).replace("last", "xlast")]
          : [kind === "table" ? "table: last | b1x | a2 | last" : `${kind}: lastx`];
      await shows(["paragraph: first", ...there, "paragraph: z"], `${kind} at ${x}`);
    }
  }
});

test("a click beside the text finds the line of a long paragraph, and none in what is folded", async ({
  desk,
}) => {
  const { hands, lay, shows } = desk;
  const folded = {
    kind: "toggleListItem",
    words: "title",
    nested: [{ kind: "paragraph", words: "deep" }],
  };
  await lay({ kind: "paragraph", words: "word ".repeat(60).trim() }, folded);
  const [second, title] = await hands.run(() => {
    const lines = [...document.querySelectorAll(".bn-editor .bn-inline-content")].map((line) =>
      line.getBoundingClientRect(),
    );
    return [(lines[0]?.top ?? 0) + 36, ((lines[1]?.top ?? 0) + (lines[1]?.bottom ?? 0)) / 2];
  });
  await hands.clickAt({ x: 1240, y: title ?? 0 });
  await hands.type("x");
  await shows([
    `paragraph: ${"word ".repeat(60).trim()}`,
    "toggleListItem: titlex",
    "  paragraph: deep",
  ]);
  await hands.clickAt({ x: 40, y: second ?? 0 });
  await hands.type("x");
  expect((await read(hands))[0]).toMatch(/^paragraph: (word )+xword( word)+$/);
});

test("a tap anywhere in the empty page of a phone does the same", async ({ phone }) => {
  await goOut(phone, KINDS, () => phone.page.touchscreen.tap(200, 600));
  await expect(phone.page.locator(".bn-editor")).toBeFocused();
});

test("what is dragged over, and what is only read, gets no new line", async ({ desk, people }) => {
  const { page, pad, hands } = desk;
  await desk.lay(first, { kind: "table", words: "last" });
  await hands.drag({ x: 700, y: 700 }, { x: 500, y: 120 });
  expect(await read(hands)).toEqual(["paragraph: first", "table: last | b1 | a2 | last"]);
  const reader = await people.open({ name: "Milo" }, pad, pad.view_key);
  await reader.mouse.click(640, 700);
  await reader.keyboard.press("ArrowDown");
  await page.bringToFront();
  expect(await read(hands)).toEqual(["paragraph: first", "table: last | b1 | a2 | last"]);
});

test("ArrowUp at the top leads to a line above a first block that could hold one, and nowhere else astray", async ({
  desk,
}) => {
  const { hands, lay, shows } = desk;
  for (const key of ["ArrowUp", "ArrowLeft"]) {
    for (const kind of KINDS) {
      const block = { kind, words: "top" };
      await lay(block, { kind: "paragraph", words: "below" });
      if (isWhole(kind)) {
        await comeTo(hands, 1, "start");
        await hands.press("ArrowUp");
      } else await comeTo(hands, 0, "start");
      await hands.press(key);
      await hands.type("go on");
      await shows(
        [
          ...(TRAPS.includes(kind) ? ["paragraph: go on", reads(block)] : [`${kind}: go ontop`]),
          "paragraph: below",
        ],
        `${kind} ${key}`,
      );
    }
  }
});

test("what is typed while a picture or a divider is selected stands in a line below it", async ({
  desk,
}) => {
  const { hands, lay, shows } = desk;
  for (const kind of ["divider", "image"]) {
    await lay(first, { kind }, { kind: "paragraph", words: "below" });
    await comeToLast(desk, kind);
    await hands.type("Go on");
    await shows(["paragraph: first", `${kind}:`, "paragraph: Go on", "paragraph: below"], kind);
  }
  await lay(first, { kind: "divider" });
  await click(hands, ".bn-editor hr");
  await hands.type("go on");
  await shows(["paragraph: first", "divider:", "paragraph: go on"]);
});

test("the arrows go from any block into any that follows, and words land where the caret is", async ({
  desk,
}) => {
  const { hands, lay, shows } = desk;
  for (const kind of TRAPS) {
    await lay(
      first,
      ...TRAPS.flatMap((below) => [
        { kind, words: "from" },
        { kind: below, words: "into" },
        { kind: "paragraph", words: "z" },
      ]),
    );
    const expected = ["paragraph: first"];
    for (const below of TRAPS) {
      if (isWhole(kind)) {
        await comeTo(hands, expected.length - 1, "end");
        await hands.press("ArrowDown");
      } else await comeTo(hands, expected.length, "end");
      await hands.press("ArrowDown");
      if (!isWhole(below)) await hands.press("Home");
      await hands.type("x");
      expected.push(
        reads({ kind, words: "from" }),
        ...(isWhole(below)
          ? [`${below}:`, "paragraph: x"]
          : [reads({ kind: below, words: "into" }).replace("into", "xinto")]),
        "paragraph: z",
      );
    }
    await shows(expected, kind);
  }
});
