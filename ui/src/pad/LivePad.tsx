/** The pad while it lives: bar, lines of state, text, and the sheets that lie over it. */
import { lazy, Suspense, useCallback, useState, type RefObject } from "react";
import { api, type Receipt } from "../api";
import { copyText, keepFile, useKeyboard, usePhone } from "../kit/device";
import { Icon } from "../kit/Icon";
import { toast } from "../kit/Toast";
import { LifeChip } from "../life/LifeChip";
import { Avatars } from "../people/Avatars";
import type { Me } from "../people/me";
import { NameDialog } from "../people/NameDialog";
import { PeopleList } from "../people/PeopleList";
import { ShareSheet } from "../share/ShareSheet";
import { t } from "../strings";
import type { PadText } from "./Editor";
import { EndSheet } from "./EndSheet";
import { MoreMenu } from "./MoreMenu";
import type { PadSession, SessionView } from "./session";
import { Brand, Lines } from "./Skeleton";
import { StateLines } from "./StateLines";
import { TemplatePicker } from "./TemplatePicker";
import { ThumbBar } from "./ThumbBar";

const Editor = lazy(() => import("./Editor"));

/** How many circles fit into the bar. */
const AVATARS = { desktop: 4, phone: 2 };

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

type SheetName = "share" | "people" | "name" | "end" | null;

export function LivePad({ pad, padKey, view, session, me, onMe, textRef, onReceipt }: LivePadProps) {
  const phone = usePhone();
  const keyboard = useKeyboard();
  const [sheet, setSheet] = useState<SheetName>(null);
  const [empty, setEmpty] = useState(false);
  const close = () => setSheet(null);
  const { connection, life, people, role } = view;
  const editable = role !== "view" && connection.is !== "ended";
  const onText = useCallback((next: PadText | null) => {
    textRef.current = next;
  }, [textRef]);

  const keep = () => {
    keepFile(`${pad}.md`, textRef.current?.markdown() ?? "");
    toast(t.more.kept);
  };
  const copy = async () => {
    if (await copyText(textRef.current?.markdown() ?? "")) toast(t.more.copied);
    else keep(); // a browser that refuses to copy still hands out files
  };
  const endNow = async () => {
    onReceipt(await api.end(pad, padKey));
    close();
  };

  const chip = (
    <LifeChip
      connection={connection.is}
      fading={life.state === "fading"}
      ttl_s={life.ttl_s}
      endsAt={view.endingAt ?? life.endsAt}
      startedAt={life.startedAt}
      saved={savedWord(view)}
    />
  );

  return (
    <div className="pad">
      <div className="top">
        <header className="bar">
          <Brand pad={pad} />
          <span className="space" />
          {!phone && chip}
          <Avatars people={people} most={phone ? AVATARS.phone : AVATARS.desktop} onOpen={() => setSheet("people")} />
          {role !== "view" && (
            <button type="button" className={phone ? "button button-icon" : "button button-main"} aria-label={t.pad.share} onClick={() => setSheet("share")}>
              <Icon name="share" />
              {!phone && t.pad.share}
            </button>
          )}
          <MoreMenu
            host={role === "host"}
            onPeople={() => setSheet("people")}
            onCopy={() => void copy()}
            onKeep={keep}
            onEnd={() => setSheet("end")}
            newPadHref={role === "host" ? `/new#${padKey}` : null}
          />
        </header>
        {phone && <div className="under-bar">{chip}</div>}
        <StateLines view={view} />
      </div>
      <main className="paper" data-ready={view.ready || undefined}>
        {!view.ready && <Lines />}
        {view.ready && (
          <Suspense fallback={<Lines />}>
            <Editor session={session} pad={pad} editable={editable} onText={onText} onEmpty={setEmpty} />
          </Suspense>
        )}
        {view.ready && editable && empty && <TemplatePicker onPick={(name) => textRef.current?.begin(name)} />}
      </main>
      {phone && !keyboard && editable && view.ready && (
        <ThumbBar onAdd={(kind) => textRef.current?.add(kind)} onUndo={() => textRef.current?.undo()} />
      )}

      {sheet === "share" && <ShareSheet pad={pad} padKey={padKey} onClose={close} />}
      {sheet === "people" && <PeopleList people={people} onRename={() => setSheet("name")} onClose={close} />}
      {sheet === "name" && (
        <NameDialog me={me} title={t.name.change} action={t.name.keep} onClose={close} onDone={(next) => { onMe(next); close(); }} />
      )}
      {sheet === "end" && <EndSheet others={people.length} onKeep={keep} onEnd={endNow} onClose={close} />}
    </div>
  );
}

function savedWord({ role, unsaved, connection }: SessionView): "saved" | "sending" | "waiting" | "reading" {
  if (role === "view") return "reading";
  if (!unsaved) return "saved";
  return connection.is === "live" ? "sending" : "waiting";
}
