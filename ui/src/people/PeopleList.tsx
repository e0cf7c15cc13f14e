/** The list of who is here, and the way to another name. */
import { Icon } from "../kit/Icon";
import { Name } from "../kit/Name";
import { Sheet } from "../kit/Sheet";
import { t } from "../strings";
import { Avatar } from "./Avatars";
import type { Person } from "./presence";

export function PeopleList({ people, onRename, onClose }: { people: Person[]; onRename: () => void; onClose: () => void }) {
  return (
    <Sheet kind="drawer" title={t.people.title} closeLabel={t.close} onClose={onClose}>
      <ul className="people">
        {people.map((person) => (
          <li key={person.id}>
            <Avatar person={person} />
            <Name className="people-name" of={person.name || t.people.nameless} />
            <span className="quiet">{notes(person)}</span>
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={onRename}>
        <Icon name="pen" />
        {t.people.change}
      </button>
    </Sheet>
  );
}

const notes = ({ me, reads, devices }: Person): string =>
  [me && t.people.you, reads && t.people.reads, devices > 1 && t.people.devices(devices)].filter(Boolean).join(" · ");
