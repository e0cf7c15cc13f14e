/** One choice of form, one button that names it; beside it what the file begins with. */
import { useState, type ReactNode } from "react";
import { Icon } from "../kit/Icon";
import { Sheet } from "../kit/Sheet";
import { t } from "../strings";
import { k } from "../strings/take";
import { DigestPart } from "./DigestPart";
import type { Digest } from "../forms/digest";
import { copyFormOf, FORMS, keepIcon, type CopyForm, type Form } from "./forms";
import "./take.css";

/** What the person has chosen beside the form. */
export interface Wishes {
  digest: boolean;
  people: boolean;
}

interface TakeSheetProps {
  title: string;
  /** "14:02 to 14:50", and who is here. */
  between: string;
  people: readonly string[];
  digest: Digest;
  lines: number;
  /** False: the form could not be made. */
  onKeep: (form: Form, wishes: Wishes) => Promise<void>;
  onCopy: (form: CopyForm, wishes: Wishes) => void;
  onClose: () => void;
  children?: ReactNode;
}

export default function TakeSheet(props: TakeSheetProps) {
  const { title, between, people, digest, lines, onKeep, onCopy, onClose } = props;
  const [form, setForm] = useState<Form>("markdown");
  const [wishes, setWishes] = useState<Wishes>({ digest: false, people: false });
  const [busy, setBusy] = useState(false);
  const copyForm = copyFormOf(form);
  const keep = () => {
    setBusy(true);
    void onKeep(form, wishes).finally(() => setBusy(false));
  };
  return (
    <Sheet title={k.title} closeLabel={t.close} onClose={onClose}>
      <div className="take">
        {props.children}
        <div className="take-two">
          <FormChoice form={form} onForm={setForm} />
          <DigestPart
            digest={digest}
            title={title}
            under={[between, ...(wishes.people ? [people.join(", ")] : [])].join(" · ")}
            wishes={wishes}
            onWishes={setWishes}
          />
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
      </div>
    </Sheet>
  );
}

function FormChoice({ form, onForm }: { form: Form; onForm: (form: Form) => void }) {
  return (
    <div className="options" role="radiogroup" aria-label={k.form}>
      {FORMS.map((value) => {
        const { sign, name, hint } = k.forms[value];
        return (
          <label key={value} className={value === form ? "option option-on" : "option"}>
            <input
              type="radio"
              className="unseen"
              name="form"
              data-autofocus={value === form || undefined}
              checked={value === form}
              onChange={() => onForm(value)}
            />
            <span className="sign" aria-hidden="true">
              {sign}
            </span>
            <span className="option-words">
              <b>{name}</b>
              <small>{hint}</small>
            </span>
            <span className="radio" aria-hidden="true" />
          </label>
        );
      })}
    </div>
  );
}
