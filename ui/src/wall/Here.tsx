/** Who is here, in the order of their coming; the newest is named. */
import { Avatar } from "../people/Avatars";
import type { Person } from "../people/presence";
import { t } from "../strings";
import { w } from "../strings/wall";

/** Up to so many have room for their names. */
const NAMED = 8;
/** More circles than this would push the rest off the wall. */
const CIRCLES = 20;

const nameOf = ({ name }: Person): string => name || t.people.nameless;

/** `waiting`: nobody has been here yet. */
export function Here({ people, newest, waiting }: { people: Person[]; newest: string | null; waiting: boolean }) {
  const named = people.length <= NAMED;
  const newcomer = people.find(({ id }) => id === newest);
  const shown = named ? people : people.slice(-CIRCLES);
  const hidden = people.length - shown.length;
  return (
    <div className="wall-here">
      <p className="unseen" role="status">{newcomer && w.here(nameOf(newcomer))}</p>
      {waiting && <p className="quiet">{w.nobody}</p>}
      <ul className={named ? "wall-people" : "wall-people wall-people-many"} aria-label={t.people.title}>
        {hidden > 0 && <li className="wall-more">{t.people.more(hidden)}</li>}
        {shown.map((person) => (
          <li key={person.id} className={person.id === newest ? "wall-newest" : ""}>
            <Avatar person={person} />
            <span className={named ? "" : "unseen"}>{person.id === newest && named ? w.here(nameOf(person)) : nameOf(person)}</span>
          </li>
        ))}
      </ul>
      {!named && <p className={newcomer ? "wall-newest" : "quiet"}>{newcomer ? w.here(nameOf(newcomer)) : t.people.open(people.length)}</p>}
    </div>
  );
}
