/** What a host decides in the list of people: who may write, all told and one by one, and who goes. */
import { useContext, useId, useState, type ReactNode } from "react";
import { useNow } from "../kit/device";
import { Icon } from "../kit/Icon";
import type { Person } from "../people/presence";
import { t } from "../strings";
import { d } from "../strings/deciding";
import { usePad, useView } from "./context";
import { PersonMenu } from "./PersonMenu";
import { ShowOut } from "./ShowOut";
import { ShownOutContext } from "./shownOut";

interface Deciding {
  /** In the order in which a host looks for them: oneself, the other hosts, who asks to write, the others. */
  people: Person[];
  /** Above the list. */
  above: ReactNode;
  /** Before somebody's role: the raised hand. */
  sign: (person: Person) => ReactNode;
  /** At the end of somebody's line. */
  act: (person: Person) => ReactNode;
  /** Over all, while something is asked. */
  over: ReactNode;
}

const place = ({ me, role }: Person): number => (me ? 0 : role === "host" ? 1 : 2);

/** How long somebody has asked is told anew so often (ms). */
const TICK_MS = 10_000;

export function useDeciding(): Deciding {
  const { session } = usePad();
  const { people, writing, pencil, hands, connection } = useView();
  const [asked, setAsked] = useState<Person | null>(null);
  const { out, letIn } = useContext(ShownOutContext);
  const [fresh, setFresh] = useState(""); // who is just being shown out
  const live = connection.is === "live";
  const since = new Map(hands.of.map(({ person, since: at }) => [person, at]));
  const asking = ({ id }: Person) => since.get(id) ?? Number.MAX_VALUE;
  const listed = [...people].sort((a, b) => place(a) - place(b) || asking(a) - asking(b));
  return {
    people: listed.map((person) => (person.id === pencil ? { ...person, pencil: true } : person)),
    sign: ({ id, name }) => {
      const at = since.get(id);
      return at !== undefined && <Asks name={name || t.people.nameless} since={at} />;
    },
    above: (
      <>
        <Everyone
          on={writing !== "picked"}
          disabled={!live || writing === null}
          onSwitch={(on) => session.steer({ t: "writing", who: on ? "everyone" : "picked" })}
        />
        {out.map(({ id, name }) => (
          <Out
            key={id}
            name={name || t.people.nameless}
            isNew={id === fresh}
            onLetIn={() => {
              if (session.steer({ t: "role", person: id })) letIn(id);
            }}
          />
        ))}
      </>
    ),
    act: (person) =>
      !person.me && (
        <PersonMenu
          person={person}
          disabled={!live}
          onRole={(role) => session.steer({ t: "role", person: person.id, role })}
          onPass={() => session.steer({ t: "pencil", person: person.id })}
          onShowOut={() => setAsked(person)}
        />
      ),
    over: asked && (
      <ShowOut
        person={asked}
        live={live}
        onShowOut={(address) => {
          session.steer({ t: "show_out", person: asked.id, ...(address && { address }) });
          setFresh(asked.id);
          setAsked(null);
        }}
        onClose={() => setAsked(null)}
      />
    ),
  };
}

/** A raised hand, and for how long. */
function Asks({ name, since }: { name: string; since: number }) {
  const time = t.shortLeft(Math.max(0, (useNow(TICK_MS) - since) / 1000));
  return (
    <span className="people-asks">
      <Icon name="hand" />
      <span aria-hidden="true">{time}</span>
      <span className="unseen">{d.asks(name, time)}</span>
    </span>
  );
}

interface EveryoneProps {
  on: boolean;
  disabled: boolean;
  onSwitch: (on: boolean) => void;
}

/** The one switch; while it is off, what that means. */
function Everyone({ on, disabled, onSwitch }: EveryoneProps) {
  const hint = useId();
  return (
    <div className="people-everyone">
      <button
        type="button"
        role="switch"
        aria-checked={on}
        aria-describedby={on ? undefined : hint}
        className="switch"
        disabled={disabled}
        onClick={() => onSwitch(!on)}
      >
        {d.everyone}
        <span className="switch-track" aria-hidden="true" />
      </button>
      {!on && (
        <p id={hint} className="quiet">
          {d.everyoneHint}
        </p>
      )}
    </div>
  );
}

/** Who was shown out, and the way back: one line may be mistaken for another. */
const Out = ({ name, isNew, onLetIn }: { name: string; isNew: boolean; onLetIn: () => void }) => (
  <p className="people-note" role="status">
    <span>{d.isOut(name)}</span>
    <button
      type="button"
      className="button button-small"
      autoFocus={isNew} // the line whose menu was open is gone
      onClick={onLetIn}
    >
      <Icon name="undo" />
      {d.letIn}
    </button>
  </p>
);
