/** The end of a pad, from the host's list: said plainly, done in a second step. */
import { useEffect, useState } from "react";
import { api, ApiError, type PadInfo } from "../api";
import { Sheet } from "../kit/Sheet";
import { t } from "../strings";
import { e } from "../strings/end";
import { h } from "../strings/host";
import type { Hosted } from "./hosted";

interface EndPadProps {
  pad: Hosted;
  onEnded: () => void;
  onClose: () => void;
}

export function EndPad({ pad: { name, key, people }, onEnded, onClose }: EndPadProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const [info, setInfo] = useState<PadInfo | null>(null);
  useEffect(() => {
    api.pad(name, key ?? "").then(setInfo, () => {}); // then it is said without its time
  }, [name, key]);
  const end = () => {
    setBusy(true);
    api.end(name, key ?? "").then(
      () => {
        onEnded();
        onClose();
      },
      (error: unknown) => {
        const { status, detail } = error instanceof ApiError ? error : new ApiError(0, "");
        setProblem(status === 0 ? t.start.offline : detail || h.failed);
        setBusy(false);
      },
    );
  };
  return (
    <Sheet title={h.endTitle(name)} closeLabel={t.close} onClose={onClose}>
      <p className="quiet">{h.endBody(people, info?.last_call_s ?? null, info?.saves ?? false)}</p>
      <p className="hint hint-problem" role="alert">
        {problem}
      </p>
      <button
        type="button"
        className="button button-danger button-big"
        disabled={busy}
        onClick={end}
      >
        {e.now}
      </button>
      <button type="button" className="button button-quiet" data-autofocus onClick={onClose}>
        {e.stay}
      </button>
    </Sheet>
  );
}
