/**
 * Toggles: a person's own page folds another's by default. No key reaches into what is folded, and nothing that is typed
 * vanishes there.
 */
import { comeTo, read } from "./browsers/hands";
import { isWhole, reads, TRAPS, type Block } from "./typing/blocks";
import { expect, test, type PageDesk } from "./typing/fixture";

const TITLES: Block[] = [
  { kind: "toggleListItem", words: "aa" },
  { kind: "heading", words: "aa", folds: true },
];
const HIDDEN: Block[] = ["paragraph", ...TRAPS].map((kind) => ({ kind, words: "deep" }));
const below: Block = { kind: "paragraph", words: "bb" };
const z: Block = { kind: "paragraph", words: "z" };

const titled = (title: Block, ...nested: Block[]): Block => ({ ...title, nested });
const content = ({ page }: PageDesk, nth: number) =>
  page.locator(".bn-editor .bn-block-content").nth(nth);
const foldButton = ({ page }: PageDesk, nth = 0) => page.locator(".bn-toggle-button").nth(nth);

async function eachFold(
  tryIt: (title: Block, hidden: Block, why: string) => Promise<void>,
): Promise<void> {
  for (const title of TITLES)
    for (const hidden of HIDDEN) await tryIt(title, hidden, `${hidden.kind} in a ${title.kind}`);
}

for (const keys of [["Backspace"], ["Control", "Backspace"]]) {
  test(`${keys.join("+")} at the start of the line below a folded toggle unfolds it, and the line stays in sight`, async ({
    desk,
  }) => {
    const { hands, lay, shows } = desk;
    await eachFold(async (title, hidden, why) => {
      await lay(titled(title, hidden), below);
      await expect(content(desk, 1)).toBeHidden();
      await comeTo(hands, 2, "start");
      await hands.press(...keys);
      await expect(content(desk, 1), why).toBeVisible();
      await hands.type("x");
      await shows([reads(title), `  ${reads(hidden)}`, "paragraph: xbb"], why);
    });
  });
}

for (const keys of [["Delete"], ["Control", "Delete"]]) {
  test(`${keys.join("+")} at the end of a folded title unfolds it, and takes nothing out of it`, async ({
    desk,
  }) => {
    const { hands, lay, shows } = desk;
    await eachFold(async (title, hidden, why) => {
      await lay(titled(title, hidden), below);
      await comeTo(hands, 0, "end");
      await hands.press(...keys);
      await expect(content(desk, 1), why).toBeVisible();
      await hands.type("x");
      await shows([`${title.kind}: aax`, `  ${reads(hidden)}`, "paragraph: bb"], why);
    });
  });
}

test("a fold in a fold unfolds by a key of its own, and what is in sight joins", async ({
  desk,
}) => {
  const { hands, lay, shows } = desk;
  const inner = titled(
    { kind: "toggleListItem", words: "inner" },
    { kind: "paragraph", words: "deep" },
  );
  await lay(
    titled(
      { kind: "bulletListItem", words: "list" },
      titled({ kind: "toggleListItem", words: "outer" }, inner),
    ),
    below,
  );
  await comeTo(hands, 4, "start");
  for (const nth of [2, 3]) {
    await expect(content(desk, nth)).toBeHidden();
    await hands.press("Backspace");
    await expect(content(desk, nth)).toBeVisible();
    expect(await read(hands)).toHaveLength(5);
  }
  await hands.press("Backspace");
  await hands.type("x");
  await shows([
    "bulletListItem: list",
    "  toggleListItem: outer",
    "    toggleListItem: inner",
    "      paragraph: deepxbb",
  ]);
});

test("ArrowDown and Ctrl+End lead out of a folded toggle at the end into a line below it", async ({
  desk,
}) => {
  const { hands, lay, shows } = desk;
  for (const keys of [["ArrowDown"], ["Control", "End"]]) {
    await eachFold(async (title, hidden, kinds) => {
      const why = `${keys.join("+")}, ${kinds}`;
      await lay(z, titled(title, hidden));
      await comeTo(hands, 1, "end");
      if (keys[0] === "Control") await comeTo(hands, 0, "start");
      await hands.press(...keys);
      await hands.type("x");
      await shows(["paragraph: z", reads(title), `  ${reads(hidden)}`, "paragraph: x"], why);
      await expect(content(desk, 2), why).toBeHidden();
    });
  }
});

test("the arrows go from a folded title to the line below and back", async ({ desk }) => {
  const { hands, lay, shows } = desk;
  const ways = [
    ["ArrowDown", 0, "end"],
    ["ArrowRight", 0, "end"],
    ["ArrowUp", 2, "start"],
    ["ArrowLeft", 2, "start"],
  ] as const;
  for (const [key, nth, where] of ways) {
    await eachFold(async (title, hidden, kinds) => {
      const why = `${key}, ${kinds}`;
      await lay(titled(title, hidden), below);
      await comeTo(hands, nth, where);
      await hands.press(key);
      await hands.press(nth === 0 ? "Home" : "End");
      await hands.type("x");
      await shows(
        nth === 0
          ? [reads(title), `  ${reads(hidden)}`, "paragraph: xbb"]
          : [`${title.kind}: aax`, `  ${reads(hidden)}`, "paragraph: bb"],
        why,
      );
      await expect(content(desk, 1), why).toBeHidden();
    });
  }
});

test("the arrows go over what is folded into a table, code, a picture and a divider, and back", async ({
  desk,
}) => {
  const { hands, lay, shows } = desk;
  for (const kind of TRAPS) {
    const block = { kind, words: "bb" };
    await eachFold(async (title, hidden, kinds) => {
      await lay(titled(title, hidden), block, z);
      await comeTo(hands, 0, "end");
      await hands.press("ArrowDown");
      await hands.press("ArrowUp");
      await hands.press("End");
      await hands.type("x");
      await shows(
        [`${title.kind}: aax`, `  ${reads(hidden)}`, reads(block), "paragraph: z"],
        `${kind} below ${kinds}`,
      );
      await expect(content(desk, 1), kinds).toBeHidden();
    });
  }
});

test("Enter in a folded title makes a line below the toggle, and its content stays with it", async ({
  desk,
}) => {
  const { hands, lay, shows } = desk;
  await eachFold(async (title, hidden, why) => {
    const made = title.kind === "heading" ? "paragraph" : title.kind;
    await lay(titled(title, hidden), below);
    await comeTo(hands, 0, "end");
    await hands.press("Enter");
    await hands.type("x");
    await shows([reads(title), `  ${reads(hidden)}`, `${made}: x`, "paragraph: bb"], why);
    await expect(content(desk, 1), why).toBeHidden();

    await lay(titled(title, hidden), below);
    await comeTo(hands, 0, "end");
    await hands.press("ArrowLeft");
    await hands.press("Enter");
    await hands.type("x");
    await shows(
      [`${title.kind}: a`, `  ${reads(hidden)}`, `${made}: xa`, "paragraph: bb"],
      `within the title, ${why}`,
    );

    await lay(titled(title, hidden), below);
    await comeTo(hands, 0, "start");
    await hands.press("Enter");
    await hands.type("x");
    await shows(
      [`${title.kind}:`, `${title.kind}: xaa`, `  ${reads(hidden)}`, "paragraph: bb"],
      `before the title, ${why}`,
    );
  });
});

test("Enter at the end of an open title makes a first line in the toggle", async ({ desk }) => {
  const { hands, lay, shows } = desk;
  await eachFold(async (title, hidden, why) => {
    await lay(titled(title, hidden), below);
    await foldButton(desk).click();
    await comeTo(hands, 0, "end");
    await hands.press("Enter");
    await hands.type("x");
    await shows([reads(title), "  paragraph: x", `  ${reads(hidden)}`, "paragraph: bb"], why);
    await expect(content(desk, 2), why).toBeVisible();
  });
});

test("a caret in what a click folds comes to the end of the title, and an undo in what is folded unfolds it", async ({
  desk,
}) => {
  const { hands, lay, shows } = desk;
  for (const title of TITLES) {
    await lay(titled(title, { kind: "paragraph", words: "deep" }), below);
    await foldButton(desk).click();
    await comeTo(hands, 1, "end");
    await hands.type("er");
    await foldButton(desk).click();
    await expect(content(desk, 1)).toBeHidden();
    await hands.type("x");
    await shows([`${title.kind}: aax`, "  paragraph: deeper", "paragraph: bb"]);
    for (let i = 0; i < 2; i += 1) await hands.press("Control", "z");
    await expect.poll(() => read(hands)).toContain("  paragraph: deep");
    await expect(content(desk, 1)).toBeVisible();
  }
});

test("on a phone nothing vanishes into a folded toggle either", async ({ phone }) => {
  const { page, hands, lay, shows } = phone;
  for (const hidden of HIDDEN.filter(({ kind }) => !isWhole(kind))) {
    await lay(titled({ kind: "toggleListItem", words: "aa" }, hidden), below);
    const { x, y } = (await content(phone, 2).locator(".bn-inline-content").boundingBox()) ?? {
      x: 0,
      y: 0,
    };
    await page.touchscreen.tap(x + 1, y + 12);
    await hands.press("Home");
    await hands.press("Backspace");
    await expect(content(phone, 1)).toBeVisible();
    await hands.type("x");
    await shows(["toggleListItem: aa", `  ${reads(hidden)}`, "paragraph: xbb"], hidden.kind);
  }
});

test("a print shows what is folded on the screen", async ({ desk }) => {
  const { page, lay } = desk;
  for (const title of TITLES) {
    const inner = titled(
      { kind: "toggleListItem", words: "inner" },
      { kind: "paragraph", words: "deep" },
    );
    await lay(titled(title, inner), below);
    await expect(content(desk, 1)).toBeHidden();
    await page.emulateMedia({ media: "print" });
    for (const nth of [1, 2]) await expect(content(desk, nth)).toBeVisible();
    await page.emulateMedia({ media: "screen" });
    await expect(content(desk, 1)).toBeHidden();
  }
});
