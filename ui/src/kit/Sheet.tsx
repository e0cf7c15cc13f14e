/** A sheet: the browser's own dialog, so that focus is held inside and given back, and Escape closes it. */
import { useContext, useId, useLayoutEffect, useRef, type ReactNode } from "react";
import { useCalm } from "./calm";
import { Icon } from "./Icon";
import { SheetNews } from "./sheetNews";

interface SheetProps {
  title: string;
  /** A quiet word after it. */
  after?: ReactNode;
  /** `card` lies in the middle (below on phones); `drawer` stands at the right edge and leaves the page usable. */
  kind?: "card" | "drawer";
  /** It opens by itself, maybe under hands that type: those go on, and it takes the focus when they rest. */
  unasked?: boolean;
  closeLabel: string;
  /** Draws the head itself, around the title. */
  head?: (title: ReactNode) => ReactNode;
  /** Without it the sheet can't be left: something must be answered first. */
  onClose?: (() => void) | undefined;
  /** A press beside the sheet does not close it. */
  steady?: boolean;
  children: ReactNode;
}

/** WebKit puts the caret of a text that gets the focus to its start, where the next letter would land. */
function putCaret(caret: Range, text: HTMLElement): void {
  const selection = getSelection();
  const { startContainer: node, startOffset: offset } = caret;
  const isThere = selection?.anchorNode === node && selection.anchorOffset === offset;
  if (!selection || isThere || !text.contains(node)) return;
  selection.removeAllRanges();
  selection.addRange(caret);
}

/** Shows itself while it is mounted. */
export function Sheet(props: SheetProps) {
  const {
    title,
    after,
    kind = "card",
    unasked = false,
    closeLabel,
    head,
    onClose,
    children,
  } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const news = useContext(SheetNews);
  const { before, beside, waits, isNew, ...calm } = useCalm(unasked);

  useLayoutEffect(() => {
    const [box, last] = [dialog.current, before.current];
    if (!box) return;
    if (waits) {
      box.open = true; // and not `show()`, which would take the focus
      return () => void (box.open = false);
    }
    const selection = getSelection();
    const caret = selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : null;
    const held = box.contains(document.activeElement) ? document.activeElement : null;
    if (kind === "drawer" && matchMedia("(min-width: 641px)").matches) box.show();
    else box.showModal();
    ((held as HTMLElement | null) ?? box.querySelector<HTMLElement>("[data-autofocus]"))?.focus();
    return () => {
      box.close();
      last?.focus({ preventScroll: true });
      if (caret && last?.isContentEditable) putCaret(caret, last);
    };
  }, [kind, waits, before]);
  useLayoutEffect(() => {
    const [box, last] = [dialog.current, before.current];
    return () => {
      if (box?.contains(document.activeElement)) last?.focus({ preventScroll: true }); // left while it waited
    };
  }, [before]);

  return (
    <dialog
      ref={dialog}
      className={`sheet sheet-${kind}`}
      data-beside={beside || undefined}
      data-new={isNew || undefined}
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
        if (event.target === event.currentTarget && !props.steady) onClose?.();
      }}
      {...calm}
    >
      <div className="sheet-inside">
        {head ? (
          head(<h2 id={id}>{title}</h2>)
        ) : (
          <div className="sheet-head">
            <h2 id={id}>{title}</h2>
            {after && <span className="sheet-after quiet">{after}</span>}
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
        {news}
        {children}
      </div>
    </dialog>
  );
}
