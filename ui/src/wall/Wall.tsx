/** The wall itself: one code to scan, one address and code to type, who is here, how long it lives. */
import { useEffect, useState, type CSSProperties } from "react";
import type { PadInfo } from "../api";
import { blankWhenLeft } from "../kit/bfcache";
import { useNow } from "../kit/device";
import { useAwake } from "../kit/awake";
import { useLazy } from "../kit/lazy";
import { Icon, Mark } from "../kit/Icon";
import { Name } from "../kit/Name";
import { Ring } from "../kit/Ring";
import { grouped } from "../share/groupedCode";
import { Proof } from "../share/Proof";
import { Qr } from "../share/Qr";
import { t } from "../strings";
import { s } from "../strings/share";
import { w } from "../strings/wall";
import type { TextReader, WallView } from "./feed";
import { Asking, Circles, Here } from "./Here";
import { Tools } from "./Tools";
import { useIdle } from "./screen";
import { wifiText, type Wifi } from "./wifi";
import { WifiSheet } from "./WifiSheet";
import { lifeOnTheWall } from "./lifeLine";

/** The ring moves once a second at most. */
const TICK_MS = 1000;

const Whose = ({ pad }: { pad: string }) => (
  <h1 className="wall-name">
    <Mark />
    <Name of={pad} />
  </h1>
);

/** Before the first answer; `away`: there was none. It is asked again by itself: nobody stands at a wall. */
export const Opening = ({ pad, away }: { pad: string; away: boolean }) => (
  <main className="wall wall-opening">
    <div className="wall-side">
      <Whose pad={pad} />
      <p className="wall-lead" role="status">
        {away ? `${t.trouble.offline[0]}. ${t.life.lost}` : t.life.connecting}
      </p>
    </div>
  </main>
);

/** What draws the text comes only where it is wished for. */
const textPage = () => import("./text/TextPage");
const nothing = () => new Promise<never>(() => {});

interface WallProps {
  pad: string;
  info: PadInfo;
  since: number;
  view: WallView;
  /** The text goes there. */
  read: (reader: TextReader) => () => void;
  /** A host at the wall wishes for the text, or no more. */
  onText: ((shown: boolean) => void) | null;
}

export function Wall({ pad, info, since, view, read, onText }: WallProps) {
  const [wifi, setWifi] = useState<Wifi | null>(null);
  const [asking, setAsking] = useState(false);
  const idle = useIdle();
  useAwake();
  useEffect(blankWhenLeft, []); // a page that the browser keeps for going back would keep the Wi-Fi's password
  const { code, join_url, view_url } = info;
  const link = join_url?.toUpperCase() ?? view_url ?? "";
  const text = useLazy(view.text ? textPage : nothing);
  const shows = view.text && text !== null;
  const title = info.title ?? pad;
  return (
    <main
      className={shows ? "wall wall-with-text" : "wall"}
      data-connection={view.connection.is}
      data-idle={idle && !asking}
    >
      {shows && <text.default title={title} read={read} presenter={view.presenter} />}
      <div className="wall-qr">{link && <Qr text={link} label={s.qr(link)} />}</div>
      <div className="wall-side">
        {!shows && <Whose pad={title} />}
        {wifi && <WifiCode wifi={wifi} />}
        {code && info.address ? (
          <Typed {...{ code, pin: info.pin, address: info.address, after: wifi !== null, shows }} />
        ) : (
          <p className="wall-lead">{wifi ? w.afterRead : w.scanRead}</p>
        )}
        {info.door !== "open" && (
          <p className="wall-lead" role="status">
            {info.door === "closed" ? w.closed : w.knockFirst}
          </p>
        )}
        {shows ? (
          <Circles people={view.people} />
        ) : (
          <Here
            people={view.people}
            newest={view.newest}
            waiting={view.life.state === "waiting" && view.connection.is === "live"}
          />
        )}
        <Asking hands={view.hands} people={view.people} />
        <Knocks n={view.knocks} />
        <LifeLine view={view} saves={info.saves} />
        {!shows && <Proof info={info} since={since} others={view.people.length > 1} onWall />}
      </div>
      <Tools onWifi={code ? () => setAsking(true) : null} text={view.text} onText={onText} />
      {asking && (
        <WifiSheet
          wifi={wifi}
          onDone={(next) => {
            setWifi(next);
            setAsking(false);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </main>
  );
}

interface TypedProps {
  code: string;
  /** Whether a PIN is asked for beside it. */
  pin: boolean;
  address: string;
  after: boolean;
  /** Beside the text: it goes without saying what a code is for. */
  shows: boolean;
}

function Typed({ code, pin, address, after, shows }: TypedProps) {
  return (
    <>
      {!shows && <p className="wall-lead">{after ? w.after : w.scan}</p>}
      <p className="wall-address" style={{ "--chars": address.length } as CSSProperties}>
        <bdi dir="ltr">{address}</bdi>
      </p>
      <p className="wall-code">
        <span className="unseen">{s.code(code)}</span>
        <bdi dir="ltr" aria-hidden="true">
          {grouped(code)}
        </bdi>
      </p>
      {pin && <p className="wall-lead">{w.pin}</p>}
    </>
  );
}

const WifiCode = ({ wifi }: { wifi: Wifi }) => (
  <div className="wall-wifi">
    <div className="wall-wifi-qr">
      <Qr text={wifiText(wifi)} label={w.wifiQr(wifi.name)} />
    </div>
    <p>
      <span className="wall-lead">{w.wifiFirst}</span>
      <b>
        <Name of={wifi.name} />
      </b>
    </p>
  </div>
);

/** How many wait to be let in: no name that nobody has let in is for the room. */
const Knocks = ({ n }: { n: number }) => (
  <p className="wall-knocks" role="status">
    {n > 0 && (
      <span>
        <Icon name="door" />
        <span>
          {w.knocks(n)}
          <small>{w.letsIn}</small>
        </span>
      </span>
    )}
  </p>
);

function LifeLine({ view: { connection, life }, saves }: { view: WallView; saves: boolean }) {
  const now = useNow(TICK_MS);
  const { text, spoken, tone, left } = lifeOnTheWall({ connection, life, now, saves });
  return (
    <>
      <p className={`wall-life wall-life-${tone}`} aria-hidden="true">
        <Ring left={left} tone={tone} />
        <span>{text}</span>
      </p>
      {/* spoken only when the words change, at most once a minute */}
      <p className="unseen" role="status">
        {spoken}
      </p>
    </>
  );
}
