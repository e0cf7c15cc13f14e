/** The pad while it lives: bar, text, and what lies over or under it. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { useTouch } from "../kit/device";
import { useFocusWithin, useKeyboard } from "../kit/keyboard";
import type { Me } from "../people/me";
import type { Entry } from "../people/own";
import type { PadText } from "./Editor";
import { PadBar } from "./PadBar";
import { PadSheets, type SheetName } from "./PadSheets";
import { PrintHead } from "./PrintHead";
import type { PadSession, SessionView } from "./session";
import { Lines } from "./Skeleton";
import { copyWords, loadSheets, takingOf } from "./taking";
import { TemplatePicker } from "./TemplatePicker";
import { ThumbBar } from "./ThumbBar";
import { useLastCall } from "./useLastCall";
import { Writing } from "./Writing";

/** Only those who type with their thumbs need it. */
const KeyBar = lazy(() => import("./KeyBar"));

interface LivePadProps {
  pad: string;
  entry: Entry;
  view: SessionView;
  session: PadSession;
  me: Me;
  onMe: (me: Me) => void;
  /** The text, while the editor stands. */
  text: () => PadText | null;
  onText: (text: PadText | null) => void;
  onLeave: () => void;
  /** Opens the pad again, with the words that don't go through. */
  onAgain: () => void;
}

/** Which sheet it takes to leave: the last person gets the last call, and who wrote what has not arrived hears of it. */
function callOnLeaving({ people, unsaved }: SessionView): SheetName {
  if (unsaved) return "unsent";
  const [first, ...others] = people;
  return others.length === 0 && (first?.devices ?? 1) === 1 ? "leaving" : null;
}

export function LivePad({
  pad,
  entry,
  view,
  session,
  me,
  onMe,
  text,
  onText,
  onLeave,
  onAgain,
}: LivePadProps) {
  const touch = useTouch();
  const keyboard = useKeyboard() && touch;
  const inText = useFocusWithin(".bn-editor, .keybar");
  const [sheet, setSheet] = useState<SheetName>(null);
  const [empty, setEmpty] = useState(false);
  const taking = useMemo(() => takingOf(pad, () => text()?.blocks() ?? []), [pad, text]);
  const misfits = useCallback(() => text()?.misfits, [text]);
  const { connection, ready } = view;
  const editable = view.role !== "view" && connection.is !== "ended";
  const answers = useLastCall(view.life, setSheet, session);
  useEffect(() => {
    if (ready) loadSheets().catch(() => {}); // it is fetched again when it is wanted
  }, [ready]);
  const leave = () => {
    const call = callOnLeaving(view);
    if (call) setSheet(call);
    else onLeave();
  };

  return (
    <div className="pad">
      <PadBar
        pad={pad}
        link={entry.link}
        view={view}
        slim={keyboard}
        onSheet={setSheet}
        onCopy={() => void taking.copy()}
        onKeep={taking.keep}
        onLeave={leave}
        onCopyWords={() => void copyWords(pad, session.wordsAsText())}
        onAgain={onAgain}
        onCall={sheet === "countdown" ? null : () => setSheet("countdown")}
      />
      <PrintHead pad={pad} />
      <main className="paper">
        {!ready && <Lines />}
        {ready && (
          <Writing
            session={session}
            pad={pad}
            editable={editable}
            host={view.role === "host"}
            taking={taking}
            onText={onText}
            onEmpty={setEmpty}
          />
        )}
        {ready && editable && empty && <TemplatePicker onPick={(name) => text()?.begin(name)} />}
      </main>
      {touch && editable && ready && <Bars keyboard={keyboard} inText={inText} text={text} />}
      <PadSheets
        sheet={sheet}
        pad={pad}
        entry={entry}
        view={view}
        session={session}
        me={me}
        taking={taking}
        answers={answers}
        misfits={misfits}
        onSheet={setSheet}
        onMe={onMe}
        onLeave={onLeave}
      />
    </div>
  );
}

/** At the thumb while the keyboard is down; on it while one writes; never both. */
function Bars({
  keyboard,
  inText,
  text,
}: {
  keyboard: boolean;
  inText: boolean;
  text: () => PadText | null;
}) {
  if (!keyboard)
    return <ThumbBar onAdd={(kind) => text()?.add(kind)} onUndo={() => text()?.undo()} />;
  const tools = inText && text()?.tools;
  return (
    tools && (
      <Suspense fallback={null}>
        <KeyBar tools={tools} />
      </Suspense>
    )
  );
}
