/** A small menu under a button: arrow keys move, Escape and a tap elsewhere close, focus goes back. */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { Icon, type IconName } from "./Icon";

interface MenuProps {
  label: string;
  icon: IconName;
  children: ReactNode;
}

/** A tap on a line closes the menu; one on a choice inside it (a radio item) does not. */
const isItem = (target: EventTarget): boolean => target instanceof Element && target.closest('[role="menuitem"]') !== null;

const ITEMS = '[role^="menuitem"]:not([disabled])';

export function Menu({ label, icon, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const close = () => {
    setOpen(false);
    button.current?.focus({ preventScroll: true });
  };

  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>(ITEMS)?.focus();
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
    };
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(root.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Escape") close();
    else if (to === undefined || !open) return;
    else items[(to + items.length) % items.length]?.focus();
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="menu" ref={root} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        className="button button-icon"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} />
      </button>
      {open && (
        <div className="menu-list" role="menu" aria-label={label} onClick={(event) => isItem(event.target) && close()}>
          {children}
        </div>
      )}
    </div>
  );
}

/** One line of a menu. */
export const MenuItem = (props: { icon: IconName; danger?: boolean; onClick: () => void; children: ReactNode }) => (
  <button type="button" role="menuitem" className={`menu-item${props.danger ? " menu-danger" : ""}`} onClick={props.onClick}>
    <Icon name={props.icon} />
    {props.children}
  </button>
);
