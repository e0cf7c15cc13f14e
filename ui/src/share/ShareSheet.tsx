/** "Let people in": the QR code, the typed address and its code, and whether anyone has got through. */
import { useEffect, useState } from "react";
import { api, type PadInfo } from "../api";
import { copyText } from "../kit/device";
import { Icon } from "../kit/Icon";
import { Segments } from "../kit/Segments";
import { Sheet } from "../kit/Sheet";
import { toast } from "../kit/Toast";
import { t } from "../strings";
import { Qr } from "./Qr";

/** How often the sheet looks whether someone got through, and whether the address is another one (ms). */
const LOOK_EVERY_MS = 3000;

type Mode = "write" | "read";

/** What the server says of the pad, renewed while the sheet is open; `null` until the first answer, `undefined` when there is none. */
function usePadInfo(pad: string, key: string): PadInfo | null | undefined {
  const [info, setInfo] = useState<PadInfo | null | undefined>(null);
  useEffect(() => {
    let open = true;
    const look = () =>
      api.pad(pad, key).then(
        (answer) => open && setInfo(answer),
        () => open && setInfo((known) => known ?? undefined),
      );
    void look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => {
      open = false;
      clearInterval(timer);
    };
  }, [pad, key]);
  return info;
}

/** "K7QPM3" as people read it: two groups of three. */
export const grouped = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

export function ShareSheet({ pad, padKey, onClose }: { pad: string; padKey: string; onClose: () => void }) {
  const [mode, setMode] = useState<Mode>("write");
  const info = usePadInfo(pad, padKey);
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
        {info === null && <p className="quiet">{t.share.loading}</p>}
        {info === undefined && <p className="quiet" role="alert">{t.share.failed}</p>}
        {info && <Proof reached={info.reached ?? null} />}
        {info && !info.reached && <Causes causes={info.causes ?? []} />}
        {info && <Ways link={(mode === "write" ? info.edit_url ?? info.join_url : info.view_url) ?? ""} network={info.interface} />}
      </div>
    </Sheet>
  );
}

function Proof({ reached }: { reached: NonNullable<PadInfo["reached"]> | null }) {
  return (
    <p className={reached ? "proof proof-yes" : "proof"} role="status">
      {reached && <Icon name="check" />}
      {reached ? t.share.proof(reached.what, Math.round(reached.ago_s)) : t.share.noProof}
    </p>
  );
}

/** What may keep phones out, with what helps on the host's system. */
function Causes({ causes }: { causes: NonNullable<PadInfo["causes"]> }) {
  if (!causes.length) return null;
  return (
    <details className="causes">
      <summary>{t.share.causes}</summary>
      <ol>
        {causes.map(({ cause, why, fix }) => (
          <li key={cause}>
            {why} <span className="quiet">{fix}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Copying the link, or, where the browser refuses, a field to copy it from by hand. */
function Ways({ link, network }: { link: string; network: string | undefined }) {
  const [byHand, setByHand] = useState(false);
  const copy = async () => ((await copyText(link)) ? toast(t.share.copied) : setByHand(true));
  return (
    <>
      <div className="share-ways">
        <button type="button" className="button" onClick={() => void copy()}>
          <Icon name="copy" />
          {t.share.copy}
        </button>
        {network && (
          <span className="share-network">
            <Icon name="wifi" />
            {t.share.network(network)}
          </span>
        )}
      </div>
      {byHand && (
        <label className="field">
          <span>{t.share.cantCopy}</span>
          <input readOnly value={link} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </>
  );
}
