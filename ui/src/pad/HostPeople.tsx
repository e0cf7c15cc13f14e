/** The list of people as a host sees it: what they may do, who brought what can't be shown, who fills the pad, and tried codes. */
import { Fragment, useEffect, useState } from "react";
import type { PadInfo } from "../api";
import { Icon } from "../kit/Icon";
import { PressedName } from "../kit/Name";
import { Avatar } from "../people/Avatars";
import { colourFor } from "../people/colours";
import { PeopleList } from "../people/PeopleList";
import { personAt, type Person } from "../people/presence";
import { usePadInfo } from "../share/padInfo";
import { t } from "../strings";
import { b } from "../strings/brought";
import { Afresh } from "./Afresh";
import { broughtBy, writersOf, type Brought } from "./brought";
import { usePad, useSheets } from "./context";
import type { Misfit, Removed } from "./misfits";
import { FollowButton } from "./follow/FollowButton";
import { NewLinks } from "./NewLinks";
import { useDeciding } from "./useDeciding";

/** The text is looked through at most this often (ms), while the list is open. */
const LOOK_MS = 200;

/** What can't be shown now. */
function useMisfits(): readonly Misfit[] {
  const { session, text } = usePad();
  const [all, setAll] = useState<readonly Misfit[]>(() => text()?.misfits?.all() ?? []);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      setAll(text()?.misfits?.all() ?? []);
    };
    const changed = () => void (timer ??= setTimeout(look, LOOK_MS));
    session.doc.on("update", changed);
    return () => {
      clearTimeout(timer);
      session.doc.off("update", changed);
    };
  }, [session, text]);
  return all;
}

export default function HostPeople() {
  const { pad, entry, session, text } = usePad();
  const { people, above, sign, act, over } = useDeciding();
  const { open, close } = useSheets();
  const all = useMisfits();
  const { info, writers } = usePadInfo(pad, entry.key, writersOf(all));
  const [removed, setRemoved] = useState<Removed | null>(null);
  const states = session.provider.awareness.getStates();
  const rows = info ? broughtBy(all, info, writers, (client) => personAt(states, client)) : [];
  const isListed = ({ of }: Brought) => people.some(({ id }) => id === of);
  const acts = {
    onShow: (misfit: Misfit) => {
      text()?.misfits?.show(misfit);
      if (!matchMedia("(min-width: 641px)").matches) close(); // there the list lies over the text
    },
    onRemove: (those: readonly Misfit[]) => setRemoved(text()?.misfits?.remove(those) ?? null),
  };
  const below = ({ id, name }: Person) =>
    rows
      .filter(({ of }) => of === id)
      .map((row) => <Told key={id} row={row} name={name || t.people.nameless} {...acts} />);
  return (
    <>
      <PeopleList
        people={people}
        onRename={() => open("name")}
        onDevice={() => open("device")}
        onClose={close}
        below={below}
        sign={sign}
        way={FollowButton}
        act={act}
        foot={
          <>
            <NewLinks />
            <Afresh />
          </>
        }
        above={
          <>
            {above}
            {info?.guessing && (
              <p className="people-note">{b.guessing(info.guessing.wrong, info.guessing.ago_s)}</p>
            )}
            {!!info?.readers && <Followers count={info.readers} of={info.followers ?? []} />}
            {removed?.isLast() && <Back removed={removed} onDone={() => setRemoved(null)} />}
          </>
        }
        more={rows
          .filter((row) => !isListed(row))
          .map((row) => (
            <li key={row.of}>
              <Missing row={row} />
              <Told row={row} name={nameOf(row)} {...acts} />
            </li>
          ))}
      />
      {over}
    </>
  );
}

const nameOf = ({ name, missing }: Brought): string =>
  name ?? (missing === null ? t.people.nameless : b[missing]);

/** So many programs are told by name: with more the line would be a list of its own. */
const NAMED = 5;

/** Programs that read along without a place in the list, by what they call themselves. */
function Followers({ count, of }: { count: number; of: NonNullable<PadInfo["followers"]> }) {
  const names = of.flatMap(({ name }) => (name === null ? [] : [name])).slice(0, NAMED);
  const more = count - names.length;
  return (
    <p className="people-note">
      <span>
        {b.readers(count)}
        {names.map((name, n) => (
          <Fragment key={n}>
            {n === 0 ? ": " : ", "}
            <bdi>{name}</bdi>
          </Fragment>
        ))}
        {names.length > 0 && more > 0 && `, ${b.more(more)}`}.
      </span>
    </p>
  );
}

/** Somebody who is not in the list. */
function Missing({ row }: { row: Brought }) {
  const name = nameOf(row);
  return (
    <>
      <Avatar person={{ name: row.name ?? "", color: colourFor(name) }} />
      <PressedName className="people-name" of={name} />
      {row.name !== null && row.missing === "left" && <span className="quiet">{b.hasLeft}</span>}
    </>
  );
}

/** What was removed last, and the way back. */
const Back = ({ removed, onDone }: { removed: Removed; onDone: () => void }) => (
  <p className="people-note" role="status">
    <span>{b.removed}</span>
    <button
      type="button"
      className="button button-small"
      autoFocus // the button that was pressed is gone
      onClick={() => {
        removed.bringBack();
        onDone();
      }}
    >
      <Icon name="undo" />
      {b.bringBack}
    </button>
  </p>
);

interface ToldProps {
  row: Brought;
  name: string;
  onShow: (misfit: Misfit) => void;
  onRemove: (those: readonly Misfit[]) => void;
}

/** Two lines below a name. */
const Told = ({ row, ...rest }: ToldProps) => (
  <div className="people-told">
    {row.fills && (
      <span className="people-fills">
        {[b.fills(Math.round(row.fills.share * 100)), row.fills.unseen && b.unseen]
          .filter(Boolean)
          .join(", ")}
      </span>
    )}
    {row.misfits.length > 0 && <Parts misfits={row.misfits} {...rest} />}
  </div>
);

/** The parts that somebody brought: shown one after the other, and removed after a second question. */
function Parts({
  misfits,
  name,
  onShow,
  onRemove,
}: Omit<ToldProps, "row"> & { misfits: readonly Misfit[] }) {
  const [asking, setAsking] = useState(false);
  const [next, setNext] = useState(0);
  const show = () => {
    onShow(misfits[next % misfits.length] as Misfit);
    setNext(next + 1);
  };
  const whose = <span className="unseen"> {b.of(name)}</span>;
  return (
    <>
      <span role="status">{asking ? b.sure(misfits.length) : b.parts(misfits.length)}</span>
      {asking ? (
        <span className="people-acts">
          <button
            type="button"
            key="sure"
            className="button button-small"
            autoFocus
            onClick={() => onRemove(misfits)}
          >
            {b.remove}
            {whose}
          </button>
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => setAsking(false)}
          >
            {b.keep}
            {whose}
          </button>
        </span>
      ) : (
        <span className="people-acts">
          <button type="button" className="button button-small" onClick={show}>
            {b.show}
            {whose}
          </button>
          <button
            type="button"
            key="ask"
            className="button button-quiet button-small"
            onClick={() => setAsking(true)}
          >
            {b.remove}
            {whose}
          </button>
        </span>
      )}
    </>
  );
}
