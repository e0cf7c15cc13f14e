/** What the server warns a host of: somebody tries codes, or has filled the pad as far as one may. */
import type { Message } from "../live/messages";
import { t } from "../strings";

/** A warning stays in view for so long (ms); the server repeats one that goes on. */
const SHOWN_MS = 60_000;

/** One sentence, and when it was heard (`performance.now()`). */
export interface Warning {
  says: string;
  heard: number;
}

/** What a message of the server's warns of. */
export const warningOf = (
  message: Message<"guessing"> | Message<"filling">,
  heard: number,
): Warning => ({
  says:
    message.t === "guessing"
      ? t.pad.guessing(message.wrong)
      : t.pad.filling(message.name || t.people.nameless),
  heard,
});

/** Whether it is still to be seen. */
export const isFresh = ({ heard }: Warning, now: number, shown = SHOWN_MS): boolean =>
  now - heard < shown;
