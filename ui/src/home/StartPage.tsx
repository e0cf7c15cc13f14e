/** The start page, and the page behind a QR code: six characters in, a pad opens. A host's browser sees the host's pads. */
import { Suspense, useEffect, useState } from "react";
import { api, type Ending, type Waits } from "../api";
import { hostings } from "../kit/hosting";
import { Mark } from "../kit/Icon";
import { LanguageButton } from "../kit/LanguageButton";
import { Notice } from "../kit/Notice";
import { lazy } from "../kit/lazy";
import { MovedPage } from "../people/MovedPage";
import { t } from "../strings";
import { CodeCells } from "./CodeCells";
import { CodeHint } from "./CodeHint";
import { PinField } from "./PinField";
import { enter, useCode } from "./useCode";

const Neighbours = lazy(() => import("./Neighbours"));
const Knocking = lazy(() => import("../people/Knocking"));
/** Whoever scans late needs it. */
const EndedPage = lazy(() => import("../life/EndedPage"));
const HostPage = lazy(() => import("./HostPage"));

const HINT = "code-hint";

/** `code` is what a link brought: then it is about that pad, also for a host. */
export function StartPage({ code = "" }: { code?: string }) {
  const [hosts, setHosts] = useState(() => code === "" && hostings().length > 0);
  if (!hosts) return <GuestPage code={code} />;
  return (
    <Suspense fallback={null}>
      <HostPage onNoHost={() => setHosts(false)} />
    </Suspense>
  );
}

function GuestPage({ code: given }: { code: string }) {
  const entry = useCode(given);
  const { code, pin, busy, wrong, said, ended, closed, change, submit } = entry;
  const [canCreate, setCanCreate] = useState(false);
  useEffect(() => {
    api.info().then(
      ({ create }) => setCanCreate(create === "anyone"),
      () => {},
    );
  }, []);
  if (ended) return <TooLate {...ended} code={code} />;
  if (closed) return <Closed />;
  if (entry.waits) return <Knocks waits={entry.waits} onAgain={entry.again} />;
  return (
    <main className="centre">
      <form className="card card-plain" onSubmit={submit}>
        <Mark large />
        <h1>{t.start.title}</h1>
        <p className="quiet">{t.start.lead}</p>
        <CodeCells
          value={code}
          invalid={wrong && !pin}
          describedBy={HINT}
          disabled={busy}
          onChange={change}
        />
        {pin && <PinField pin={pin} invalid={wrong} describedBy={HINT} disabled={busy} />}
        <CodeHint id={HINT} wrong={wrong} said={said} />
        <div className="row">
          <button type="submit" className="button button-main" disabled={busy}>
            {t.start.join}
          </button>
          {canCreate && (
            <a className="button button-quiet" href="/new">
              {t.start.newPad}
            </a>
          )}
        </div>
        <Suspense fallback={null}>
          <Neighbours />
        </Suspense>
        <LanguageButton />
      </form>
    </main>
  );
}

/** A host has to let one in. */
const Knocks = (props: { waits: Waits; onAgain: () => void }) => (
  <Suspense fallback={null}>
    <Knocking {...props} onIn={enter} />
  </Suspense>
);

/** Nobody new comes in, whoever scans: nothing is wrong with the code. */
const Closed = () => (
  <Notice title={t.trouble.closed[0]} body={t.trouble.closed[1]}>
    <button type="button" className="button button-main" onClick={() => location.reload()}>
      {t.trouble.again}
    </button>
    <a className="button" href="/">
      {t.trouble.start}
    </a>
  </Notice>
);

/** Whoever scans late has mistyped nothing: the pad is over, and this page says since when. */
function TooLate({
  why,
  ended_s_ago,
  ttl_s,
  moved_to: to,
  epoch,
  code,
}: Ending & { code: string }) {
  const [at] = useState(() =>
    ended_s_ago === undefined ? null : new Date(Date.now() - ended_s_ago * 1000),
  );
  if (to && epoch) return <MovedPage epoch={epoch} to={to} path={`/j/${code}`} />;
  return (
    <Suspense fallback={null}>
      <EndedPage
        why={why ?? null}
        at={at}
        ttl_s={ttl_s ?? null}
        ending={{}}
        slept={false}
        empty={false}
        newPadHref={null}
      />
    </Suspense>
  );
}
