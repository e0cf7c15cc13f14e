/** Copying a link, or, where the browser refuses, a field to copy it from by hand; and beside it what else can be done with it. */
import { useState, type ReactNode } from "react";
import { copyText } from "../kit/device";
import { Icon } from "../kit/Icon";
import { toast } from "../kit/Toast";
import { s } from "../strings/share";

export function CopyLink({ link, children }: { link: string; children?: ReactNode }) {
  const [byHand, setByHand] = useState(false);
  const copy = async () => ((await copyText(link)) ? toast(s.copied) : setByHand(true));
  return (
    <>
      <div className="share-ways">
        <button type="button" className="button" onClick={() => void copy()}>
          <Icon name="copy" />
          {s.copy}
        </button>
        {children}
      </div>
      {byHand && (
        <label className="field">
          <span>{s.cantCopy}</span>
          <input readOnly value={link} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </>
  );
}
