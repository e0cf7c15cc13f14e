/** "Use another device too": a link, good once, by which another device is the same person. */
import { useCallback, useEffect, useState } from "react";
import { api } from "../api";
import { useNow } from "../kit/device";
import { Icon } from "../kit/Icon";
import { Sheet } from "../kit/Sheet";
import { t } from "../strings";
import { s } from "../strings/share";
import { d } from "../strings/device";
import { CopyLink } from "./CopyLink";
import { Qr } from "./Qr";

/** The words change once a minute. */
const TICK_MS = 1000;

interface DeviceSheetProps {
  pad: string;
  /** One's own key: whose device it will be. */
  padKey: string;
  /** What comes along. */
  me: { name: string; color: string };
  /** How many devices of this person are here. */
  devices: number;
  onClose: () => void;
}

type Link = { is: "asking" } | { is: "failed" } | { is: "open"; url: string; until: number };

/** A fresh link for each time that this is opened: the last one is good no more. */
function useLink(
  pad: string,
  key: string,
  { name, color }: DeviceSheetProps["me"],
): { link: Link; again: () => void } {
  const [link, setLink] = useState<Link>({ is: "asking" });
  const ask = useCallback(() => {
    api.pair(pad, key, { name, color }).then(
      ({ url, expires_in_s }) =>
        setLink({ is: "open", url, until: performance.now() + expires_in_s * 1000 }),
      () => setLink({ is: "failed" }),
    );
  }, [pad, key, name, color]);
  useEffect(ask, [ask]);
  const again = () => {
    setLink({ is: "asking" });
    ask();
  };
  return { link, again };
}

export default function DeviceSheet({ pad, padKey, me, devices, onClose }: DeviceSheetProps) {
  const { link, again } = useLink(pad, padKey, me);
  const [before] = useState(devices);
  const now = useNow(TICK_MS);
  const came = devices > before;
  const old = link.is === "open" && now >= link.until;
  return (
    <Sheet title={d.title} closeLabel={t.close} onClose={onClose}>
      <div className={came || old || link.is === "failed" ? "stack" : "share"}>
        {came && <Came onClose={onClose} />}
        {!came && link.is === "asking" && <Asking />}
        {!came && link.is === "open" && !old && (
          <Open
            name={me.name}
            url={link.url}
            minutes={Math.max(1, Math.round((link.until - now) / 60_000))}
          />
        )}
        {!came && (old || link.is === "failed") && (
          <Again why={old ? d.over : s.failed} onAgain={again} />
        )}
      </div>
    </Sheet>
  );
}

const Came = ({ onClose }: { onClose: () => void }) => (
  <>
    <div className="proof proof-yes" role="status">
      <p>
        <Icon name="check" />
        {d.here}
      </p>
    </div>
    <button type="button" className="button button-main" onClick={onClose}>
      {d.done}
    </button>
  </>
);

const Asking = () => (
  <>
    <div className="qr-box" />
    <p className="quiet" role="status">
      {s.loading}
    </p>
  </>
);

/** In capitals the code is smaller, as with the one for others. */
const Open = ({ name, url, minutes }: { name: string; url: string; minutes: number }) => (
  <>
    <div className="qr-box">
      <Qr text={url.toUpperCase()} label={s.qr(url)} />
    </div>
    <p>{d.lead(name)}</p>
    <p className="quiet">{d.once(minutes)}</p>
    <CopyLink link={url} />
  </>
);

const Again = ({ why, onAgain }: { why: string; onAgain: () => void }) => (
  <>
    <p className="quiet" role="alert">
      {why}
    </p>
    <button type="button" className="button button-main" onClick={onAgain}>
      {d.fresh}
    </button>
  </>
);
