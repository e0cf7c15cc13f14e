/** The editor of the page itself, with all that it has; only the socket is missing. */
import "../src/theme.css";
import "../src/page.css";
import { PadContext, type PadOfStay } from "../src/pad/context";
import Editor from "../src/pad/Editor";
import { speak } from "../src/strings";
import { en } from "../src/strings/en";
import type { Measured } from "./page";

speak(en);

const nothing = () => {};

export function Page({ shared }: Measured) {
  const session = {
    ...shared,
    provider: shared,
    written: new Map(),
    room: () => Infinity,
    view: () => ({ held: false }),
    takeCaret: () => null,
    takeBeside: () => null,
    subscribe: () => nothing,
  };
  const entry = { key: "" };
  const stay = { session, pad: "bench", entry, onText: nothing } as unknown as PadOfStay;
  return (
    <PadContext value={stay}>
      <Editor editable calm={false} onEmpty={nothing} onDrawn={nothing} />
    </PadContext>
  );
}
