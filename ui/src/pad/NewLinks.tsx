/** New links, at the foot of a host's list of people: whoever has an old one is out until they scan again. */
import { useEffect, useState } from "react";
import type { Role } from "../api";
import { go } from "../kit/navigation";
import { roleOfKey } from "../kit/padKeys";
import { toast } from "../kit/Toast";
import { renewed } from "../people/entry";
import { padPath } from "../routes";
import { usePadInfo } from "../share/padInfo";
import { Segments } from "../kit/Segments";
import { n } from "../strings/newLinks";
import { usePad, useView } from "./context";
import { Foot, Sure } from "./Foot";

/** By the new host's link this page goes on, once all that it wrote has arrived: the old one opens nothing any more. */
function useNewHostLink(): void {
  const { pad, entry } = usePad();
  const { newLinks, unsaved, connection } = useView();
  const goes =
    newLinks?.role === "host" && newLinks.by === null && !unsaved && connection.is === "live";
  useEffect(() => {
    if (!goes) return;
    let gone = false;
    void renewed(pad, entry.key).then((link) => {
      if (gone || link === null || link === entry.link) return;
      toast(n.made("host", null));
      go(padPath(pad, link));
    });
    return () => {
      gone = true;
    };
  }, [goes, pad, entry]);
}

export function NewLinks() {
  useNewHostLink();
  const { session } = usePad();
  const { newLinks } = useView();
  const [asking, setAsking] = useState(false);
  if (asking)
    return (
      <Which
        onMake={(role) => {
          session.steer({ t: "new_links", role });
          setAsking(false);
        }}
        onKeep={() => setAsking(false)}
      />
    );
  const what = newLinks ? n.made(newLinks.role, newLinks.by) : n.what;
  return <Foot icon="again" open={n.open} what={what} told onOpen={() => setAsking(true)} />;
}

/** The second question: of which links, and what becomes of those who came by them. */
function Which({ onMake, onKeep }: { onMake: (role: Role) => void; onKeep: () => void }) {
  const [role, setRole] = useState<Role>("edit");
  const live = useView().connection.is === "live";
  const { pad, entry } = usePad();
  const closed = usePadInfo(pad, entry.key).info?.door === "closed";
  return (
    <Sure
      title={n.title}
      what={live ? `${n.whatOf[role]} ${closed && role !== "host" ? n.closed : ""}` : n.away}
      keep={n.keep}
      act={n.make}
      may={live}
      onKeep={onKeep}
      onAct={() => onMake(role)}
    >
      <Segments
        label={n.which}
        options={[
          ["edit", n.of.edit],
          ["view", n.of.view],
          ...(roleOfKey(entry.key) === "host" ? [["host", n.of.host] as const] : []),
        ]}
        value={role}
        onChange={setRole}
      />
    </Sure>
  );
}
