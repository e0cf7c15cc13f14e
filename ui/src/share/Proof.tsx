/** Whether another device has got through to the address that is shown, and what may be in the way. */
import type { PadInfo } from "../api";
import { useNow } from "../kit/device";
import { Icon } from "../kit/Icon";
import { s } from "../strings/share";

/** A phone that scans needs this long (ms) at most; without one by then, something is in the way. */
const PATIENCE_MS = 20_000;
const TICK_MS = 1000;

interface ProofProps {
  info: PadInfo;
  /** Since when the address is being shown (`performance.now()`). */
  since: number;
  /** Somebody else is here: then others do get through, also where the server can't tell one device from another, as behind a proxy. */
  others: boolean;
  /** On a wall only news is told, and of the likely causes only the first: the host's share sheet has them all. */
  onWall?: boolean;
}

/** Shows nothing where the server does not tell: only the host hears who came. */
export function Proof({ info, since, others, onWall = false }: ProofProps) {
  const now = useNow(TICK_MS);
  if (!info.reached) return null;
  const [last] = [...info.reached].sort((a, b) => a.ago_s - b.ago_s);
  if (!last && others) return null;
  const hints =
    last || now - since < PATIENCE_MS ? [] : (info.hints ?? []).slice(0, onWall ? 1 : undefined);
  if (onWall && !last && hints.length === 0) return null;
  return (
    <div className={last ? "proof proof-yes" : "proof"} role="status">
      <p>
        {last && <Icon name="check" />}
        {last
          ? s.proof(last.device, Math.round(last.ago_s))
          : hints.length > 0
            ? s.blocked
            : s.noProof}
      </p>
      {hints.length > 0 && (
        <ol className="proof-hints">
          {hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
