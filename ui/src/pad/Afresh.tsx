/** Starting afresh, at the foot of a host's list of people: the text goes on without its history, and everyone who may stay with it. */
import { useState } from "react";
import { ApiError } from "../api";
import { f } from "../strings/afresh";
import { beginAfresh } from "./betweenLives";
import { usePad, useView } from "./context";
import { Foot, Sure } from "./Foot";

export function Afresh() {
  const [asking, setAsking] = useState(false);
  if (asking) return <Again onKeep={() => setAsking(false)} />;
  return <Foot icon="page" open={f.open} what={f.what} onOpen={() => setAsking(true)} />;
}

/** The second question: what becomes of the text, and of whom. */
function Again({ onKeep }: { onKeep: () => void }) {
  const { pad, entry, session, text } = usePad();
  const { connection, ready } = useView();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const live = connection.is === "live" && ready;
  const begin = () => {
    const standing = text();
    if (!standing) return setProblem(f.failed);
    setBusy(true);
    beginAfresh(pad, entry.key, { session, text: standing }).catch((error: unknown) => {
      setBusy(false);
      setProblem((error instanceof ApiError && error.detail) || f.failed);
    });
  };
  return (
    <Sure
      title={f.title}
      what={live ? (busy ? f.busy : problem || f.whatOf) : f.away}
      keep={f.keep}
      act={f.begin}
      busy={busy}
      may={live}
      onKeep={onKeep}
      onAct={begin}
    />
  );
}
