/** The lines of an open menu: arrow keys and first letters move, Escape and Tab leave, a press elsewhere closes. */
import { useEffect, useRef, type CSSProperties, type KeyboardEvent, type ReactNode } from "react";
import { Icon, type IconName } from "./Icon";

const ITEMS = '[role^="menuitem"]:not([disabled])';

/** Where the focus goes among `items` by this key; `undefined` where the key is none of the menu's. */
function target(items: HTMLElement[], key: string): HTMLElement | undefined {
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? items.length - 1 : at - 1,
    Home: 0,
    End: items.length - 1,
  }[key];
  if (to !== undefined) return items[(to + items.length) % items.length];
  if (key.length !== 1 || key === " ") return undefined;
  const begins = (item: HTMLElement) =>
    item.textContent.trim().toLowerCase().startsWith(key.toLowerCase());
  return [...items.slice(at + 1), ...items.slice(0, at + 1)].find(begins);
}

interface MenuListProps {
  label: string;
  /** What is not elsewhere, although it is not in the list: the button that opens and closes it. */
  isBeside?: (node: Node) => boolean;
  className?: string;
  style?: CSSProperties | undefined;
  /** `byKey`: the focus has to go back to where it came from. */
  onClose: (byKey: boolean) => void;
  children: ReactNode;
}

/** A choice inside (a radio item) closes nothing by itself; a line does what it does, and its menu closes. */
export function MenuList({
  label,
  isBeside,
  className = "",
  style,
  onClose,
  children,
}: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const leave = useRef<(node: Node) => unknown>(() => {});
  useEffect(() => {
    leave.current = (node) => list.current?.contains(node) || isBeside?.(node) || onClose(false);
  });

  useEffect(() => {
    const first =
      list.current?.querySelector<HTMLElement>("[data-autofocus]:not([disabled])") ??
      list.current?.querySelector<HTMLElement>(ITEMS);
    first?.focus({ preventScroll: true });
    const outside = ({ target }: Event) => target instanceof Node && leave.current(target);
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
    };
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const items = [...(list.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];
    const to = target(items, event.key);
    if (event.key === "Escape" || event.key === "Tab" || event.code === "Tab") onClose(true);
    else if (to) to.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={list}
      className={`menu-list ${className}`}
      role="menu"
      aria-label={label}
      style={style}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}

interface MenuItemProps {
  icon?: IconName;
  danger?: boolean;
  disabled?: boolean;
  /** It is one of several, and chosen or not. */
  checked?: boolean;
  /** It is checked or not by itself, whatever the others are. */
  alone?: boolean;
  /** It leads to further lines. */
  leads?: boolean;
  /** The focus begins here. */
  first?: boolean;
  onClick: () => void;
  children: ReactNode;
}

/** One line of a menu. */
export const MenuItem = ({
  icon,
  danger,
  disabled,
  checked,
  alone,
  leads,
  first,
  onClick,
  children,
}: MenuItemProps) => (
  <button
    type="button"
    role={checked === undefined ? "menuitem" : alone ? "menuitemcheckbox" : "menuitemradio"}
    aria-checked={checked}
    aria-haspopup={leads ? "menu" : undefined}
    data-autofocus={first || undefined}
    disabled={disabled}
    className={`menu-item${danger ? " menu-danger" : ""}`}
    onClick={onClick}
  >
    {icon && <Icon name={icon} />}
    {children}
    {leads && (
      <span className="menu-end">
        <Icon name="on" />
      </span>
    )}
    {checked && (
      <span className="menu-end">
        <Icon name="check" />
      </span>
    )}
  </button>
);
