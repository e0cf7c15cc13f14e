/** Words come from the keyboard of an Android phone: each is composed, and written anew with every letter, by Chromium itself. */
import type { CDPSession, Page } from "@playwright/test";
import { linesOf } from "./fixture";
import { expect, test } from "./typing/fixture";
import { shows } from "./browsers/hands";

/** What Gboard does, as the browser is told of it. */
class Gboard {
  readonly #cdp: CDPSession;
  readonly #page: Page;
  #composed = "";

  static async of(page: Page): Promise<Gboard> {
    return new Gboard(page, await page.context().newCDPSession(page));
  }

  private constructor(page: Page, cdp: CDPSession) {
    this.#page = page;
    this.#cdp = cdp;
  }

  /** The letters of the word that is being composed. */
  async compose(letters: string): Promise<void> {
    this.#composed = letters;
    await this.#cdp.send("Input.imeSetComposition", {
      text: letters,
      selectionStart: letters.length,
      selectionEnd: letters.length,
    });
  }

  /** Each letter of a word; `done` is what is done after each. It stays composed. */
  async word(
    word: string,
    done: (nth: number) => Promise<unknown> = async () => {},
  ): Promise<void> {
    for (let i = 1; i <= word.length; i += 1) {
      await this.compose(word.slice(0, i));
      await done(i);
    }
  }

  /** Ends the word, as these letters, or writes letters that are no word: a space, a mark. */
  async commit(letters: string): Promise<void> {
    this.#composed = "";
    await this.#cdp.send("Input.insertText", { text: letters });
  }

  /** A sentence: words and what stands between them. */
  async write(words: string): Promise<void> {
    for (const [part = ""] of words.matchAll(/[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu)) {
      if (/^[\p{L}\p{N}]/u.test(part)) await this.word(part);
      await this.commit(part);
    }
  }

  /** A key of its own. A word that is composed is there to stay before it. */
  async key(name: "Enter" | "Backspace"): Promise<void> {
    if (this.#composed) await this.commit(this.#composed);
    await this.#page.keyboard.press(name);
  }
}

test("words are there once, whatever the line is and whatever the keyboard makes of them", async ({
  phone,
}) => {
  const { page, hands, lay } = phone;
  await lay({ kind: "paragraph" });
  await page.locator(".bn-editor p").tap();
  const keys = await Gboard.of(page);
  await keys.write("hello there, room");
  await keys.word("teh");
  await keys.commit("the"); // corrected at its end
  await keys.key("Enter");
  await keys.write("- one");
  await keys.key("Enter");
  await keys.write("two");
  await keys.key("Enter");
  await keys.key("Enter");
  await keys.write("# Title");
  await keys.key("Enter");
  await keys.write("so **bold** it is");
  await keys.key("Enter");
  await keys.write("[] tick");
  await shows(hands, [
    "paragraph: hello there, roomthe",
    "bulletListItem: one",
    "bulletListItem: two",
    "heading: Title",
    "paragraph: so bold it is",
    "checkListItem: tick",
  ]);
  await expect(page.locator(".bn-editor strong")).toHaveText("bold");
});

test("letters go back one by one, out of a word that is composed and out of those before", async ({
  phone,
}) => {
  const { page, hands, lay } = phone;
  await lay({ kind: "paragraph" });
  await page.locator(".bn-editor p").tap();
  const keys = await Gboard.of(page);
  await keys.write("first second");
  await keys.key("Enter");
  await keys.word("thi");
  await keys.compose("th");
  await keys.compose("t");
  await keys.commit("");
  for (let i = 0; i < 4; i += 1) await keys.key("Backspace"); // the line itself, and then "ond"
  await keys.write("ular");
  await shows(hands, ["paragraph: first secular"]);
});

test("the menu after a slash takes composed words, and Enter what they find", async ({ phone }) => {
  const { page, hands, lay } = phone;
  await lay({ kind: "paragraph" });
  await page.locator(".bn-editor p").tap();
  const keys = await Gboard.of(page);
  await keys.commit("/");
  await expect(page.getByRole("listbox")).toBeVisible();
  await keys.word("quote");
  await expect(page.getByRole("option")).toHaveCount(1);
  await keys.key("Enter");
  await keys.write("said so");
  await shows(hands, ["quote: said so"]);
});

/** What the other does, from the start or the end of "start, end", while a word is composed behind the comma; and the lines then. */
const MEANWHILE = [
  { at: "Home", does: ["o", "h", " "], becomes: ["paragraph: oh start, word! end"] },
  { at: "End", does: [" ", "y", "e", "s"], becomes: ["paragraph: start, word! end yes"] },
  {
    at: "End",
    does: ["Enter", "n", "e", "w"],
    becomes: ["paragraph: start, word! end", "paragraph: new"],
  },
  {
    at: "Home",
    does: ["Enter", "ArrowUp", "u", "p"],
    becomes: ["paragraph: up", "paragraph: start, word! end"],
  },
  {
    at: "Home",
    does: ["ArrowRight", "ArrowRight", "Enter"],
    becomes: ["paragraph: st", "paragraph: art, word! end"],
  },
  {
    at: "End",
    does: ["ArrowLeft", "ArrowLeft", "Enter"],
    becomes: ["paragraph: start, word! e", "paragraph: nd"],
  },
  { at: "Home", does: ["#", " "], becomes: ["heading: start, word! end"] },
  { at: "Home", does: ["-", " "], becomes: ["bulletListItem: start, word! end"] },
  {
    at: "Home",
    does: ["Control+Shift+ArrowUp", "x"],
    becomes: ["paragraph: xstart, word! end", "paragraph: above"],
    above: true,
  },
  { at: "Home", does: ["Backspace"], becomes: ["paragraph: abovestart, word! end"], above: true },
];

for (const { at, does, becomes, above = false } of MEANWHILE) {
  test(`a composed word is there once when the other presses ${does.join(" ")} at the line's ${at}${above ? ", below another" : ""}`, async ({
    phone,
    people,
  }) => {
    const { page, pad, hands, lay } = phone;
    const anna = await people.open({ name: "Anna" }, pad);
    const keys = await Gboard.of(page);
    const lines = [
      ...(above ? [{ kind: "paragraph", words: "above" }] : []),
      { kind: "paragraph", words: "start, end" },
    ];
    await lay(...lines);
    await expect.poll(() => linesOf(anna)).toEqual(lines.map(({ words }) => words));
    await anna.locator(".bn-editor p").last().click();
    await anna.keyboard.press(at);
    await page.locator(".bn-editor p").last().tap();
    await page.keyboard.press("Home");
    for (let i = 0; i < 6; i += 1) await page.keyboard.press("ArrowRight");
    await keys.commit(" ");
    const left = [...does];
    const others = async () => {
      const key = left.shift();
      if (!key) return;
      await anna.keyboard.press(key);
    };
    await keys.word("wrd", others);
    while (left.length > 0) await others();
    await keys.commit("word"); // corrected
    await keys.commit("!");
    await shows(hands, becomes);
    await expect
      .poll(() => linesOf(anna))
      .toEqual(becomes.map((line) => line.replace(/^\w+: /, "")));
  });
}
