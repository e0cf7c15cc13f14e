/** The wall after the end: when, why, what was erased. It held no text, so it has none to drop. */
import { useEffect, useState } from "react";
import type { Ending, Why } from "../api";
import { blankWhenLeft } from "../kit/bfcache";
import { go } from "../kit/navigation";
import { toast } from "../kit/Toast";
import EndedPage from "../life/EndedPage";
import { useNewPadKey } from "../life/newPad";
import { useReceipt } from "../life/receipt";
import { MovedPage } from "../people/MovedPage";
import { useNextLife } from "../people/nextLife";
import { wallPath } from "../routes";
import { e } from "../strings/ended";

interface WallEndedProps {
  pad: string;
  padKey: string;
  host: boolean;
  why: Why | null;
  at: Date | null;
  ttl_s: number | null;
  ending: Ending;
}

const before = (seconds: number): Date => new Date(Date.now() - seconds * 1000);

export function WallEnded({ pad, padKey, host, why, at, ttl_s, ending: first }: WallEndedProps) {
  const { ending } = useReceipt(pad, padKey, first, false);
  const { ended_s_ago: ago } = ending;
  const [told] = useState(at);
  const [heard, setHeard] = useState<Date | null>(null);
  if (!told && !heard && ago !== undefined) setHeard(before(ago));
  const newPadKey = useNewPadKey(host || ending.role === "host" ? padKey : null);
  useEffect(blankWhenLeft, []);
  const stands = ending.stands ?? false;
  const next = useNextLife(pad, padKey, stands);
  useEffect(() => {
    if (next === null) return;
    toast(e.again(pad));
    go(wallPath(pad, next));
  }, [next, pad]);
  const { moved_to: to, epoch } = ending;
  if (to && epoch) return <MovedPage epoch={epoch} to={to} path={wallPath(pad, padKey)} />;
  return (
    <div className="wall-ended">
      <EndedPage
        why={why ?? ending.why ?? null}
        at={told ?? heard}
        ttl_s={ttl_s ?? ending.ttl_s ?? null}
        ending={ending}
        slept={false}
        empty={false}
        next={stands ? { pad, href: null } : null}
        newPadHref={newPadKey === null ? null : newPadKey ? `/new#${newPadKey}` : "/new"}
      />
    </div>
  );
}
