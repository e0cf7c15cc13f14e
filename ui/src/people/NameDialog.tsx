/** "Who is writing?": one prefilled field, six colours, one button. */
import { useState, type FormEvent } from "react";
import { Sheet } from "../kit/Sheet";
import { t } from "../strings";
import { offerColours } from "./colours";
import type { Me } from "./me";
import { cleanName, firstLetters } from "./names";

interface NameDialogProps {
  me: Me;
  title: string;
  action: string;
  /** The small print under the button. */
  fine?: string;
  /** What the button began is under way. */
  busy?: boolean;
  onDone: (me: Me) => void;
  onClose?: () => void;
}

export function NameDialog({ me, title, action, fine, busy, onDone, onClose }: NameDialogProps) {
  const [name, setName] = useState(me.name);
  const [picked, setPicked] = useState<string | null>(null);
  const color = picked ?? me.color;
  const [colours] = useState(() => offerColours(me.color));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onDone({
      ...me,
      color,
      chosen: me.chosen || picked !== null,
      name: cleanName(name) || me.name,
    });
  };

  return (
    <Sheet title={title} closeLabel={t.close} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p className="quiet">{t.name.lead}</p>
        <label className="field">
          <span>{t.name.label}</span>
          <input
            data-autofocus
            dir="auto"
            value={name}
            placeholder={me.name}
            autoComplete="nickname"
            autoCapitalize="words"
            enterKeyHint="go"
            onFocus={(event) => event.target.select()}
            // what an input method composes is cut when it is done
            onChange={({ target, nativeEvent }) =>
              setName(
                (nativeEvent as InputEvent).isComposing ? target.value : firstLetters(target.value),
              )
            }
          />
        </label>
        <div className="dots" role="radiogroup" aria-label={t.name.colour}>
          {colours.map((colour, i) => (
            <label
              key={colour}
              className={colour === color ? "dot dot-on" : "dot"}
              style={{ color: colour }}
            >
              <input
                type="radio"
                className="unseen"
                name="colour"
                aria-label={t.name.colourN(i + 1)}
                checked={colour === color}
                onChange={() => setPicked(colour)}
              />
            </label>
          ))}
        </div>
        <button
          type="submit"
          className="button button-main button-big"
          title={action}
          aria-busy={busy}
        >
          <span className="cut">{action}</span>
        </button>
        {fine && <p className="fine">{fine}</p>}
      </form>
    </Sheet>
  );
}
