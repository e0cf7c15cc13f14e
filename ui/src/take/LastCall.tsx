/** The last call before a pad's announced end, or before one goes: one sheet with every way to keep the text. It blocks nothing. */
import { Sheet } from "../kit/Sheet";
import { t } from "../strings";
import { Choice } from "./Choice";

/** `soon`: its announced end is near. `leaving`: the last one goes. `unsent`: one goes before all has arrived. */
export type CallReason = "soon" | "leaving" | "unsent";

export interface LastCallProps {
  why: CallReason;
  /** What happens, with its times, in a sentence or two. */
  lead: string;
  host: boolean;
  onCopy: () => void;
  onKeep: () => void;
  onPage: () => void;
  /** The sheet with every form. */
  onForms: () => void;
  onLeave: () => void;
  onClose: () => void;
}

export default function LastCall(props: LastCallProps) {
  const { why, lead, onCopy, onKeep, onPage, onForms, onClose } = props;
  return (
    <Sheet
      unasked={why === "soon"}
      title={t.call.title[why]}
      closeLabel={t.close}
      onClose={onClose}
    >
      <p className="quiet">{lead}</p>
      <div className="ways">
        <Choice icon="copy" title={t.call.copy} hint={t.call.copyHint} onClick={onCopy} />
        <Choice icon="keep" title={t.call.keep} hint={t.call.keepHint} onClick={onKeep} />
        <Choice icon="page" title={t.call.page} hint={t.call.pageHint} onClick={onPage} />
        <Choice icon="list" title={t.call.others} hint={t.call.othersHint} onClick={onForms} />
      </div>
      <Ends {...props} />
    </Sheet>
  );
}

/** Only the host is asked to let it fade: for a guest nothing is to decide but one's own way. */
function Ends({ why, host, onLeave, onClose }: LastCallProps) {
  const [main, onMain, other, onOther] = {
    soon: [host ? t.call.letFade : t.call.goOn, onClose] as const,
    leaving: [host ? t.call.letFade : t.more.leave, onLeave, t.call.stay, onClose] as const,
    unsent: [t.call.stay, onClose, t.call.leave, onLeave] as const,
  }[why];
  return (
    <div className="ends">
      <button type="button" className="button button-main button-big" onClick={onMain}>
        {main}
      </button>
      {other && (
        <button type="button" className="button button-quiet" onClick={onOther}>
          {other}
        </button>
      )}
    </div>
  );
}
