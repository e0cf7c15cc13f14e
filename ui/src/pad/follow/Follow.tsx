/** Goes along with somebody's caret until one does something oneself, and says so. */
import type { EditorView } from "@tiptap/pm/view";
import { useEffect } from "react";
import { createPortal } from "react-dom";
import { t } from "../../strings";
import { f } from "../../strings/follow";
import { usePad, useView } from "../context";
import { between } from "../insets";
import { clientOf, lineOf, onWork } from "./leader";
import { follow, useFollowed } from "./state";

/** Somebody who types is not followed with every letter (ms). */
const STEP_MS = 250;
/** Who is not back for so long (ms) has left. */
const GONE_MS = 5000;
/** What the text is brought to: this part of the window above their line. */
const ABOVE = 1 / 3;

interface FollowProps {
  editor: { readonly prosemirrorView: EditorView };
}

export function Follow({ editor }: FollowProps) {
  const { session } = usePad();
  const { people, connection } = useView();
  const id = useFollowed();
  const leader = people.find((person) => person.id === id && !person.me);
  // with one's own connection everybody seems to be gone, and for a moment after it is back
  const isGone = id !== null && !leader && connection.is === "live";
  useEffect(() => {
    if (!isGone) return;
    const timer = setTimeout(() => follow(null), GONE_MS);
    return () => clearTimeout(timer);
  }, [isGone]);
  useEffect(() => () => follow(null), []);
  if (!leader) return null;
  const { awareness } = session.provider;
  return (
    <Along
      key={leader.id}
      person={leader.id}
      name={leader.name || t.people.nameless}
      view={editor.prosemirrorView}
      awareness={awareness}
    />
  );
}

interface AlongProps {
  person: string;
  name: string;
  view: EditorView;
  awareness: Parameters<typeof clientOf>[0];
}

function Along({ person, name, view, awareness }: AlongProps) {
  useEffect(() => {
    let last = -1;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      timer = undefined;
      const client = clientOf(awareness, person, last);
      if (client === null) return;
      const line = lineOf(view, awareness, client);
      // their letters are on the way, or are just being drawn
      if (!line) return void (timer = setTimeout(show, STEP_MS));
      const room = between();
      if (line.top >= room.top && line.bottom <= room.bottom) return;
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const top = line.top - room.top - (room.bottom - room.top) * ABOVE;
      // to a place, for the page may be on its way to another
      scrollTo({ top: scrollY + top, behavior: calm ? "instant" : "smooth" });
    };
    // at once, and once more behind all that comes meanwhile: who goes to another window has no caret any more
    const soon = (client: number) => {
      last = client;
      if (timer !== undefined) return;
      show();
      timer ??= setTimeout(show, STEP_MS);
    };
    show();
    const stop = onWork(awareness, person, soon);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [awareness, person, view]);
  useEffect(() => {
    const own = (event: Event) => {
      const { target } = event;
      const inText = target instanceof Element && target.closest(".paper");
      const isEscape = (event as KeyboardEvent).key === "Escape";
      if (inText || target === document.body || isEscape) follow(null);
    };
    const ways = ["wheel", "touchmove", "keydown", "pointerdown"] as const;
    for (const way of ways) addEventListener(way, own, { passive: true });
    return () => {
      for (const way of ways) removeEventListener(way, own);
    };
  }, []);
  const place = document.querySelector(".top");
  const [before, after] = f.following;
  return (
    place &&
    createPortal(
      <p className="state-line" role="status" data-testid="following">
        <span>
          {before}
          <b>
            <bdi>{name}</bdi>
          </b>
          {after}
        </span>
        <button type="button" className="button button-small" onClick={() => follow(null)}>
          {f.stop}
        </button>
      </p>,
      place,
    )
  );
}
