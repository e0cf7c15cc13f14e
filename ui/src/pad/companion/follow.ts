/** Goes where the last one writes, until a finger moves the page. */
import { useCallback, useEffect, useState } from "react";
import type { Awareness } from "y-protocols/awareness";
import type { Transaction } from "yjs";
import { follow, useFollowed } from "../follow/state";
import { between } from "../insets";

/** A person who types is not followed with every letter (ms). */
const STEP_MS = 400;
/** Where on the way from bar to bar their line comes to stand. */
const THIRD = 3;

/** Brings the caret of this client into sight, if it is out of it. */
function show(client: number): void {
  const caret = document.querySelector(`.cursor[data-client="${client}"] .cursor-caret`);
  if (!caret) return;
  const { top, bottom } = caret.getBoundingClientRect();
  const room = between();
  if (top >= room.top && bottom <= room.bottom) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollBy({
    top: top - room.top - (room.bottom - room.top) / THIRD,
    behavior: calm ? "instant" : "smooth",
  });
}

/** Tells whose caret has moved, or who has written; until the returned function is called. */
function onWriter(awareness: Awareness, tell: (client: number) => void): () => void {
  const own = awareness.clientID;
  const moved = ({ updated }: { updated: number[] }) => {
    for (const client of updated)
      if (client !== own && awareness.getStates().get(client)?.cursor) tell(client);
  };
  const wrote = ({ beforeState, afterState }: Transaction) => {
    for (const client of awareness.getStates().keys())
      if (client !== own && (afterState.get(client) ?? 0) > (beforeState.get(client) ?? 0))
        tell(client);
  };
  awareness.on("change", moved);
  awareness.doc.on("afterTransaction", wrote);
  return () => {
    awareness.off("change", moved);
    awareness.doc.off("afterTransaction", wrote);
  };
}

/** Whether it does so, and what turns it. Two never pull at one page: who goes along with one person does not with the last one, too. */
export function useFollow(awareness: Awareness): [follows: boolean, turn: () => void] {
  const [wanted, setWanted] = useState(false);
  const isWithOne = useFollowed() !== null;
  if (wanted && isWithOne) setWanted(false);
  const stop = useCallback(() => setWanted(false), []);
  useWriters(awareness, wanted && !isWithOne, stop);
  const turn = () => {
    follow(null);
    setWanted(!wanted);
  };
  return [wanted, turn];
}

function useWriters(awareness: Awareness, wanted: boolean, onMoved: () => void): void {
  useEffect(() => {
    if (!wanted) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = 0;
    const stop = onWriter(awareness, (client) => {
      last = client;
      timer ??= setTimeout(() => {
        timer = undefined;
        show(last);
      }, STEP_MS);
    });
    const byHand = (event: Event) => {
      if (event.target instanceof Element && event.target.closest(".paper")) onMoved();
    };
    for (const event of ["touchmove", "wheel"] as const)
      addEventListener(event, byHand, { passive: true });
    return () => {
      stop();
      clearTimeout(timer);
      for (const event of ["touchmove", "wheel"] as const) removeEventListener(event, byHand);
    };
  }, [awareness, wanted, onMoved]);
}
