/** The page of who has knocked: it says who was told, shows how one appears, and goes on by itself. */
import { useState } from "react";
import { api, type Joined, type Waits } from "../api";
import { useNow } from "../kit/device";
import { go } from "../kit/navigation";
import { Mark } from "../kit/Icon";
import { Name } from "../kit/Name";
import { Title } from "../kit/Title";
import { t } from "../strings";
import { k } from "../strings/knock";
import { Avatar } from "./Avatars";
import { keepWaits, useKnock } from "./knock";
import { arriving, rememberMe, type Me } from "./me";
import { NameDialog } from "./NameDialog";
import "./knocking.css";

/** Time that passes is shown to this (ms). */
const TICK_MS = 1000;

interface KnockingProps {
  waits: Waits;
  onIn: (joined: Joined) => void;
  onAgain: () => void;
}

export default function Knocking({ waits, onIn, onAgain }: KnockingProps) {
  const [me, setMe] = useState(arriving);
  const [naming, setNaming] = useState(false);
  const { host, refused } = useKnock(waits, me, {
    onIn: (joined) => {
      rememberMe(me); // nobody is asked again who they are
      onIn(joined);
    },
    onAgain,
  });
  const leave = () => {
    keepWaits(null);
    void api.leaveDoor(waits.pad, waits.knock).catch(() => {});
    go("/");
  };
  return (
    <main className="knocking">
      <section className="knocking-wait">
        <Mark large gone={refused !== null} />
        <p className="quiet knocking-pad">
          <Name of={waits.pad} />
        </p>
        <Title key={String(refused !== null)}>{refused ? k.notNow(host) : k.title}</Title>
        <p className="quiet" role="status">
          {refused ? k.later : k.told(host)}
        </p>
        {!refused && <Self me={me} host={host} onChange={() => setNaming(true)} />}
      </section>
      <footer className="knocking-foot">
        {refused && (
          <Again
            until={refused.until}
            onAgain={() => {
              keepWaits(null); // the old knock has its answer
              onAgain();
            }}
          />
        )}
        <button type="button" className="button button-big" onClick={leave}>
          {refused ? t.trouble.start : k.leave}
        </button>
        <p className="fine">{k.fine}</p>
      </footer>
      {naming && (
        <NameDialog
          me={me}
          title={t.name.change}
          action={t.name.keep}
          onClose={() => setNaming(false)}
          onDone={(next) => {
            rememberMe(next);
            setMe(next);
            setNaming(false);
          }}
        />
      )}
    </main>
  );
}

/** Knocks once more, as soon as that is heard. */
function Again({ until, onAgain }: { until: number; onAgain: () => void }) {
  const left = Math.ceil((until - useNow(TICK_MS)) / 1000);
  return (
    <button
      type="button"
      className="button button-main button-big"
      disabled={left > 0}
      onClick={onAgain}
    >
      {left > 0 ? k.againIn(left) : k.again}
    </button>
  );
}

/** How one appears to the host. */
const Self = ({ me, host, onChange }: { me: Me; host: string | null; onChange: () => void }) => (
  <div className="knocking-me">
    <Avatar person={me} />
    <span className="knocking-name">
      <Name of={me.name} />
      <span className="quiet">{k.seen(host)}</span>
    </span>
    <button type="button" className="button button-quiet" onClick={onChange}>
      {k.change}
    </button>
  </div>
);
