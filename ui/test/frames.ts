/** Frames of a WebSocket as a server sends them. */
import { written } from "../src/live/tunnel";

/** A client's without the mask. */
export const sent = (kind: number, content: Uint8Array): Uint8Array => {
  const frame = written(kind, content);
  const head = frame.length - content.length - 4;
  frame[1] = (frame[1] ?? 0) & 0x7f;
  return new Uint8Array([...frame.slice(0, head), ...content]);
};
