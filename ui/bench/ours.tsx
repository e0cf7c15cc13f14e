/** The editor of the page itself, with all that it has; only the socket is missing. */
import "../src/theme.css";
import "../src/page.css";
import Editor from "../src/pad/Editor";
import type { PadSession } from "../src/pad/session";
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
    subscribe: () => nothing,
  } as unknown as PadSession;
  return (
    <Editor
      session={session}
      pad="bench"
      editable
      onText={nothing}
      onEmpty={nothing}
      onDrawn={nothing}
    />
  );
}
