/** The sheets that lie over the text, one at a time. */
import { lazy, Suspense } from "react";
import { timeOfDay } from "../kit/device";
import { endTime, type Countdown, type Life } from "../life/life";
import type { Me } from "../people/me";
import { NameDialog } from "../people/NameDialog";
import type { Entry } from "../people/own";
import { PeopleList } from "../people/PeopleList";
import { t } from "../strings";
import type { CallReason } from "../take/LastCall";
import type { Misfits } from "./misfits";
import type { PadSession, SessionView } from "./session";
import type { Taking } from "./taking";
import type { Answers } from "./useLastCall";

const LifeSheet = lazy(() => import("../life/LifeSheet"));
const EndSheet = lazy(() => import("../life/EndSheet"));
const HostPeople = lazy(() => import("./HostPeople"));
const ShareSheet = lazy(() => import("../share/ShareSheet"));
const DeviceSheet = lazy(() => import("../share/DeviceSheet"));
const LastCall = lazy(() => import("../take/LastCall"));
const FinalCall = lazy(() => import("../take/FinalCall"));

export type SheetName =
  "share" | "device" | "people" | "name" | "life" | "end" | "countdown" | CallReason | null;

interface PadSheetsProps {
  sheet: SheetName;
  pad: string;
  entry: Entry;
  view: SessionView;
  session: PadSession;
  me: Me;
  taking: Taking;
  answers: Answers;
  /** What can't be shown in the text, while the editor stands. */
  misfits: () => Misfits | undefined;
  onSheet: (sheet: SheetName) => void;
  onMe: (me: Me) => void;
  onLeave: () => void;
}

/** A sheet that has not come yet comes in a moment, over the text as it stands. */
export const PadSheets = (props: PadSheetsProps) => (
  <Suspense fallback={null}>
    <Shown {...props} />
  </Suspense>
);

function Shown(props: PadSheetsProps) {
  const { sheet, pad, entry, view, session, me, taking, onSheet, onMe, onLeave } = props;
  const close = () => onSheet(null);
  const live = view.connection.is === "live";
  switch (sheet) {
    case null:
      return null;
    case "share":
      return (
        <ShareSheet
          pad={pad}
          padKey={entry.key}
          link={entry.link}
          onDevice={() => onSheet("device")}
          onClose={close}
        />
      );
    case "device":
      return (
        <DeviceSheet
          pad={pad}
          padKey={entry.key}
          me={me}
          devices={view.people.find((person) => person.me)?.devices ?? 1}
          onClose={close}
        />
      );
    case "people": {
      const list = {
        people: view.people,
        onRename: () => onSheet("name"),
        onDevice: () => onSheet("device"),
        onClose: close,
      };
      if (view.role !== "host") return <PeopleList {...list} />;
      return (
        <HostPeople
          {...list}
          pad={pad}
          padKey={entry.key}
          session={session}
          misfits={props.misfits}
        />
      );
    }
    case "name": {
      const take = (next: Me) => {
        onMe(next);
        close();
      };
      return (
        <NameDialog
          me={me}
          title={t.name.change}
          action={t.name.keep}
          onClose={close}
          onDone={take}
        />
      );
    }
    case "life":
      return (
        <LifeSheet
          life={view.life}
          saved={savedWord(view)}
          host={view.role === "host"}
          live={live}
          onWish={(wish) => session.steer({ t: "keep", ...wish })}
          onEnd={() => onSheet("end")}
          onClose={close}
        />
      );
    case "end":
      return (
        <EndSheet
          people={view.people.length}
          lastCall_s={entry.info.last_call_s}
          live={live}
          onKeep={taking.keep}
          onEnd={() => session.steer({ t: "end" })}
          onClose={close}
        />
      );
    case "countdown":
      return view.life.countdown && <Final {...props} call={view.life.countdown} onClose={close} />;
    default:
      return <Call why={sheet} view={view} taking={taking} onLeave={onLeave} onClose={close} />;
  }
}

type FinalProps = Pick<PadSheetsProps, "view" | "session" | "me" | "taking" | "answers"> & {
  call: Countdown;
  onClose: () => void;
};

const Final = ({ view, session, me, taking, answers, call, onClose }: FinalProps) => (
  <FinalCall
    title={whoEnds(call, view.role === "host" ? me.name : null)}
    call={call}
    host={view.role === "host"}
    chosen={answers.chosen}
    onCopy={() => void taking.copy().then((copied) => answers.choose(copied ? "copy" : "file"))}
    onFile={(form) => {
      if (form === "page") taking.page();
      else taking.keep();
      answers.choose("file");
    }}
    onNone={() => answers.choose("none")}
    onMore={answers.more}
    onStay={() => session.steer({ t: "stay" })}
    onClose={onClose}
  />
);

/** By name where it is known; `host` is the name of a host who reads this. */
function whoEnds({ why, by }: Countdown, host: string | null): string {
  if (why !== "host" || by === null) return t.call.why[why];
  return by === host ? t.call.youEnd : t.call.ends(by);
}

type CallProps = Pick<PadSheetsProps, "view" | "taking" | "onLeave"> & {
  why: CallReason;
  onClose: () => void;
};

const Call = ({ why, view, taking, onLeave, onClose }: CallProps) => (
  <LastCall
    key={why}
    why={why}
    lead={leadOf(why, view)}
    host={view.role === "host"}
    onCopy={() => void taking.copy()}
    onKeep={taking.keep}
    onPage={taking.page}
    onLeave={onLeave}
    onClose={onClose}
  />
);

function leadOf(why: CallReason, { life, unsaved }: SessionView): string {
  if (why === "unsent") return t.call.unsent(timeOfDay(unsaved ?? new Date()));
  const end = endOf(life);
  if (why === "soon") return t.call.soon(end ?? t.lessThanAMinute);
  if (life.fades) return t.call.leaving(life.ttl_s);
  return end ? t.call.leavingUntil(end) : t.call.leavingKept;
}

const endOf = ({ endsAt }: Life): string | null =>
  endsAt === null ? null : endTime(endsAt, performance.now());

function savedWord({
  role,
  unsaved,
  held,
  connection,
}: SessionView): "saved" | "sending" | "waiting" | "held" | "reading" {
  if (role === "view") return "reading";
  if (!unsaved) return "saved";
  if (held && connection.is === "live") return "held";
  return connection.is === "live" ? "sending" : "waiting";
}
