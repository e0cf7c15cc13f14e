/** The rest: look, people, taking the text, and for the host the end. */
import { chooseLook, useLook, type Look } from "../kit/look";
import { Menu, MenuItem } from "../kit/Menu";
import { t } from "../strings";

interface MoreMenuProps {
  host: boolean;
  onPeople: () => void;
  onCopy: () => void;
  onKeep: () => void;
  onLeave: () => void;
  onEnd: () => void;
  newPadHref: string | null;
}

const LOOKS: readonly Look[] = ["system", "light", "dark"];

export function MoreMenu({
  host,
  onPeople,
  onCopy,
  onKeep,
  onLeave,
  onEnd,
  newPadHref,
}: MoreMenuProps) {
  const look = useLook();
  return (
    <Menu label={t.pad.more} icon="more">
      <MenuItem icon="people" onClick={onPeople}>
        {t.more.people}
      </MenuItem>
      <MenuItem icon="copy" onClick={onCopy}>
        {t.more.copy}
      </MenuItem>
      <MenuItem icon="keep" onClick={onKeep}>
        {t.more.keep}
      </MenuItem>
      <div className="menu-looks" role="group" aria-label={t.more.theme}>
        {LOOKS.map((value) => (
          <button
            key={value}
            type="button"
            role="menuitemradio"
            aria-checked={look.chosen === value}
            className={look.chosen === value ? "segment segment-on" : "segment"}
            onClick={() => chooseLook(value)}
          >
            {t.more[value]}
          </button>
        ))}
      </div>
      {host && (
        <MenuItem icon="list" onClick={() => location.assign("/")}>
          {t.more.pads}
        </MenuItem>
      )}
      {newPadHref && (
        <MenuItem icon="plus" onClick={() => window.open(newPadHref, "_blank", "noopener")}>
          {t.more.newPad}
        </MenuItem>
      )}
      <MenuItem icon="leave" onClick={onLeave}>
        {t.more.leave}
      </MenuItem>
      {host && (
        <MenuItem icon="end" danger onClick={onEnd}>
          {t.more.end}
        </MenuItem>
      )}
    </Menu>
  );
}
