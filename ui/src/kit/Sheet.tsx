/** A sheet: the browser's own dialog, so that focus is held inside and given back, and Escape closes it. */
import { useEffect, useId, useRef, type ReactNode } from "react";
import { Icon } from "./Icon";

interface SheetProps {
  title: string;
  /** `card` lies in the middle (below on phones); `drawer` stands at the right edge and leaves the page usable. */
  kind?: "card" | "drawer";
  closeLabel: string;
  /** Draws the head itself, around the title. */
  head?: (title: ReactNode) => ReactNode;
  /** Without it the sheet can't be left: something must be answered first. */
  onClose?: (() => void) | undefined;
  children: ReactNode;
}

/** Shows itself while it is mounted. */
export function Sheet({ title, kind = "card", closeLabel, head, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const box = dialog.current;
    if (!box) return;
    const before = document.activeElement as HTMLElement | null;
    const beside = kind === "drawer" && matchMedia("(min-width: 641px)").matches;
    if (beside) box.show();
    else box.showModal();
    box.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => {
      box.close();
      before?.focus?.({ preventScroll: true });
    };
  }, [kind]);

  return (
    <dialog
      ref={dialog}
      className={`sheet sheet-${kind}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.preventDefault();
          onClose?.();
        }
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose?.();
      }}
    >
      <div className="sheet-inside">
        {head ? (
          head(<h2 id={id}>{title}</h2>)
        ) : (
          <div className="sheet-head">
            <h2 id={id}>{title}</h2>
            {onClose && (
              <button
                type="button"
                className="button button-icon"
                aria-label={closeLabel}
                onClick={onClose}
              >
                <Icon name="close" />
              </button>
            )}
          </div>
        )}
        {children}
      </div>
    </dialog>
  );
}
