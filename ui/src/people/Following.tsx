/** A life of the pad is over, and may go on in another one: who was in it goes over by itself. */
import { useEffect, useRef, useState, type ReactNode } from "react";
import type { Over } from "../api";
import { go } from "../kit/navigation";
import { comeOver } from "./entry";

interface FollowingProps {
  pad: string;
  /** One's own key to the life that is over. */
  own: string;
  epoch: string;
  /** Where one goes on, by the link of the next life. */
  to: (pad: string, link: string) => string;
  onOver?: (over: Over) => void;
  /** There is no other life. */
  onNone?: () => void;
  /** What is shown until it is known. */
  meanwhile: ReactNode;
  /** What is shown where there is no other life. */
  children: ReactNode;
}

export function Following(props: FollowingProps) {
  const { pad, own, epoch, to, onOver, onNone, meanwhile, children } = props;
  const [none, setNone] = useState(false);
  const over = useRef({ to, onOver, onNone });
  useEffect(() => {
    let gone = false;
    void comeOver(pad, own, epoch).then((joined) => {
      if (gone) return;
      if (!joined) {
        over.current.onNone?.();
        return setNone(true);
      }
      over.current.onOver?.(joined);
      go(over.current.to(pad, joined.link_key));
    });
    return () => {
      gone = true;
    };
  }, [pad, own, epoch]);
  return none ? children : meanwhile;
}
