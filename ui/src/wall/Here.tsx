/** Who is here, in the order of their coming; the newest is named. */
import { Icon } from "../kit/Icon";
import { Name } from "../kit/Name";
import { Avatar } from "../people/Avatars";
import type { Hand, Hands } from "../people/hands";
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

/** Beside the text: in so many circles, the last for how many more there are. Nobody is named, and nothing moves. */
const BESIDE_TEXT = 10;

export function Circles({ people }: { people: Person[] }) {
  const most = people.length > BESIDE_TEXT ? BESIDE_TEXT - 1 : BESIDE_TEXT;
  const hidden = Math.max(0, people.length - most);
  return (
    <ul className="wall-circles" aria-label={t.people.title}>
      {people.slice(0, most).map((person) => (
        <li key={person.id}>
          <Avatar person={person} />
          <span className="unseen">{nameOf(person)}</span>
        </li>
      ))}
      {hidden > 0 && (
        <li>
          <span className="avatar avatar-more">{t.people.more(hidden)}</span>
        </li>
      )}
    </ul>
  );
}

/** In one line who asks to write: so many names, and how many more. */
const ASKING = 3;

export function Asking({ hands, people }: { hands: Hands; people: Person[] }) {
  const called = ({ person, name }: Hand) =>
    people.find(({ id }) => id === person)?.name || name || t.people.nameless;
  const shown = hands.of.slice(0, ASKING);
  const more = hands.count - shown.length;
  return (
    <p className="wall-asking" role="status">
      {hands.count > 0 && <Icon name="hand" />}
      {hands.count > 1 && <span>{w.ask(hands.count)} </span>}
      {shown.map((hand) => (
        <b key={hand.person}>
          <Name of={called(hand)} />{" "}
        </b>
      ))}
      {hands.count === 1 && <span>{w.asks}</span>}
      {more > 0 && <span>{t.people.more(more)}</span>}
    </p>
  );
}

/** A long name is cut, but not that its owner has come. */
const Named = ({ name, here }: { name: string; here: boolean }) => (
  <span className="wall-person">
    <Name of={name} />
    {here && <span> {w.isHere}</span>}
  </span>
);
