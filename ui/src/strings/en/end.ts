/** A host's last word; fetched only then. */
import { afterwards } from "./afterwards";
import { long, people } from "./numbers";

export const end = {
  title: "End this pad for everyone?",
  body: (n: number, seconds: number, saves: boolean) =>
    `${n > 1 ? `${people(n)} are here. Each` : "Nobody else is here. Everyone who comes"} ` +
    `is offered a copy: ${long(seconds)}, or until all have answered. You can still stop it then. ` +
    `After that the text is wiped from memory and from the pages that show it${afterwards(saves)}`,
  bodyAtOnce: (n: number, saves: boolean) =>
    `${n > 1 ? `${people(n)} are here, and none of them is offered a copy` : "Nobody else is here"}: ` +
    `the text is wiped at once, from memory and from the pages that show it${afterwards(saves)}`,
  copy: "Keep a Markdown file first",
  confirm: "I want to end it",
  now: "End now",
  stay: "Not now",
  failed: "Not connected. The pad can be ended when the connection is back.",
} as const;
