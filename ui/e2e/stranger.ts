/** Somebody who comes into a pad with another program than Fadepad's page. */
import { expect, type Page } from "@playwright/test";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { call, type MadePad } from "./server";

/** Brings a document into a pad, and stays until `destroy`. */
export function bring(pad: MadePad, doc: Y.Doc): WebsocketProvider {
  const WebSocketPolyfill = WebSocket as unknown as typeof globalThis.WebSocket;
  const options = { params: { key: pad.edit_key }, disableBc: true, WebSocketPolyfill };
  return new WebsocketProvider(`${pad.origin.replace("http", "ws")}/ws`, pad.pad, doc, options);
}

/** The same, with what the pad holds. */
export async function comeIn(pad: MadePad, doc: Y.Doc): Promise<WebsocketProvider> {
  const provider = bring(pad, doc);
  await new Promise<void>((resolve) => {
    if (provider.synced) resolve();
    else provider.once("sync", () => resolve());
  });
  return provider;
}

async function devices(pad: MadePad): Promise<number> {
  const answer = await call("GET", pad);
  return ((await answer.json()) as { devices: number }).devices;
}

/** Units that are written and deleted again: more than anybody types in a test. */
const DELETED = 400;

/** Takes a person's page off the network, and writes a letter under the id that it has shown, or nothing but deleted ones. */
export class Forger {
  readonly #pad: MadePad;
  readonly #provider: WebsocketProvider;

  private constructor(pad: MadePad, provider: WebsocketProvider) {
    this.#pad = pad;
    this.#provider = provider;
  }

  static async as(
    name: string,
    page: Page,
    pad: MadePad,
    { deleted = false } = {},
  ): Promise<Forger> {
    const doc = new Y.Doc();
    const provider = await comeIn(pad, doc);
    const shown = () =>
      [...provider.awareness.getStates()].find(([, state]) => state.user?.name === name)?.[0];
    await expect.poll(shown).toBeDefined();
    const id = shown() as number;
    await page.context().setOffline(true);
    await expect(page.locator("[data-connection]")).toHaveAttribute("data-connection", "lost");
    doc.clientID = id;
    const nowhere = doc.getText("nowhere");
    nowhere.insert(0, "x".repeat(deleted ? DELETED : 1));
    if (deleted) nowhere.delete(0, DELETED);
    await expect
      .poll(async () => {
        const seen = new Y.Doc();
        (await comeIn(pad, seen)).destroy();
        return Y.getState(seen.store, id);
      })
      .toBe(deleted ? DELETED : 1);
    return new Forger(pad, provider);
  }

  /** Gone when the server has seen it. */
  async leave(): Promise<void> {
    const here = await devices(this.#pad);
    this.#provider.destroy();
    await expect.poll(() => devices(this.#pad)).toBe(here - 1);
  }
}
