/** A pad that one is in: the session from coming to leaving. */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { leavesNothing } from "../api";
import { useLazy } from "../kit/lazy";
import type { Me } from "../people/me";
import type { Entry } from "../people/entry";
import type { GoingOn } from "./handed";
import { compactState } from "./compact";
import { PadContext, type PadOfStay } from "./context";
import type { PadText } from "./Editor";
import type { Keepsake } from "./keepsake";
import { LivePad } from "./LivePad";
import { leave } from "./pictures/stand";
import type { PadSession, SessionView } from "./session";
import { Skeleton } from "./Skeleton";
import { takingOf } from "./taking";
import { useSession } from "./useSession";
import { useStay, type Again } from "./useStay";

const loadLives = () => import("./betweenLives");

/** The text, while an editor stands: it says so itself, and nothing is drawn anew by it. */
type Standing = Pick<PadOfStay, "text" | "onText">;

function standing(): Standing {
  let text: PadText | null = null;
  return { text: () => text, onText: (now) => void (text = now) };
}

interface PadProps {
  pad: string;
  entry: Entry;
  me: Me;
  onMe: (me: Me) => void;
  onLeave: () => void;
  /** The stay is over; `held` is what there was to read, unless the host has ended the pad. */
  onOver: (view: SessionView, held: Keepsake | null, goingOn: GoingOn) => void;
}

export function Pad(props: PadProps) {
  const [text] = useState(standing);
  const caret = useCallback(() => text.text()?.caret?.() ?? null, [text]);
  const { session, again } = useStay({ ...props, caret });
  if (!session) return <Skeleton pad={props.pad} />;
  return <Stay key={session.doc.guid} {...props} {...text} session={session} onAgain={again} />;
}

interface StayProps extends PadProps, Standing {
  session: PadSession;
  onAgain: Again;
}

function Stay({
  pad,
  entry,
  me,
  onMe,
  onLeave,
  onOver,
  session,
  text,
  onText,
  onAgain,
}: StayProps) {
  const view = useSession(session);
  const { connection } = view;
  const color = view.people.find((person) => person.me)?.color ?? me.color; // another one may have had it
  const rename = useCallback(
    (next: Me) => {
      onMe(next);
      session.rename(next);
    },
    [onMe, session],
  );
  const taking = useMemo(
    () =>
      takingOf(
        pad,
        () => text()?.blocks() ?? [],
        () => compactState(session.doc),
      ),
    [pad, text, session],
  );

  // before anything is drawn: an editor that nobody may write in has lost its caret
  const lives = useLazy(loadLives);
  const goesOn = useRef<GoingOn>({ epoch: session.epoch });
  useEffect(() => {
    const look = () => {
      if (session.view().connection.is === "ended" && lives)
        goesOn.current = lives.goingOn(session, text()?.caret() ?? null);
    };
    return session.subscribe(look);
  }, [session, text, lives]);

  // the text is taken out while the editor still stands; what the host has ended is not taken out at all
  useEffect(() => {
    if (connection.is !== "ended") return;
    const held = leavesNothing(connection.why) ? null : text()?.keepsake();
    onOver(view, held ? { ...held, words: session.wordsAsText() } : null, goesOn.current);
  }, [connection, view, onOver, text, session]);

  const shown = useMemo(() => ({ ...me, color }), [me, color]);
  const context = useMemo(
    () => ({
      pad,
      entry,
      session,
      me: shown,
      rename,
      text,
      onText,
      taking,
      leave: () => {
        leave(pad);
        onLeave();
      },
      again: onAgain,
    }),
    [pad, entry, session, shown, rename, text, onText, taking, onLeave, onAgain],
  );
  return (
    <PadContext value={context}>
      <LivePad />
    </PadContext>
  );
}
