/** A toolbar as keys have it: one stop, arrows inside it, Escape back to the text. */
import type { BlockNoteEditor } from "@blocknote/core";
import { FormattingToolbarExtension } from "@blocknote/core/extensions";
import { useBlockNoteEditor, type ComponentProps } from "@blocknote/react";
import { useEffect, useRef, type FocusEvent, type KeyboardEvent } from "react";
import { m } from "../../strings/menus";

const TOOLS = "button:not(:disabled)";
const FORMAT = "bn-formatting-toolbar";

const toolsOf = (bar: Element): HTMLElement[] => [...bar.querySelectorAll<HTMLElement>(TOOLS)];

/** Keys asked for the toolbar before it was there: it takes the focus when it comes. */
let wanted = false;

/** The toolbar that is drawn. One that fades away is a copy in the page, which would take the focus along when it is gone. */
const drawn = new WeakMap<BlockNoteEditor, HTMLElement>();

/** Leads the keys into the formatting toolbar; without a selection it comes for what is written next and for the line. */
export function toToolbar(editor: BlockNoteEditor): void {
  const store = editor.getExtension(FormattingToolbarExtension)?.store;
  const bar = drawn.get(editor);
  if (bar && store?.state) return toolsOf(bar)[0]?.focus();
  wanted = true;
  store?.setState(true);
  setTimeout(() => {
    wanted = false; // it has not come: code has no format
  }, 500);
}

function onFocus({ currentTarget, target }: FocusEvent): void {
  if (currentTarget.contains(target)) stopAt(toolsOf(currentTarget), target);
}

/** In place of BlockNote's toolbars, which have neither a name nor keys. */
export function Bar({
  className = "",
  children,
  onMouseEnter,
  onMouseLeave,
}: ComponentProps["Generic"]["Toolbar"]["Root"]) {
  const editor = useBlockNoteEditor();
  const bar = useRef<HTMLDivElement>(null);
  const formats = className.includes(FORMAT);

  useEffect(() => {
    const own = bar.current;
    if (!formats || !own) return;
    drawn.set(editor as BlockNoteEditor, own);
    return () => {
      if (drawn.get(editor as BlockNoteEditor) === own) drawn.delete(editor as BlockNoteEditor);
    };
  }, [editor, formats]);

  useEffect(() => {
    const tools = bar.current ? toolsOf(bar.current) : [];
    if (!tools.some((tool) => tool === document.activeElement)) stopAt(tools, tools[0]);
    if (!formats || !wanted) return;
    wanted = false;
    tools[0]?.focus();
  });

  // menus that a tool opens are children to React, not to the page: their keys are their own
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.currentTarget.contains(event.target as Node)) return;
    const tools = toolsOf(event.currentTarget);
    const at = tools.indexOf(event.target as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (event.key === "Escape") editor.focus();
    else if (to === undefined || at < 0) return;
    else tools[(to + tools.length) % tools.length]?.focus();
    event.preventDefault();
  };
  return (
    <div
      ref={bar}
      className={`tools ${className}`}
      role="toolbar"
      aria-label={formats ? m.format : m.link}
      {...{ onMouseEnter, onMouseLeave, onFocus, onKeyDown }}
    >
      {children}
    </div>
  );
}

/** Tab stops at this tool alone. */
function stopAt(tools: HTMLElement[], here: EventTarget | undefined): void {
  for (const tool of tools) tool.tabIndex = tool === here ? 0 : -1;
}
