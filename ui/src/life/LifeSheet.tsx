/** The lifetime sheet: how this pad lives and where its text is, in plain words; for the host with choices. */
import { useNow } from "../kit/device";
import { Icon } from "../kit/Icon";
import { Ring } from "../kit/Ring";
import { Sheet } from "../kit/Sheet";
import type { Connection } from "../live/connection";
import type { Wish } from "../live/messages";
import { t } from "../strings";
import { s } from "../strings/steer";
import { endTime, hardEnd, type Life } from "./life";
import { Steering } from "./Steering";

const TICK_MS = 1000;

interface LifeSheetProps {
  life: Life;
  /** Whether all that was written has arrived. */
  saved: "saved" | "sending" | "waiting" | "held" | "reading";
  host: boolean;
  /** The host keeps a copy when it ends. */
  saves: boolean;
  connection: Connection;
  onWish: (wish: Wish) => void;
  onEnd: () => void;
  onClose: () => void;
}

export default function LifeSheet({
  life,
  saved,
  host,
  saves,
  connection,
  onWish,
  onEnd,
  onClose,
}: LifeSheetProps) {
  const now = useNow(TICK_MS);
  /** Connected: a wish would arrive. */
  const live = connection.is === "live";
  return (
    <Sheet title={t.life.title} closeLabel={t.close} onClose={onClose}>
      <div className="life-words" role="status">
        <Ring left={1} tone="life" />
        <p>{sentence(life, now, saves)}</p>
      </div>
      {host && <Steering life={life} now={now} live={live} onWish={onWish} />}
      <p className="quiet">
        {t.life.where(saves)} <span data-saved={saved}>{t.life[saved]}</span>
      </p>
      {live && connection.detour && (
        <p className="quiet" data-testid="detour">
          {s.detour}
        </p>
      )}
      {!host && <p className="quiet">{t.life.whoDecides}</p>}
      {host && (
        <button type="button" className="button button-away" disabled={!live} onClick={onEnd}>
          <Icon name="end" />
          {t.more.end}
        </button>
      )}
    </Sheet>
  );
}

function sentence(life: Life, now: number, saves: boolean): string {
  const { fades, ttl_s, endsAt, state } = life;
  if (!fades)
    return endsAt === null
      ? t.life.whatKept(hardEnd(life, now))
      : t.life.whatUntil(endTime(endsAt, now), saves);
  const hard = endsAt !== null && state !== "fading" ? ` ${t.life.hard(endTime(endsAt, now))}` : "";
  return t.life.what(ttl_s, saves) + hard;
}
