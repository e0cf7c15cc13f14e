/** The page of a pad that has ended: when, why, what is known of the erasing, and what this page still holds. */
import { useEffect, useState } from "react";
import { api, type Receipt, type Why } from "../api";
import { keepFile, timeOfDay } from "../kit/device";
import { Icon, Mark } from "../kit/Icon";
import { t } from "../strings";

export interface EndedProps {
  pad: string;
  why: Why | "gone";
  /** When it ended, where known. */
  at: Date | null;
  ttl_s: number | null;
  /** The host's own receipt, for whoever ended it. */
  receipt?: Receipt | null;
  /** It ended while this page was away. */
  slept?: boolean;
  /** The text that this page still has, as Markdown. */
  held?: string | null;
  onForget?: () => void;
  /** Where a new pad can be made, if this person may. */
  newPadHref?: string | null;
}

/** "212 KB" */
const size = (bytes: number): string => (bytes < 1024 ? `${bytes} B` : `${Math.round(bytes / 1024)} KB`);

function reason({ why, at, ttl_s }: EndedProps): string {
  const time = at && timeOfDay(at);
  if (why === "faded") return time && ttl_s ? t.ended.faded(time, ttl_s) : t.ended.fadedPlain;
  if (why === "host" && time) return t.ended.host(time);
  if (why === "max_lifetime" && time) return t.ended.maxLifetime(time);
  return t.ended.plain;
}

/** Where this person can make a new pad: as the host, or where everyone may. */
function useNewPadHref(host: string | null): string | null {
  const [anyone, setAnyone] = useState(false);
  useEffect(() => {
    if (!host) api.info().then(({ create }) => setAnyone(create === "anyone"), () => {});
  }, [host]);
  return host ?? (anyone ? "/new" : null);
}

export function EndedPage(props: EndedProps) {
  const { receipt } = props;
  const [forgotten, setForgotten] = useState(false);
  const newPad = useNewPadHref(props.newPadHref ?? null);
  const rows: [string, string | number][] = receipt
    ? [[t.ended.erased, size(receipt.bytes)], [t.ended.told, receipt.people_told], [t.ended.files, receipt.files]]
    : [];
  return (
    <main className="centre">
      <section className="card">
        <Mark large gone />
        <h1>{t.ended.title}</h1>
        <p className="quiet">{reason(props)}</p>
        {props.slept && <p className="quiet">{props.why === "gone" ? `${t.ended.slept} ${t.ended.plain}` : t.ended.slept}</p>}
        {rows.length > 0 && (
          <dl className="rows">
            {rows.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        {props.held && !forgotten && <Held {...props} held={props.held} onForget={() => { setForgotten(true); props.onForget?.(); }} />}
        <p role="status" className="quiet" hidden={!forgotten}>{forgotten && t.ended.forgotten}</p>
        <div className="row">
          {newPad && <a className="button button-main" href={newPad}>{t.ended.newPad}</a>}
          <a className={newPad ? "button" : "button button-main"} href="/">{t.ended.start}</a>
        </div>
      </section>
    </main>
  );
}

const Held = ({ pad, held, onForget }: EndedProps & { held: string; onForget: () => void }) => (
  <section className="held" aria-label={t.ended.held}>
    <b>{t.ended.held}</b>
    <p className="quiet">{t.ended.heldLead}</p>
    <div className="row">
      <button type="button" className="button" onClick={() => keepFile(`${pad}.md`, held)}>
        <Icon name="keep" />
        {t.ended.keep}
      </button>
      <button type="button" className="button button-quiet" onClick={onForget}>{t.ended.forget}</button>
    </div>
  </section>
);
