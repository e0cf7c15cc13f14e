/**
 * The last call while a pad is being ended: who ends it, the time that is left, three answers, another minute, and the way back
 * to the text. Nobody can miss it, and it presses no button under fingers that type.
 */
import { useEffect, useState, type ReactNode } from "react";
import { useNow } from "../kit/device";
import { Sheet } from "../kit/Sheet";
import { t } from "../strings";
import { Choice } from "./Choice";

/** What a person has chosen; one may choose again. */
export type Answer = "copy" | "file" | "none";

/** The files that it offers. */
const CALL_FORMS = ["markdown", "docx", "page", "capsule"] as const;
export type CallForm = (typeof CALL_FORMS)[number];

/** A call as this sheet shows it. Moments are `performance.now()`. */
export interface Call {
  at: number;
  from: number;
  answered: number;
  of: number;
  more: number;
  mayStay: boolean;
  /** Whether this person is asked at all: who ends it is not. */
  asked: boolean;
}

interface FinalCallProps {
  title: string;
  call: Call;
  host: boolean;
  /** Whether the host's machine keeps a copy. */
  saves: boolean;
  chosen: readonly Answer[];
  onCopy: () => void;
  onFile: (form: CallForm) => void;
  onNone: () => void;
  onMore: () => void;
  /** The host lets the pad live after all. */
  onStay: () => void;
  onClose: () => void;
}

const TICK_MS = 250;

export default function FinalCall({
  title,
  call,
  host,
  saves,
  chosen,
  onCopy,
  onFile,
  onNone,
  onMore,
  onStay,
  onClose,
}: FinalCallProps) {
  const [forms, setForms] = useState(false);
  const given = useGiven(call.more);
  const done = (answer: Answer) => chosen.includes(answer);
  const head = (heading: ReactNode) => (
    <div className="call-head">
      <Seconds {...call} />
      <div>
        {heading}
        <p className="quiet">{saves ? t.call.leadKept : t.call.lead}</p>
      </div>
    </div>
  );
  return (
    <Sheet
      unasked
      title={title}
      head={head}
      closeLabel={t.close}
      onClose={onClose}
      steady={chosen.length === 0}
    >
      <div className="call">
        <div className="ways">
          <Choice
            first
            icon="copy"
            title={t.call.copy}
            hint={done("copy") ? t.call.copied : t.call.copyHint}
            done={done("copy")}
            onClick={onCopy}
          />
          <Choice
            icon="keep"
            title={t.call.file}
            hint={done("file") ? t.call.fileKept : t.call.fileHint}
            done={done("file")}
            opens={forms}
            onClick={() => setForms(!forms)}
          />
          {forms && (
            <div className="forms" role="group" aria-label={t.call.fileForm}>
              {CALL_FORMS.map((form) => (
                <button key={form} type="button" className="button" onClick={() => onFile(form)}>
                  {t.call.forms[form]}
                </button>
              ))}
            </div>
          )}
          <Choice
            icon="check"
            title={host ? t.call.letFade : t.call.none}
            hint={host ? t.call.fadeHint : t.call.noneHint}
            done={done("none")}
            onClick={onNone}
          />
        </div>
        {host && call.mayStay && (
          <button type="button" className="button button-big" onClick={onStay}>
            {t.call.stop}
          </button>
        )}
        {!(host && call.mayStay) && call.more > 0 && (
          <button type="button" className="button button-big" onClick={onMore}>
            {t.call.another}
          </button>
        )}
        <p className="fine" role="status">
          {given && t.call.anotherGiven}
          {t.call.answered(call.answered, call.of, call.asked)}
        </p>
        <button type="button" className="button button-quiet" onClick={onClose}>
          {t.call.back}
        </button>
      </div>
    </Sheet>
  );
}

/** How long (ms) it is said that a minute was given. */
const SAID_MS = 6000;

/** Whether somebody was given another minute just now. */
function useGiven(more: number): boolean {
  const [before, setBefore] = useState(more);
  const [given, setGiven] = useState(false);
  if (before !== more) {
    setBefore(more);
    setGiven(more < before);
  }
  useEffect(() => {
    if (!given) return;
    const said = setTimeout(() => setGiven(false), SAID_MS);
    return () => clearTimeout(said);
  }, [given]);
  return given;
}

/** From here on (seconds) minutes are told apart: "1:52". */
const MINUTES_FROM_S = 100;
const AROUND = 2 * Math.PI * 38;

/** The ring with its seconds. Not spoken: nobody is made to count. */
function Seconds({ at, from }: Call) {
  const now = useNow(TICK_MS);
  const left = Math.max(0, Math.ceil((at - now) / 1000));
  const arc = Math.max(0, Math.min(1, (at - now) / Math.max(1, at - from))) * AROUND;
  const long = left >= MINUTES_FROM_S;
  return (
    <div
      className={long ? "seconds seconds-long" : "seconds"}
      aria-hidden="true"
      data-testid="counter"
    >
      <svg viewBox="0 0 84 84">
        <circle className="ring-track" cx="42" cy="42" r="38" />
        <circle
          className="ring-left"
          cx="42"
          cy="42"
          r="38"
          strokeDasharray={`${arc} ${AROUND}`}
          transform="rotate(-90 42 42)"
        />
      </svg>
      <b>{long ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` : left}</b>
      <small>{long ? t.call.minutes : t.call.seconds(left)}</small>
    </div>
  );
}
