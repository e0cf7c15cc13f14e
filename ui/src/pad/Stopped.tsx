/** Not the pad's end, but this page's: one has left, or the page had to stop. The way back, and the text where it can be kept. */
import { useEffect, useState } from "react";
import type { Why } from "../api";
import { blankWhenLeft } from "../kit/bfcache";
import { Icon } from "../kit/Icon";
import { Notice } from "../kit/Notice";
import { ServerLink } from "../life/ServerLink";
import { t } from "../strings";
import type { Keepsake } from "./keepsake";
import type { EndReason } from "./session";
import { leave } from "./pictures/stand";
import { copyWords, takingOf } from "./taking";

/** Why a page stops while its pad goes on. */
export type StopReason = Exclude<EndReason, Why | "gone">;

const PAGES = {
  key: "key",
  unknown: "unknown",
  forbidden: "forbidden",
  shown_out: "shownOut",
  new_links: "newLinks",
  too_large: "tooLarge",
  not_kept: "notKept",
  malformed: "malformed",
} as const;

interface StoppedProps {
  pad: string;
  why: StopReason;
  held: Keepsake | null;
  /** Who was shown out asks to be let in again. */
  onKnock: () => void;
}

export function Stopped({ pad, why, held, onKnock }: StoppedProps) {
  const [asks, setAsks] = useState(false);
  useEffect(() => void leave(pad), [pad]);
  const [title, body] = t.trouble[PAGES[why]];
  const again = why === "too_large" || why === "not_kept" || why === "malformed";
  const words = held?.words ?? "";
  const { keep } = takingOf(pad, () => held?.blocks ?? []);
  return (
    <Notice title={title} body={words ? `${body} ${t.trouble.lastWords}` : body}>
      {again && (
        <button type="button" className="button button-main" onClick={() => location.reload()}>
          {t.trouble.load}
        </button>
      )}
      {why === "shown_out" && (
        <button
          type="button"
          className="button button-main"
          disabled={asks}
          onClick={() => {
            setAsks(true); // once: what comes of it is another page
            onKnock();
          }}
        >
          {t.trouble.back}
        </button>
      )}
      {why === "new_links" && (
        <ServerLink className="button button-main" href="/">
          {t.trouble.start}
        </ServerLink>
      )}
      {words && (
        <button type="button" className="button" onClick={() => void copyWords(pad, words)}>
          <Icon name="copy" />
          {t.pad.copyWords}
        </button>
      )}
      {held && (
        <button type="button" className="button" onClick={keep}>
          <Icon name="keep" />
          {t.call.file}
        </button>
      )}
      {!again && why !== "new_links" && (
        <ServerLink className="button" href="/">
          {t.trouble.start}
        </ServerLink>
      )}
    </Notice>
  );
}

export function Left({ pad, onBack }: { pad: string; onBack: () => void }) {
  useEffect(blankWhenLeft, []);
  return (
    <Notice title={t.left.title} name={pad} body={t.left.body}>
      <button type="button" className="button button-main" onClick={onBack}>
        {t.left.back}
      </button>
      <ServerLink className="button button-quiet" href="/">
        {t.trouble.start}
      </ServerLink>
    </Notice>
  );
}
