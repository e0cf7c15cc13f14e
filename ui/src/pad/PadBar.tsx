/** The bar over the text: whose pad, how long it lives, who is here, letting people in, and the rest. */
import { useCompact, usePhone } from "../kit/device";
import { Icon } from "../kit/Icon";
import { LifeChip } from "../life/LifeChip";
import { Avatars } from "../people/Avatars";
import { t } from "../strings";
import { overText } from "./bars";
import { MoreMenu } from "./MoreMenu";
import type { SheetName } from "./PadSheets";
import type { SessionView } from "./session";
import { Brand } from "./Skeleton";
import { StateLines, type WaysOut } from "./StateLines";

/** How many circles fit into the bar. */
const AVATARS = { desktop: 4, phone: 2 };

interface PadBarProps extends WaysOut {
  pad: string;
  /** The key of its link. */
  link: string;
  view: SessionView;
  /** A keyboard takes half of the screen: one line, the life as its ring alone. */
  slim: boolean;
  onSheet: (sheet: SheetName) => void;
  onCopy: () => void;
  onKeep: () => void;
  onLeave: () => void;
  /** Back to the last call that runs, where it is closed. */
  onCall: (() => void) | null;
}

export function PadBar({
  pad,
  link,
  view,
  slim,
  onSheet,
  onCopy,
  onKeep,
  onLeave,
  onCall,
  onCopyWords,
  onAgain,
}: PadBarProps) {
  const phone = usePhone();
  const compact = useCompact() || slim;
  const { people, role } = view;
  const host = role === "host";
  const chip = (
    <LifeChip
      connection={view.connection.is}
      life={view.life}
      bare={slim}
      onOpen={() => onSheet("life")}
    />
  );
  return (
    <div ref={overText} className="top">
      <header className="bar">
        <Brand pad={pad} />
        {slim && chip}
        <span className="space" />
        {!phone && !slim && chip}
        <Avatars
          people={people}
          most={phone ? AVATARS.phone : AVATARS.desktop}
          onOpen={() => onSheet("people")}
        />
        {role !== "view" && (
          <button
            type="button"
            className={compact ? "button button-icon" : "button button-main"}
            aria-label={t.pad.share}
            onClick={() => onSheet("share")}
          >
            <Icon name="share" />
            {!compact && t.pad.share}
          </button>
        )}
        <MoreMenu
          host={host}
          onPeople={() => onSheet("people")}
          onCopy={onCopy}
          onKeep={onKeep}
          onLeave={onLeave}
          onEnd={() => onSheet("end")}
          newPadHref={host ? `/new#${link}` : null}
        />
      </header>
      {phone && !slim && <div className="under-bar">{chip}</div>}
      <StateLines view={view} onCall={onCall} onCopyWords={onCopyWords} onAgain={onAgain} />
    </div>
  );
}
