/** The digest's switch, and what the file will begin with. */
import { useState } from "react";
import { datedIn } from "../forms/digestFiles";
import { isSilent, type Digest, type Point } from "../forms/digest";
import { k } from "../strings/take";
import type { DigestForm } from "./forms";
import type { Wishes } from "./TakeOut";

interface DigestPartProps {
  digest: Digest;
  title: string;
  under: string;
  wishes: Wishes;
  onWishes: (wishes: Wishes) => void;
  /** The address that begins a mail with it. */
  mail: string;
  onFile: (form: DigestForm) => void;
}

export function DigestPart(props: DigestPartProps) {
  const { digest, title, under, wishes, onWishes, mail, onFile } = props;
  const silent = isSilent(digest);
  return (
    <div className="digest">
      <Switch
        name={k.digest.title}
        hint={k.digest.hint}
        on={wishes.digest}
        onSwitch={(digest) => onWishes({ ...wishes, digest })}
      />
      {wishes.digest ? (
        <>
          <section className="digest-sheet" aria-label={k.digest.title} tabIndex={0}>
            <h3>{title}</h3>
            <p className="quiet">{under}</p>
            {silent && <p>{k.digest.none}</p>}
            <Points kind="open" points={digest.open} box={false} />
            <Points kind="done" points={digest.done} box />
            <Points kind="decided" points={digest.decided} />
            <Points kind="questions" points={digest.questions} />
          </section>
          {!silent && <Others digest={digest} mail={mail} onFile={onFile} />}
          <Switch
            name={k.digest.people}
            on={wishes.people}
            onSwitch={(people) => onWishes({ ...wishes, people })}
          />
        </>
      ) : (
        <p className="digest-off quiet">{silent ? k.digest.how : k.digest.off}</p>
      )}
    </div>
  );
}

/** The digest alone, for other programs. */
function Others({ digest, mail, onFile }: Pick<DigestPartProps, "digest" | "mail" | "onFile">) {
  const [today] = useState(() => new Date());
  const dated = datedIn(digest, today).length;
  return (
    <div className="digest-others" role="group" aria-label={k.digest.alone}>
      <button type="button" className="button button-small" onClick={() => onFile("csv")}>
        {k.digest.table}
      </button>
      {dated > 0 && (
        <button type="button" className="button button-small" onClick={() => onFile("ics")}>
          {k.digest.days(dated)}
        </button>
      )}
      <a className="button button-small" href={mail}>
        {k.digest.mail}
      </a>
    </div>
  );
}

interface SwitchProps {
  name: string;
  hint?: string;
  on: boolean;
  onSwitch: (on: boolean) => void;
}

const Switch = ({ name, hint, on, onSwitch }: SwitchProps) => (
  <button
    type="button"
    role="switch"
    aria-checked={on}
    className="switch"
    onClick={() => onSwitch(!on)}
  >
    <span className="option-words">
      <b>{name}</b>
      {hint && <small>{hint}</small>}
    </span>
    <span className="switch-track" aria-hidden="true" />
  </button>
);

/** How many of each kind stand in the preview. */
const SHOWN = 3;

interface PointsProps {
  kind: keyof Digest;
  points: readonly Point[];
  box?: boolean;
}

function Points({ kind, points, box }: PointsProps) {
  if (points.length === 0) return null;
  const more = points.length - SHOWN;
  return (
    <>
      <h4>{k.digest.heads[kind](points.length)}</h4>
      <ul>
        {points.slice(0, SHOWN).map(({ words }, i) => (
          <li key={i} className={box === undefined ? "" : box ? "ticked" : "unticked"}>
            <Persons words={words} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className="quiet">{k.digest.more(more)}</p>}
    </>
  );
}

/** The words with the names in them in the colour of what counts. */
const Persons = ({ words }: { words: string }) => (
  <span dir="auto">
    {words.split(/((?<![\p{L}\p{N}._-])@[\p{L}\p{N}][\p{L}\p{N}._-]*)/u).map((part, i) =>
      i % 2 ? (
        <b key={i} className="person">
          {part}
        </b>
      ) : (
        part
      ),
    )}
  </span>
);
