/** The lines under the bar that say what one must know now: reading only, not connected and what waits, the pad is being ended. */
import { Suspense } from "react";
import { timeOfDay, useNow } from "../kit/device";
import { Icon } from "../kit/Icon";
import { lazy } from "../kit/lazy";
import { secondsLeft } from "../life/life";
import { causeOf } from "../live/connection";
import { t } from "../strings";
import { usePad, useSheets, useView } from "./context";
import { DECIDED_MS } from "./decided";
import { overPaper } from "./notices";
import type { SessionView } from "./session";
import { copyWords, keepWords } from "./taking";
import { isFresh } from "./warnings";

/** Only hosts need it, when somebody knocks. */
const KnockLine = lazy(async () => ({ default: (await import("./KnockCard")).KnockLine }));

/** Only hosts need it, while another pad of theirs is open. */
const Elsewhere = lazy(() => import("./Elsewhere"));

/** Only while another machine takes the pad. */
const MovedLine = lazy(() => import("./MovedLine"));

/** A loss shorter than this (ms) is not worth a line; the chip says it at once. */
const QUIET_MS = 5000;
const TICK_MS = 1000;

/** By the minute, so that a screen reader is not made to count. */
const spoken = (seconds: number): string =>
  seconds < 60 ? t.lessThanAMinute : t.longLeft(seconds);

/** What becomes of one's words while there is no connection. */
function awayWriting({ ready, unsaved }: SessionView, blocked: boolean): string {
  if (!ready) return blocked ? t.pad.blocked : t.pad.notInYet;
  const since = unsaved && timeOfDay(unsaved);
  const sent =
    since === null ? t.pad.allSent : blocked ? t.pad.staysHere(since) : t.pad.waits(since);
  return `${blocked ? t.pad.blocked : t.pad.notConnected} ${sent}`;
}

/** What the pad does not take, and the two ways out: the copy first. */
function HeldLine({ since }: { since: Date }) {
  const { pad, session, again } = usePad();
  const [before, loud, after] = t.pad.held(timeOfDay(since));
  return (
    <div className="state-line state-held" data-testid="held">
      <span>
        {before}
        <b>{loud}</b>
        {after}
      </span>
      <button
        type="button"
        className="button button-small"
        onClick={() => void copyWords(pad, session.wordsAsText())}
      >
        <Icon name="copy" />
        {t.pad.copyWords}
      </button>
      <button type="button" className="button button-small" onClick={() => again()}>
        <Icon name="again" />
        {t.pad.openAgain}
      </button>
    </div>
  );
}

/** What the pad never takes: it is in no text any more, and stays here until it is looked after. */
function LeftLine({ why, since, words }: NonNullable<SessionView["left"]>) {
  const { pad, session } = usePad();
  const isTooMuch = why === "too_large";
  const say =
    why === "read_only"
      ? t.pad.tooLate
      : why === "afresh"
        ? t.pad.begunAfresh
        : why === "taken_out"
          ? t.pad.takenOut
          : words
            ? t.pad.left
            : t.pad.takenBack;
  const [before, loud, after] = say(timeOfDay(since), isTooMuch);
  return (
    <div className="state-line state-held" data-testid="left">
      <span>
        {before}
        <b>{loud}</b>
        {after}
      </span>
      {words && (
        <>
          <button
            type="button"
            className="button button-small"
            onClick={() => void copyWords(pad, words)}
          >
            <Icon name="copy" />
            {t.pad.copyWords}
          </button>
          <button
            type="button"
            className="button button-small"
            onClick={() => keepWords(pad, words)}
          >
            <Icon name="keep" />
            {t.call.file}
          </button>
        </>
      )}
      <button
        type="button"
        className="button button-small button-icon state-close"
        aria-label={t.close}
        onClick={() => session.letGo()}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

/** Nobody writes here without having read that it is kept. */
function SavesLine() {
  const { session } = usePad();
  const [before, loud, after] = t.pad.saves;
  return (
    <div className="state-line state-held state-saves" data-testid="saves">
      <span>
        {before}
        <b>{loud}</b>
        {after}
      </span>
      <button
        type="button"
        className="button button-small button-icon state-close"
        aria-label={t.close}
        onMouseDown={(event) => event.preventDefault()} // the caret, and a phone's keyboard, stay
        onClick={() => session.knowOfCopy()}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}

/** Who reads says so, and may ask to write. */
function ReaderLine({ view: { asks, isOff, connection } }: { view: SessionView }) {
  const { session } = usePad();
  return (
    <div className="state-line state-asks">
      {asks ? t.hands.asked : isOff ? t.pad.isOff : t.pad.readOnly}
      {connection.is === "live" && (
        <button type="button" className="button button-small" onClick={() => session.ask(!asks)}>
          <Icon name="hand" />
          {asks ? t.hands.askNoMore : t.hands.ask}
        </button>
      )}
    </div>
  );
}

/** For hosts: that somebody asks to write; who may, they decide in the list. */
function HandsLine({ view: { hands, people } }: { view: SessionView }) {
  const { open } = useSheets();
  const [first] = hands.of;
  const name = people.find(({ id }) => id === first?.person)?.name || first?.name;
  return (
    <div className="state-line state-asks" data-testid="hands">
      {t.hands.asking(name || t.people.nameless, hands.count - 1)}
      <button type="button" className="button button-small" onClick={() => open("people")}>
        <Icon name="hand" />
        {t.hands.answer}
      </button>
    </div>
  );
}

/** `slim`: a keyboard is up, and the card of who knocks has no room. */
export function StateLines({ slim }: { slim: boolean }) {
  const view = useView();
  const { sheet, open } = useSheets();
  const now = useNow(TICK_MS);
  const { connection, role, held, unsaved, left, warning, decided, hands, knocks } = view;
  const { countdown } = view.life;
  const reads = role === "view";
  const away = connection.is === "lost" && now - connection.since > QUIET_MS;
  const cause = causeOf(connection);
  const blocked = cause === "blocked";
  return (
    <div ref={overPaper} className="state" role="status" aria-live="polite">
      {slim && role === "host" && knocks && sheet === null && (
        <Suspense fallback={null}>
          <KnockLine knocks={knocks} />
        </Suspense>
      )}
      {view.moved && (
        <Suspense fallback={null}>
          <MovedLine moved={view.moved} />
        </Suspense>
      )}
      {view.saves && <SavesLine />}
      {role === "host" && (
        <Suspense fallback={null}>
          <Elsewhere />
        </Suspense>
      )}
      {reads && <ReaderLine view={view} />}
      {cause === "full" && <p className="state-line state-ember">{t.pad.full}</p>}
      {away && cause !== "full" && (
        <p className={`state-line ${blocked ? "state-ember" : "state-away"}`} data-testid="away">
          {reads
            ? blocked
              ? t.pad.blockedReading
              : t.pad.notConnectedReading
            : awayWriting(view, blocked)}
        </p>
      )}
      {held && unsaved && connection.is === "live" && <HeldLine since={unsaved} />}
      {left && <LeftLine {...left} />}
      {warning && isFresh(warning, now) && (
        <p className="state-line" data-testid="warning">
          {warning.says}
        </p>
      )}
      {hands.count > 0 && role === "host" && sheet !== "people" && <HandsLine view={view} />}
      {decided && isFresh(decided, now, DECIDED_MS) && (
        <p className="state-line" data-testid="decided">
          {decided.says}
        </p>
      )}
      {countdown && sheet !== "countdown" && (
        <p className="state-line state-ember">
          {t.pad.ending(spoken(secondsLeft(countdown.at, now)))}
          <button type="button" className="button button-small" onClick={() => open("countdown")}>
            {t.pad.takeCopy}
          </button>
        </p>
      )}
    </div>
  );
}
