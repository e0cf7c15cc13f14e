/** One choice of form, one button that names it; beside it what the file begins with. */
import { useState } from "react";
import { Icon, Mark } from "../kit/Icon";
import type { Digest } from "../forms/digest";
import { k } from "../strings/take";
import { DigestPart } from "./DigestPart";
import {
  copyFormOf,
  FORMS,
  keepIcon,
  takesDigest,
  type CopyForm,
  type DigestForm,
  type Form,
} from "./forms";
import { Option } from "./Option";

/** What the person has chosen beside the form. */
export interface Wishes {
  digest: boolean;
  people: boolean;
}

const NO_WISHES: Wishes = { digest: false, people: false };

interface TakeOutProps {
  title: string;
  /** "24 November 2026, 14:02 to 14:50" */
  between: string;
  people: readonly string[];
  digest: Digest;
  lines: number;
  onKeep: (form: Form, wishes: Wishes) => Promise<void>;
  onCopy: (form: CopyForm, wishes: Wishes) => void;
  mailFor: (wishes: Wishes) => string;
  onDigest: (form: DigestForm) => void;
}

export function TakeOut(props: TakeOutProps) {
  const { title, between, people, digest, lines, onKeep, onCopy } = props;
  const [form, setForm] = useState<Form>("markdown");
  const [chosen, setWishes] = useState<Wishes>(NO_WISHES);
  const wishes = takesDigest(form) ? chosen : NO_WISHES; // they hold again with another form
  const [busy, setBusy] = useState(false);
  const copyForm = copyFormOf(form);
  const keep = () => {
    setBusy(true);
    void onKeep(form, wishes).finally(() => setBusy(false));
  };
  return (
    <>
      <div className="take-two">
        <div className="options" role="radiogroup" aria-label={k.form}>
          {FORMS.map((value) => (
            <Option
              key={value}
              group="form"
              name={k.forms[value].name}
              hint={k.forms[value].hint}
              sign={<Sign text={k.forms[value].sign} />}
              chosen={value === form}
              onChoose={() => setForm(value)}
            />
          ))}
        </div>
        {takesDigest(form) ? (
          <DigestPart
            digest={digest}
            title={title}
            under={[between, ...(wishes.people ? [people.join(", ")] : [])].join(" · ")}
            wishes={wishes}
            onWishes={setWishes}
            mail={wishes.digest ? props.mailFor(wishes) : ""}
            onFile={props.onDigest}
          />
        ) : (
          <p className="quiet digest digest-off">{k.digest.never}</p>
        )}
      </div>
      <div className="take-foot">
        <p className="quiet" role="status">
          {busy ? k.making : k.stays(lines)}
        </p>
        <button type="button" className="button" onClick={() => onCopy(copyForm, wishes)}>
          <Icon name="copy" />
          {k.copy[copyForm]}
        </button>
        <button type="button" className="button button-main" disabled={busy} onClick={keep}>
          <Icon name={keepIcon(form)} />
          {k.keep[form]}
        </button>
      </div>
    </>
  );
}

/** How a file's name ends; the capsule has our own mark. */
export const Sign = ({ text, large = false }: { text: string; large?: boolean }) => (
  <span className={large ? "sign sign-large" : "sign"} aria-hidden="true">
    {text || <Mark />}
  </span>
);
