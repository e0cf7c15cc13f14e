/** The pad goes on at another machine, and this page with it: as soon as its words are there and the hands rest. */
import { useEffect, useRef } from "react";
import { sinceTyped } from "../kit/calm";
import { typedAddress, useReached } from "../kit/reach";
import { pathThere } from "../people/goOver";
import { m } from "../strings/moved";
import { usePad, useView } from "./context";
import type { Moved } from "./sessionView";

/** Hands that have not typed for so long (ms) rest. */
const REST_MS = 1200;
/** So long (ms) before this machine lets go nobody is waited for. */
const LAST_MS = 5000;
const LOOK_MS = 200;
/** A whole room does not come at one instant (ms). */
const SPREAD_MS = 800;

export default function MovedLine({ moved }: { moved: Moved }) {
  const { pad, entry, me, session } = usePad();
  const { unsaved, left } = useView();
  const at = useReached(session.epoch, moved.to);
  const path = pathThere(pad, entry.key, me);
  const stays = unsaved !== null || !!left?.words;
  const kept = useRef(stays);
  useEffect(() => {
    kept.current = stays;
  }, [stays]);
  useEffect(() => {
    if (!at) return;
    const from = performance.now() + Math.random() * SPREAD_MS;
    const timer = setInterval(() => {
      const now = performance.now();
      const rests = sinceTyped() > REST_MS || now > moved.until - LAST_MS;
      if (now < from || kept.current || !rests) return;
      clearInterval(timer);
      location.replace(`${at}${path}`);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [at, path, moved.until]);
  const known = at ?? moved.to[0] ?? "";
  const says = at ? m.going : at === null ? m.unreached(typedAddress(known)) : m.looking;
  return (
    <p className="state-line state-ember" data-testid="moved">
      {says}
      {at !== undefined && (
        <a className="button button-small" href={`${known}${path}`}>
          {m.go}
        </a>
      )}
    </p>
  );
}
