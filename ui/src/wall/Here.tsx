/** Who is here, in the order of their coming; the newest is named. */
import { Name } from "../kit/Name";
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
export function Here({
  people,
  newest,
  waiting,
}: {
  people: Person[];
  newest: string | null;
  waiting: boolean;
}) {
  const named = people.length <= NAMED;
  const newcomer = people.find(({ id }) => id === newest);
  const shown = named ? people : people.slice(-CIRCLES);
  const hidden = people.length - shown.length;
  return (
    <div className="wall-here">
      <p className="unseen" role="status">
        {newcomer && w.here(nameOf(newcomer))}
      </p>
      {waiting && <p className="quiet">{w.nobody}</p>}
      <ul
        className={named ? "wall-people" : "wall-people wall-people-many"}
        aria-label={t.people.title}
      >
        {hidden > 0 && <li className="wall-more">{t.people.more(hidden)}</li>}
        {shown.map((person) => (
          <li key={person.id} className={person.id === newest ? "wall-newest" : ""}>
            <Avatar person={person} />
            {named ? (
              <Named name={nameOf(person)} here={person.id === newest} />
            ) : (
              <span className="unseen">{nameOf(person)}</span>
            )}
          </li>
        ))}
      </ul>
      {!named && newcomer && (
        <p className="wall-newest">
          <Named name={nameOf(newcomer)} here />
        </p>
      )}
      {!named && !newcomer && <p className="quiet">{t.people.open(people.length)}</p>}
    </div>
  );
}

/** A long name is cut, but not that its owner has come. */
const Named = ({ name, here }: { name: string; here: boolean }) => (
  <span className="wall-person">
    <Name of={name} />
    {here && <span> {w.isHere}</span>}
  </span>
);
