/** The sheets that lie over the text, one at a time. */
import { Suspense } from "react";
import { timeOfDay } from "../kit/device";
import { lazy } from "../kit/lazy";
import { endTime, type Countdown, type Life } from "../life/life";
import { NameDialog } from "../people/NameDialog";
import { t } from "../strings";
import type { CallReason } from "../take/LastCall";
import { usePad, useSheets, useView } from "./context";
import type { SessionView } from "./session";
import type { Answers } from "./useLastCall";

const LifeSheet = lazy(() => import("../life/LifeSheet"));
const EndSheet = lazy(() => import("../life/EndSheet"));
const HostPeople = lazy(() => import("./HostPeople"));

/** Fetched when it is opened. */
const GuestPeople = lazy(() => import("./GuestPeople"));
const ShareSheet = lazy(() => import("../share/ShareSheet"));
const DeviceSheet = lazy(() => import("../share/DeviceSheet"));
const HandOver = lazy(() => import("../share/HandOver"));
const Outline = lazy(() => import("./outline/Outline"));
const Take = lazy(() => import("./Take"));
const LastCall = lazy(() => import("../take/LastCall"));
const KeySheet = lazy(() => import("./keys/KeySheet"));
const LanguageSheet = lazy(() => import("../kit/LanguageSheet"));
const FinalCall = lazy(() => import("../take/FinalCall"));

export type SheetName =
  | "share"
  | "device"
  | "people"
  | "outline"
  | "name"
  | "keys"
  | "language"
  | "life"
  | "end"
  | "handOver"
  | "take"
  | "bring"
  | "countdown"
  | CallReason
  | null;

/** A sheet that has not come yet comes in a moment, over the text as it stands. `answers`: this person's, to the call that runs. */
export const PadSheets = ({ answers }: { answers: Answers }) => (
  <Suspense fallback={null}>
    <Shown answers={answers} />
  </Suspense>
);

function Shown({ answers }: { answers: Answers }) {
  const { sheet } = useSheets();
  const view = useView();
  switch (sheet) {
    case null:
      return null;
    case "share":
      return <Share />;
    case "device":
      return <Device />;
    case "people":
      return view.role === "host" ? <HostPeople /> : <GuestPeople />;
    case "outline":
      return <Outline />;
    case "name":
      return <Name />;
    case "keys":
      return <KeySheet />;
    case "language":
      return <Languages />;
    case "life":
      return <HowLong />;
    case "end":
      return <End />;
    case "handOver":
      return <Leaving />;
    case "take":
    case "bring":
      return <Take way={sheet === "take" ? "out" : "in"} />;
    case "countdown":
      return view.life.countdown && <Final call={view.life.countdown} answers={answers} />;
    default:
      return <Call key={sheet} why={sheet} />;
  }
}

const Languages = () => <LanguageSheet onClose={useSheets().close} />;

function Share() {
  const { pad, entry } = usePad();
  const { open, close } = useSheets();
  return (
    <ShareSheet
      pad={pad}
      padKey={entry.key}
      link={entry.link}
      onDevice={() => open("device")}
      onClose={close}
    />
  );
}

function Leaving() {
  const { pad, entry } = usePad();
  const { close } = useSheets();
  return <HandOver pad={pad} padKey={entry.key} link={entry.link} onClose={close} />;
}

function Device() {
  const { pad, entry, me } = usePad();
  const devices = useView().people.find((person) => person.me)?.devices ?? 1;
  const { close } = useSheets();
  return <DeviceSheet pad={pad} padKey={entry.key} me={me} devices={devices} onClose={close} />;
}

function Name() {
  const { me, rename } = usePad();
  const { close } = useSheets();
  return (
    <NameDialog
      me={me}
      title={t.name.change}
      action={t.name.keep}
      onClose={close}
      onDone={(next) => {
        rename(next);
        close();
      }}
    />
  );
}

function HowLong() {
  const { entry, session } = usePad();
  const view = useView();
  const { open, close } = useSheets();
  return (
    <LifeSheet
      life={view.life}
      saved={savedWord(view)}
      host={view.role === "host"}
      saves={entry.info.saves}
      connection={view.connection}
      onWish={(wish) => session.steer({ t: "keep", ...wish })}
      onEnd={() => open("end")}
      onClose={close}
    />
  );
}

function End() {
  const { entry, session, taking } = usePad();
  const { people, connection } = useView();
  const { close } = useSheets();
  return (
    <EndSheet
      people={people.length}
      lastCall_s={entry.info.last_call_s}
      saves={entry.info.saves}
      live={connection.is === "live"}
      onKeep={taking.keep}
      onEnd={() => session.steer({ t: "end" })}
      onClose={close}
    />
  );
}

function Final({ call, answers }: { call: Countdown; answers: Answers }) {
  const { entry, session, me, taking } = usePad();
  const { role, people } = useView();
  const host = role === "host";
  const asked = !call.excused.includes(people.find((person) => person.me)?.id ?? "");
  const { close } = useSheets();
  return (
    <FinalCall
      title={asked ? whoEnds(call, host ? me.name : null) : t.call.youEnd}
      call={{ ...call, asked }}
      host={host}
      saves={entry.info.saves}
      chosen={answers.chosen}
      onCopy={() => void taking.copy().then((copied) => answers.choose(copied ? "copy" : "file"))}
      onFile={(form) => {
        taking.file(form);
        answers.choose("file");
      }}
      onNone={() => answers.choose("none")}
      onMore={answers.more}
      onStay={() => session.steer({ t: "stay" })}
      onClose={close}
    />
  );
}

/** By name where it is known; `host` is the name of a host who reads this. */
function whoEnds({ why, by }: Countdown, host: string | null): string {
  if (why !== "host" || by === null) return t.call.why[why];
  return by === host ? t.call.youEnd : t.call.ends(by);
}

function Call({ why }: { why: CallReason }) {
  const { entry, taking, leave } = usePad();
  const view = useView();
  const { open, close } = useSheets();
  return (
    <LastCall
      why={why}
      lead={leadOf(why, view, entry.info.saves)}
      host={view.role === "host"}
      onCopy={() => void taking.copy()}
      onKeep={taking.keep}
      onPage={taking.page}
      onForms={() => open("take")}
      onLeave={leave}
      onClose={close}
    />
  );
}

function leadOf(why: CallReason, { life, unsaved, left }: SessionView, saves: boolean): string {
  if (why === "unsent") {
    const since = timeOfDay(unsaved ?? left?.since ?? new Date());
    return left?.words ? t.call.leftOut(since) : t.call.unsent(since);
  }
  const end = endOf(life);
  if (why === "soon") return t.call.soon(end ?? t.lessThanAMinute);
  if (life.fades) return t.call.leaving(life.ttl_s, saves);
  return end ? t.call.leavingUntil(end, saves) : t.call.leavingKept;
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
