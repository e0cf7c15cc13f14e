/** Somebody who comes into a pad with another program than Fadepad's page. */
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import type { MadePad } from "./server";

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
