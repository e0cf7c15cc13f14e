/** The list of who is here; beside oneself the ways to another name and to another device. */
import type { ComponentType, ReactNode } from "react";
import { Icon } from "../kit/Icon";
import { PressedName } from "../kit/Name";
import { Sheet } from "../kit/Sheet";
import { t } from "../strings";
import { Avatar } from "./Avatars";
import type { Person } from "./presence";

interface PeopleListProps {
  people: Person[];
  onRename: () => void;
  onDevice: () => void;
  onClose: () => void;
  /** What a host is told: above all, below somebody, and of others who are not among the people. */
  above?: ReactNode;
  below?: (person: Person) => ReactNode;
  more?: ReactNode;
  /** Before somebody's role. */
  sign?: (person: Person) => ReactNode;
  /** What everyone may do about somebody, in their line. */
  way?: ComponentType<{ person: Person }>;
  /** What a host may decide about somebody, at the end of their line; then everyone's role is said. */
  act?: (person: Person) => ReactNode;
  foot?: ReactNode;
}

export function PeopleList({
  people,
  onRename,
  onDevice,
  onClose,
  above,
  below,
  more,
  sign,
  way: Way,
  act,
  foot,
}: PeopleListProps) {
  return (
    <Sheet
      kind="drawer"
      title={t.people.title}
      after={people.length}
      closeLabel={t.close}
      onClose={onClose}
    >
      {above}
      <ul className="people">
        {people.map((person) => (
          <li key={person.id} className={person.me ? "people-me" : undefined}>
            <Avatar person={person} />
            <PressedName className="people-name" of={person.name || t.people.nameless} />
            {sign?.(person)}
            <span className="quiet">{notes(person, act !== undefined)}</span>
            {Way && <Way person={person} />}
            {act?.(person)}
            {person.me && <Own onRename={onRename} onDevice={onDevice} />}
            {below?.(person)}
          </li>
        ))}
        {more}
      </ul>
      {foot}
    </Sheet>
  );
}

const Own = ({ onRename, onDevice }: Pick<PeopleListProps, "onRename" | "onDevice">) => (
  <div className="people-own">
    <button type="button" className="button button-small" onClick={onRename}>
      <Icon name="pen" />
      {t.people.change}
    </button>
    <button type="button" className="button button-small" onClick={onDevice}>
      <Icon name="phone" />
      {t.people.device}
    </button>
  </div>
);

/** `all`: also of those who simply write. */
const notes = ({ me, role, pencil, devices }: Person, all: boolean): string =>
  [
    pencil ? t.people.pencil : (all || role !== "edit") && t.people.roles[role],
    me && t.people.you,
    devices > 1 && t.people.devices(devices),
  ]
    .filter(Boolean)
    .join(" · ");
