/** "Pads on this computer": what the host has open, a new pad, and the way into another one. */
import { Suspense, useEffect, useState } from "react";
import { api, ApiError } from "../api";
import { LanguageButton } from "../kit/LanguageButton";
import { Icon, Mark } from "../kit/Icon";
import { lazy } from "../kit/lazy";
import { padPath } from "../routes";
import { t } from "../strings";
import { h } from "../strings/host";
import { CodeCells } from "./CodeCells";
import { CodeHint } from "./CodeHint";
import { EndPad } from "./EndPad";
import { useHosted, type Hosted } from "./hosted";
import { HostedRow } from "./HostedRow";
import Neighbours from "./Neighbours";
import { PinField } from "./PinField";
import { RenamePad } from "./RenamePad";
import { enter, useCode, type CodeEntry } from "./useCode";
import "./host.css";

const Knocking = lazy(() => import("../people/Knocking"));

const HINT = "code-hint";

function sentenceFor(error: unknown): string {
  const { status, detail } = error instanceof ApiError ? error : new ApiError(0, "");
  return status === 0 ? t.start.offline : detail || h.failed;
}

/** `onNoHost`: none of the keys that this browser kept opens anything any more. */
export default function HostPage({ onNoHost }: { onNoHost: () => void }) {
  const { pads, key, away, ask } = useHosted();
  const entry = useCode();
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const [ending, setEnding] = useState<Hosted | null>(null);
  const [renaming, setRenaming] = useState<Hosted | null>(null);
  useEffect(() => {
    if (key === null) onNoHost();
  }, [key, onNoHost]);

  const [saves, setSaves] = useState<boolean | null>(null);
  useEffect(() => {
    api.info().then(
      (info) => setSaves(info.saves ?? false),
      () => {},
    ); // nothing is promised then
  }, []);

  const begin = () => {
    setBusy(true);
    setProblem("");
    api.create("", key ?? "").then(
      ({ pad, host_key }) => location.assign(padPath(pad, host_key)), // the way back leads here again
      (error: unknown) => {
        setProblem(sentenceFor(error));
        setBusy(false);
      },
    );
  };
  const keepAlive = ({ name, key: own }: Hosted) => {
    setProblem("");
    if (own)
      api
        .keep(name, own, { always: true })
        .then(ask, (error: unknown) => setProblem(sentenceFor(error)));
  };

  if (entry.waits)
    return (
      <Suspense fallback={null}>
        <Knocking waits={entry.waits} onIn={enter} onAgain={entry.again} />
      </Suspense>
    );
  return (
    <main className="home">
      <header className="home-head">
        <Mark />
        <h1>{h.title}</h1>
        <button type="button" className="button button-main" disabled={busy} onClick={begin}>
          <Icon name="plus" />
          {h.newPad}
        </button>
      </header>
      <p className="hint hint-problem home-problem" role="alert">
        {problem}
      </p>
      {away && <Away onAgain={ask} />}
      <Pads pads={pads} away={away} onKeep={keepAlive} onEnd={setEnding} onRename={setRenaming} />
      <JoinAnother entry={entry} />
      <Neighbours />
      <footer className="fine home-foot">{saves !== null && h.foot(saves)}</footer>
      <LanguageButton />
      {renaming && <RenamePad pad={renaming} onRenamed={ask} onClose={() => setRenaming(null)} />}
      {ending && <EndPad pad={ending} onEnded={ask} onClose={() => setEnding(null)} />}
    </main>
  );
}

const Away = ({ onAgain }: { onAgain: () => void }) => (
  <p className="home-away" role="status">
    <span>{h.away}</span>
    <button type="button" className="button button-small" onClick={onAgain}>
      {t.trouble.again}
    </button>
  </p>
);

function Pads({
  pads,
  away,
  onKeep,
  onEnd,
  onRename,
}: {
  pads: Hosted[] | null;
  away: boolean;
  onKeep: (pad: Hosted) => void;
  onEnd: (pad: Hosted) => void;
  onRename: (pad: Hosted) => void;
}) {
  if (pads === null)
    return away ? null : (
      <p className="home-empty" role="status">
        {h.asking}
      </p>
    );
  if (pads.length === 0) return <p className="home-empty">{h.empty}</p>;
  return (
    <ul className="home-pads" aria-label={h.title}>
      {pads.map((pad) => (
        <HostedRow
          key={pad.epoch}
          pad={pad}
          onKeep={() => onKeep(pad)}
          onEnd={() => onEnd(pad)}
          onRename={() => onRename(pad)}
        />
      ))}
    </ul>
  );
}

function JoinAnother({ entry }: { entry: CodeEntry }) {
  const { code, pin, busy, wrong, said, change, submit } = entry;
  return (
    <form className="home-join" onSubmit={submit}>
      <h2>{h.join}</h2>
      <CodeCells
        value={code}
        invalid={wrong && !pin}
        describedBy={HINT}
        disabled={busy}
        quiet
        onChange={change}
      />
      {pin && (
        <div className="home-pin">
          <PinField pin={pin} invalid={wrong} describedBy={HINT} disabled={busy} />
          <button type="submit" className="button button-main" disabled={busy}>
            {t.start.join}
          </button>
        </div>
      )}
      <CodeHint id={HINT} wrong={wrong} said={said} otherwise={t.start.lead} />
    </form>
  );
}
