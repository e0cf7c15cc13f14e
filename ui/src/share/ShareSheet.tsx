/** "Let people in": the QR code, the typed address and its code, and whether anyone has got through. */
import { useState } from "react";
import { copyText } from "../kit/device";
import { Icon } from "../kit/Icon";
import { Segments } from "../kit/Segments";
import { Sheet } from "../kit/Sheet";
import { toast } from "../kit/Toast";
import { t } from "../strings";
import { usePadInfo } from "./padInfo";
import { Proof } from "./Proof";
import { grouped } from "./grouped";
import { Qr } from "./Qr";

type Mode = "write" | "read";

export default function ShareSheet({ pad, padKey, onClose }: { pad: string; padKey: string; onClose: () => void }) {
  const [mode, setMode] = useState<Mode>("write");
  const { info, trouble, since } = usePadInfo(pad, padKey);
  const write = info?.join_url?.toUpperCase();
  const link = mode === "write" ? write : info?.view_url;
  return (
    <Sheet title={t.share.title} closeLabel={t.close} onClose={onClose}>
      <div className="share">
        <Segments
          label={t.share.mode}
          options={[["write", t.share.write], ["read", t.share.read]]}
          value={mode}
          onChange={setMode}
        />
        <div className="qr-box">{link && <Qr text={link} label={t.share.qr(link)} />}</div>
        {info && mode === "write" && info.code && (
          <div className="share-typed">
            <span className="unseen">{t.share.code(info.code)}</span>
            <span className="code" aria-hidden="true">{grouped(info.code)}</span>
            <span className="quiet">{info.address}</span>
          </div>
        )}
        {info && mode === "read" && <p className="quiet">{t.share.readHint}</p>}
        {!info && !trouble && <p className="quiet">{t.share.loading}</p>}
        {!info && trouble && <p className="quiet" role="alert">{t.share.failed}</p>}
        {info && <Proof info={info} since={since} others={info.people > 1} />}
        {info?.certificate?.self_signed && <Fingerprint sha256={info.certificate.sha256} />}
        {info && (
          <Ways
            link={(mode === "write" ? info.edit_url ?? info.join_url : info.view_url) ?? ""}
            network={info.interface}
            wall={info.role === "host" ? `/wall/${pad}#${padKey}` : null}
          />
        )}
      </div>
    </Sheet>
  );
}

/** What people compare with their browser's warning, where the certificate was made by Fadepad itself. */
function Fingerprint({ sha256 }: { sha256: string }) {
  return (
    <details className="quiet">
      <summary>{t.share.encrypted}</summary>
      <p>{t.share.compare}</p>
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

/** Copying the link, or, where the browser refuses, a field to copy it from by hand. */
function Ways({ link, network, wall }: { link: string; network: string | null | undefined; wall: string | null }) {
  const [byHand, setByHand] = useState(false);
  const copy = async () => ((await copyText(link)) ? toast(t.share.copied) : setByHand(true));
  return (
    <>
      <div className="share-ways">
        <button type="button" className="button" onClick={() => void copy()}>
          <Icon name="copy" />
          {t.share.copy}
        </button>
        {wall && (
          <a className="button" href={wall} target="_blank" rel="noreferrer">
            <Icon name="wall" />
            {t.share.wall}
          </a>
        )}
      </div>
      {network && (
        <p className="share-network">
          <Icon name="network" />
          {t.share.network(network)}
        </p>
      )}
      {byHand && (
        <label className="field">
          <span>{t.share.cantCopy}</span>
          <input readOnly value={link} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </>
  );
}
