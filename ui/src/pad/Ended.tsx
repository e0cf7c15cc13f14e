/** After the end: what this page still holds, whether it may, and how it lets go. */
import { useEffect, useState } from "react";
import { api, leavesNothing, type Ending, type Why } from "../api";
import { blankWhenLeft } from "../kit/bfcache";
import { go } from "../kit/navigation";
import { settle } from "../kit/hosting";
import { toast } from "../kit/Toast";
import { dropKey } from "../kit/padKeys";
import EndedPage from "../life/EndedPage";
import { Held } from "../life/Held";
import { useNewPadKey } from "../life/newPad";
import { useReceipt } from "../life/receipt";
import { pathThere } from "../people/goOver";
import { MovedPage } from "../people/MovedPage";
import { rememberedMe } from "../people/me";
import { useNextLife } from "../people/nextLife";
import { padPath } from "../routes";
import { e } from "../strings/ended";
import { m } from "../strings/moved";
import { carry, type Keepsake } from "./keepsake";
import { leave } from "./pictures/stand";
import { takingOf } from "./taking";

/** A pad's end as this page has learned of it. */
export interface End {
  /** `null`: not yet known. */
  why: Why | null;
  at: Date | null;
  ttl_s: number | null;
  ending: Ending;
  slept: boolean;
  host: boolean;
  /** The text as it was seen last; `null` where there is none, or none any more. */
  held: Keepsake | null;
  /** This page had the text. */
  had: boolean;
}

interface EndedProps {
  pad: string;
  /** One's own key, where there was one: it says whose copy is dropped. */
  padKey: string;
  link: string;
  end: End;
}

/** When it ended by this device's clock, from the seconds since then. */
const momentOf = ({ ended_s_ago }: Ending): Date | null =>
  ended_s_ago === undefined ? null : new Date(Date.now() - ended_s_ago * 1000);

export default function Ended({ pad, padKey, link, end }: EndedProps) {
  const [held, setHeld] = useState(end.held);
  const dropped = end.had && !held;
  const { ending, settled } = useReceipt(pad, padKey, end.ending, dropped);
  const why = end.why ?? ending.why ?? null;
  const [at, setAt] = useState(end.at);
  if (!at && ending.ended_s_ago !== undefined) setAt(momentOf(ending));

  if (held && leavesNothing(why)) setHeld(null); // the host's word counts in every page, also in one that slept
  useEffect(blankWhenLeft, []);
  useEffect(() => void leave(pad), [pad]);
  useEffect(() => {
    settle(({ key }) => key === link); // its name goes with it
    dropKey(link);
  }, [link]);
  useDropping(pad, padKey, held !== null);

  const { moved_to: to, epoch } = ending;
  const newPadKey = useNewPadKey(end.host || ending.role === "host" ? link : null);
  const mayHold = held && (why !== null || settled);
  const stands = ending.stands ?? false;
  const next = useNextLife(pad, padKey, stands);
  const goes = next !== null && held === null; // a copy that the host keeps would be gone with the page
  useEffect(() => {
    if (!goes) return;
    toast(e.again(pad));
    go(padPath(pad, next));
  }, [goes, next, pad]);
  if (why === "handed_on" && to && epoch)
    return (
      <MovedPage epoch={epoch} to={to} path={pathThere(pad, padKey, rememberedMe() ?? undefined)}>
        {mayHold && (
          <>
            <p className="quiet">{m.words}</p>
            <Holding pad={pad} held={held} newPadKey={null} onForget={() => setHeld(null)} />
          </>
        )}
      </MovedPage>
    );
  return (
    <EndedPage
      why={why}
      at={at}
      ttl_s={end.ttl_s ?? ending.ttl_s ?? null}
      ending={ending}
      slept={end.slept}
      empty={!held}
      next={stands ? { pad, href: next && padPath(pad, next) } : null}
      newPadHref={newPadKey === null ? null : newPadKey ? `/new#${newPadKey}` : "/new"}
    >
      {mayHold && (
        <Holding pad={pad} held={held} newPadKey={newPadKey} onForget={() => setHeld(null)} />
      )}
    </EndedPage>
  );
}

/** A copy goes with its page: who leaves or reloads has dropped it, and the receipt counts it. */
function useDropping(pad: string, padKey: string, holds: boolean) {
  useEffect(() => {
    if (!holds) return;
    const drop = () => void api.dropped(pad, padKey).catch(() => {});
    addEventListener("pagehide", drop);
    return () => removeEventListener("pagehide", drop);
  }, [pad, padKey, holds]);
}

function Holding({
  pad,
  held,
  newPadKey,
  onForget,
}: {
  pad: string;
  held: Keepsake;
  newPadKey: string | null;
  onForget: () => void;
}) {
  const { keep, page } = takingOf(pad, () => held.blocks);
  const anew = async (key: string) => {
    const fresh = await api.create("", key);
    carry(fresh.pad, held.blocks);
    go(`/p/${fresh.pad}#${fresh.host_key}`);
  };
  return (
    <Held
      onAnew={newPadKey === null ? null : () => anew(newPadKey)}
      onKeep={keep}
      onPage={page}
      onForget={onForget}
    />
  );
}
