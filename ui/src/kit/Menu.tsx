/** A small menu under a button; the focus goes back to the button. */
import { useRef, useState, type ReactNode } from "react";
import { Icon, type IconName } from "./Icon";
import { MenuList } from "./MenuList";

export { MenuItem } from "./MenuList";

interface MenuProps {
  label: string;
  icon: IconName;
  /** The lines; as long as they have not come yet there are none, and it opens with them. */
  children: ReactNode;
}

/** A tap on a line closes the menu; one on a choice inside it (a radio item) does not. */
const isItem = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('[role="menuitem"]') !== null;

export function Menu({ label, icon, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (byKey: boolean) => {
    setOpen(false);
    if (byKey) button.current?.focus({ preventScroll: true });
  };
  return (
    <div className="menu">
      <button
        ref={button}
        type="button"
        className="button button-icon"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" || open) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <Icon name={icon} />
      </button>
      {open && children && (
        <MenuList
          label={label}
          isBeside={(node) => button.current?.contains(node) ?? false}
          onClose={close}
        >
          <div
            role="none"
            className="menu-lines"
            onClick={(event) => isItem(event.target) && close(true)}
          >
            {children}
          </div>
        </MenuList>
      )}
    </div>
  );
}
