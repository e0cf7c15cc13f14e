/** "Let people in": the QR code, the typed address and its code, and whether anyone has got through. */
import { useState, type ReactNode } from "react";
import { Icon } from "../kit/Icon";
import { roleOfKey } from "../kit/padKeys";
import { Segments } from "../kit/Segments";
import { Sheet } from "../kit/Sheet";
import { t } from "../strings";
import { s } from "../strings/share";
import { CopyLink } from "./CopyLink";
import { DoorChoice } from "./DoorChoice";
import { PinChoice } from "./PinChoice";
import { usePadInfo } from "./padInfo";
import { Proof } from "./Proof";
import { grouped } from "./groupedCode";
import { Qr } from "./Qr";
import { WallChoice } from "./WallChoice";

type Mode = "write" | "read";

interface ShareSheetProps {
  pad: string;
  /** One's own key, to ask with. */
  padKey: string;
  /** The link's, which may be shown. */
  link: string;
  onDevice: () => void;
  onClose: () => void;
}

export default function ShareSheet({ pad, padKey, link: key, onDevice, onClose }: ShareSheetProps) {
  const [mode, setMode] = useState<Mode>("write");
  const { info, trouble, since, ask } = usePadInfo(pad, padKey);
  const write = info?.join_url?.toUpperCase();
  const link = mode === "write" ? write : info?.view_url;
  return (
    <Sheet title={s.title} closeLabel={t.close} onClose={onClose}>
      <div className="share">
        <Segments
          label={s.mode}
          options={[
            ["write", s.write],
            ["read", s.read],
          ]}
          value={mode}
          onChange={setMode}
        />
        <div className="qr-box">{link && <Qr text={link} label={s.qr(link)} />}</div>
        {info && mode === "write" && info.code && (
          <div className="share-typed">
            <span className="unseen">{s.code(info.code)}</span>
            <span className="code" dir="ltr" aria-hidden="true">
              {grouped(info.code)}
            </span>
            {info.pin && <span>{s.pin}</span>}
            <span className="quiet" dir="ltr">
              {info.address}
            </span>
          </div>
        )}
        {info && mode === "read" && <p className="quiet">{info.pin ? s.readPin : s.readHint}</p>}
        {!info && !trouble && <p className="quiet">{s.loading}</p>}
        {!info && trouble && (
          <p className="quiet" role="alert">
            {s.failed}
          </p>
        )}
        {info?.role === "host" && (
          <>
            <DoorChoice pad={pad} padKey={padKey} door={info.door} onDone={ask} />
            {mode === "write" && (
              <PinChoice pad={pad} padKey={padKey} pin={info.pin} door={info.door} onDone={ask} />
            )}
          </>
        )}
        {info && <Proof info={info} since={since} others={info.people > 1} />}
        {info?.certificate?.self_signed && <Fingerprint sha256={info.certificate.sha256} />}
        {info && (
          <Ways
            link={(mode === "write" ? (info.edit_url ?? info.join_url) : info.view_url) ?? ""}
            network={info.interface}
            onDevice={onDevice}
            wall={
              info.role === "host" && roleOfKey(padKey) === "host" ? `/wall/${pad}#${key}` : null
            }
          >
            {info.role === "host" && (
              <WallChoice pad={pad} padKey={padKey} shown={info.text_on_walls} onDone={ask} />
            )}
          </Ways>
        )}
      </div>
    </Sheet>
  );
}

/** What people compare with their browser's warning, where the certificate was made by Fadepad itself. */
function Fingerprint({ sha256 }: { sha256: string }) {
  return (
    <details className="quiet">
      <summary>{s.encrypted}</summary>
      <p>{s.compare}</p>
      <p className="fingerprint">
        {rowsOf(sha256).map((row) => (
          <span key={row}>{row}</span>
        ))}
      </p>
    </details>
  );
}

/** Eight bytes a row (`05:60:…:A1:`): what is compared by eye is compared in pieces. */
const rowsOf = (sha256: string): string[] => sha256.match(/.{1,24}/g) ?? [];

interface WaysProps {
  link: string;
  network: string | null | undefined;
  wall: string | null;
  onDevice: () => void;
  /** What is decided of the wall. */
  children: ReactNode;
}

function Ways({ link, network, wall, onDevice, children }: WaysProps) {
  return (
    <>
      <CopyLink link={link}>
        {wall && (
          <a className="button" href={wall} target="_blank" rel="noreferrer">
            <Icon name="wall" />
            {s.wall}
          </a>
        )}
      </CopyLink>
      {children}
      <button type="button" className="button button-quiet" onClick={onDevice}>
        <Icon name="phone" />
        {s.device}
      </button>
      {network && (
        <p className="share-network">
          <Icon name="network" />
          {s.network(network)}
        </p>
      )}
    </>
  );
}
