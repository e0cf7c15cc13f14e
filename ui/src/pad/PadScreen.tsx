/** The pad's screen from the link to the text: who may come in, who is writing, and every way that can go otherwise. */
import { Suspense, useCallback, useEffect, useState, type ComponentProps } from "react";
import { api, ApiError, isWhy, type Joined, type PadInfo, type Waits } from "../api";
import { go } from "../kit/navigation";
import { host } from "../kit/hosting";
import { lazy, useLazy } from "../kit/lazy";
import { Notice } from "../kit/Notice";
import { endTime } from "../life/life";
import { newMe, rememberedMe, rememberMe, type Me } from "../people/me";
import { Following } from "../people/Following";
import { NameDialog } from "../people/NameDialog";
import { waitsHere } from "../people/knock";
import { comeIn, keepJoined, knockAgain, MustWait, type Entry } from "../people/entry";
import { padPath } from "../routes";
import { ServerLink } from "../life/ServerLink";
import { t } from "../strings";
import { handOver, mayGoOn, type GoingOn } from "./handed";
import type Ended from "./Ended";
import type { End } from "./Ended";
import { forgetAll } from "./forget";
import type { Keepsake } from "./keepsake";
import { Left, Stopped, type StopReason } from "./Stopped";
import { Pad } from "./Pad";
import type { SessionView } from "./session";
import { Skeleton } from "./Skeleton";

const Knocking = lazy(() => import("../people/Knocking"));
const loadEnded = () => import("./Ended");

type Gate =
  | { is: "looking" }
  | { is: "open"; entry: Entry }
  | { is: "knocking"; waits: Waits }
  | { is: "left" }
  | { is: "ended"; end: End; goesOn?: GoingOn }
  | { is: "stopped"; why: StopReason; held: Keepsake | null }
  | {
      is: "trouble";
      what: Trouble;
      detail: string;
      /** Who was shown out may knock. */
      knocks?: boolean;
    };

type Trouble =
  | "key"
  | "noKey"
  | "newLinks"
  | "shownOut"
  | "unknown"
  | "forbidden"
  | "closed"
  | "full"
  | "wait"
  | "offline";
/** What may be over in a while. */
const PASSING: readonly Trouble[] = ["offline", "full", "closed", "wait"];

/** Without a key the server still says whether there is such a pad: only then something is missing in the link. */
function gateOf(error: unknown, link: string): Gate {
  if (error instanceof MustWait) return { is: "knocking", waits: error.waits };
  const known = error instanceof ApiError ? error : new ApiError(0, "");
  const { status, detail, ending, refusal } = known;
  if (refusal.reason === "door_closed") return { is: "trouble", what: "closed", detail: "" };
  if (status === 410) {
    const { why = null, ttl_s = null } = ending;
    return {
      is: "ended",
      end: { why, at: null, ttl_s, ending, slept: false, host: false, held: null, had: false },
    };
  }
  if (status === 401 && !link) return { is: "trouble", what: "noKey", detail: "" };
  if (refusal.reason === "new_links") return { is: "trouble", what: "newLinks", detail: "" };
  const what =
    ({ 401: "key", 403: "forbidden", 404: "unknown", 429: "wait", 503: "full" } as const)[status] ??
    "offline";
  if (refusal.reason === "shown_out")
    return { is: "trouble", what: "shownOut", detail: "", knocks: true };
  return { is: "trouble", what, detail: status === 0 ? "" : detail };
}

/** What is shown when a stay is over: the document is gone with it, at most `held` remains. */
function gateAfter(
  { connection, life, role, ready, moved, unsaved }: SessionView,
  held: Keepsake | null,
  goesOn: GoingOn,
): Gate {
  if (connection.is !== "ended") return { is: "looking" };
  const { why, slept, at } = connection;
  if (why !== "gone" && !isWhy(why)) return { is: "stopped", why, held };
  const heard = why !== "gone";
  // what has gone over is there: only words that did not come through are left in this page
  const left = why === "handed_on" && !unsaved ? null : held;
  return {
    is: "ended",
    end: {
      why: heard ? why : null,
      at: heard ? at : null,
      ttl_s: life.ttl_s,
      ending: { epoch: goesOn.epoch, ...(moved ? { moved_to: [...moved.to] } : {}) },
      slept,
      host: role === "host",
      held: left,
      had: ready,
    },
    ...(mayGoOn(why) ? { goesOn } : {}), // it may go on in another life
  };
}

/** There is no other life. */
function withoutNext(gate: Gate): Gate {
  if (gate.is !== "ended") return gate;
  gate.goesOn?.drop?.();
  return { is: "ended", end: gate.end };
}

/** What was meant for a pad that is over for good, or was left, stays in no memory. */
function useForgetting(gate: Gate): void {
  const ends = gate.is === "left" || (gate.is === "ended" && !gate.goesOn);
  useEffect(() => {
    if (ends) forgetAll();
  }, [ends]);
}

/** `link` is the key in the address, which stays there: one's own never stands where it may be given on. */
export default function PadScreen({ pad, link }: { pad: string; link: string }) {
  const [waited] = useState(waitsHere);
  const [gate, setGate] = useState<Gate>(
    waited ? { is: "knocking", waits: waited } : { is: "looking" },
  );
  const [own, setOwn] = useState(link);
  const [me, setMe] = useState<Me | null>(rememberedMe);

  const look = useCallback(() => {
    comeIn(pad, link).then(
      (entry) => {
        const { role, epoch } = entry.info;
        if (role === "host") host({ pad, epoch, key: entry.link });
        if (entry.link !== link) return go(padPath(pad, entry.link));
        setOwn(entry.key);
        setGate({ is: "open", entry });
      },
      (error: unknown) => setGate(gateOf(error, link)),
    );
  }, [pad, link]);
  useEffect(() => {
    if (!waited) look();
  }, [waited, look]);
  const knock = () =>
    void knockAgain(pad, link).then(look, (error: unknown) => setGate(gateOf(error, link)));
  const letIn = (joined: Joined) => {
    keepJoined(joined);
    setMe(rememberedMe());
    back();
  };
  useEffect(() => {
    document.title = `${pad} · ${t.app}`;
  }, [pad]);

  const page = useLazy(loadEnded)?.default ?? null; // here when it is needed, also when the server is gone by then
  useForgetting(gate);
  const onNone = useCallback(() => setGate(withoutNext), []);

  const take = useCallback((next: Me) => {
    rememberMe(next);
    setMe(next);
  }, []);

  const over = useCallback(
    (view: SessionView, held: Keepsake | null, goesOn: GoingOn) =>
      setGate(gateAfter(view, held, goesOn)),
    [],
  );
  const hear = useCallback(
    (info: PadInfo) =>
      setGate((gate) => (gate.is === "open" ? { ...gate, entry: { ...gate.entry, info } } : gate)),
    [],
  );
  const gone = useCallback((error: unknown) => setGate(gateOf(error, link)), [link]);
  const back = () => {
    setGate({ is: "looking" });
    look();
  };

  switch (gate.is) {
    case "looking":
      return <Skeleton pad={pad} />;
    case "knocking":
      return (
        <Suspense fallback={<Skeleton pad={pad} />}>
          <Knocking key={gate.waits.knock} waits={gate.waits} onIn={letIn} onAgain={back} />
        </Suspense>
      );
    case "trouble":
      return <NotIn {...gate} onAgain={look} onKnock={knock} />;
    case "ended":
      return <Over page={page} gate={gate} onNone={onNone} at={{ pad, padKey: own, link }} />;
    case "stopped":
      return <Stopped pad={pad} why={gate.why} held={gate.held} onKnock={knock} />;
    case "left":
      return <Left pad={pad} onBack={back} />;
    case "open":
      if (me)
        return (
          <Pad
            pad={pad}
            entry={gate.entry}
            me={me}
            onMe={take}
            onLeave={() => setGate({ is: "left" })}
            onOver={over}
          />
        );
      return <Newcomer pad={pad} entry={gate.entry} onInfo={hear} onGone={gone} onDone={take} />;
  }
}

interface OverProps {
  /** `null` until it is here. */
  page: typeof Ended | null;
  gate: Gate & { is: "ended" };
  onNone: () => void;
  at: Pick<ComponentProps<typeof Ended>, "pad" | "padKey" | "link">;
}

/** It is over, unless it goes on in another life. */
function Over({ page: Page, gate: { end, goesOn }, onNone, at }: OverProps) {
  const { pad, padKey } = at;
  const ended = Page ? <Page {...at} end={end} /> : <Skeleton pad={pad} />;
  if (!goesOn) return ended;
  return (
    <Following
      pad={pad}
      own={padKey}
      epoch={goesOn.epoch}
      to={padPath}
      onOver={(next) => handOver(next, goesOn.into?.(next))}
      onNone={onNone}
      meanwhile={<Skeleton pad={pad} />}
    >
      {ended}
    </Following>
  );
}

interface NotInProps {
  what: Trouble;
  detail: string;
  knocks?: boolean;
  onAgain: () => void;
  onKnock: () => void;
}

/** Why one is not in, and the way on. */
function NotIn({ what, detail, knocks = false, onAgain, onKnock }: NotInProps) {
  const again = PASSING.includes(what);
  return (
    <Notice title={t.trouble[what][0]} body={detail || t.trouble[what][1]}>
      {again && (
        <button type="button" className="button button-main" onClick={onAgain}>
          {t.trouble.again}
        </button>
      )}
      {knocks && (
        <button type="button" className="button button-main" onClick={onKnock}>
          {t.trouble.knock}
        </button>
      )}
      <ServerLink className={again || knocks ? "button" : "button button-main"} href="/">
        {t.trouble.start}
      </ServerLink>
    </Notice>
  );
}

/** What becomes of the text, as the host has set it. */
export const wiped = (info: PadInfo): string =>
  [wipedWhen(info), info.saves && t.name.saves].filter(Boolean).join(" ");

function wipedWhen({ ttl_s, fades, ends_in_s, hard_end_s, state, ending }: PadInfo): string {
  const now = performance.now();
  const at = (seconds: number) => endTime(now + seconds * 1000, now);
  if (!ending && fades && (ends_in_s === null || state === "fading")) return t.name.wiped(ttl_s);
  return ends_in_s === null ? t.name.kept(at(hard_end_s)) : t.name.wipedAt(at(ends_in_s));
}

/** How often (ms) who has not joined yet hears how the pad stands. */
const LOOK_MS = 5000;

interface NewcomerProps {
  pad: string;
  entry: Entry;
  onInfo: (info: PadInfo) => void;
  /** It is over, or opens no more. */
  onGone: (error: unknown) => void;
  onDone: (me: Me) => void;
}

/** It has ended, or this key opens it no more. */
const isOver = (error: unknown): boolean =>
  error instanceof ApiError && [401, 403, 404, 410].includes(error.status);

/** Who is about to join has no connection yet, and is told all the same what becomes of the pad. */
function Newcomer({ pad, entry: { info, key }, onInfo, onGone, onDone }: NewcomerProps) {
  const [suggested] = useState(() => newMe(info.people));
  const [joins, setJoins] = useState(false);
  useEffect(() => {
    let isHere = true;
    const look = () =>
      api.pad(pad, key).then(
        (info) => isHere && onInfo(info),
        (error: unknown) => {
          if (isHere && isOver(error)) onGone(error); // all else passes
        },
      );
    const seen = () => document.visibilityState === "visible" && void look();
    const timer = setInterval(seen, LOOK_MS);
    document.addEventListener("visibilitychange", seen);
    return () => {
      isHere = false;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [pad, key, onInfo, onGone]);
  const join = (me: Me) => {
    if (joins) return;
    setJoins(true);
    void api.pad(pad, key).then(
      () => onDone(me),
      (error: unknown) => {
        onDone(me);
        const reached = error instanceof ApiError && error.status !== 0;
        if (isOver(error) || !reached) onGone(error);
      },
    );
  };
  return (
    <>
      <Skeleton pad={pad} />
      <NameDialog
        me={suggested}
        title={t.name.title}
        action={t.name.join(info.title ?? pad)}
        fine={t.name.fine(info.people, wiped(info))}
        busy={joins}
        onDone={join}
      />
    </>
  );
}
