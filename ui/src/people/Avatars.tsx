/** Round pictures of who is here: some, then "+n"; a tap opens the list. */
import { t } from "../strings";
import { initials, type Person } from "./presence";

/** What of a person is in the circle. */
export type Face = Pick<Person, "name" | "color">;

/** One person's circle. */
export const Avatar = ({ person }: { person: Face }) => (
  <span className="avatar" style={{ background: person.color }} aria-hidden="true">
    {initials(person.name)}
  </span>
);

/** `most` circles, then how many more there are. */
export function Avatars({
  people,
  most,
  onOpen,
}: {
  people: Person[];
  most: number;
  onOpen: () => void;
}) {
  if (people.length === 0) return null;
  const shown = people.length > most ? people.slice(0, most) : people;
  const names = people
    .map(({ name, role }) => t.people.named(name || t.people.nameless, role === "host"))
    .join(", ");
  return (
    <button type="button" className="avatars" onClick={onOpen}>
      {/* text, not a label in its place: a label would have to hold the initials that are seen */}
      <span className="unseen">{`${t.people.open(people.length)}: ${names}`}</span>
      {shown.map((person) => (
        <Avatar key={person.id} person={person} />
      ))}
      {people.length > shown.length && (
        <span className="avatar avatar-more" aria-hidden="true">
          {t.people.more(people.length - shown.length)}
        </span>
      )}
    </button>
  );
}

/** The same where only the first few are known: who they are by name, and how many more. */
export function Faces({ faces, count, most }: { faces: Face[]; count: number; most: number }) {
  const shown = faces.slice(0, most);
  const more = count - shown.length;
  return (
    <ul className="faces" aria-label={t.people.open(count)}>
      {shown.map((face, at) => (
        <li key={`${at} ${face.name}`}>
          <Avatar person={face} />
          <span className="unseen">{face.name}</span>
        </li>
      ))}
      {more > 0 && <li className="avatar avatar-more">{t.people.more(more)}</li>}
    </ul>
  );
}
