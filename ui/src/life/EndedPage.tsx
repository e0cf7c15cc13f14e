/** The page of a pad that has ended: when, why, and what is known of the erasing. */
import type { ReactNode } from "react";
import type { Ending, Why } from "../api";
import { timeOfDay } from "../kit/device";
import { Mark } from "../kit/Icon";
import { Title } from "../kit/Title";
import { e } from "../strings/ended";
import { ServerLink } from "./ServerLink";

export interface EndedProps {
  /** `null`: only the end is known. */
  why: Why | null;
  /** When it ended, where known. */
  at: Date | null;
  ttl_s: number | null;
  ending: Ending;
  /** It ended while this page was away. */
  slept: boolean;
  /** This page has nothing of the text, or nothing any more. */
  empty: boolean;
  newPadHref: string | null;
  /** Its code opens the next life, in which this page goes on; `href`: where, once that has begun and the page can't by itself. */
  next?: { pad: string; href: string | null } | null;
  /** What this page still holds, and what can be done with it. */
  children?: ReactNode;
}

/** That the code stands; and where it goes on, for who holds a copy that would be gone. */
const Next = ({ pad, href }: { pad: string; href: string | null }) => (
  <div className="row">
    <p className="quiet" role="status">
      {href ? e.again(pad) : e.stands}
    </p>
    {href && (
      <ServerLink className="button" href={href}>
        {e.goThere}
      </ServerLink>
    )}
  </div>
);

/** "212 KB" */
const size = (bytes: number): string =>
  bytes < 1024 ? `${bytes} B` : `${Math.round(bytes / 1024)} KB`;

function reason({ why, at, ttl_s }: EndedProps): string {
  const time = at && timeOfDay(at);
  if (why === "faded") return time && ttl_s ? e.faded(time, ttl_s) : e.fadedPlain;
  if (why === "host") return time ? e.host(time) : e.hostPlain;
  if (why === "stop") return time ? e.stop(time) : e.stopPlain;
  if (why === "announced") return time ? e.announced(time) : e.announcedPlain;
  if (why === "afresh") return time ? e.afresh(time) : e.afreshPlain;
  if (why === "handed_on") return time ? e.handedOn(time) : e.handedOnPlain;
  if (why === "max_lifetime" && time) return e.maxLifetime(time);
  return time ? e.at(time) : e.plain;
}

/** The receipt: no more rows than the server could tell. */
function rowsOf({ ending }: EndedProps): [string, string][] {
  const { bytes, people, people_told: told, copies_dropped: dropped, files_kept: files } = ending;
  if (bytes === undefined || told === undefined) return [];
  const nobody = told === 0;
  return [
    [e.erased, size(bytes)],
    [e.told, nobody ? e.nobody : e.nOf(told, people ?? told)],
    [e.copies, nobody ? e.nobody : e.nOf(dropped ?? 0, told)],
    [e.files, files ? e.filesKept(files) : "0"],
  ];
}

export default function EndedPage(props: EndedProps) {
  const { slept, empty, newPadHref, next, children } = props;
  const rows = rowsOf(props);
  return (
    <main className="centre">
      <section className="card">
        <Mark large gone />
        <Title>{e.title}</Title>
        <p className="quiet">
          {reason(props)} {slept && e.slept}
        </p>
        {rows.length > 0 && (
          <dl className="rows" aria-label={e.receipt}>
            {rows.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
        {next && <Next {...next} />}
        {children}
        <p className="quiet">
          <span role="status">{empty && e.dropped}</span> {rows.length > 0 && !children && e.honest}
        </p>
        <div className="row">
          {newPadHref && !children && (
            <ServerLink className="button button-main" href={newPadHref}>
              {e.newPad}
            </ServerLink>
          )}
          <ServerLink
            className={newPadHref || children ? "button button-quiet" : "button button-main"}
            href="/"
          >
            {e.start}
          </ServerLink>
        </div>
      </section>
    </main>
  );
}
