/** The pad's screen from the link to the text: who may come in, who is writing, and every way that can go otherwise. */
import { useCallback, useEffect, useState } from "react";
import { api, ApiError, type Ending, type PadInfo } from "../api";
import { Notice } from "../kit/Notice";
import { EndedPage } from "../life/EndedPage";
import { newMe, rememberedMe, rememberMe, type Me } from "../people/me";
import { NameDialog } from "../people/NameDialog";
import { t } from "../strings";
import { Pad } from "./Pad";
import { Skeleton } from "./Skeleton";

type Gate =
  | { is: "looking" }
  | { is: "open"; info: PadInfo }
  | { is: "ended"; ending: Ending; at: Date | null }
  | { is: "trouble"; what: "key" | "noKey" | "unknown" | "forbidden" | "full" | "offline"; detail: string };

function gateOf(error: unknown): Gate {
  const { status, detail, ending } = error instanceof ApiError ? error : new ApiError(0, "");
  if (status === 410) {
    const at = ending.ended_s_ago === undefined ? null : new Date(Date.now() - ending.ended_s_ago * 1000);
    return { is: "ended", ending, at };
  }
  const what = ({ 401: "key", 403: "forbidden", 404: "unknown", 503: "full" } as const)[status] ?? "offline";
  return { is: "trouble", what, detail: status === 0 ? "" : detail };
}

export default function PadScreen({ pad, padKey }: { pad: string; padKey: string }) {
  const [gate, setGate] = useState<Gate>(padKey ? { is: "looking" } : { is: "trouble", what: "noKey", detail: "" });
  const [me, setMe] = useState<Me | null>(rememberedMe);

  const look = useCallback(() => {
    if (padKey) api.pad(pad, padKey).then((info) => setGate({ is: "open", info }), (error: unknown) => setGate(gateOf(error)));
  }, [pad, padKey]);
  useEffect(look, [look]);
  useEffect(() => {
    document.title = `${pad} · ${t.app}`;
  }, [pad]);

  const take = useCallback((next: Me) => {
    rememberMe(next);
    setMe(next);
  }, []);

  switch (gate.is) {
    case "looking":
      return <Skeleton pad={pad} />;
    case "trouble": {
      const again = gate.what === "offline" || gate.what === "full";
      return (
        <Notice title={t.trouble[gate.what][0]} body={gate.detail || t.trouble[gate.what][1]}>
          {again && <button type="button" className="button button-main" onClick={look}>{t.trouble.again}</button>}
          <a className={again ? "button" : "button button-main"} href="/">{t.trouble.start}</a>
        </Notice>
      );
    }
    case "ended": {
      const { why, ttl_s } = gate.ending;
      return <EndedPage pad={pad} why={why ?? "gone"} at={gate.at} ttl_s={ttl_s ?? null} />;
    }
    case "open":
      if (me) return <Pad pad={pad} padKey={padKey} info={gate.info} me={me} onMe={take} />;
      return <Newcomer pad={pad} info={gate.info} onDone={take} />;
  }
}

function Newcomer({ pad, info, onDone }: { pad: string; info: PadInfo; onDone: (me: Me) => void }) {
  const [suggested] = useState(newMe);
  return (
    <>
      <Skeleton pad={pad} />
      <NameDialog me={suggested} title={t.name.title} action={t.name.join(pad)} fine={t.name.fine(info.people, info.ttl_s)} onDone={onDone} />
    </>
  );
}
