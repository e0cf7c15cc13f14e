/** A pad that one is in: the session from coming to leaving, and what is shown when it is over. */
import { useEffect, useRef, useState } from "react";
import type { PadInfo, Receipt } from "../api";
import { keepFile } from "../kit/device";
import { Icon } from "../kit/Icon";
import { Notice } from "../kit/Notice";
import { EndedPage } from "../life/EndedPage";
import type { Me } from "../people/me";
import { t } from "../strings";
import type { PadText } from "./Editor";
import { LivePad } from "./LivePad";
import { PadSession, type EndReason } from "./session";
import { Skeleton } from "./Skeleton";
import { useSession } from "./useSession";

interface PadProps {
  pad: string;
  padKey: string;
  info: PadInfo;
  me: Me;
  onMe: (me: Me) => void;
}

const socketUrl = (): string => `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`;

export function Pad(props: PadProps) {
  const { pad, padKey, info, me } = props;
  const [session, setSession] = useState<PadSession | null>(null);
  const first = useRef(me); // a rename does not begin a new stay

  useEffect(() => {
    const { epoch, role, ttl_s } = info;
    const stay = new PadSession({ url: socketUrl(), pad, key: padKey, epoch, role, ttl_s, me: first.current });
    setSession(stay);
    return () => stay.dispose();
  }, [pad, padKey, info]);

  if (!session) return <Skeleton pad={pad} />;
  return <Stay {...props} session={session} />;
}

function Stay({ pad, padKey, info, me, onMe, session }: PadProps & { session: PadSession }) {
  const view = useSession(session);
  const text = useRef<PadText | null>(null);
  const [held, setHeld] = useState<string | null>(null);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const { connection } = view;
  const over = connection.is === "ended";

  // the text is taken out while the editor still stands, for whoever wants to keep it
  useEffect(() => {
    if (over) setHeld(text.current?.markdown() ?? "");
  }, [over]);

  if (!over || held === null) {
    return (
      <LivePad
        pad={pad}
        padKey={padKey}
        view={view}
        session={session}
        me={me}
        onMe={(next) => {
          onMe(next);
          session.rename(next);
        }}
        textRef={text}
        onReceipt={setReceipt}
      />
    );
  }
  const forget = () => {
    setHeld("");
    session.dispose();
  };
  const { why, slept, at } = connection;
  if (why === "faded" || why === "host" || why === "max_lifetime" || why === "gone") {
    const newPadHref = info.role === "host" ? `/new#${padKey}` : null;
    return (
      <EndedPage
        pad={pad}
        why={why}
        at={slept ? null : at}
        ttl_s={view.life.ttl_s}
        receipt={receipt}
        slept={slept}
        held={held.trim() ? held : null}
        onForget={forget}
        newPadHref={newPadHref}
      />
    );
  }
  return <Stopped pad={pad} why={why} held={held} />;
}

const PAGES = { key: "key", unknown: "unknown", forbidden: "forbidden", too_large: "tooLarge", malformed: "malformed" } as const;

/** Not the pad's end, but this page's: it says why, and the text can be kept. */
function Stopped({ pad, why, held }: { pad: string; why: Exclude<EndReason, "faded" | "host" | "max_lifetime" | "gone">; held: string }) {
  const page = PAGES[why];
  const [title, body] = t.trouble[page];
  const again = why === "too_large" || why === "malformed";
  return (
    <Notice title={title} body={body}>
      {again && <button type="button" className="button button-main" onClick={() => location.reload()}>{t.trouble.load}</button>}
      {held.trim() && (
        <button type="button" className="button" onClick={() => keepFile(`${pad}.md`, held)}>
          <Icon name="keep" />
          {t.ended.keep}
        </button>
      )}
      {!again && <a className="button" href="/">{t.trouble.start}</a>}
    </Notice>
  );
}
