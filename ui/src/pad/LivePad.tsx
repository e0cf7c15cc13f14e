/** The pad while it lives: bar, text, and what lies over or under it. */
import { lazy, Suspense, useCallback, useState, type RefObject } from "react";
import { api, type Receipt } from "../api";
import { copyText, keepFile, useKeyboard, usePhone } from "../kit/device";
import { toast } from "../kit/Toast";
import type { Me } from "../people/me";
import { t } from "../strings";
import type { PadText } from "./Editor";
import { PadBar } from "./PadBar";
import { PadSheets, type SheetName } from "./PadSheets";
import type { PadSession, SessionView } from "./session";
import { Lines } from "./Skeleton";
import { TemplatePicker } from "./TemplatePicker";
import { ThumbBar } from "./ThumbBar";

const Editor = lazy(() => import("./Editor"));

interface LivePadProps {
  pad: string;
  padKey: string;
  view: SessionView;
  session: PadSession;
  me: Me;
  onMe: (me: Me) => void;
  /** Filled while the editor stands. */
  textRef: RefObject<PadText | null>;
  onReceipt: (receipt: Receipt) => void;
}

/** Taking the text away: as a file, or to the clipboard where the browser lets us. */
function useTaking(pad: string, textRef: RefObject<PadText | null>) {
  const markdown = () => textRef.current?.markdown() ?? "";
  const keep = () => {
    keepFile(`${pad}.md`, markdown());
    toast(t.more.kept);
  };
  const copy = async () => {
    if (await copyText(markdown())) toast(t.more.copied);
    else keep(); // a browser that refuses to copy still hands out files
  };
  return { keep, copy: () => void copy() };
}

export function LivePad({ pad, padKey, view, session, me, onMe, textRef, onReceipt }: LivePadProps) {
  const phone = usePhone();
  const keyboard = useKeyboard();
  const [sheet, setSheet] = useState<SheetName>(null);
  const [empty, setEmpty] = useState(false);
  const { keep, copy } = useTaking(pad, textRef);
  const { connection, people, ready } = view;
  const editable = view.role !== "view" && connection.is !== "ended";
  const onText = useCallback((text: PadText | null) => {
    textRef.current = text;
  }, [textRef]);
  const end = async () => {
    onReceipt(await api.end(pad, padKey));
    setSheet(null);
  };

  return (
    <div className="pad">
      <PadBar pad={pad} padKey={padKey} view={view} onSheet={setSheet} onCopy={copy} onKeep={keep} />
      <main className="paper">
        {!ready && <Lines />}
        {ready && (
          <Suspense fallback={<Lines />}>
            <Editor session={session} pad={pad} editable={editable} onText={onText} onEmpty={setEmpty} />
          </Suspense>
        )}
        {ready && editable && empty && <TemplatePicker onPick={(name) => textRef.current?.begin(name)} />}
      </main>
      {phone && !keyboard && editable && ready && (
        <ThumbBar onAdd={(kind) => textRef.current?.add(kind)} onUndo={() => textRef.current?.undo()} />
      )}
      <PadSheets sheet={sheet} pad={pad} padKey={padKey} people={people} me={me} onSheet={setSheet} onMe={onMe} onKeep={keep} onEnd={end} />
    </div>
  );
}
