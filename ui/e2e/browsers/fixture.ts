/** The same fixtures as for Chromium's own tests, with a person whose browser is any engine's. */
import { expect, test as base, type MadePad } from "../fixture";
import { click, type Browser, type Engine, type Hands, type InPage } from "./hands";
import { startPuppets } from "./puppets";
import { startWebKit } from "./webkit";

export { expect };
export type { Hands, MadePad };

const start = (engine: Engine): Promise<Browser> =>
  engine === "webkit" ? startWebKit() : startPuppets(engine);

interface Fixtures {
  /** Opens a pad as somebody of this name, in a browser of their own, with the caret in the text. */
  sit: (name: string, pad: MadePad, key?: string) => Promise<Hands>;
}

export const test = base.extend<Fixtures, { engine: Engine; engineBrowser: Browser }>({
  engine: ["chromium", { option: true, scope: "worker" }],
  engineBrowser: [
    async ({ engine }, provide) => {
      const browser = await start(engine);
      await provide(browser);
      await browser.close();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  sit: async ({ engineBrowser }, provide) => {
    const all: Hands[] = [];
    await provide(async (name, pad, key = pad.edit_key) => {
      const hands = await engineBrowser.open();
      all.push(hands);
      await hands.go(`${pad.origin}/`);
      const me = JSON.stringify({
        person: `${name.toLowerCase()}-in-${hands.engine}`,
        name,
        color: "#2f6bd8",
      });
      await hands.run((stored) => localStorage.setItem("fadepad.me", stored), me);
      await hands.go(`${pad.origin}/p/${pad.pad}#${key}`);
      await until(
        hands,
        () =>
          document.querySelector("[data-connection]")?.getAttribute("data-connection") === "live" &&
          !!document.querySelector(".bn-editor"),
      );
      await click(hands, ".bn-editor .bn-inline-content");
      return hands;
    });
    await Promise.all(all.map((hands) => hands.close()));
  },
});

/** Waits until the page says so. */
export async function until<A extends unknown[]>(
  hands: Hands,
  inPage: InPage<A, boolean>,
  ...args: A
): Promise<void> {
  await expect(async () => expect(await hands.run(inPage, ...args)).toBe(true)).toPass({
    timeout: 20_000,
  });
}
