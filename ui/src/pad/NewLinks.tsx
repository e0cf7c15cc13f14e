/** New links, at the foot of a host's list of people: whoever has an old one is out until they scan again. */
import { useState } from "react";
import { Icon } from "../kit/Icon";
import { Segments } from "../kit/Segments";
import { n } from "../strings/newLinks";
import { usePad, useView } from "./context";

type Role = "edit" | "view";

export function NewLinks() {
  const { session } = usePad();
  const { newLinks } = useView();
  const [asking, setAsking] = useState(false);
  if (asking)
    return (
      <Sure
        onMake={(role) => {
          session.steer({ t: "new_links", role });
          setAsking(false);
        }}
        onKeep={() => setAsking(false)}
      />
    );
  return (
    <div className="people-foot">
      <button type="button" className="button button-small" onClick={() => setAsking(true)}>
        <Icon name="again" />
        {n.open}
      </button>
      <span className="quiet" role="status">
        {newLinks ? n.made(newLinks.role, newLinks.by) : n.what}
      </span>
    </div>
  );
}

/** The second question: of which links, and what becomes of those who came by them. */
function Sure({ onMake, onKeep }: { onMake: (role: Role) => void; onKeep: () => void }) {
  const [role, setRole] = useState<Role>("edit");
  const live = useView().connection.is === "live";
  return (
    <div className="people-foot people-sure" role="group" aria-label={n.title}>
      <Segments
        label={n.which}
        options={[
          ["edit", n.of.edit],
          ["view", n.of.view],
        ]}
        value={role}
        onChange={setRole}
      />
      <span className="quiet" role="status">
        {live ? n.whatOf[role] : n.away}
      </span>
      <span className="people-acts">
        <button
          type="button"
          className="button"
          autoFocus // the button that was pressed is gone
          onClick={onKeep}
        >
          {n.keep}
        </button>
        <button
          type="button"
          className="button button-main"
          disabled={!live}
          onClick={() => onMake(role)}
        >
          {n.make}
        </button>
      </span>
    </div>
  );
}
