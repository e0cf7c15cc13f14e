/** What a pad is called, from the host's list: read by everyone in the place of its name, which stays in links. */
import { useState, type FormEvent } from "react";
import { api, ApiError } from "../api";
import { Sheet } from "../kit/Sheet";
import { t } from "../strings";
import { h } from "../strings/host";
import type { Hosted } from "./hosted";

/** As many letters as the server keeps. */
const MOST = 64;
const HINT = "rename-hint";

interface RenamePadProps {
  pad: Hosted;
  onRenamed: () => void;
  onClose: () => void;
}

export function RenamePad({ pad: { name, title, key }, onRenamed, onClose }: RenamePadProps) {
  const [typed, setTyped] = useState(title ?? "");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    api.keep(name, key ?? "", { title: typed.trim() || null }).then(
      () => {
        onRenamed();
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
    <Sheet title={h.renameTitle(name)} closeLabel={t.close} onClose={onClose}>
      <form className="rename" onSubmit={submit}>
        <label className="field">
          <span>{h.renameLabel}</span>
          <input
            data-autofocus
            value={typed}
            maxLength={MOST}
            placeholder={name}
            autoComplete="off"
            aria-describedby={HINT}
            onChange={(event) => setTyped(event.target.value)}
          />
        </label>
        <p id={HINT} className={problem ? "hint hint-problem" : "hint"} role="status">
          {problem || h.renameHint}
        </p>
        <button type="submit" className="button button-main button-big" disabled={busy}>
          {h.renameDone}
        </button>
      </form>
    </Sheet>
  );
}
