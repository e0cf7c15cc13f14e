/** The last call: one sheet before a pad goes or one goes, with every way to keep its text. It blocks nothing. */
import { useNow } from "../kit/device";
import { Icon, type IconName } from "../kit/Icon";
import { Ring } from "../kit/Ring";
import { Sheet } from "../kit/Sheet";
import { t } from "../strings";

/** `countdown`: the host ends it. `soon`: its announced end is near. `leaving`: the last one goes. `unsent`: one goes before all has arrived. */
export type CallReason = "countdown" | "soon" | "leaving" | "unsent";

export interface LastCallProps {
  why: CallReason;
  /** What happens, with its times, in a sentence or two. */
  lead: string;
  /** The countdown that runs, as moments of `performance.now()`. */
  countdown: { at: number; from: number } | null;
  host: boolean;
  onCopy: () => void;
  onKeep: () => void;
  onPage: () => void;
  onLeave: () => void;
  /** The host lets it live after all. */
  onStay: () => void;
  onClose: () => void;
}

const TICK_MS = 250;

export default function LastCall(props: LastCallProps) {
  const { why, lead, countdown, onCopy, onKeep, onPage, onClose } = props;
  return (
    <Sheet title={t.call.title[why]} closeLabel={t.close} onClose={onClose}>
      <p className="quiet">{lead}</p>
      {countdown && <Counter {...countdown} />}
      <div className="ways">
        <Way icon="copy" title={t.call.copy} hint={t.call.copyHint} onClick={onCopy} />
        <Way icon="keep" title={t.call.keep} hint={t.call.keepHint} onClick={onKeep} />
        <Way icon="page" title={t.call.page} hint={t.call.pageHint} onClick={onPage} />
      </div>
      <Ends {...props} />
    </Sheet>
  );
}

/** Not spoken: the title and the chip say it once, and nobody is made to count. */
function Counter({ at, from }: { at: number; from: number }) {
  const now = useNow(TICK_MS);
  return (
    <p className="counter" aria-hidden="true" data-testid="counter">
      <Ring left={(at - now) / Math.max(1, at - from)} tone="ember" />
      {t.life.ends(t.short(Math.max(0, Math.round((at - now) / 1000))))}
    </p>
  );
}

const Way = ({ icon, title, hint, onClick }: { icon: IconName; title: string; hint: string; onClick: () => void }) => (
  <button type="button" className="way" onClick={onClick}>
    <Icon name={icon} />
    <span>
      <b>{title}</b>
      <small>{hint}</small>
    </span>
  </button>
);

function Ends({ why, host, onLeave, onStay, onClose }: LastCallProps) {
  const [main, onMain, other, onOther] = {
    countdown: host ? ([t.call.stop, onStay, t.call.letEnd, onClose] as const) : ([t.call.letFade, onClose] as const),
    soon: [t.call.letFade, onClose] as const,
    leaving: [t.call.letFade, onLeave, t.call.stay, onClose] as const,
    unsent: [t.call.stay, onClose, t.call.leave, onLeave] as const,
  }[why];
  return (
    <div className="ends">
      <button type="button" className="button button-main button-big" onClick={onMain}>{main}</button>
      {other && <button type="button" className="button button-quiet" onClick={onOther}>{other}</button>}
    </div>
  );
}
