/** The projector page from the link to the end: what its key may show, and every way that can go otherwise. */
import { Suspense, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
import { api, ApiError, isWhy, type Joined, type PadInfo, type Waits } from "../api";
import { go } from "../kit/navigation";
import { Notice } from "../kit/Notice";
import { toast } from "../kit/Toast";
import { socketUrl } from "../live/socket";
import { comeIn, keepJoined, MustWait, renewed } from "../people/entry";
import { Following } from "../people/Following";
import { MovedPage } from "../people/MovedPage";
import { keyFor } from "../kit/padKeys";
import { lazy } from "../kit/lazy";
import { wallPath } from "../routes";
import { usePadInfo } from "../share/padInfo";
import { ServerLink } from "../life/ServerLink";
import { t } from "../strings";
import { s } from "../strings/share";
import { WallFeed } from "./feed";
import { Opening, Wall } from "./Wall";
import { WallEnded } from "./WallEnded";
import "./wall.css";

const Knocking = lazy(() => import("../people/Knocking"));

/** The answers that trying again does not change. */
const TROUBLES = { 401: "key", 403: "forbidden", 404: "unknown" } as const;

export default function WallScreen({ pad, padKey }: { pad: string; padKey: string }) {
  useEffect(() => {
    document.title = `${pad} · ${t.app}`;
  }, [pad]);
  return <Gate pad={pad} padKey={padKey} />;
}

function Gate({ pad, padKey }: { pad: string; padKey: string }) {
  const { info, trouble, since, ask } = usePadInfo(pad, padKey);
  const what = trouble && TROUBLES[trouble.status as keyof typeof TROUBLES];
  if (trouble?.status === 410) {
    const over = <Over pad={pad} padKey={padKey} info={info} trouble={trouble} />;
    const own = info && keyFor(padKey);
    return own ? <GoesOn {...{ pad, own, epoch: info.epoch }}>{over}</GoesOn> : over;
  }
  // Without a key the server still says whether there is such a pad: only then something is missing in the link.
  if (what === "key" && !padKey) return <Trouble what="noKey" detail="" />;
  if (trouble?.refusal.reason === "new_links") return <NewLink {...{ pad, padKey, info }} />;
  if (what) return <Trouble what={what} detail={trouble.detail} />;
  if (!info) return <Opening pad={pad} away={trouble !== null} />;
  return <Live key={info.epoch} pad={pad} padKey={padKey} info={info} since={since} ask={ask} />;
}

interface NewLinkProps {
  pad: string;
  padKey: string;
  info: PadInfo | null;
}

/**
 * The link that the wall was opened by opens nothing any more: by its own key, where that is good still, it learns the new one. Else it
 * goes on by the link that it shows to everyone, as long as that is good: it shows no more by a host's.
 */
function NewLink({ pad, padKey, info }: NewLinkProps) {
  const [none, setNone] = useState(false);
  const shown = info?.edit_url?.split("#")[1];
  useEffect(() => {
    let gone = false;
    void (async () => {
      const own = keyFor(padKey);
      const link = (own && (await renewed(pad, own))) || shown;
      if (gone) return;
      if (link && link !== padKey) go(wallPath(pad, link));
      else setNone(true);
    })();
    return () => {
      gone = true;
    };
  }, [pad, padKey, shown]);
  return none ? <Trouble what="newLinks" detail="" /> : <Opening pad={pad} away={false} />;
}

/** A wall goes over into the next life, where there is one. */
const GoesOn = (life: { pad: string; own: string; epoch: string; children: ReactNode }) => (
  <Following {...life} to={wallPath} meanwhile={<Opening pad={life.pad} away={false} />} />
);

const Over = ({
  pad,
  padKey,
  info,
  trouble,
}: {
  pad: string;
  padKey: string;
  info: PadInfo | null;
  trouble: ApiError;
}) => (
  <WallEnded
    pad={pad}
    padKey={padKey}
    host={info?.role === "host"}
    why={null}
    at={null}
    ttl_s={info?.ttl_s ?? null}
    ending={trouble.ending}
  />
);

const Trouble = ({
  what,
  detail,
}: {
  what: "noKey" | "key" | "newLinks" | "forbidden" | "closed" | "unknown";
  detail: string;
}) => (
  <Notice title={t.trouble[what][0]} body={detail || t.trouble[what][1]}>
    <ServerLink className="button button-main" href="/">
      {t.trouble.start}
    </ServerLink>
  </Notice>
);

/** What was not answered is asked again after this long (ms): nobody stands at a wall. */
const ASK_AGAIN_MS = 2500;

interface LiveProps {
  pad: string;
  padKey: string;
  info: PadInfo;
  since: number;
  ask: () => void;
}

/** A wall has a key of its own like everyone; asked for until there is one, like all that it asks for. */
function Live(props: LiveProps) {
  const { pad, padKey } = props;
  const [own, setOwn] = useState<string | null>(null);
  const [shut, setShut] = useState(false);
  const [waits, setWaits] = useState<Waits | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const ask = () =>
      void comeIn(pad, padKey).then(
        ({ key }) => gone || setOwn(key),
        (error: unknown) => {
          if (gone) return;
          if (error instanceof MustWait) return setWaits(error.waits);
          setShut(error instanceof ApiError && error.refusal.reason === "door_closed");
          timer = setTimeout(ask, ASK_AGAIN_MS);
        },
      );
    if (!waits) ask();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [pad, padKey, waits]);
  const letIn = (joined: Joined) => {
    keepJoined(joined);
    setOwn(joined.key);
  };
  if (own) return <OneLife {...props} own={own} />;
  if (waits)
    return (
      <Suspense fallback={null}>
        <Knocking waits={waits} onIn={letIn} onAgain={() => setWaits(null)} />
      </Suspense>
    );
  return shut ? <Trouble what="closed" detail="" /> : <Opening pad={pad} away={false} />;
}

/** One life of the pad. */
function OneLife({ pad, padKey, own, info, since, ask }: LiveProps & { own: string }) {
  const [feed] = useState(
    () =>
      new WallFeed({
        url: socketUrl(),
        pad,
        key: own,
        epoch: info.epoch,
        ttl_s: info.ttl_s,
      }),
  );
  useEffect(() => feed.start(), [feed]);
  const view = useSyncExternalStore(feed.subscribe, feed.view);
  const { connection, life } = view;
  useEffect(() => {
    if (connection.is !== "connecting") ask(); // a server that came back may have another code or address; a refusal has a reason
  }, [connection.is, ask]);
  const why = connection.is === "ended" && isWhy(connection.why) ? connection.why : null;
  if (connection.is === "ended" && (why || connection.why === "gone")) {
    const over = (
      <WallEnded
        pad={pad}
        padKey={padKey}
        host={info.role === "host"}
        why={why}
        at={why && connection.at}
        ttl_s={life.ttl_s}
        ending={{}}
      />
    );
    if (why && why !== "afresh") return over;
    return <GoesOn {...{ pad, own, epoch: info.epoch }}>{over}</GoesOn>;
  }
  if (view.moved.length > 0)
    return <MovedPage epoch={info.epoch} to={view.moved} path={wallPath(pad, own)} />;
  const onText = (shown: boolean) =>
    void api.textOnWalls(pad, own, shown).catch(() => toast(s.doorFailed)); // all walls hear what comes of it
  return (
    <Wall
      {...{ pad, info, since, view, read: feed.readText }}
      onText={info.role === "host" ? onText : null}
    />
  );
}
