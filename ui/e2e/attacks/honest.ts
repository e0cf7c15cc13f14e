/** Somebody who writes in a pad by real keys, and knows what must be there afterwards. */
import type { Page } from "@playwright/test";
import { aliveIn } from "../../test/alive";
import { expect, linesOf, live, text, type MadePad, type People } from "../fixture";
import { watch, type Watch } from "./watch";

/** Runs in the page: whether the caret stands in what says this. */
const caretIn = (editor: Element, letters: string): boolean => {
  const at = getSelection()?.focusNode;
  return Boolean(
    at &&
    editor.contains(at) &&
    (at instanceof Element ? at : at.parentElement)
      ?.closest("td, th, .bn-inline-content")
      ?.textContent?.includes(letters),
  );
};

/** Runs in the page: what the cells of tables say, without the names of cursors. */
const cellsHere = (editor: Element): string[] =>
  [...editor.querySelectorAll("td, th")].map((cell) => {
    const copy = cell.cloneNode(true) as HTMLElement;
    for (const cursor of copy.querySelectorAll(".cursor, .bn-collaboration-cursor__base"))
      cursor.remove();
    return (copy.textContent ?? "").replaceAll("\u2060", "");
  });

export class Honest {
  /** What the own line says. */
  words: string;
  /** The own table's first cell; `null` while there is none. */
  cell: string | null = null;
  readonly #watched: Watch;

  constructor(
    readonly page: Page,
    readonly name: string,
    watched: Watch,
  ) {
    this.words = `${name}:`;
    this.#watched = watched;
  }

  static async open(people: People, pad: MadePad, name: string): Promise<Honest> {
    const page = await people.come({ name });
    const watched = await watch(page, pad.origin);
    await page.goto(`${pad.origin}/p/${pad.pad}#${pad.edit_key}`);
    await live(page);
    return new Honest(page, name, watched);
  }

  /** Puts the caret behind the last letter of the own line. */
  async comeHome(): Promise<void> {
    await this.#comeTo(".bn-inline-content", `${this.name}:`);
  }

  /** As people do, who look where the caret is before they type: what others put above moves lines away under the mouse. */
  async #comeTo(what: string, letters: string): Promise<void> {
    await expect(async () => {
      await text(this.page).locator(what, { hasText: letters }).first().click();
      await this.page.keyboard.press("End");
      expect(await text(this.page).evaluate(caretIn, letters)).toBe(true);
    }).toPass();
  }

  async type(word: string): Promise<void> {
    await this.page.keyboard.type(` ${word}`);
    this.words += ` ${word}`;
  }

  /** Takes the last word back, and back again. */
  async undo(): Promise<void> {
    await this.page.keyboard.press("Control+z");
    await this.page.keyboard.press("Control+Shift+z");
    await this.page.keyboard.press("End");
  }

  /** Moves the own line, over whatever stands there. */
  async move(key: "ArrowUp" | "ArrowDown"): Promise<void> {
    await this.page.keyboard.press(`Control+Shift+${key}`);
  }

  /** Makes a table below the own line, or writes on in it. */
  async table(word: string): Promise<void> {
    const { keyboard } = this.page;
    if (this.cell === null) {
      await keyboard.press("Enter");
      await keyboard.type("/table");
      await expect(this.page.getByRole("option", { name: "Table" }).first()).toBeVisible();
      await keyboard.press("Enter");
      this.cell = `${this.name[0]}-`; // short: a cell is narrow
      await keyboard.type(this.cell);
    } else await this.#comeTo("td, th", this.cell);
    await keyboard.type(` ${word}`);
    this.cell += ` ${word}`;
    await keyboard.press("Tab");
    await keyboard.press("Shift+Tab");
    await this.comeHome();
  }

  /** Sees each letter of these people once, and nothing of what must not be. */
  async sees(all: readonly Honest[], what: string): Promise<void> {
    const wanted = all.flatMap(({ words, cell }) => (cell === null ? [words] : [words, cell]));
    const own = (line: string) =>
      all.some(({ name }) => line.includes(`${name}:`) || line.startsWith(`${name[0]}-`));
    const said = async () => [
      ...(await linesOf(this.page)),
      ...(await text(this.page).evaluate(cellsHere)),
    ];
    await expect
      .poll(async () => (await said()).filter(own).sort(), {
        message: `${this.name} after ${what}`,
      })
      .toEqual(wanted.sort());
    await expect(this.page.locator(".fallen"), what).toHaveCount(0);
    expect(await text(this.page).evaluate(aliveIn), what).toEqual([]);
    await this.#watched(what);
  }
}

/** Anna and Milo, each with a line of their own and the caret in it. */
export async function two(people: People, pad: MadePad): Promise<[Honest, Honest]> {
  const [anna, milo] = [
    await Honest.open(people, pad, "Anna"),
    await Honest.open(people, pad, "Milo"),
  ];
  await text(anna.page).click();
  await anna.page.keyboard.type("Anna:\nMilo:");
  await expect(text(milo.page)).toContainText("Milo:");
  await anna.comeHome();
  await milo.comeHome();
  return [anna, milo];
}

/** Both type on at once, a word each. */
export const typeOn = (both: readonly Honest[], word: string) =>
  Promise.all(both.map((person) => person.type(word)));

/** Everybody sees each letter of both once, and nothing of what must not be. */
export async function unharmed(both: readonly Honest[], what: string): Promise<void> {
  for (const person of both) await person.sees(both, what);
}
