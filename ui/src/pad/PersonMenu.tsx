/** What a host decides about one person: a menu at the end of their line, which opens beside the list. */
import { useEffect, useRef, useState, type CSSProperties } from "react";
import type { Role } from "../api";
import { Icon } from "../kit/Icon";
import { MenuItem, MenuList } from "../kit/MenuList";
import type { Person } from "../people/presence";
import { t } from "../strings";
import { d } from "../strings/deciding";

/** Between the menu and what it stands beside (px). */
const GAP_PX = 8;

/** Beside the list, on its own line; where the list takes the whole width, below the line or above it. */
function placeBeside(button: HTMLElement): CSSProperties {
  const at = button.getBoundingClientRect();
  const list = button.closest(".sheet")?.getBoundingClientRect() ?? at;
  const turned = getComputedStyle(button).direction === "rtl";
  const before = turned ? innerWidth - list.right : list.left;
  const beside = before > list.width;
  const up = at.top > innerHeight / 2;
  const gap = beside ? 0 : at.height + GAP_PX / 2;
  return {
    position: "fixed",
    insetInlineEnd: beside
      ? innerWidth - before + GAP_PX
      : turned
        ? at.left
        : innerWidth - at.right,
    overflowY: "auto",
    maxHeight: (up ? at.bottom : innerHeight - at.top) - gap - GAP_PX,
    ...(up ? { top: "auto", bottom: innerHeight - at.bottom + gap } : { top: at.top + gap }),
  };
}

interface PersonMenuProps {
  person: Person;
  disabled: boolean;
  onRole: (role: Role) => void;
  onPass: () => void;
  onShowOut: () => void;
}

export function PersonMenu({ person, disabled, onRole, onPass, onShowOut }: PersonMenuProps) {
  const [place, setPlace] = useState<CSSProperties | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const name = person.name || t.people.nameless;
  const isOpen = place !== null;
  const open = () => setPlace(button.current && placeBeside(button.current));
  const close = (byKey: boolean) => {
    setPlace(null);
    if (byKey) button.current?.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (!isOpen) return;
    const moved = () => setPlace(null);
    const list = button.current?.closest(".sheet");
    addEventListener("resize", moved);
    list?.addEventListener("scroll", moved);
    return () => {
      removeEventListener("resize", moved);
      list?.removeEventListener("scroll", moved);
    };
  }, [isOpen, button]);
  const then = (act: () => void) => () => {
    close(true);
    act();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button button-icon people-menu"
        aria-label={d.menu(name)}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        disabled={disabled}
        onClick={() => (isOpen ? close(false) : open())}
      >
        <Icon name="more" />
      </button>
      {place && <div className="menu-behind" />}
      {place && (
        <MenuList
          label={d.menu(name)}
          className="people-choices"
          style={place}
          isBeside={(node) => button.current?.contains(node) ?? false}
          onClose={close}
        >
          <Choices
            role={person.role}
            onRole={(role) => then(() => onRole(role))()}
            onPass={then(onPass)}
          />
          <MenuItem icon="leave" danger onClick={then(onShowOut)}>
            <span className="menu-two">
              {d.showOut}
              <small>{person.role === "host" ? d.hostHint : d.showOutHint}</small>
            </span>
          </MenuItem>
        </MenuList>
      )}
    </>
  );
}

type ChoicesProps = Pick<PersonMenuProps, "onRole" | "onPass"> & { role: Role };

function Choices({ role, onRole, onPass }: ChoicesProps) {
  if (role === "host")
    return (
      <>
        <MenuItem icon="host" onClick={() => onRole("edit")}>
          <span className="menu-two">
            {d.takeHost}
            <small>{d.hostHint}</small>
          </span>
        </MenuItem>
        <hr className="menu-rule" />
      </>
    );
  return (
    <>
      <MenuItem icon="pen" checked={role === "edit"} onClick={() => onRole("edit")}>
        {d.write}
      </MenuItem>
      <MenuItem icon="eye" checked={role === "view"} onClick={() => onRole("view")}>
        {d.read}
      </MenuItem>
      <MenuItem icon="pass" onClick={onPass}>
        <span className="menu-two">
          {d.pass}
          <small>{d.passHint}</small>
        </span>
      </MenuItem>
      <hr className="menu-rule" />
      <MenuItem icon="host" onClick={() => onRole("host")}>
        {d.makeHost}
      </MenuItem>
    </>
  );
}
