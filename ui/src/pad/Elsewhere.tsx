/** For a host who is in another of his pads: that somebody waits at the door of one. */
import { useEffect, useState } from "react";
import { Icon } from "../kit/Icon";
import { hostings } from "../kit/hosting";
import { listPads } from "../life/listPads";
import { padPath } from "../routes";
import { k } from "../strings/knock";
import { usePad } from "./context";

/** How often the other pads are looked at (ms): beside the text one need not hear of it at once. */
const ASK_EVERY_MS = 5000;

interface Door {
  pad: string;
  called: string;
  knocks: number;
  key: string;
}

/** Doors of this host's other pads at which somebody waits; nobody asks while there are none, or while nobody looks. */
function useDoors(here: string): Door[] {
  const [doors, setDoors] = useState<Door[]>([]);
  useEffect(() => {
    let gone = false;
    const look = () => {
      const others = hostings().filter(({ pad }) => pad && pad !== here);
      if (others.length === 0 || document.visibilityState !== "visible") return;
      listPads().then(
        (answer) => {
          if (gone || !answer) return;
          const knocked = answer.listed.filter(({ knocks = 0 }) => knocks > 0);
          const mine = knocked.flatMap(({ pad, title, epoch, knocks = 0 }) => {
            const key = others.find((one) => one.pad === pad && one.epoch === epoch)?.key;
            return key ? [{ pad, called: title ?? pad, knocks, key }] : [];
          });
          setDoors(mine);
        },
        () => {}, // it is asked again
      );
    };
    look();
    const timer = setInterval(look, ASK_EVERY_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      gone = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [here]);
  return doors;
}

export default function Elsewhere() {
  const { pad } = usePad();
  const [first] = useDoors(pad);
  if (!first) return null;
  return (
    <p className="state-line state-asks" data-testid="elsewhere">
      <span>{k.elsewhere(first.called, first.knocks)}</span>
      <a className="button button-small" href={padPath(first.pad, first.key)}>
        <Icon name="door" />
        {k.goThere}
      </a>
    </p>
  );
}
