/** "Hand over": the host leaves with this computer, and another one of the room takes the pad by one command. */
import { Icon } from "../kit/Icon";
import { Sheet } from "../kit/Sheet";
import { toast } from "../kit/Toast";
import { copyText } from "../kit/device";
import { t } from "../strings";
import { s } from "../strings/share";
import { h } from "../strings/handOver";
import { usePadInfo } from "./padInfo";

interface HandOverProps {
  pad: string;
  /** One's own key, to ask with. */
  padKey: string;
  /** That of the host's link. */
  link: string;
  onClose: () => void;
}

/** What is run at the other computer. */
const command = (at: string, pad: string, link: string, sha256?: string): string =>
  `fadepad take ${at}/p/${pad}#${link}${sha256 ? ` --fingerprint ${sha256.replaceAll(":", "")}` : ""}`;

export default function HandOver({ pad, padKey, link, onClose }: HandOverProps) {
  const { info, trouble } = usePadInfo(pad, padKey);
  const { certificate, edit_url } = info ?? {};
  const sha256 = certificate?.self_signed ? certificate.sha256 : undefined;
  const run = edit_url && command(new URL(edit_url).origin, pad, link, sha256);
  const copy = async () => toast((await copyText(run ?? "")) ? h.copied : h.cantCopy);
  return (
    <Sheet title={h.title} closeLabel={t.close} onClose={onClose}>
      <div className="stack">
        <p>{h.lead}</p>
        {run ? (
          <>
            <p className="command" dir="ltr" data-testid="command">
              <code>{run}</code>
            </p>
            <button type="button" className="button button-main" onClick={() => void copy()}>
              <Icon name="copy" />
              {h.copy}
            </button>
          </>
        ) : (
          <p className="quiet" role={trouble ? "alert" : "status"}>
            {trouble ? s.failed : s.loading}
          </p>
        )}
        <p className="quiet">{h.after}</p>
        <p className="quiet">{h.secret}</p>
      </div>
    </Sheet>
  );
}
