/** The bar over the text: whose pad, how long it lives, who is here, letting people in, and the rest. */
import { useCompact, usePhone } from "../kit/device";
import { Icon } from "../kit/Icon";
import { LifeChip } from "../life/LifeChip";
import { Avatars } from "../people/Avatars";
import { t } from "../strings";
import { choose, type Way } from "./companion/choice";
import { overText } from "./insets";
import { useSheets, useTitle, useView } from "./context";
import { MoreMenu } from "./MoreMenu";
import { Brand } from "./Skeleton";
import { StateLines } from "./StateLines";

/** How many circles fit into the bar. */
const AVATARS = { desktop: 4, phone: 2 };

interface PadBarProps {
  /** A keyboard takes half of the screen: one line, the life as its ring alone. */
  slim: boolean;
  /** What a phone shows, which can be changed here; `null` where there is no choice. */
  way: Way | null;
}

export function PadBar({ slim, way }: PadBarProps) {
  const title = useTitle();
  const { connection, life, people, role } = useView();
  const { open } = useSheets();
  const phone = usePhone();
  const compact = useCompact() || slim;
  const chip = (
    <LifeChip
      connection={connection.is}
      life={life}
      bare={slim}
      onOpen={() => open(life.countdown ? "countdown" : "life")}
    />
  );
  return (
    <div ref={overText} className="top">
      <header className="bar">
        <Brand pad={title} />
        {slim && chip}
        <span className="space" />
        {!phone && !slim && chip}
        {!phone && !slim && way && <OtherWay way={way} />}
        <Avatars
          people={people}
          most={phone ? AVATARS.phone : AVATARS.desktop}
          onOpen={() => open("people")}
        />
        {role !== "view" && (
          <button
            type="button"
            className={compact ? "button button-icon" : "button button-main"}
            aria-label={t.pad.share}
            onClick={() => open("share")}
          >
            <Icon name="share" />
            {!compact && t.pad.share}
          </button>
        )}
        <MoreMenu />
      </header>
      {phone && !slim && (
        <div className="under-bar">
          {chip}
          {way && <OtherWay way={way} />}
        </div>
      )}
      <StateLines slim={slim} />
    </div>
  );
}

/** One tap to the other of the two. */
const OtherWay = ({ way }: { way: Way }) => (
  <button
    type="button"
    className={`other-way other-${way}`}
    onClick={() => choose(way === "companion" ? "editor" : "companion")}
  >
    <Icon name={way === "companion" ? "pen" : "phone"} />
    <span>{way === "companion" ? t.pad.fullEditor : t.pad.companion}</span>
  </button>
);
