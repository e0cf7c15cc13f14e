/** One pad of this computer: its ring, its name, its life in words, who is there, and what its host can do. */
import { useNow } from "../kit/device";
import { Icon } from "../kit/Icon";
import { Menu, MenuItem } from "../kit/Menu";
import { Ring } from "../kit/Ring";
import { chipOf } from "../life/life";
import { Faces } from "../people/Avatars";
import { padPath } from "../routes";
import { t } from "../strings";
import { s } from "../strings/share";
import { h } from "../strings/host";
import type { Hosted } from "./hosted";

/** The ring moves once a second at most. */
const TICK_MS = 1000;
/** Circles that fit beside the name on a phone. */
const FACES = 3;

interface HostedRowProps {
  pad: Hosted;
  onKeep: () => void;
  onEnd: () => void;
  onRename: () => void;
}

export function HostedRow({ pad, onKeep, onEnd, onRename }: HostedRowProps) {
  const { name, title, key, people, knocks, faces, life } = pad;
  const called = title ?? name;
  const now = useNow(TICK_MS);
  const { text, tone, left } = chipOf({ connection: "live", life, now, phone: false });
  const fading = life.state === "fading" && life.fades;
  const here =
    people > 0
      ? faces.length > 0
        ? null
        : t.start.nearPeople(people)
      : life.state === "waiting"
        ? t.start.nearWaiting
        : h.nobody;
  return (
    <li className="home-pad">
      <Ring left={left} tone={tone} />
      <div className="home-words">
        {key ? <a href={padPath(name, key)}>{called}</a> : <b>{called}</b>}
        <p className={tone === "ember" ? "home-ember" : "quiet"}>
          {[title && name, text, here, key ? null : h.elsewhere].filter(Boolean).join(" · ")}
        </p>
        <p className="home-knocks" role="status">
          {knocks > 0 && (
            <>
              <Icon name="door" />
              {h.knocks(knocks)}
            </>
          )}
        </p>
      </div>
      {people > 0 && faces.length > 0 && <Faces faces={faces} count={people} most={FACES} />}
      {key && (knocks > 0 || fading) && (
        <span className="home-acts">
          {knocks > 0 && (
            <a
              className="button button-main"
              href={padPath(name, key)}
              aria-label={h.letInOne(called)}
            >
              {h.letIn}
            </a>
          )}
          {fading && (
            <button
              type="button"
              className="button"
              aria-label={h.keepOne(called)}
              onClick={onKeep}
            >
              {h.keep}
            </button>
          )}
        </span>
      )}
      {key && (
        <Menu label={h.more(called)} icon="more">
          <MenuItem icon="page" onClick={() => location.assign(padPath(name, key))}>
            {h.open}
          </MenuItem>
          <MenuItem icon="pen" onClick={onRename}>
            {h.rename}
          </MenuItem>
          <MenuItem
            icon="wall"
            onClick={() => window.open(`/wall/${name}#${key}`, "_blank", "noopener")}
          >
            {s.wall}
          </MenuItem>
          <MenuItem icon="end" danger onClick={onEnd}>
            {t.more.end}
          </MenuItem>
        </Menu>
      )}
    </li>
  );
}
