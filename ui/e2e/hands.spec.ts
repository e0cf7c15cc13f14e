/** Two people do whatever comes to their minds, at once and with real keys: no letter is lost, and none is there twice. */
import type { Page } from "@playwright/test";
import { Chance, seedOf } from "../test/binding/random";
import { expect, test, text } from "./fixture";

const SESSIONS = Number(process.env.ROUNDS ?? 2);
const ACTS = 25;
/** What each types is told apart by its letters, and from the names of kinds by being large. */
const LETTERS = ["ABCDEFGHIJKLM", "NOPQRSTUVWXYZ"] as const;
const KINDS = ["h1", "bullet", "quote", "check", "toggle list", "code", "table"] as const;

/** One person's hands. Gives what they typed. */
async function hand(page: Page, letters: string, chance: Chance): Promise<string> {
  const { keyboard } = page;
  const press = async (...keys: string[]) => {
    for (const key of keys) await keyboard.press(key);
  };
  const write = async () => {
    const word = Array.from(
      { length: 3 + chance.below(5) },
      () => letters[chance.below(letters.length)],
    ).join("");
    await keyboard.type(`${word} `, { delay: chance.of([5, 40]) });
    return word;
  };
  const turns: (() => Promise<string | void>)[] = [
    ...Array.from({ length: 5 }, () => write),
    () => press("End", "Enter"),
    () => press("Home", "Enter", "ArrowUp"),
    () => press(chance.of(["ArrowUp", "ArrowDown"]), "End"),
    () => press(chance.of(["Tab", "Shift+Tab"])),
    async () => {
      await press("End", "Enter");
      await keyboard.type(`/${chance.of(KINDS)}`, { delay: 20 });
      await press("Enter");
    },
    async () => {
      await press("End");
      await keyboard.type(" /", { delay: 10 });
      await press("Escape", "Backspace");
    },
  ];
  let typed = "";
  await text(page).click();
  for (let i = 0; i < ACTS; i++) typed += (await chance.of(turns)()) ?? "";
  return typed;
}

/** The lines of a page, also those in cells. */
const linesIn = (page: Page): Promise<string[]> =>
  text(page).evaluate((editor) =>
    [...editor.querySelectorAll("td p, th p, :not(table).bn-inline-content")].map((line) => {
      const copy = line.cloneNode(true) as HTMLElement;
      for (const cursor of copy.querySelectorAll(".cursor")) cursor.remove();
      return copy.textContent ?? "";
    }),
  );

const sorted = (letters: string): string => [...letters.replace(/[^A-Z]/g, "")].sort().join("");

test("whatever two do with real keys at once, no letter is lost or doubled", async ({
  server,
  people,
}) => {
  test.setTimeout(60_000 + SESSIONS * 60_000);
  const seed = seedOf("hands");
  for (let n = 0; n < SESSIONS; n++) {
    const pad = await server.make();
    const pages = [
      await people.open({ name: "anna" }, pad),
      await people.open({ name: "milo" }, pad),
    ] as const;
    const typed = await Promise.all(
      pages.map((page, i) => hand(page, LETTERS[i] as string, new Chance(seed + 2 * n + i))),
    );
    const read = () => Promise.all(pages.map(linesIn));
    await expect
      .poll(
        async () => new Set((await read()).map((lines) => lines.join("\n"))).size,
        `session ${n} of seed ${seed} is the same for both`,
      )
      .toBe(1);
    const [lines = []] = await read();
    expect(sorted(lines.join("")), `session ${n} of seed ${seed}:\n${lines.join("\n")}`).toBe(
      sorted(typed.join("")),
    );
    await Promise.all(pages.map((page) => page.close()));
  }
});
