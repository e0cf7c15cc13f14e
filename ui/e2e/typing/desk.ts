/** Tests of typing: one page, whose text is planted anew for each try, and a console that has to stay silent. */
import type { Page } from "@playwright/test";
import { expect, test as base, type MadePad } from "../fixture";
import { plant, reads, type Block } from "./blocks";
import { handsOf, read, type Hands } from "./hands";

export { expect };

export interface Desk {
  page: Page;
  pad: MadePad;
  hands: Hands;
  /** Puts these blocks in place of everything, and waits until they are shown. */
  lay: (...blocks: Block[]) => Promise<void>;
  /** Waits until the text has these lines. */
  shows: (lines: string[], why?: string) => Promise<void>;
}

async function deskFor(page: Page, pad: MadePad): Promise<Desk> {
  const hands = handsOf(page);
  const shows = (lines: string[], why = "the lines") => expect.poll(() => read(hands), why).toEqual(lines);
  const lay = async (...blocks: Block[]) => {
    // a caret of one's own in what goes away would come back into what comes
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await plant(pad, blocks);
    await shows(blocks.flatMap((block) => linesOf(block)));
  };
  return { page, pad, hands, lay, shows };
}

const linesOf = (block: Block, depth = 0): string[] => [`${"  ".repeat(depth)}${reads(block)}`, ...(block.nested ?? []).flatMap((inner) => linesOf(inner, depth + 1))];

interface Fixtures {
  desk: Desk;
  /** The same on a phone. */
  phone: Desk;
}

function quiet(page: Page): string[] {
  const said: string[] = [];
  page.on("console", (message) => void (["error", "warning"].includes(message.type()) && said.push(message.text())));
  page.on("pageerror", (error) => void said.push(String(error)));
  return said;
}

export const test = base.extend<Fixtures>({
  desk: async ({ server, people }, provide) => {
    const pad = await server.make();
    const page = await people.open({ name: "Anna" }, pad);
    const said = quiet(page);
    await provide(await deskFor(page, pad));
    expect(said, "the console").toEqual([]);
  },
  phone: async ({ server, people }, provide) => {
    const pad = await server.make();
    const page = await people.open({ name: "Milo", phone: true }, pad);
    const said = quiet(page);
    await provide(await deskFor(page, pad));
    expect(said, "the console").toEqual([]);
  },
});
