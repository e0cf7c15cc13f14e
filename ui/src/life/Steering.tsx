/** The host's choices: how long the pad outlives its last person, until when it is kept, or until the host says. */
import { useState, type FormEvent } from "react";
import { Segments } from "../kit/Segments";
import type { Wish } from "../live/messages";
import { t } from "../strings";
import { s } from "../strings/steer";
import { hardEnd, type Life } from "./life";
import { isTomorrow, nextHour, secondsUntil } from "./clockTime";

/** Graces that are offered, in seconds: from "we are done" to a working day. */
const GRACES_S = [60, 300, 900, 1800, 3600, 14_400, 28_800] as const;

type Way = "fade" | "until" | "keep";

const wayOf = ({ fades, endsAt }: Life): Way =>
  fades ? "fade" : endsAt === null ? "keep" : "until";

interface SteeringProps {
  life: Life;
  now: number;
  live: boolean;
  onWish: (wish: Wish) => void;
}

export function Steering({ life, now, live, onWish }: SteeringProps) {
  const [way, setWay] = useState<Way>(wayOf(life));
  return (
    <fieldset className="steering" disabled={!live}>
      <legend className="unseen">{s.label}</legend>
      <Segments
        label={s.label}
        options={[
          ["fade", s.fade],
          ["until", s.until],
          ["keep", s.keep],
        ]}
        value={way}
        onChange={(chosen) => {
          setWay(chosen);
          onWish(wishOf(chosen, life));
        }}
      />
      {way === "fade" && <Graces life={life} onWish={onWish} />}
      {way === "until" && <Until life={life} now={now} onWish={onWish} />}
      {way === "keep" && <p className="quiet">{s.keepHint(hardEnd(life, now))}</p>}
    </fieldset>
  );
}

/** What a choice alone means, before it is said more exactly: each of the three acts at once. */
function wishOf(way: Way, { ttl_s }: Life): Wish {
  const now = new Date();
  if (way === "fade") return { ttl_s };
  return way === "keep"
    ? { always: true }
    : { ends_in_s: secondsUntil(nextHour(now), now) ?? 3600 };
}

const Graces = ({ life, onWish }: Pick<SteeringProps, "life" | "onWish">) => (
  <div className="choices" role="group" aria-label={s.graces}>
    {GRACES_S.map((grace) => {
      const chosen = life.fades && life.ttl_s === grace;
      return (
        <button
          key={grace}
          type="button"
          className={chosen ? "choice choice-on" : "choice"}
          aria-pressed={chosen}
          aria-label={s.grace(grace)}
          onClick={() => onWish({ ttl_s: grace })}
        >
          {t.short(grace)}
        </button>
      );
    })}
  </div>
);

/** A time of day. The seconds are counted here, where the clock is that the host looks at. */
function Until({ life, now, onWish }: Omit<SteeringProps, "live">) {
  const [time, setTime] = useState(() => nextHour(new Date()));
  const [tomorrow, setTomorrow] = useState(() => saysTomorrow(time));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const ends_in_s = secondsUntil(time, new Date());
    if (ends_in_s === null) return;
    onWish({ ends_in_s });
  };
  // the server takes no end later than its own: it keeps the pad as long as it may
  const tooLate = isBeyond(time, life, now);
  const hint = tooLate ? s.tooLate(hardEnd(life, now)) : tomorrow ? s.tomorrow : s.untilHint;
  return (
    <form className="until" onSubmit={submit}>
      <label className="field">
        <span>{s.time}</span>
        <input
          type="time"
          required
          value={time}
          onChange={(event) => {
            setTime(event.target.value);
            setTomorrow(saysTomorrow(event.target.value));
          }}
        />
      </label>
      <button type="submit" className="button button-main" disabled={time === ""}>
        {s.set}
      </button>
      <p className="hint" role="status">
        {hint}
      </p>
    </form>
  );
}

function saysTomorrow(time: string): boolean {
  const now = new Date();
  const seconds = secondsUntil(time, now);
  return seconds !== null && isTomorrow(seconds, now);
}

/** Whether that time is later than the pad can live. */
function isBeyond(time: string, { hardEndsAt }: Life, now: number): boolean {
  const seconds = secondsUntil(time, new Date());
  return seconds !== null && hardEndsAt !== null && now + seconds * 1000 > hardEndsAt;
}
